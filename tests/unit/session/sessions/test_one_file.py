"""A session as one file: it moves whole, and what is damaged, newer or no session is refused."""

import json

import pytest
import sqlalchemy as sql

from cx.errors import StoreRefused, UnfitField, UnreadableFile
from cx.records import Filters
from cx.records.bounds import MOST_SOURCES, MOST_TOUCHPOINTS
from cx.records.file import Source
from cx.session import portable
from cx.session.sessions import change_words, document, ranges
from cx.session.sessions import stored as sessions
from cx.session.sessions.unfit_parts import Unfit
from cx.session.voting import taking_part
from tests.made import sessions as samples
from tests.unit.session.whole_session import first_in_every_store, same, whole

replace = sessions.replace


ASKED = json.dumps({"touchpoints": [["a", "App"]], "points": 3, "invitation": "s3cret"})
MOMENT = samples.MORNING.isoformat()
ROUND = {
    "kind": "points",
    "state": "revealed",
    "opened": MOMENT,
    "closed": None,
    "expires": MOMENT,
    "question": ASKED,
    "ballots": [],
}


def one_round(choices="{}", **fields):
    """A change of a file: it gets one round with four ballots."""
    ballot = {"name": "Bo", "choices": choices, "created": MOMENT, "changed": MOMENT}
    ballots = [dict(ballot) for _ in range(4)]
    return lambda parts: parts.update(rounds=[{**ROUND, "ballots": ballots, **fields}])


def test_a_file_of_another_hand_is_taken_as_far_as_it_can_be_read(kept):
    session = sessions.add(kept, whole())
    parts = json.loads(portable.exported(kept, session.id))
    one_round('{"a": 2}')(parts)
    parts["rounds"][0]["ballots"][0]["name"] = "Bo\u202e" + "x" * 99
    parts["history"][0]["key"] = "settings.galaxy"
    parts["history"][0]["values"] = {"map": [["quadrant", "nowhere"]]}
    copy = portable.imported(kept, json.dumps(parts), name="x.cxsession")
    (given,) = taking_part.revealed_of(kept, copy.id)
    assert [(one.name, one.votes) for one in given.tallies] == [("App", 8)]
    assert [one.name for one in taking_part.ballots_of(kept, given.round.id)] == [
        "Bo" + "x" * 38,
        *["Bo"] * 3,
    ]
    assert change_words.told(sessions.history(kept, copy.id)[0], "en") == "changed"


def test_a_line_of_history_brings_no_address_of_a_chat_along(kept):
    session = sessions.add(kept, whole())
    parts = json.loads(portable.exported(kept, session.id))
    values = {"map": [["before", "https://chat.example/s3cret"], ["after", "https://chat.example/t0ken"]]}
    parts["history"][0] |= {"key": "webhook", "values": values}
    copy = portable.imported(kept, json.dumps(parts), name="x.cxsession")
    told = [change_words.told(one, "en") for one in sessions.history(kept, copy.id)]
    assert told == ["Address for alerts changed", "Brought from a file"]
    assert "chat.example" not in portable.exported(kept, copy.id)


def test_a_session_moves_as_one_file_with_history_and_votes(kept):
    from cx.session.store import schema

    session = sessions.add(kept, whole(), who="Anna")
    when = samples.MORNING.isoformat()
    times = {"opened": when, "expires": when}
    with kept.begin() as connection:
        connection.execute(
            sql.insert(schema.rounds).values(
                id="r",
                session_id=session.id,
                code="ABCDEF",
                kind="points",
                state="open",
                question=ASKED,
                **times,
            )
        )
        for number in range(4):
            connection.execute(
                sql.insert(schema.ballots).values(
                    round_id="r",
                    token_hash=f"t0ken{number}",
                    name="Bo",
                    choices='{"a": 2}',
                    created=when,
                    changed=when,
                )
            )
    text = portable.exported(kept, session.id)
    assert [word for word in ("t0ken", "ABCDEF", "s3cret") if word in text] == []
    copy = portable.imported(kept, text, name="x.cxsession", who="Ben")
    assert copy.id != session.id
    assert same(replace(sessions.load(kept, copy.id), id=session.id), session)
    assert [one.key for one in sessions.history(kept, copy.id)] == ["created", "imported"]
    again = json.loads(portable.exported(kept, copy.id))["rounds"]
    assert [(one["state"], one["ballots"][0]["name"]) for one in again] == [("closed", "Bo")]


@pytest.mark.parametrize(
    "change",
    first_in_every_store(
        lambda parts: parts["session"].update(surprise=1),
        lambda parts: parts["session"].pop("name"),
        lambda parts: parts["session"].update(revision="1"),
        lambda parts: parts["session"]["settings"].update(unit="galaxy"),
        lambda parts: parts["session"]["touchpoints"]["rows"]["table"][0]["values"].pop(),
        lambda parts: parts["session"]["touchpoints"]["rows"]["table"].pop(),
        lambda parts: parts["session"].update(decisions={}),
        lambda parts: parts.update(rounds=[{"kind": "points"}]),
        lambda parts: parts.update(version=None),
        lambda parts: parts["session"].update(revision=10**30),
        lambda parts: parts["session"].update(revision=0),
        lambda parts: parts["session"].update(created={"moment": "2026-10-05T09:00:00"}),
        lambda parts: parts["session"].update(created={"moment": "9999-12-31T23:59:59+00:00"}),
        lambda parts: parts["session"]["agenda"].update(used=1e300),
        lambda parts: parts["session"]["agenda"]["minutes"]["map"][0].__setitem__(1, 10**400),
        lambda parts: parts["session"]["settings"].update(seed=10**400),
        lambda parts: parts["history"][0].update(revision=10**30),
        one_round(kind="x" * 5000),
        one_round(state="always"),
        one_round(question="{}"),
        one_round(question="[" * 100_000),
        one_round(opened="yesterday"),
        one_round('{"b": 1}'),
        one_round('{"a": 4}'),
        one_round('{"a": "<b>"}'),
        one_round("[]"),
    ),
)
def test_a_damaged_file_is_refused(kept, change):
    session = sessions.add(kept, whole())
    parts = json.loads(portable.exported(kept, session.id))
    change(parts)
    with pytest.raises(UnreadableFile) as refused:
        portable.imported(kept, json.dumps(parts), name="x.cxsession")
    assert refused.value.key in {"session_damaged", "session_field"}
    assert refused.value.values["file"] == "x.cxsession"
    assert all(refused.value.message(lang) for lang in ("en", "nl"))
    assert len(sessions.listed(kept)) == 1


