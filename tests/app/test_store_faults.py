"""Whatever the database does: the page stays, says what to do, and saves the change when it can be saved.

Long are further faults of ``test_a_change_that_cannot_be_saved_stays_on_the_screen_and_is_saved_later`` and
``test_every_page_stays_whatever_the_fault``.
"""

import contextlib
import json
import sqlite3

import pytest
import sqlalchemy as sql

from cx import text
from cx.session.sessions import stored
from cx.session.store import backups, database, schema
from tests.app import screens
from tests.app.test_sessions_pages import joined, only, pick, started, store
from tests.project import tiers

pytestmark = pytest.mark.usefixtures("own_store")

FILE = "sessions.sqlite"
PAGES = (
    "data",
    "matrix",
    "drivers",
    "journeys",
    "lenses",
    "priorities",
    "compare",
    "room",
    "decisions",
    "sessions",
    "method",
)


@pytest.fixture(autouse=True, scope="module")
def impatient():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_PATIENCE", 0.3)
        patch.setattr(database, "_IMPATIENCE", 0.05)
        yield


class Away(Exception):
    """What a driver raises when its server does not answer."""


@contextlib.contextmanager
def locked(folder):
    holder = sqlite3.connect(folder / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    yield
    holder.execute("ROLLBACK")
    holder.close()


@contextlib.contextmanager
def with_pragma(words):
    def ask(connection, _record):
        connection.execute(f"PRAGMA {words}")

    engine = store().engine
    sql.event.listen(engine, "connect", ask)
    engine.dispose()
    yield
    sql.event.remove(engine, "connect", ask)
    engine.dispose()


def full(_folder):
    return with_pragma("max_page_count=1")


def readonly(_folder):
    return with_pragma("query_only=ON")


@contextlib.contextmanager
def away(_folder):
    def refuse(*_given):
        raise sql.exc.OperationalError("SELECT", {}, Away("connection refused"))

    engine = store().engine
    sql.event.listen(engine, "begin", refuse)
    yield
    sql.event.remove(engine, "begin", refuse)


@contextlib.contextmanager
def newer(folder, step=1):
    """Another version of the program is started on the same database."""
    with contextlib.closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute(
            "UPDATE schema_version SET number = number + ? WHERE number = ?", (step, schema.VERSION)
        )
        yield
        other.execute("UPDATE schema_version SET number = ? WHERE number > 2", (schema.VERSION,))


FAULTS = {
    "store_busy": locked,
    "store_newer_meanwhile": newer,
    "store_full": full,
    "store_readonly": readonly,
    "store_unreached": away,
}


def says(app, key, lang="en"):
    """Whether the page shows the beginning of an error's words, and what to do."""
    start = text.say(f"error.{key}", lang, place="\0", reason="", found=0, known=0).split("\0")[0]
    return start in screens.read(app) and text.say(f"error.{key}.todo", lang) in screens.read(app)


def long_note(app):
    return app.get_by_key("control_en_session_notes").set_value("mine " * 4000)


@pytest.mark.parametrize("key", tiers.first(list(FAULTS)[:1], *list(FAULTS)[1:]))
def test_a_change_that_cannot_be_saved_stays_on_the_screen_and_is_saved_later(own_store, key):
    app = started()
    with FAULTS[key](own_store):
        long_note(app).run()
        assert not app.exception
        assert says(app, key)
        assert text.say("session.not_saved", "en") in screens.read(app)
        assert "Saved " not in screens.read(app)
        assert app.get_by_key("control_en_session_notes").value.startswith("mine mine")
        screens.page(app, "matrix")
        assert not app.exception
        assert len(screens.bubbles(app)) == 4
        app.get_by_key("control_en_rule").set_value("median").run()
        assert text.say("session.not_saved", "en") in screens.read(app)
        assert "median" in screens.title(app) or app.get_by_key("control_en_rule").value == "median"
    assert only().notes == ""
    app.run()
    assert (only().notes.startswith("mine mine"), only().settings.crosshair_rule) == (True, "median")
    assert text.say("session.not_saved", "en") not in screens.read(app)
    assert "Saved " in screens.read(app)


def test_the_words_are_dutch_where_the_page_is(own_store):
    app = started(locale="nl-NL")
    with locked(own_store):
        app.get_by_key("control_nl_session_notes").set_value("x").run()
        assert says(app, "store_busy", "nl")
        assert text.say("session.not_saved", "nl") in screens.read(app)


@pytest.mark.parametrize("key", tiers.first(list(FAULTS)[1:2], *list(FAULTS)[:1], *list(FAULTS)[2:]))
def test_every_page_stays_whatever_the_fault(own_store, key):
    app = started()
    with FAULTS[key](own_store):
        for name in PAGES:
            screens.page(app, name)
            assert not app.exception, name
            assert app.title, name
        app.switch_page("app.py").run()
        assert not app.exception
    app.run()
    assert not app.exception


def test_a_session_that_a_newer_version_wrote_meanwhile_is_not_written_over():
    app = started()
    written = sql.func.replace(schema.sessions.c.document, '"version":1,', '"version":99,')
    with store().begin() as connection:
        connection.execute(sql.update(schema.sessions).values(document=written))
    app.get_by_key("control_en_session_notes").set_value("mine").run()
    assert not app.exception
    assert text.say("error.session_newer.todo", "en") in screens.read(app)
    assert text.say("session.not_saved", "en") in screens.read(app)
    with store().read() as connection:
        assert '"version":99,' in connection.execute(sql.select(schema.sessions.c.document)).scalar()


def test_a_click_that_cannot_be_done_is_said(own_store):
    app = started()
    with locked(own_store):
        pick(app, only().id, "archive")
        assert says(app, "store_busy")
    assert [one.archived for one in stored.listed(store())] == [False]


def test_a_session_that_cannot_be_started_is_said_and_started_later(own_store):
    app = started()
    app.get_by_key("leave").click().run()
    app.switch_page("app.py").run()
    app.file_uploader[0].upload("small.csv", screens.SMALL.encode()).run()
    screens.page(app, "sessions")
    with locked(own_store):
        screens.button(app, "sessions.start").click().run()
        assert not app.exception
        assert says(app, "store_busy")
    screens.button(app, "sessions.start").click().run()
    assert len(stored.listed(store())) == 2


def test_rules_of_conflict_hold_for_what_was_not_saved(own_store):
    app, other = started(), joined()
    screens.page(other, "sessions")
    with full(own_store):
        long_note(app).run()
    other.get_by_key("control_en_session_notes").set_value("theirs").run()
    other.run()
    assert only().notes == "theirs"
    app.run()
    assert text.say("meeting.why", "en") in screens.read(app)
    assert only().notes == "theirs"
    app.radio(key="meeting_0").set_value("mine")
    with full(own_store):
        app.get_by_key("choose").click().run()
        assert not app.exception
        assert text.say("session.not_saved", "en") in screens.read(app)
    app.run()
    assert only().notes.startswith("mine mine")


def test_who_leaves_before_it_is_saved_loses_nothing(own_store):
    app = started()
    from pages.parts.shell import database as opened

    with locked(own_store):
        long_note(app).run()
        app.get_by_key("leave").click().run()
        assert text.say("session.left_waiting", "en") in screens.read(app)
        assert len(opened.waiting()) == 1
    assert opened.waiting().settle(store(), patience=0) == 1
    assert only().notes.startswith("mine mine")


def test_what_was_saved_after_all_does_not_wait(own_store):
    app = started()
    from pages.parts.shell import database as opened

    with locked(own_store):
        long_note(app).run()
        assert len(opened.waiting()) == 1
    app.run()
    assert len(opened.waiting()) == 0


def test_what_is_not_saved_can_be_taken_away_as_a_file(own_store):
    from cx.session.sessions import document
    from pages.parts.open_session import rescue

    app = started()
    with locked(own_store):
        long_note(app).run()
        labels = [one.label for one in app.get("download_button")]
        assert text.say("sessions.export.file", "en") in labels
        held = app.session_state["session as it is on the screen and not in the store yet"]
    secret = stored.replace(held, webhook="https://chat.example/s3cret")
    found = document.session_of(rescue.content(secret).decode())
    assert found.notes.startswith("mine mine")
    assert found.webhook == ""


# --- opened damaged, newer, away ---


def test_a_damaged_session_hides_no_other_and_is_taken_away_or_deleted():
    started("Bad")
    bad = only()
    stored.add(store(), stored.duplicated(bad, "Good"))
    with store().begin() as connection:
        connection.execute(
            sql.update(schema.sessions).where(schema.sessions.c.id == bad.id).values(document="{")
        )
    app = screens.page(screens.opened(), "sessions")
    assert "Good" in screens.read(app) and "Bad" in screens.read(app)
    app.get_by_key(f"open_{bad.id}").click().run()
    assert not app.exception
    assert text.say("error.session_unreadable", "en", name="Bad") in screens.read(app)
    assert text.say("sessions.remains", "en") in [one.label for one in app.get("download_button")]
    pick(app, bad.id, "duplicate")
    assert text.say("error.session_unreadable", "en", name="Bad") in screens.read(app)
    pick(app, bad.id, "delete")
    assert [one.name for one in stored.listed(store())] == ["Good"]


def test_a_damaged_session_on_the_start_page_leads_to_where_it_is_dealt_with():
    started("Bad")
    bad = only()
    with store().begin() as connection:
        connection.execute(sql.update(schema.sessions).values(document="{"))
    app = screens.opened()
    app.get_by_key(f"reopen_open_{bad.id}").click().run()
    assert not app.exception
    assert screens.title(app) == text.say("sessions.title", "en")
    assert text.say("error.session_unreadable", "en", name="Bad") in screens.read(app)


def test_a_session_that_is_damaged_below_an_open_page_is_written_again():
    app = started()
    with store().begin() as connection:
        connection.execute(sql.update(schema.sessions).values(document="{"))
    app.get_by_key("control_en_session_notes").set_value("whole").run()
    assert not app.exception
    assert only().notes == "whole"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("UPDATE schema_version SET number = 0", "store_version"),
        ("UPDATE schema_version SET number = number + 1", "store_newer"),
    ],
)
def test_a_wrong_version_is_said_and_the_rest_works(own_store, words, key):
    app = started()
    app.get_by_key("leave").click().run()
    close()
    with sqlite3.connect(own_store / FILE) as made:
        made.execute(words)
    made.close()
    start = screens.uploaded()
    assert len(screens.bubbles(screens.page(start, "matrix"))) == 4
    for app in (screens.opened(), screens.page(start, "sessions"), screens.page(start, "compare")):
        assert not app.exception
        assert text.say(f"error.{key}.todo", "en") in screens.read(app)


