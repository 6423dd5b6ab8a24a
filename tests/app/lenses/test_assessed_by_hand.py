"""Touchpoints assessed by hand: without a session, in one, taken back, held by a lock, met by others.

Long is the other language of ``test_a_level_is_given_changed_and_taken_back``.
"""

import pytest
from streamlit.testing.v1 import AppTest

from cx import text
from cx.records.lenses import Assessment
from cx.session.sessions import assessing, stored
from pages.parts.shell import keys
from tests.app import screens
from tests.app.room.test_room_pages import kept
from tests.project import tiers

__all__ = ["kept"]


def page_of(lens, locale):
    """A page with the fields of one lens, and what every page does before."""
    import streamlit as st

    from pages.parts.around import session_mark
    from pages.parts.computed import matrices
    from pages.parts.lenses import assess, settings
    from pages.parts.shell import keys, state

    lang = "nl" if locale == "nl-NL" else "en"
    if keys.SESSION in st.session_state:
        session_mark.sidebar(lang)
    settings.promise(lang)
    settings.fresh_days(lang)
    settings.segment(["Age", "Region"], lang)
    assess.part(assess.ASKED[lens], matrices.decisions_matrix(state.current()), lang)


def drawn(lens, locale="en-GB", *, session=False, lock=False):
    """The page of a lens, for somebody who has four touchpoints loaded."""
    before = screens.loaded(screens.SMALL, locale=locale)
    lang = "nl" if locale == "nl-NL" else "en"
    if session:
        screens.page(before, "sessions")
        screens.button(before, "sessions.start", lang).click().run()
    if lock:
        screens.button(before, "lock.lock", lang).click().run()
    app = AppTest.from_function(page_of, args=(lens, locale), default_timeout=300)
    for key in (keys.WORKSPACE, keys.SESSION, keys.SESSION_DATA):
        if key in before.session_state:
            app.session_state[key] = before.session_state[key]
    app.run()
    assert not app.exception
    return app


def field(app, asked, lang="en", place=0):
    """The list of one question in the line of a touchpoint, those that matter most first: Invoice."""
    label = text.say(f"assessment.{asked}", lang)
    return [one for one in app.selectbox if one.label == label][place]


def said(app):
    return [(one.name, one.asked, one.value) for one in app.session_state[keys.WORKSPACE].assessments]


@pytest.mark.parametrize("locale", tiers.first(["nl-NL"], "en-GB"))
def test_a_level_is_given_changed_and_taken_back(locale):
    lang = "nl" if locale == "nl-NL" else "en"
    app = drawn("pyramid", locale)
    field(app, "level", lang).set_value(2.0).run()
    field(app, "level", lang).set_value(4.0).run()
    assert said(app) == [("Invoice", "level", 4.0)]
    assert text.say("assess.done", lang, n=1) in screens.read(app)
    screens.button(app, "view.undo", lang).click().run()
    assert said(app) == [("Invoice", "level", 2.0)] and field(app, "level", lang).value == 2.0
    field(app, "level", lang).set_value(None).run()
    assert said(app) == []


def test_in_a_session_it_is_saved_at_once_with_who_said_so(kept):
    app = drawn("moments", session=True)
    app.session_state[keys.WHO] = "Anna"
    field(app, "moment").set_value(2.0).run()
    field(app, "brand_fit").set_value(5.0).run()
    app.run()
    (one,) = stored.listed(kept)
    found = stored.load(kept, one.id).assessments
    assert [(a.name, a.asked, a.value, a.who, a.way) for a in found] == [
        ("Invoice", "moment", 2.0, "Anna", "hand"),
        ("Invoice", "brand_fit", 5.0, "Anna", "hand"),
    ]


def test_what_was_said_without_a_session_goes_into_the_one_that_is_started(kept):
    app = screens.loaded()
    screens.page(app, "matrix")
    before = app.session_state[keys.WORKSPACE]
    made = (Assessment("id", "App", "level", 3.0, stored.moment_now()),)
    app.session_state[keys.WORKSPACE] = type(before)(before.files, assessments=made)
    screens.page(app, "sessions")
    screens.button(app, "sessions.start").click().run()
    (one,) = stored.listed(kept)
    assert stored.load(kept, one.id).assessments == made


def test_shares_are_typed_in_per_cents_and_should_make_a_whole():
    app = drawn("proactivity")
    for asked, typed in (("negative", "20"), ("reactive", "70%"), ("proactive", "25")):
        label = text.say(f"assess.percent.{asked}", "en")
        next(one for one in app.text_input if one.label == label).set_value(typed).run()
    assert [value for _, _, value in said(app)] == [0.2, 0.7, 0.25]
    assert text.say("assess.not_whole", "en", total="115%") in screens.read(app)
    next(one for one in app.text_input if one.label == text.say("assess.percent.negative", "en")).set_value(
        "120"
    ).run()
    assert [value for _, _, value in said(app)] == [0.2, 0.7, 0.25]


def test_a_lock_holds_every_field(kept):
    app = drawn("specification", session=True, lock=True)
    assert all(one.disabled for one in app.selectbox if one.label == text.say("assessment.standard", "en"))
    assert text.say("assess.locked", "en") in [one.value for one in app.info]
    (one,) = stored.listed(kept)
    assert stored.load(kept, one.id).assessments == ()


def test_what_somebody_else_says_meanwhile_is_put_beside_mine_and_not_mine_to_undo(kept):
    app = drawn("pyramid", session=True)
    field(app, "level").set_value(2.0).run()
    app.run()
    (one,) = stored.listed(kept)
    theirs = stored.load(kept, one.id)
    more = assessing.given(
        theirs.assessments, ("x", "Call"), "level", 5.0, who="Ben", now=stored.moment_now()
    )
    stored.save(kept, stored.replace(theirs, assessments=more), who="Ben")
    field(app, "level").set_value(3.0).run()
    app.run()
    assert sorted(said(app)) == [("Call", "level", 5.0), ("Invoice", "level", 3.0)]
    screens.button(app, "view.undo").click().run()
    app.run()
    assert sorted(said(app)) == [("Call", "level", 5.0), ("Invoice", "level", 2.0)]
    assert sorted(a.value for a in stored.load(kept, one.id).assessments) == [2.0, 5.0]


def test_the_promise_the_days_and_the_segments_are_settings_of_the_lenses():
    app = drawn("pyramid")
    app.text_area[0].set_value("Always near").run()
    next(one for one in app.text_input if one.label == text.say("lenses.fresh_days", "en")).set_value(
        "90"
    ).run()
    next(one for one in app.selectbox if one.label == text.say("lenses.segment", "en")).set_value("Age").run()
    found = app.session_state[keys.WORKSPACE].lens_settings
    assert (found.fresh_days, found.promise, found.segment) == (90, "Always near", "Age")
