"""Names of touchpoints on the Data page: found, changed, refused, emptied; they hold wherever they show.

Long is the other language of ``test_a_name_that_another_touchpoint_has_is_refused_with_words`` and
``test_an_emptied_name_gives_back_the_one_that_was_found_and_says_so``.
"""

import pytest

from cx import text
from pages.parts.shell import keys
from tests.app import screens
from tests.app.data import naming
from tests.app.test_data_page import choices, data_page
from tests.made.odd import questions
from tests.project import tiers

QUOTE, CLAIM, VISIT = questions.HEADERS


def survey(locale="en-GB"):
    return naming.opened(data_page(questions.answers(), locale=locale))


def understood(app):
    """The touchpoints of the table that the program makes of the file."""
    return next(one.value for one in screens.tables(app) if "touchpoint" in one.value)["touchpoint"].tolist()


def test_each_rating_has_its_question_and_its_name_beside_it():
    app = survey()
    assert naming.table(app) == {QUOTE: "quote", CLAIM: "claim", VISIT: "visit"}
    assert understood(app) == ["quote", "claim", "visit"]
    app.session_state["columns_0"] = True
    assert f"{CLAIM} → claim" in screens.read(app.run())


def test_a_name_is_changed_undone_and_done_again(monkeypatch):
    app = naming.typed(survey(), monkeypatch, r0="Asking for a quote", r2=" Our  visit ")
    assert dict(choices(app).names) == {QUOTE: "Asking for a quote", VISIT: "Our visit"}
    assert naming.table(app)[VISIT] == "Our visit"
    app.get_by_key("undo").click().run()
    assert naming.table(app) == {QUOTE: "quote", CLAIM: "claim", VISIT: "visit"}
    app.get_by_key("redo").click().run()
    assert naming.table(app)[QUOTE] == "Asking for a quote"


@pytest.mark.parametrize(("lang", "locale"), tiers.first([("nl", "nl-NL")], ("en", "en-GB"), rows=True))
def test_a_name_that_another_touchpoint_has_is_refused_with_words(monkeypatch, lang, locale):
    app = naming.typed(survey(locale), monkeypatch, r0="Claim")
    told = text.say("names.taken", lang, name="Claim", touchpoint=text.for_markdown(CLAIM))
    assert told in [one.value for one in app.error]
    assert dict(choices(app).names) == {}
    assert naming.table(app)[QUOTE] == "quote"
    app = naming.typed(app, monkeypatch, r0="Offer")
    assert not app.error


@pytest.mark.parametrize(("lang", "locale"), tiers.first([("nl", "nl-NL")], ("en", "en-GB"), rows=True))
@pytest.mark.parametrize("nothing", ["", "  ", None])
def test_an_emptied_name_gives_back_the_one_that_was_found_and_says_so(monkeypatch, lang, locale, nothing):
    app = naming.typed(survey(locale), monkeypatch, r1="Settling a claim")
    app = naming.typed(app, monkeypatch, r1=nothing)
    assert text.say("names.emptied", lang, name="claim") in [one.value for one in app.info]
    assert (dict(choices(app).names), naming.table(app)[CLAIM]) == ({}, "claim")


def test_a_name_holds_on_matrix_and_drivers_and_when_a_file_is_joined(monkeypatch):
    app = naming.typed(survey(), monkeypatch, r0="Offer")
    matrix = screens.page(app, "matrix")
    assert set(screens.bubbles(matrix)) == {"Offer", "claim", "visit"}
    drivers = screens.page(matrix, "drivers")
    assert drivers.get_by_key("control_en_left_out").options == ["Offer", "claim", "visit"]
    data = screens.page(drivers, "data")
    data.file_uploader[0].upload("volumes.csv", questions.volumes(QUOTE, "claim", "Visit").encode()).run()
    found = screens.page(data, "matrix")
    assert set(screens.bubbles(found)) == {"Offer", "claim", "visit"}
    assert dict(found.session_state[keys.WORKSPACE].files[0].choices.names) == {QUOTE: "Offer"}


def test_touchpoints_of_a_table_have_names_too(monkeypatch):
    app = naming.opened(data_page(screens.SMALL))
    assert naming.table(app)["Invoice"] == "Invoice"
    app = naming.typed(app, monkeypatch, r0="The bill")
    assert naming.table(app)["Invoice"] == "The bill"
    assert "The bill" in understood(app)
