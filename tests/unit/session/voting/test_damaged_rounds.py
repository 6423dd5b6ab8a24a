"""A round or a ballot of which a part is damaged: told in words, and it hides no other."""

import pytest
import sqlalchemy as sql

from cx.errors import SessionDamaged
from cx.session.store import schema
from cx.session.voting import receipts, rounds, taking_part
from tests.unit.session.voting_store import asked, opened_at


@pytest.fixture
def kept(tmp_path):
    found = opened_at(f"sqlite:///{tmp_path / 'sessions.sqlite'}")
    yield found
    found.engine.dispose()


def damage(store, table, where, **values):
    with store.begin() as connection:
        connection.execute(sql.update(table).where(where).values(**values))


def told(call, *arguments):
    with pytest.raises(SessionDamaged) as caught:
        call(*arguments)
    assert all(caught.value.message(lang) for lang in ("en", "nl"))
    return caught.value.key


ROUND = [
    {"question": "{"},
    {"question": "null"},
    {"question": "[1]"},
    {"question": "{}"},
    {"question": '{"touchpoints": 3, "points": 3}'},
    {"question": "[" * 100_000},
    {"opened": "yesterday"},
    {"expires": ""},
    {"kind": "po\ufffdnts"},
    {"state": ""},
    {"door": "ajar"},
    {"question": '{"touchpoints": [["a", "App"]], "points": "3"}'},
    {"question": '{"touchpoints": [["a", "App"]], "points": null}'},
    {"question": '{"touchpoints": [["a", "App"]], "points": 3, "invited": "x"}'},
]


@pytest.mark.parametrize("values", ROUND, ids=[str(one)[:40] for one in ROUND])
def test_a_damaged_round_hides_no_other(kept, values):
    first = asked(kept)
    rounds.close(kept, first.id)
    rounds.reveal(kept, first.id)
    second = asked(kept)
    damage(kept, schema.rounds, schema.rounds.c.id == second.id, **values)
    assert [one.id for one in rounds.rounds_of(kept, first.session_id)] == [first.id]
    (said,) = rounds.unreadable(kept, first.session_id)
    assert (said.key, said.values) == ("round_unreadable", {"code": second.code})
    assert told(rounds.get, kept, second.id) == "round_unreadable"
    assert told(rounds.find, kept, second.code) == "round_unreadable"
    assert asked(kept).id in {one.id for one in rounds.rounds_of(kept, first.session_id)}


@pytest.mark.parametrize("choices", ["{", "null", "[1, 2]", '{"a": "many"}', '{"a": null}'])
def test_no_result_is_shown_without_a_ballot_that_cannot_be_read(kept, choices):
    one = asked(kept)
    for name in ("Jo", "Bo"):
        taking_part.cast(kept, one, taking_part.join(kept, one, name), name, {"a": 1})
    damage(kept, schema.ballots, schema.ballots.c.name == "Bo", choices=choices)
    assert told(taking_part.ballots_of, kept, one.id) == "ballot_unreadable"
    rounds.close(kept, one.id)
    rounds.reveal(kept, one.id)
    assert told(taking_part.result, kept, one.id) == "ballot_unreadable"


def test_receipts_that_cannot_be_listed_are_told(kept):
    one = asked(kept)
    taking_part.cast(kept, one, taking_part.join(kept, one, "Jo"), "Jo", {"a": 1})
    damage(kept, schema.ballots, schema.ballots.c.name == "Jo", choices="{")
    rounds.close(kept, one.id)
    rounds.reveal(kept, one.id)
    assert told(receipts.counted, kept, one.id) == "ballot_unreadable"
