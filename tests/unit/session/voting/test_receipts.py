"""Receipts: a person finds his own ballot among those that were counted, and nobody else's."""

import json

import pytest
import sqlalchemy as sql

from cx.errors import UnreadableFile
from cx.session import portable
from cx.session.sessions import stored
from cx.session.store import schema
from cx.session.voting import codes, receipts, rounds, taking_part
from tests.made import sessions as samples

THREE = (("a", "Invoice"), ("b", "Claims"), ("c", "App"))


@pytest.fixture
def kept(store_address):
    found = samples.opened_at(store_address)
    yield found
    found.close()


@pytest.fixture
def voted(kept):
    """A session whose round has four ballots, one of them empty: the round, and tokens to choices."""
    session = stored.add(kept, samples.session())
    one = rounds.open_round(kept, session.id, "points", THREE)
    given = [{"a": 2}, {"a": 1, "b": 1}, {"c": 2}, {}]
    tokens = {taking_part.join(kept, one): choices for choices in given}
    for token, choices in tokens.items():
        taking_part.cast(kept, one, token, "", choices)
    return one, tokens


def standing(kept, one, token):
    return receipts.standing(kept, one.id, token, taking_part.of_token(kept, token)[1])


def test_before_the_reveal_nobody_is_shown_a_receipt_and_then_all_ballots_with_votes_have_one(kept, voted):
    one, tokens = voted
    rounds.close(kept, one.id)
    assert receipts.counted(kept, one.id) == ()
    assert taking_part.result(kept, one.id).receipts == ()
    rounds.reveal(kept, one.id)
    expected = sorted(receipts.made(token, choices) for token, choices in tokens.items() if choices)
    assert list(taking_part.result(kept, one.id).receipts) == expected
    assert len(set(expected)) == 3 and all(codes.typed(receipt) == receipt for receipt in expected)
    first = next(iter(tokens))
    assert standing(kept, one, first) == receipts.Standing("counted", 3)


def test_a_receipt_follows_the_vote_and_another_token_makes_another_one():
    assert receipts.made("token", {"a": 1, "b": 2}) == receipts.made("token", {"b": 2, "a": 1, "c": 0})
    assert len({receipts.made(token, {"a": given}) for token in "xyz" for given in (1, 2)}) == 6
    assert receipts.made("token", {}) == receipts.made("token", {"a": 0}) == ""


@pytest.mark.parametrize("values", [{"choices": '{"b": 2}'}, {"receipt": "CFHJKM34"}])
def test_a_ballot_that_was_changed_in_the_database_is_found_out_by_its_own_phone_only(kept, voted, values):
    one, tokens = voted
    changed, other, *_ = tokens
    mine = schema.ballots.c.token_hash == codes.digest(changed)
    with kept.begin() as connection:
        connection.execute(sql.update(schema.ballots).where(mine).values(**values))
    rounds.reveal(kept, one.id)
    assert standing(kept, one, changed).state == "missing"
    assert standing(kept, one, other).state == "counted"


def test_a_ballot_of_an_older_version_has_no_receipt_and_is_told_so(kept, voted):
    one, tokens = voted
    with kept.begin() as connection:
        connection.execute(sql.update(schema.ballots).values(receipt=""))
    rounds.reveal(kept, one.id)
    assert standing(kept, one, next(iter(tokens))) == receipts.Standing("none", 0)


def test_a_session_file_takes_the_receipts_along_apart_from_the_ballots_once_they_are_revealed(kept, voted):
    one, _tokens = voted
    hidden = portable.exported(kept, one.session_id)
    rounds.reveal(kept, one.id)
    shown = receipts.counted(kept, one.id)
    assert len(shown) == 3 and not any(receipt in hidden for receipt in shown)
    written = portable.exported(kept, one.session_id)
    (told,) = json.loads(written)["rounds"]
    assert json.loads(told["question"])["receipts"] == list(shown)
    assert not any(receipt in json.dumps(told["ballots"]) for receipt in shown)
    copy = portable.imported(kept, written, name="x.cxsession")
    (again,) = rounds.rounds_of(kept, copy.id)
    assert receipts.counted(kept, again.id) == shown
    assert json.loads(portable.exported(kept, copy.id))["rounds"][0]["question"] == told["question"]


@pytest.mark.parametrize("listed", [["cfhj"], ["CFHJKM34"] * 5, "CFHJKM34", [1]])
def test_receipts_that_no_round_has_are_a_damaged_file(kept, voted, listed):
    one, _tokens = voted
    rounds.reveal(kept, one.id)
    parts = json.loads(portable.exported(kept, one.session_id))
    question = {**json.loads(parts["rounds"][0]["question"]), "receipts": listed}
    parts["rounds"][0]["question"] = json.dumps(question)
    with pytest.raises(UnreadableFile) as caught:
        portable.imported(kept, json.dumps(parts), name="x.cxsession")
    assert caught.value.key == "session_field"


def test_secrets_of_doors_and_invitations_leave_the_store_with_no_file(kept):
    session = stored.add(kept, samples.session())
    one = rounds.open_round(kept, session.id, "points", THREE, invited=2)
    written = portable.exported(kept, session.id)
    assert one.seed and one.seed not in written and one.invitation not in written


def test_a_file_holds_of_few_ballots_only_what_they_gave_together(kept, voted):
    one, _tokens = voted
    rounds.reveal(kept, one.id)
    result = taking_part.result(kept, one.id)
    written = portable.exported(kept, one.session_id)
    (told,) = json.loads(written)["rounds"]
    assert told["ballots"] == [] and "choices" not in written
    copy = portable.imported(kept, written, name="x.cxsession")
    (again,) = rounds.rounds_of(kept, copy.id)
    found = taking_part.result(kept, again.id)
    assert (found.ballots, found.tallies) == (3, result.tallies)
    assert rounds.taken_back(kept, again.id).state == "revealed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"ballots": 0, "each": []},
        {"ballots": 4, "each": []},
        {"ballots": 2, "each": [["z", 1, 1, 2]]},
        {"ballots": 2, "each": [["a", 1e999, 1, 2]]},
        {"ballots": 2, "each": [["a", 1]]},
        [],
    ],
)
def test_what_nobody_can_have_given_together_is_refused(kept, voted, wrong):
    one, _tokens = voted
    parts = json.loads(portable.exported(kept, one.session_id))
    question = {**json.loads(parts["rounds"][0]["question"]), "together": wrong}
    parts["rounds"][0]["question"] = json.dumps(question)
    with pytest.raises(UnreadableFile):
        portable.imported(kept, json.dumps(parts), name="x.cxsession")


def test_a_revealed_round_takes_votes_again_under_a_new_code(kept, voted):
    one, tokens = voted
    first = next(iter(tokens))
    before = rounds.reveal(kept, one.id)
    open_again = rounds.taken_back(kept, one.id)
    assert (before.code, before.state, open_again.state, open_again.closed) == ("", "revealed", "open", None)
    assert open_again.code not in ("", one.code) and rounds.find(kept, one.code) is None
    assert taking_part.admitted(kept, open_again.code).id == one.id
    assert receipts.counted(kept, one.id) == ()
    taking_part.cast(kept, open_again, first, "", {"b": 2})
    assert taking_part.of_token(kept, first)[1].choices == {"b": 2}
    assert len(taking_part.ballots_of(kept, one.id)) == 3
    assert rounds.taken_back(kept, one.id) == open_again
