"""Sessions and decisions on their pages: started, saved, shared by two, locked, decided, taken away."""

import datetime as dt
import json

import pytest
import sqlalchemy as sql
import streamlit as st

from cx import text
from cx.session.sessions import retention, stored
from cx.session.store import schema
from tests.app import screens
from tests.made import sessions as samples

pytestmark = pytest.mark.usefixtures("own_store")


def store():
    from pages.parts.shell.database import store as opened

    return opened()


def started(name="Energy Q3", locale="en-GB"):
    app = screens.loaded(locale=locale, on="sessions")
    app.text_input[0].set_value(name)
    screens.button(app, "sessions.start", "nl" if locale == "nl-NL" else "en").click().run()
    assert not app.exception
    return app


def joined():
    """A second person, who opens the same session."""
    app = screens.page(screens.opened(), "sessions")
    screens.button(app, "sessions.open").click().run()
    assert not app.exception
    return app


def only():
    (one,) = stored.listed(store())
    return stored.load(store(), one.id)


def decide(app, key):
    app.get_by_key(key).click().run()
    assert not app.exception
    return app


@pytest.mark.parametrize(("lang", "locale"), [("en", "en-GB"), ("nl", "nl-NL")])
def test_without_anything_the_page_says_what_a_session_is(lang, locale):
    app = screens.page(screens.opened(locale), "sessions")
    assert text.say("empty.sessions", lang) in screens.read(app)
    assert text.say("sessions.none", lang) in screens.read(app)


@pytest.mark.parametrize(("lang", "locale"), [("en", "en-GB"), ("nl", "nl-NL")])
def test_without_a_session_the_page_of_decisions_offers_to_start_one(lang, locale):
    app = screens.loaded(locale=locale, on="decisions")
    assert text.say("decisions.no_session", lang) in screens.read(app)
    screens.button(app, "sessions.start", lang).click().run()
    assert screens.title(app) == text.say("decisions.none", lang, n=4)


def test_nothing_is_kept_before_a_session_is_started(own_store):
    app = screens.uploaded()
    screens.page(app, "priorities")
    assert list(own_store.iterdir()) == []


def test_each_change_is_saved_and_the_session_comes_back_as_it_was():
    app = screens.page(started(), "matrix")
    app.get_by_key("control_en_rule").set_value("median").run()
    assert only().settings.crosshair_rule == "median"
    assert "Saved" in screens.read(app)
    other = joined()
    screens.page(other, "matrix")
    assert screens.title(other) == screens.title(app)
    assert other.get_by_key("control_en_rule").value == "median"


def test_an_opened_session_has_its_data_without_the_file():
    started()
    other = joined()
    data = screens.page(other, "data")
    assert screens.title(data) == text.say("saved.title", "en")
    assert list(screens.tables(data)[0].value["touchpoint"]) == ["Invoice", "App", "Call", "Letter"]


def test_a_new_period_comes_beside_the_data_of_the_session():
    content = "Touchpoint;Satisfaction (1-10);Impact;Volume;Period\nInvoice;{};8;10;{}\nApp;8,0;2;30;{}\n"
    app = screens.loaded(content.format("6,0", "Q1 2026", "Q1 2026"), on="sessions")
    screens.button(app, "sessions.start").click().run()
    app = screens.page(app, "decisions")
    decide(app, "accept")
    app.get_by_key(f"control_en_target_{only().decisions[0].touchpoint}").set_value("7,0").run()
    later = screens.page(joined(), "data")
    later.file_uploader[0].upload("q2.csv", content.format("7,5", "Q2 2026", "Q2 2026").encode()).run()
    later.run()
    assert only().touchpoints.periods == ("Q1 2026", "Q2 2026")
    log = screens.read(screens.page(later, "decisions"))
    row = log[log.index("<td><b>Invoice</b>") :]
    assert "7.00</td><td class='cx-number'>7.50</td><td>yes" in row


def test_another_file_leaves_the_session_as_it_was():
    app = started()
    app.switch_page("app.py").run()
    app.file_uploader[0].upload("other.csv", screens.SMALL.replace("Invoice", "Bill").encode()).run()
    assert text.say("session.unsaved", "en") in [one.label for one in app.get("page_link")]
    assert "Invoice" in set(only().touchpoints.rows["touchpoint"])


# --- the list ---


