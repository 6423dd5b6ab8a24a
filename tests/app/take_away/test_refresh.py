"""An earlier deck refreshed from the page: its plan is read and accepted; sessions remember their decks."""

import datetime as dt
import json

import pytest
from streamlit.testing.v1 import AppTest

from cx import deliver, intake, matrix, text
from cx.records.session import DeckMade
from cx.session.sessions import stored
from pages.parts.shell import keys
from pages.parts.take_away import noted_decks
from tests.app import screens
from tests.unit.deliver.refresh import edits

pytestmark = pytest.mark.usefixtures("own_store")
HEAD = "Touchpoint;Satisfaction (1-10);Impact;Volume;n;sd\n"
THEN = HEAD + "Invoice;6,0;8;400;200;1,5\nClaims;5,5;9;100;200;1,5\nApp;8,0;4;900;200;1,5\n"
NOW = HEAD + "Invoice;8,5;8;420;200;1,5\nClaims;5,4;9;110;200;1,5\n<b>Chat</b>;7,0;2;300;200;1,5\n"


def earlier(lang="en"):
    book = intake.read(THEN.encode(), "then.csv")
    found = matrix.build(intake.touchpoints(book))
    return edits.edited(deliver.deck(found, lang=lang, day=dt.date(2026, 8, 31)), "title_edited")


def chosen(content, lang="en"):
    locale = {"en": "en-GB", "nl": "nl-NL"}[lang]
    app = screens.page(screens.loaded(NOW, "now.csv", locale), "matrix")
    app.session_state[keys.REFRESHING] = True
    app.run()
    app.file_uploader(key="refresh_deck").upload("old.pptx", content)
    app.session_state[keys.REFRESHING] = True
    return app.run()


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_plan_stands_there_before_anything_can_be_taken(lang):
    app = chosen(earlier(lang), lang)
    told = screens.read(app)
    assert text.say("refresh.heading.kept", lang) in told
    assert "Our own words" in told
    assert "<b>Chat</b>" in told.replace("&lt;", "<")
    assert app.get("download_button")[-1].proto.disabled
    app.checkbox(key="refresh_accept").check()
    app.session_state[keys.REFRESHING] = True
    app.run()
    assert not app.get("download_button")[-1].proto.disabled


def test_another_deck_is_named_as_such():
    from tests.unit.deliver import slide_templates

    app = chosen(slide_templates.wide())
    assert "bears no ids of this program" in app.error[0].value
    assert not app.exception


def test_nothing_is_noted_without_a_session():
    assert noted_decks.when_taken("mark") == "ignore"


def test_the_page_says_when_a_deck_was_taken_from_the_session():
    content = earlier()
    mark = deliver.old_deck(content, "old.pptx").making.mark
    app = screens.page(screens.loaded(NOW, "now.csv"), "matrix")
    from pages.parts.shell.database import store
    from tests.made import sessions as samples

    moment = dt.datetime(2026, 9, 1, 10, 0, tzinfo=dt.UTC)
    kept = stored.add(store(), samples.session().with_deck(DeckMade(mark, moment)))
    app.session_state[keys.SESSION] = kept
    app.session_state[keys.REFRESHING] = True
    app.run()
    app.file_uploader(key="refresh_deck").upload("old.pptx", content)
    app.session_state[keys.REFRESHING] = True
    app.run()
    assert "Made from this session on 1 Sept 2026" in screens.read(app).replace("Sep ", "Sept ")


def test_a_deck_of_the_page_keeps_how_its_file_was_read():
    def script():
        import streamlit as st

        from cx import intake
        from cx.records import Choices
        from pages.parts.shell import state
        from pages.parts.take_away import downloads

        content = "Touchpoint;Old score (1-10);Score (1-10);Impact\nInvoice;6;8;4\nClaims;5;9;3\n"
        state.load((state.LoadedFile(intake.read(content.encode(), "two.csv")),))
        plain = downloads._deck(downloads.source(state.current(), "en"))
        state.set_file(
            0, choices=Choices(roles={"Old score (1-10)": "satisfaction", "Score (1-10)": "ignore"})
        )
        st.session_state["made"] = plain, downloads._deck(downloads.source(state.current(), "en"))

    app = AppTest.from_function(script).run(timeout=60)
    assert not app.exception
    plain, chosen = (deliver.old_deck(one, "deck.pptx").making for one in app.session_state["made"])
    assert plain.reading == ""
    kept = json.loads(chosen.reading)
    assert kept["headers"] == ["Touchpoint", "Old score (1-10)", "Score (1-10)", "Impact"]
    assert kept["choices"]["roles"]["Old score (1-10)"] == "satisfaction"