def close():
    """Let the store be opened anew, as a server that starts does."""
    import streamlit as st

    store().close()
    st.cache_resource.clear()


def test_a_folder_that_cannot_be_made_is_said_and_the_rest_works(own_store, monkeypatch):
    (own_store / "file").write_text("in the way")
    monkeypatch.setenv("CX_DATA", str(own_store / "file" / "cx"))
    app = screens.uploaded()
    assert len(screens.bubbles(screens.page(app, "matrix"))) == 4
    screens.page(app, "sessions")
    assert not app.exception
    assert text.say("error.store_folder.todo", "en") in screens.read(app)
    screens.button(app, "sessions.start").click().run()
    assert not app.exception


# --- backups ---


def test_a_backup_is_restored_after_one_question(own_store):
    app = started()
    app.get_by_key("control_en_session_notes").set_value("then").run()
    made = backups.make(own_store / FILE, "day")
    app.get_by_key("control_en_session_notes").set_value("later").run()
    assert only().notes == "later"
    assert text.say("backups.ask", "en") in screens.read(app.run())
    app.get_by_key(f"restore_{made.number}").click().run()
    assert not app.exception
    assert text.say("backups.done", "en", moment="x").split("x")[0] in app.success[0].value
    assert only().notes == "then"
    assert backups.known(own_store / FILE)[0].kind == "restore"


def test_a_store_that_cannot_be_opened_is_replaced_by_its_backup(own_store):
    started()
    made = backups.make(own_store / FILE, "day")
    name = only().name
    close()
    (own_store / FILE).write_bytes(b"?" * 9000)
    app = screens.page(screens.opened(), "sessions")
    assert says(app, "store_unreadable")
    app.get_by_key(f"restore_{made.number}").click().run()
    assert not app.exception
    assert only().name == name
    assert not says(app.run(), "store_unreadable")


def test_a_backup_that_is_damaged_is_not_offered(own_store):
    app = started()
    made = backups.make(own_store / FILE, "day")
    made.path.write_bytes(b"?")
    app.run()
    assert text.say("backups.unusable", "en") in screens.read(app)
    assert not [one for one in app.button if one.key == f"restore_{made.number}"]


def test_the_remains_of_a_session_are_a_document():
    from pages.parts.sessions import damaged_sessions

    started("Bad")
    content = json.loads(damaged_sessions.remains(store(), only().id))
    assert content["format"] == "cx-session"
