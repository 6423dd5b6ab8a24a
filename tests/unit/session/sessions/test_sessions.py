"""Sessions: kept whole, aggregates only, never overwritten in silence, locked where they are locked."""

import dataclasses
import datetime as dt
import json

import numpy as np
import pytest

from cx.errors import Conflict, SessionGone, SessionLocked, StoreRefused, UnreadableFile
from cx.records import Filters, Lock, PictureOptions, PriorityTerms, Scale, Settings
from cx.session import portable
from cx.session.sessions import change_words, document, retention
from cx.session.sessions import stored as sessions
from cx.session.sessions.merging import Meeting
from cx.session.voting import taking_part
from tests.made import sessions as samples

replace = sessions.replace


@pytest.fixture
def kept(store_address):
    opened = samples.opened_at(store_address)
    yield opened
    opened.close()


def beside_a_file(*cases):
    """Each case with a file, and the first with PostgreSQL too: what it is about happens before the store."""
    return [("sqlite", case) for case in cases] + [("postgresql", cases[0])]


@pytest.fixture
def kept_in_file(tmp_path):
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def whole(**fields):
    """A session with something in every field."""
    return replace(
        samples.session(),
        touchpoints=samples.table(derived=True),
        settings=Settings(
            crosshair_rule="fixed",
            fixed=(7.1, 0.1 + 0.2),
            filters=Filters(journeys=("Paying",)),
            strategies={("nl", "fix_first"): ("Nu", "Doen")},
        ),
        decisions=(samples.decision(due=dt.date(2026, 12, 1), target=1e12, notes="é \x07 =1+1"),),
        notes="two\nlines",
        targets={"id-app": 8.5},
        locked=Lock(samples.MORNING, "Anna"),
        **fields,
    )


def same(one, other):
    return document.written(one) == document.written(other)


def test_a_session_comes_back_as_it_was(kept):
    session = sessions.add(kept, whole())
    found = sessions.load(kept, session.id)
    assert same(found, session)
    assert found.settings == session.settings and found.decisions == session.decisions
    assert found.touchpoints.rows.equals(session.touchpoints.rows)
    assert np.array_equal(found.touchpoints.draws.impact, session.touchpoints.draws.impact, equal_nan=True)
    assert found.touchpoints.evidence["App"].effect.value == 0.1 + 0.2


OTHER = {
    "crosshair_rule": "fixed",
    "fixed": (7.0, 3.0),
    "freeze": False,
    "unit": "channel",
    "filters": Filters(period="Q3"),
    "size": "log",
    "labels": False,
    "colour_by": "journey",
    "target": 8.0,
    "priority_terms": PriorityTerms(gap=False),
    "min_n": 5,
    "goal": "Churn",
    "look": PictureOptions(title="x", colours={"simplify": "#123456"}),
    "strategies": {("en", "simplify"): ("a", "b")},
    "seed": 9,
}


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Settings)])
def test_whatever_is_set_the_history_can_be_read_told_and_taken_away(kept_in_file, name):
    set_told_and_taken_away(kept_in_file, {name: OTHER[name]})


def test_all_that_is_set_can_be_read_told_and_taken_away_wherever_it_is_kept(kept):
    set_told_and_taken_away(kept, OTHER)


def set_told_and_taken_away(kept, settings):
    session = sessions.add(kept, samples.session())
    after = sessions.save(kept, replace(session, settings=replace(session.settings, **settings)))
    lines = sessions.history(kept, after.id)
    words = [change_words.told(one, lang) for one in lines for lang in ("en", "nl")]
    assert [one for one in words if "PriorityTerms" in one or "{" in one or "None" in one] == []
    copy = portable.imported(kept, portable.exported(kept, after.id), name="x.cxsession")
    assert sessions.history(kept, copy.id)[:-1] == lines
    assert {name: getattr(copy.settings, name) for name in settings} == settings


def test_what_priority_counts_is_told_as_changed_not_spelled_out(kept):
    session = sessions.add(kept, samples.session())
    chosen = PriorityTerms(impact=True, gap=False, volume=None)
    after = sessions.save(kept, replace(session, settings=replace(session.settings, priority_terms=chosen)))
    line = sessions.history(kept, after.id)[-1]
    assert line.values["after"] == {"impact": True, "gap": False, "volume": None}
    assert change_words.told(line, "en") == "What priority counts"
    (found,) = Meeting(session, after, session).my_changes
    assert change_words.described(found, "en") == "What priority counts"
    assert change_words.value_in_words(found, found.after, "en") == "changed"


SCALES = [Scale(0, 100, kind="percent"), Scale(-100, 100, kind="nps"), Scale(1.0, 7.0)]


