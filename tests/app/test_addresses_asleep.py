"""An address for alerts sleeps until a person on this machine confirms it, and is never shown whole."""

import json
from dataclasses import replace

import pytest

from cx import intake, matrix, text
from cx.deliver.workbook.session import session_workbook
from cx.records import AlertRule
from cx.session import outwards, portable
from cx.session.alerts import confirmed_addresses
from cx.session.sessions import change_words, stored
from tests.app import screens
from tests.app.test_new_period import FIRST, LATER, added, begun, joined, kept, store
from tests.made import sessions as samples
from tests.receiver import receiver

pytestmark = pytest.mark.usefixtures("own_store")
SECRET = "s3cret-of-a-chat"
RULE = AlertRule("below", 9.9)


def from_before(url, lang="en"):
    """The file of a session with two periods, as the program wrote it when addresses went into files."""
    app = screens.loaded(FIRST + LATER.split("\n", 1)[1], "two.csv", on="sessions")
    screens.button(app, "sessions.start", lang).click().run()
    whole = replace(kept(), alerts=(RULE,), webhook=url, told=())
    parts = json.loads(portable.exported(store(), whole.id))
    parts["session"] = json.loads(portable.document.written(whole))["session"]
    stored.remove(store(), whole.id)
    return json.dumps(parts)


def workbook_of(text_of_file):
    found = portable.document.session_of(text_of_file)
    drawn = matrix.build(found.touchpoints, found.settings)
    return session_workbook(found, drawn, [], document=text_of_file, lang="en")


def brought(content, kind):
    """The page that follows when a session is brought: as a file, or as a workbook on the start page."""
    app = screens.opened()
    if kind == "workbook":
        app.file_uploader[0].upload("s.xlsx", workbook_of(content))
    else:
        screens.page(app, "sessions").file_uploader[0].upload("s.cxsession", content.encode())
    return app.run()


def on_screen(app):
    """Everything that the browser is sent about the page."""
    return "".join(str(one.proto) for one in app._tree if hasattr(one, "proto")) + screens.read(app)


@pytest.mark.parametrize("kind", ["file", "workbook"])
def test_an_imported_address_is_told_nothing_until_it_is_confirmed_here(kind):
    with receiver() as (url, got):
        secret = f"{url}/{SECRET}"
        app = brought(from_before(secret), kind)
        assert not app.exception
        assert screens.title(app) != text.say("start.title", "en")
        place = outwards.parse(url).place
        assert kept().webhook == secret
        assert f"nobody on this machine has confirmed {place}" in screens.read(app)
        app = screens.page(app, "compare")
        assert f"http://{place}/…" in screens.read(app)
        assert SECRET not in on_screen(app)
        assert app.get_by_key("send_alerts").disabled
        assert got == []
        app.get_by_key("confirm_host").click().run()
        assert got == []
        app.get_by_key("send_alerts").click().run()
        assert text.say("alerts.sent", "en") in [one.value for one in app.success]
    assert len(got) == 1


def test_a_new_period_wakes_nobody():
    with receiver() as (url, got):
        begun()
        stored.save(store(), replace(kept(), alerts=(RULE,), webhook=url, told=("2026-Q1",)))
        app = added(joined())
        assert "nobody on this machine has confirmed" in screens.read(app)
        assert not app.exception
        assert got == []
    assert kept().told == ("2026-Q1", "2026-Q2")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_typed_address_is_kept_masked_and_asleep(lang):
    app = screens.page(begun({"en": "en-GB", "nl": "nl-NL"}[lang]), "compare")
    box = next(one for one in app.text_input if one.label == text.say("alerts.webhook", lang))
    assert box.proto.type == box.proto.PASSWORD
    box.set_value(f"https://hooks.example.com/{SECRET}").run()
    assert kept().webhook == f"https://hooks.example.com/{SECRET}"
    assert "https://hooks.example.com/…" in screens.read(app)
    label = text.say("alerts.confirm", lang, host="hooks.example.com")
    assert label in [one.label for one in app.button]
    assert SECRET not in on_screen(app)
    assert SECRET not in on_screen(app.run())
    app.get_by_key("confirm_host").click().run()
    assert text.say("alerts.to", lang, address="https://hooks.example.com/…") in screens.read(app)
    assert "confirm_host" not in [one.key for one in app.button]
    app.get_by_key("forget_address").click().run()
    assert kept().webhook == ""
    words = [change_words.told(one, lang) for one in stored.history(store(), kept().id)]
    assert text.say("history.confirmed", lang) in words
    assert SECRET not in "".join(words)


def test_what_is_typed_and_no_address_is_said_and_not_kept():
    app = screens.page(begun(), "compare")
    box = next(one for one in app.text_input if one.label == text.say("alerts.webhook", "en"))
    box.set_value(f"https://hooks.example.com:{SECRET}/").run()
    assert "This is no address of a webhook." in screens.read(app)
    assert SECRET not in on_screen(app)
    assert kept().webhook == ""


def test_without_a_session_an_address_sleeps_too():
    with receiver() as (url, got):
        content = FIRST + LATER.split("\n", 1)[1]
        app = screens.loaded(content, "two.csv", on="compare")
        app.get_by_key("add_below").click().run()
        box = next(one for one in app.text_input if one.label == text.say("alerts.webhook", "en"))
        box.set_value(url).run()
        assert app.get_by_key("send_alerts").disabled
        app.get_by_key("confirm_host").click().run()
        app.get_by_key("send_alerts").click().run()
        assert not app.exception
    assert len(got) == 1


def test_what_was_confirmed_holds_for_one_session_one_address_and_one_machine(monkeypatch):
    address = outwards.parse("https://hooks.example.com/a")
    one = stored.add(store(), samples.session(webhook="https://hooks.example.com/a"))
    confirmed_addresses.confirm(store(), one.id, address, who="Anna")
    assert confirmed_addresses.of_session(store(), one.id) == {address.digest}
    copy = stored.add(store(), stored.duplicated(one, "Copy"))
    assert confirmed_addresses.of_session(store(), copy.id) == set()
    assert outwards.parse("https://hooks.example.com/b").digest not in confirmed_addresses.of_session(
        store(), one.id
    )
    monkeypatch.setattr(confirmed_addresses.platform, "node", lambda: "another-machine")
    assert confirmed_addresses.of_session(store(), one.id) == set()


def test_no_export_holds_the_address():
    session = stored.add(store(), samples.session(webhook=f"https://hooks.example.com/{SECRET}"))
    whole = portable.exported(store(), session.id)
    drawn = matrix.build(session.touchpoints, session.settings)
    book = session_workbook(session, drawn, [], document=whole, lang="en")
    cells = intake.read(book, "s.xlsx").sheet("cx-session")
    unpacked = intake.saved.workbook.document_of(intake.read(book, "s.xlsx"))
    assert cells is not None
    assert [text for text in (whole, unpacked, repr(session)) if SECRET in text or "hooks" in text] == []
    assert json.loads(whole)["session"]["webhook"] == ""


def test_two_who_changed_the_address_are_shown_both_hosts_and_no_secret():
    before = samples.session(webhook="https://a.example/1")
    after = replace(before, webhook=f"https://b.example/{SECRET}")
    (found,) = stored.differences.between(before, after)
    said = [change_words.value_in_words(found, value, "en") for value in (found.before, found.after, None)]
    assert said == ["https://a.example/…", "https://b.example/…", text.say("history.nothing", "en")]
    assert SECRET not in change_words.described(found, "en") + repr(stored.changes((found,), after, "Anna"))