NO_SESSIONS = ("", "[" * 100_000, "{}", "[1]", '"a"', "\ud800", "null")


@pytest.mark.parametrize("text", first_in_every_store(*NO_SESSIONS))
def test_what_is_no_session_is_refused(kept, text):
    with pytest.raises(UnreadableFile):
        portable.imported(kept, text, name="x")


def test_a_file_of_a_newer_version_is_refused(kept):
    text = json.dumps({"format": document.FORMAT, "version": document.VERSION + 1, "session": {}})
    with pytest.raises(StoreRefused) as refused:
        portable.imported(kept, text, name="x.cxsession")
    assert refused.value.key == "session_newer"


def test_a_field_that_an_older_version_did_not_know_gets_its_default():
    parts = json.loads(document.written(whole()))
    del parts["session"]["webhook"], parts["session"]["decisions"][0]["measure"]
    found = document.session_of(json.dumps(parts))
    assert (found.webhook, found.decisions[0].measure) == ("", "satisfaction")


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize(
    ("where", "bound", "field", "count"),
    [
        (ranges, "MOST_TOUCHPOINTS", "touchpoints.rows.touchpoint", "4"),
        (portable, "_MOST_LINES", "history", "5"),
    ],
)
def test_more_parts_than_a_session_has_are_refused_in_words(
    kept, monkeypatch, lang, where, bound, field, count
):
    session = sessions.add(kept, samples.session())
    for name in "abcd":
        session = sessions.save(kept, replace(session, name=name))
    text = portable.exported(kept, session.id)
    assert portable.imported(kept, text, name="a.cxsession").name == "d"
    monkeypatch.setattr(where, bound, 3)
    with pytest.raises(UnfitField) as refused:
        portable.imported(kept, text, name="a.cxsession")
    values = refused.value.values
    assert (values["field"], values["found"], values["expected"], values["high"]) == (
        field,
        count,
        "short",
        3,
    )
    assert field in refused.value.message(lang)


@pytest.mark.parametrize("name", ["segment", "channel", "journey", "period"])
def test_more_groups_than_a_matrix_can_tell_apart_are_no_session(monkeypatch, name):
    table = samples.table()
    rows = table.rows.assign(touchpoint=["App", "App", "Call", "Call"], **{name: list("pqrs")})
    session = samples.session(touchpoints=replace(table, rows=rows))
    ranges.check(session)
    monkeypatch.setattr(ranges, "MOST_TOUCHPOINTS", 3)
    with pytest.raises(Unfit) as refused:
        ranges.check(session)
    assert (refused.value.path, refused.value.found) == (("touchpoints", "rows", name), 4)


def test_more_sources_than_sheets_are_read_are_no_session():
    table, bare = samples.table(), Source("a.csv", (), "touchpoints", (), {}, {})
    few, many = (replace(table, sources=(bare,) * n) for n in (MOST_SOURCES, MOST_SOURCES + 1))
    session = samples.session(touchpoints=few)
    ranges.check(session)
    with pytest.raises(Unfit) as refused:
        ranges.check(replace(session, touchpoints=many))
    assert (refused.value.path, refused.value.bounds) == (("touchpoints", "sources"), {"high": MOST_SOURCES})


def test_one_decision_a_touchpoint_and_no_more_than_there_can_be_touchpoints(kept, monkeypatch):
    made = [samples.decision(f"id-{at}", f"Step {at}") for at in range(5)]
    text = portable.exported(kept, sessions.add(kept, samples.session(decisions=tuple(made))).id)
    monkeypatch.setattr(ranges, "MOST_TOUCHPOINTS", 4)
    with pytest.raises(UnfitField) as refused:
        portable.imported(kept, text, name="a.cxsession")
    assert (refused.value.values["field"], refused.value.values["found"]) == ("decisions", "5")


@pytest.mark.parametrize("name", ["journeys", "channels", "segments"])
def test_no_more_is_filtered_by_than_a_table_can_have(name):
    ranges.look(Filters(**{name: ("a",) * MOST_TOUCHPOINTS}))
    with pytest.raises(Unfit) as refused:
        ranges.look(Filters(**{name: ("a",) * (MOST_TOUCHPOINTS + 1)}))
    assert (refused.value.path, refused.value.found) == ((name,), MOST_TOUCHPOINTS + 1)


def test_thousands_of_rounds_are_kept_in_as_few_statements_as_one(kept):
    session = sessions.add(kept, whole())
    parts, written = json.loads(portable.exported(kept, session.id)), []
    sql.event.listen(
        kept.engine, "before_cursor_execute", lambda _c, _r, words, *_more: written.append(words)
    )
    told = []
    for count in (1, 30):
        one_round('{"a": 2}')(parts)
        parts["rounds"] *= count
        written.clear()
        copy = portable.imported(kept, json.dumps(parts), name="x.cxsession")
        told.append(len(written))
        assert len(taking_part.revealed_of(kept, copy.id)) == count
    assert told[0] == told[1]