@pytest.mark.parametrize(("store_address", "scale"), beside_a_file(*SCALES), indirect=["store_address"])
def test_a_table_with_whole_ends_of_its_scale_is_the_same_table_when_it_comes_back(kept, scale):
    table = replace(samples.table(), scale=scale)
    session = sessions.add(kept, replace(samples.session(), touchpoints=table))
    session = sessions.save(kept, replace(session, notes="a"))
    session = sessions.save(kept, replace(session, locked=Lock(samples.MORNING, "Anna")))
    sessions.save(kept, replace(session, notes="b"))
    told = [one.key for one in sessions.history(kept, session.id)]
    assert told == ["created", "notes", "locked", "notes"]
    other = replace(table, scale=replace(scale, maximum=scale.maximum + 1))
    with pytest.raises(SessionLocked):
        sessions.save(kept, replace(sessions.load(kept, session.id), touchpoints=other))


def test_the_list_shows_what_is_in_a_session(kept):
    sessions.add(kept, whole())
    (line,) = sessions.listed(kept)
    assert (line.name, line.touchpoints, line.decisions, line.locked) == ("Energy Q3", 4, 1, True)


def test_who_comes_second_is_not_heard_before_he_has_looked(kept):
    first = sessions.add(kept, samples.session())
    sessions.save(kept, replace(first, notes="Anna's"), who="Anna")
    with pytest.raises(Conflict):
        sessions.save(kept, replace(first, notes="Ben's"), who="Ben")
    assert sessions.load(kept, first.id).notes == "Anna's"


def test_history_says_what_was_done_by_whom(kept):
    session = sessions.add(kept, samples.session(), who="Anna")
    session = sessions.save(kept, replace(session, decisions=(samples.decision(owner="Ben"),)), who="Ben")
    sessions.save(kept, replace(session, settings=replace(session.settings, labels=False)), who="Ben")
    found = sessions.history(kept, session.id)
    assert found[0].key == "created" and found[0].who == "Anna"
    owner = next(one for one in found if one.key == "decision.owner")
    assert dict(owner.values) == {"before": None, "after": "Ben", "touchpoint": "Invoice"}
    assert {one.revision for one in found} == {1, 2}


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, touchpoints=samples.table(derived=True)),
        lambda one: replace(one, settings=replace(one.settings, crosshair_rule="median")),
        lambda one: replace(one, settings=replace(one.settings, strategies={("en", "simplify"): ("a", "b")})),
        lambda one: replace(one, locked=None, settings=replace(one.settings, unit="channel")),
    ],
)
def test_a_lock_holds_data_crosshair_and_strategies(kept, change):
    session = sessions.add(kept, samples.session(locked=Lock(samples.MORNING, "Anna")))
    with pytest.raises(SessionLocked):
        sessions.save(kept, change(session))


def test_a_lock_leaves_the_rest_free_and_unlocking_is_in_the_history(kept):
    session = sessions.add(kept, samples.session(locked=Lock(samples.MORNING, "Anna")))
    session = sessions.save(kept, replace(session, decisions=(samples.decision(),)))
    session = sessions.save(kept, replace(session, locked=None), who="Ben")
    assert sessions.history(kept, session.id)[-1].key == "locked.off"
    assert sessions.history(kept, session.id)[-1].who == "Ben"


def test_nothing_a_respondent_answered_lies_in_the_file(kept_in_file, tmp_path):
    from cx.records import Finding, Source

    told = (
        Finding("error", "rating_unreadable", column="App", value="SECRET-1", details={"n": 1}),
        Finding("error", "text_in_ratings", row=17, value="SECRET-2"),
        Finding("warning", "few_rows", details={"example": "SECRET-3", "n": 2}),
    )
    table = samples.table(shape="responses", findings=told)
    source = Source("r.csv", (), "responses", (1,), {}, {}, findings=told)
    sessions.add(kept_in_file, sessions.new("x", replace(table, sources=(*table.sources, source))))
    kept_in_file.close()
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"few_rows" in content
    assert b"SECRET" not in content


def test_answers_of_a_real_survey_do_not_lie_in_the_file(kept_in_file, tmp_path, root):
    """Sample responses with marks planted in an id, an answer in words and a code."""
    from cx import intake

    lines = (root / "data" / "energy-responses-en.csv").read_text(encoding="utf-8").splitlines()[:400]
    head, *rows = (line.split(";" if ";" in lines[0] else ",") for line in lines)
    mark = [f"zq{n:05d}x" for n in range(len(rows))]
    marked = [["Customer", *head, "Remark"]] + [
        [mark[n], *row, f"remark-{mark[n]}"] for n, row in enumerate(rows)
    ]
    marked[5][7] = "qqtypo"
    content = "\n".join(";".join(line) for line in marked).encode()
    table = intake.touchpoints(intake.read(content, "survey.csv"))
    sessions.add(kept_in_file, sessions.new("Survey", table))
    kept_in_file.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"survey.csv" in stored
    assert [one for one in (*mark, "remark-", "qqtypo") if one.encode() in stored] == []


