"""A new period in an open session: rules are checked, told, and sent once; missions say whether they hold."""

from dataclasses import replace

import pytest
import streamlit as st

from cx import text
from cx.records import AlertRule
from cx.session import outwards
from cx.session.alerts import confirmed_addresses
from cx.session.sessions import stored
from cx.session.store import database
from pages.parts.shell import keys
from pages.parts.take_away import additions, downloads
from tests.app import screens
from tests.app.test_store_faults import locked
from tests.made import sessions as samples
from tests.receiver import receiver

pytestmark = pytest.mark.usefixtures("own_store")
HEAD = "Touchpoint;Satisfaction (1-10);Impact;Volume;Period;n;sd\n"
FIRST = HEAD + "".join(
    f"{name};{mean};{impact};100;2026-Q1;400;1,0\n"
    for name, mean, impact in (("Invoice", "8,0", 8), ("App", "8,0", 9), ("<b>Call</b>", "6,0", 2))
)
LATER = FIRST.replace("Q1", "Q2").replace("Invoice;8,0", "Invoice;7,0").replace("</b>;6,0", "</b>;5,5")
ALERT = "Invoice: satisfaction fell by 1.00 to 7.00"


def store():
    from pages.parts.shell.database import store as opened

    return opened()


def kept():
    (one,) = stored.listed(store())
    return stored.load(store(), one.id)


def begun(locale="en-GB"):
    lang = locale[:2]
    app = screens.loaded(FIRST, "q1.csv", locale, on="sessions")
    screens.button(app, "sessions.start", lang).click().run()
    return app


def ruled(webhook="", **rule):
    """A session with the first period and a rule, as a person opens it later."""
    begun()
    given = AlertRule(**{"kind": "falls", "amount": 0.7, **rule})
    stored.save(store(), replace(kept(), alerts=(given,), webhook=webhook, told=("2026-Q1",)))
    if webhook:
        confirmed_addresses.confirm(store(), kept().id, outwards.parse(webhook))
    return joined()


def joined(locale="en-GB"):
    app = screens.page(screens.opened(locale), "sessions")
    screens.button(app, "sessions.open", locale[:2]).click().run()
    return app


def added(app, content=LATER, name="q2.csv"):
    data = screens.page(app, "data")
    data.file_uploader[0].upload(name, content.encode()).run()
    assert not data.exception
    return screens.page(data, "matrix")


def test_a_new_period_is_checked_told_and_sent_once():
    with receiver() as (url, got):
        app = added(ruled(url))
        words = screens.read(app)
        assert "1 alert about customer experience, 2026-Q1 to 2026-Q2" in words
        assert ALERT in words
        assert f"Sent to {outwards.parse(url).place}." in words
        assert text.say("alerts.new.more", "en") in [one.label for one in app.get("page_link")]
        app = screens.page(screens.page(app, "priorities"), "matrix")
        assert ALERT in screens.read(app)
        app.get_by_key("seen_period").click().run()
        assert ALERT not in screens.read(app)
        assert ALERT not in screens.read(screens.page(joined(), "matrix"))
    assert kept().told == ("2026-Q1", "2026-Q2")
    ((_, body),) = got
    assert body["text"].splitlines()[1].startswith(f"• {ALERT}")


def test_a_period_that_no_rule_speaks_up_about_is_told_and_not_sent():
    with receiver() as (url, got):
        app = added(ruled(url, amount=3.0))
    assert "No rule speaks up about 2026-Q2, compared with 2026-Q1" in screens.read(app)
    assert got == []


def test_a_webhook_that_fails_is_said_and_stops_nothing():
    with receiver(500) as (url, _):
        app = added(ruled(url))
        place = outwards.parse(url).place
    assert f"{place} refused the message (status 500)." in screens.read(app)
    assert not app.exception
    assert kept().told == ("2026-Q1", "2026-Q2")


def test_without_rules_nothing_is_said():
    app = added(begun())
    assert "alert about" not in screens.read(app)
    assert kept().told == ()


def test_names_in_alerts_are_words():
    app = added(ruled(kind="below", amount=6.0))
    assert "&lt;b&gt;Call&lt;/b&gt;: satisfaction is 5.50, below 6" in screens.read(app)


@pytest.mark.parametrize("locale", ["en-GB", "nl-NL"])
def test_rules_are_set_before_there_is_a_second_period(locale):
    app = screens.page(begun(locale), "compare")
    app.get_by_key("add_falls").click().run()
    assert not app.exception
    assert kept().alerts == (AlertRule("falls", 0.3),)
    assert kept().told == ("2026-Q1",)


def test_alerts_of_the_last_two_periods_go_into_files_by_themselves(monkeypatch):
    def look(workspace, _lang):
        st.session_state["seen"] = additions.of(workspace)

    monkeypatch.setattr(downloads, "draw", look)
    app = added(ruled())
    assert keys.COMPARISON not in app.session_state
    told = app.session_state["seen"]
    assert (told.comparison.before, told.comparison.after) == ("2026-Q1", "2026-Q2")
    assert [one.movement.name for one in told.alerts] == ["Invoice"]


def test_missions_say_whether_the_new_period_reached_their_target():
    begun()
    app = screens.page(joined(), "matrix")
    found = screens.bubbles(app)
    aims = tuple(
        samples.decision(found[name], name, mission=f"Mend {name}", current=8.0, target=target)
        for name, target in (("Invoice", 9.0), ("App", 8.0))
    )
    stored.save(store(), replace(kept(), decisions=aims))
    app = screens.page(added(joined()), "compare")
    words = screens.read(app)
    assert "1 of 2 missions reached their target" in words
    row = words[words.index("<td><b>App</b>") :]
    assert row.index("<b>yes</b>") < row.index("</tr>")


def test_nothing_is_sent_before_the_period_is_noted_in_the_store(own_store, monkeypatch):
    """Whoever else has the session open would send it too."""
    monkeypatch.setattr(database, "_PATIENCE", 0.3)
    monkeypatch.setattr(database, "_IMPATIENCE", 0.05)
    with receiver() as (url, got):
        app = ruled(url)
        with locked(own_store):
            app = added(app)
            assert ALERT in screens.read(app)
            assert text.say("alerts.new.waits", "en") in screens.read(app)
            assert got == []
        app.run()
        assert len(got) == 1
        assert text.say("alerts.new.waits", "en") not in screens.read(app)
        assert kept().told == ("2026-Q1", "2026-Q2")
        app.run()
        assert len(got) == 1
