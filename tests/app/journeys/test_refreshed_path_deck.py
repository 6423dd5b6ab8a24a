"""An earlier deck of journeys refreshed on the page: asked for as it was, and told before it is taken."""

import datetime as dt

import pytest

from cx import deliver, intake, journeys, text
from cx.records.journeys import Only, Options, Paths
from pages.parts.shell import keys
from tests.app import screens
from tests.app.journeys.test_journeys_page import LOG

THEN = LOG.replace("2026-02", "2025-11").replace("2026-01", "2025-10").replace("Letter", "Fax")


def earlier(**asked):
    options = Options(least=10, anchor="Call")
    only = asked.pop("only", ())
    found = journeys.journeys(intake.events([intake.read(THEN.encode(), "then.csv")]), options, only=only)
    return deliver.paths_deck(
        Paths(found, ("then.csv",), options, only), lang="en", day=dt.date(2025, 12, 31), **asked
    )


@pytest.fixture(scope="module")
def page():
    app = screens.loaded()
    screens.page(app, "journeys")
    return app.file_uploader[0].upload("log.csv", LOG.encode()).run()


def chosen(app, content):
    for _ in range(2):
        app.session_state[keys.REFRESHING] = True
        app.run()
        app.file_uploader(key="refresh_deck").upload("old.pptx", content)
    app.session_state[keys.REFRESHING] = True
    app.run()
    assert not app.exception
    return screens.read(app)


def test_the_plan_says_what_differs_and_the_deck_is_taken_once_it_is_accepted(page):
    told = chosen(page, earlier())
    assert "old.pptx: made on 31 Dec 2025 from then.csv" in told
    assert "differ" in told
    assert "“Letter”" in told
    assert "“Fax”" in told
    assert page.get("download_button")[-1].proto.disabled
    page.checkbox(key="refresh_accept").check()
    page.session_state[keys.REFRESHING] = True
    page.run()
    assert not page.get("download_button")[-1].proto.disabled


def test_whose_paths_were_told_is_said_where_the_log_has_none_of_them(page):
    told = chosen(page, earlier(only=(Only("with", ("Fax",)),)))
    assert text.say("deliver.paths.only.with", "en", what="Fax") in told


def test_a_deck_of_a_matrix_is_sent_to_its_own_page(page):
    from tests.app.take_away.test_refresh import earlier as of_matrix

    chosen(page, of_matrix())
    assert "tells a matrix" in page.error[0].value