def test_renamed_duplicated_archived_deleted_and_restored():
    app = started()
    one = only()
    pick(app, one.id, "rename")
    app.get_by_key(f"name_{one.id}").set_value("Board").run()
    app.get_by_key("rename_do").click().run()
    assert only().name == "Board"
    pick(app, one.id, "duplicate")
    assert sorted(line.name for line in stored.listed(store())) == ["Board", "Board (copy)"]
    pick(app, one.id, "archive")
    assert [line.archived for line in stored.listed(store()) if line.id == one.id] == [True]
    pick(app, one.id, "delete")
    assert [line.name for line in stored.listed(store())] == ["Board (copy)"]
    assert text.say("sessions.was_deleted", "en", name="Board") in screens.read(app)
    app.get_by_key("undelete").click().run()
    assert not app.exception
    assert len(stored.listed(store())) == 2


def pick(app, session_id, act):
    app.get_by_key(f"acts_en_{session_id}").click(act).run()
    assert not app.exception


def test_the_retention_is_set_on_the_page_and_by_the_environment(monkeypatch):
    app = screens.page(screens.opened(), "sessions")
    app.get_by_key("control_en_keep_days").set_value(30).run()
    assert retention.keep_days(store()) == 30
    monkeypatch.setenv("CX_KEEP_DAYS", "90")
    app.run()
    box = app.get_by_key("control_en_keep_days")
    assert (box.value, box.disabled) == (90, True)


# --- two people ---


def test_the_second_of_two_is_shown_what_changed_and_chooses():
    one = started()
    two = joined()
    one = screens.page(one, "sessions")
    two = screens.page(two, "sessions")
    one.get_by_key("control_en_session_notes").set_value("from one").run()
    two.get_by_key("control_en_session_notes").set_value("from two").run()
    assert only().notes == "from one"
    asked = two.get_by_key("meeting_0")
    assert asked.options == ["Theirs: from one", "Yours: from two"]
    asked.set_value("mine")
    screens.button(two, "meeting.choose").click().run()
    assert not two.exception
    assert only().notes == "from two"
    one.run()
    assert one.get_by_key("control_en_session_notes").value == "from two"


def test_what_two_changed_apart_stands_and_is_told():
    one = screens.page(started(), "sessions")
    two = screens.page(joined(), "matrix")
    one.get_by_key("control_en_session_notes").set_value("from one").run()
    two.get_by_key("control_en_rule").set_value("median").run()
    found = only()
    assert (found.notes, found.settings.crosshair_rule) == ("from one", "median")
    assert text.say("history.notes", "en") in screens.read(two)
    two.get_by_key("seen").click().run()
    assert text.say("history.notes", "en") not in screens.read(two)


def test_who_has_a_session_open_that_is_deleted_is_told():
    one = started()
    retention.set_deleted(store(), only().id, stored.moment_now())
    screens.page(one, "matrix")
    assert not one.exception
    assert "deleted" in one.warning[0].value


# --- the lock ---


def test_a_lock_freezes_for_everybody_and_unlocking_is_logged():
    one = started()
    two = screens.page(joined(), "matrix")
    one.get_by_key("lock_session").click().run()
    assert only().locked is not None
    two.run()
    assert two.get_by_key("control_en_rule").disabled
    assert "Locked by" in screens.read(two)
    data = screens.page(two, "data")
    assert text.say("lock.held", "en") in screens.read(data)
    assert len(data.file_uploader) == 0
    two.get_by_key("unlock_session").click().run()
    assert only().locked is None
    assert stored.history(store(), only().id)[-1].key == "locked.off"


def test_who_moved_a_line_while_it_was_locked_is_told_and_the_line_stays():
    one = started()
    two = screens.page(joined(), "matrix")
    one.get_by_key("lock_session").click().run()
    two.get_by_key("control_en_rule").set_value("median").run()
    assert not two.exception
    assert only().settings.crosshair_rule == "mean"
    assert two.get_by_key("control_en_rule").value == "mean"
    assert text.say("history.settings.crosshair", "en") in screens.read(two)


# --- decisions ---


