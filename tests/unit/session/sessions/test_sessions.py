"""Sessions: kept whole, aggregates only, never overwritten in silence, locked where they are locked."""

import dataclasses
import datetime as dt

import numpy as np
import pytest

from cx.errors import Conflict, SessionGone, SessionLocked, StoreRefused
from cx.records import Filters, Lock, PictureOptions, PriorityTerms, Scale, Settings
from cx.records.session import MOST_DECKS, DeckMade
from cx.session import portable
from cx.session.sessions import change_words, document, retention
from cx.session.sessions import stored as sessions
from cx.session.sessions.merging import Meeting
from tests.made import sessions as samples
from tests.unit.session.whole_session import first_in_every_store, same, whole

replace = sessions.replace


@pytest.fixture
def kept_in_file(tmp_path):
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def test_a_session_comes_back_as_it_was(kept):
    session = sessions.add(kept, whole())
    found = sessions.load(kept, session.id)
    assert same(found, session)
    assert found.settings == session.settings and found.decisions == session.decisions
    assert found.touchpoints.rows.equals(session.touchpoints.rows)
    assert np.array_equal(found.touchpoints.draws.impact, session.touchpoints.draws.impact, equal_nan=True)
    assert found.touchpoints.evidence["App"].effect.value == 0.1 + 0.2


@pytest.mark.parametrize("odd", ["\ud83d", "x\udc00", "\udc00\ud83d", "\\\ud83d"])
def test_half_a_character_is_refused_before_it_makes_a_session_unreadable(kept, odd):
    session = sessions.add(kept, samples.session())
    decided = (samples.decision(notes=odd),)
    for fields in ({"notes": odd}, {"decisions": decided}, {"targets": {odd: 8.0}}):
        with pytest.raises(StoreRefused) as caught:
            sessions.save(kept, replace(session, **fields))
        assert caught.value.key == "odd_sign"
    assert same(sessions.load(kept, session.id), session)


@pytest.mark.parametrize("text", ["\U0001f680", "\\ud83d", "a\0b", "\\\\udc00 \U0001f680"])
def test_what_only_looks_like_half_a_character_is_kept(kept, text):
    session = sessions.add(kept, samples.session(notes=text))
    assert sessions.load(kept, session.id).notes == text


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
    "currency": "CHF",
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


@pytest.mark.parametrize("scale", first_in_every_store(*SCALES))
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


def test_a_session_remembers_the_decks_that_were_taken_from_it():
    moment = dt.datetime(2026, 10, 5, 9, 0, tzinfo=dt.UTC)
    session = samples.session()
    for number in range(MOST_DECKS + 5):
        session = session.with_deck(DeckMade(f"mark {number}", moment))
    session = session.with_deck(DeckMade("mark 50", moment + dt.timedelta(days=1)))
    kept = document.session_of(document.written(session))
    assert kept.decks == session.decks
    assert len(kept.decks) == MOST_DECKS
    assert [one.mark for one in kept.decks].count("mark 50") == 1
    assert kept.decks[-1].moment.day == 6