def test_a_copy_has_a_life_of_its_own(kept):
    session = sessions.add(kept, whole())
    copy = sessions.add(kept, sessions.duplicated(session, "Copy"), key="duplicated")
    assert (copy.name, copy.revision, copy.locked, copy.id != session.id) == ("Copy", 1, None, True)
    assert copy.decisions == session.decisions


def test_deleted_restored_and_gone_after_the_days_of_undo(kept_in_file, tmp_path):
    session = sessions.add(kept_in_file, samples.session("Vanishing act"))
    retention.set_deleted(kept_in_file, session.id, samples.MORNING)
    assert sessions.listed(kept_in_file) == ()
    assert sessions.revision(kept_in_file, session.id) is None
    retention.set_deleted(kept_in_file, session.id, None)
    assert [one.name for one in sessions.listed(kept_in_file)] == ["Vanishing act"]
    retention.set_deleted(kept_in_file, session.id, samples.MORNING)
    almost = samples.MORNING + dt.timedelta(days=7)
    assert [tidied(kept_in_file, day) for day in range(7)] == [0] * 7
    assert retention.tidy(kept_in_file, now=almost - dt.timedelta(seconds=1)) == 0
    assert retention.tidy(kept_in_file, now=almost) == 1
    with pytest.raises(SessionGone):
        sessions.load(kept_in_file, session.id)
    kept_in_file.close()
    assert b"Vanishing" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def tidied(kept, day):
    return retention.tidy(kept, now=samples.MORNING + dt.timedelta(days=day), environment={})


def test_a_setting_deletes_what_was_left_alone_on_the_second_day_on_which_it_is_old(kept):
    session = sessions.add(kept, samples.session())
    assert tidied(kept, 31) == 0
    retention.set_keep_days(kept, 30)
    assert retention.keep_days(kept, {}) == 30
    assert [tidied(kept, day) for day in (29, 31, 31.5, 32)] == [0, 0, 0, 1]
    assert [one.id for one in sessions.listed(kept, deleted=True)] == [session.id]
    retention.set_keep_days(kept, None)
    assert retention.keep_days(kept, {}) is None


def test_the_environment_goes_before_the_page(kept):
    retention.set_keep_days(kept, 30)
    assert retention.keep_days(kept, {"CX_KEEP_DAYS": "90"}) == 90
    assert retention.keep_days(kept, {"CX_KEEP_DAYS": "0"}) is None
    assert retention.keep_days(kept, {"CX_KEEP_DAYS": "soon"}) == 30


# --- one file ---

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
    """A change of a file: it gets one round with one ballot."""
    ballot = {"name": "Bo", "choices": choices, "created": MOMENT, "changed": MOMENT}
    return lambda parts: parts.update(rounds=[{**ROUND, "ballots": [ballot], **fields}])


def test_a_file_of_another_hand_is_taken_as_far_as_it_can_be_read(kept):
    session = sessions.add(kept, whole())
    parts = json.loads(portable.exported(kept, session.id))
    one_round('{"a": 2}')(parts)
    parts["rounds"][0]["ballots"][0]["name"] = "Bo\u202e" + "x" * 99
    parts["history"][0]["key"] = "settings.galaxy"
    parts["history"][0]["values"] = {"map": [["quadrant", "nowhere"]]}
    copy = portable.imported(kept, json.dumps(parts), name="x.cxsession")
    (given,) = taking_part.revealed_of(kept, copy.id)
    assert [(one.name, one.votes) for one in given.tallies] == [("App", 2)]
    assert [one.name for one in taking_part.ballots_of(kept, given.round.id)] == ["Bo" + "x" * 38]
    assert change_words.told(sessions.history(kept, copy.id)[0], "en") == "changed"


def test_a_session_moves_as_one_file_with_history_and_votes(kept):
    import sqlalchemy as sql

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
        connection.execute(
            sql.insert(schema.ballots).values(
                round_id="r", token_hash="t0ken", name="Bo", choices='{"a": 2}', created=when, changed=when
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
    ("store_address", "change"),
    beside_a_file(
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
    indirect=["store_address"],
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


@pytest.mark.parametrize(("store_address", "text"), beside_a_file(*NO_SESSIONS), indirect=["store_address"])
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