def test_a_decision_by_keys_with_a_mission_and_a_contradiction():
    app = screens.page(started(), "decisions")
    assert screens.title(app) == text.say("decisions.none", "en", n=4)
    shortcuts = [one.proto.shortcut for one in app.button if one.proto.shortcut]
    assert shortcuts == ["p", "n", "a", "1", "2", "3", "4"]
    decide(app, "accept")
    assert screens.title(app) == text.say("decisions.some", "en", n=1, total=4)
    (first,) = only().decisions
    assert (first.name, first.strategy, first.accepted, first.current) == ("Invoice", "fix_first", True, 6.0)
    app.get_by_key(f"control_en_owner_{first.touchpoint}").set_value("<b>Anna</b>").run()
    app.get_by_key(f"control_en_due_{first.touchpoint}").set_value(dt.date(2026, 12, 1)).run()
    decide(app, "strategy_simplify")
    overruled = only().decisions[0]
    assert (overruled.strategy, overruled.accepted, overruled.owner) == ("simplify", False, "<b>Anna</b>")
    words = screens.read(app)
    assert text.say("decisions.differs", "en") in words
    assert "&lt;b&gt;Anna&lt;/b&gt;" in words
    decide(app, "decide_next")
    decide(app, "accept")
    assert len(only().decisions) == 2
    decide(app, "withdraw")
    assert [one.name for one in only().decisions] == ["Invoice"]


def test_a_measure_of_ones_own_asks_for_its_value_today():
    app = screens.page(started(), "decisions")
    decide(app, "accept")
    id_ = only().decisions[0].touchpoint
    app.get_by_key(f"control_en_measure_{id_}").set_value("own").run()
    app.get_by_key(f"control_en_current_{id_}").set_value("40").run()
    app.get_by_key(f"control_en_target_{id_}").set_value("20").run()
    app.get_by_key(f"control_en_latest_{id_}").set_value("15").run()
    assert not app.exception
    decision = only().decisions[0]
    assert (decision.current, decision.target, decision.reached(decision.latest)) == (40.0, 20.0, True)


def test_the_clock_of_the_agenda_runs_pauses_and_goes_on_to_the_next_step():
    app = screens.page(started(), "sessions")
    app.get_by_key("control_en_minutes_vote").set_value("0").run()
    for key in ("agenda_start", "agenda_pause"):
        app.get_by_key(key).click().run()
    assert (only().agenda.step, only().agenda.started) == ("read", None)
    app.get_by_key("agenda_next").click().run()
    assert only().agenda.step == "discuss"


# --- files ---


def test_a_session_file_and_a_session_workbook_are_brought_back():
    from cx.deliver.workbook.session import session_workbook
    from cx.matrix import build
    from cx.session import portable

    started()
    one = only()
    whole = portable.exported(store(), one.id)
    made = session_workbook(one, build(one.touchpoints, one.settings), [], document=whole, lang="en")
    app = screens.page(screens.opened(), "sessions")
    app.file_uploader[0].upload("x.cxsession", whole.encode()).run()
    assert not app.exception
    app.switch_page("app.py").run()
    app.file_uploader[0].upload("x.xlsx", made).run()
    assert not app.exception
    found = [stored.load(store(), line.id) for line in stored.listed(store())]
    assert [line.name for line in found] == ["Energy Q3"] * 3
    assert len({json.dumps(line.touchpoints.rows.to_dict()) for line in found}) == 1


@pytest.mark.parametrize(("lang", "locale"), [("en", "en-GB"), ("nl", "nl-NL")])
def test_a_file_that_is_no_session_is_refused_with_the_way_on(lang, locale):
    app = screens.page(screens.opened(locale), "sessions")
    app.file_uploader[0].upload("x.cxsession", b'{"a": 1}').run()
    assert text.say("error.no_session.todo", lang) in screens.read(app)
    assert stored.listed(store()) == ()


def test_a_store_of_a_newer_version_is_said_so():
    with store().begin() as connection:
        connection.execute(sql.insert(schema.versions).values(number=99))
    store().close()
    st.cache_resource.clear()
    app = screens.page(screens.opened(), "sessions")
    assert "newer version" in app.error[0].value


def test_what_was_kept_long_enough_goes_in_days_that_the_program_sees(monkeypatch, own_store):
    opened = samples.opened(own_store)
    old = samples.session(changed=samples.MORNING, deleted=samples.MORNING)
    for one in (old, samples.session("Left alone")):
        stored.add(opened, one)
    opened.close()
    monkeypatch.setenv("CX_KEEP_DAYS", "1")
    found, now = store(), stored.moment_now()
    for day in range(1, 8):
        retention.tidy(found, now=now + dt.timedelta(days=day))
    assert [one.name for one in stored.listed(found, deleted=True)] == ["Left alone"]
    assert stored.listed(found) == ()
