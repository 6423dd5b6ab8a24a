"""A page that comes with a session in its address, and files that are dropped where nothing takes them.

Long are further addresses of ``test_one_that_is_not_here_is_told_and_stays_told``.
"""

import pytest

from cx import text
from cx.session import portable
from cx.session.drafts import place
from cx.session.sessions import stored
from pages.parts.access import facilitator
from pages.parts.drafts import owner
from pages.parts.shell import keys, language
from pages.parts.shell.database import store
from tests.app import screens
from tests.app.test_sessions_pages import only, started
from tests.app.test_transitions import control
from tests.project import tiers

pytestmark = pytest.mark.usefixtures("own_store")
OTHER = screens.SMALL.replace("Invoice", "Bill")


def arrived(session_id, on="priorities", locale="en-GB"):
    """A page that comes with a session in its address; drawn twice, as the browser tells its size."""
    app = screens._begun(locale)
    app.query_params["session"] = session_id
    app.switch_page(f"pages/{on}.py")
    app.query_params["session"] = session_id
    app.run().run()
    assert not app.exception
    return app


def in_address(app):
    return "".join(app.query_params.get("session", ""))


def test_an_open_session_stands_in_the_address_of_each_page_and_of_each_link():
    app = started()
    assert in_address(app) == only().id
    for on in ("matrix", "method"):
        assert in_address(screens.page(app, on)) == only().id
    links = [one.proto for one in app.get("page_link")]
    assert all(only().id in one.query_string for one in links if one.label in {"Matrix", "Data"})
    screens.page(app, "sessions").get_by_key("leave").click().run()
    assert in_address(app) == ""


def test_a_page_that_comes_with_it_shows_it_as_it_was_left(monkeypatch):
    monkeypatch.setattr(owner, "name", lambda: place.owner("a" * 43))
    app = screens.page(started(), "matrix")
    control(app, "rule").set_value("median").run()
    screens.page(app, "priorities")
    control(app, "quadrants").set_value(["fix_first"]).run()
    come = arrived(only().id)
    assert come.session_state[keys.SESSION].id == only().id
    assert come.session_state[keys.WORKSPACE].settings.crosshair_rule == "median"
    assert control(come, "quadrants").value == ["fix_first"]
    monkeypatch.setattr(owner, "name", lambda: place.owner("b" * 43))
    assert control(arrived(only().id), "quadrants").value == []


def test_a_locked_one_comes_locked():
    app = started()
    app.get_by_key("lock_session").click().run()
    assert arrived(only().id, "data").session_state[keys.SESSION].locked


@pytest.mark.parametrize(
    ("why", "lang", "locale"),
    tiers.first(
        [("deleted", "en", "en-GB"), ("odd", "nl", "nl-NL")],
        *[("unknown", "en", "en-GB"), ("no store", "nl", "nl-NL"), ("deleted", "nl", "nl-NL")],
        rows=True,
    ),
)
def test_one_that_is_not_here_is_told_and_stays_told(why, lang, locale):
    id_ = {"odd": "<b>../x", "unknown": "0" * 32, "no store": "0" * 32}.get(why)
    if why in {"deleted", "unknown"}:
        started()
        if why == "deleted":
            id_ = only().id
            stored.amend(store(), id_, deleted=stored.moment_now())
    app = arrived(id_, locale=locale)
    assert text.say("error.session_not_here", lang) in screens.read(app)
    assert (in_address(app), keys.SESSION in app.session_state) == ("", False)


def test_a_session_that_others_delete_leaves_the_address():
    app = started()
    stored.amend(store(), only().id, deleted=stored.moment_now())
    screens.page(app, "matrix")
    app.run()
    assert in_address(app) == ""


def test_an_id_opens_nothing_behind_the_key_of_a_room(monkeypatch):
    started()
    id_ = only().id
    monkeypatch.setenv(facilitator.KEY, "secret")
    app = arrived(id_)
    assert text.say("gate.title", "en") in screens.read(app)
    assert keys.SESSION not in app.session_state


def test_the_language_that_was_chosen_comes_back(monkeypatch):
    monkeypatch.setattr(language, "kept", lambda: "nl")
    app = screens.opened("en-GB")
    assert app.session_state["language"] == "nl"
    assert screens.title(app) == text.say("start.title", "nl")


# --- dropped files ---


def caught(app, content, name):
    app.session_state[keys.CATCHING] = True
    app.run()
    box = next(one for one in app.file_uploader if str(one.key).startswith("upload_dropped"))
    box.upload(name, content).run()
    assert not app.exception
    return app


def names(app):
    return app.session_state[keys.WORKSPACE].names


def test_a_dropped_file_is_taken_at_once_where_nothing_is_loaded():
    app = caught(screens.page(screens.opened(), "method"), screens.SMALL.encode(), "small.csv")
    assert names(app) == "small.csv"
    assert keys.CATCHING not in app.session_state


@pytest.mark.parametrize(
    ("answer", "left"), [("add", "small.csv, other.csv"), ("replace", "other.csv"), ("leave", "small.csv")]
)
def test_where_something_is_loaded_it_is_asked(answer, left):
    app = caught(screens.loaded(on="priorities"), OTHER.encode(), "other.csv")
    assert text.say("drop.came", "en", n=1, files="other.csv") in screens.read(app)
    assert names(app) == "small.csv"
    app.get_by_key(f"drop_{answer}").click().run()
    assert not app.exception
    assert names(app) == left
    assert not any(str(one.key).startswith("upload_dropped") for one in app.file_uploader)


def test_a_dropped_session_is_opened_and_another_kind_is_refused_with_words():
    app = started()
    whole = portable.exported(store(), only().id).encode()
    screens.page(app, "sessions").get_by_key("leave").click().run()
    caught(screens.page(app, "method"), whole, "meeting.cxsession")
    assert app.session_state[keys.SESSION].name == "Energy Q3"
    app = caught(screens.page(screens.opened(), "method"), b"nothing", "meeting.cxsession")
    assert "meeting.cxsession" in screens.read(app)
    assert keys.CATCHING not in app.session_state
