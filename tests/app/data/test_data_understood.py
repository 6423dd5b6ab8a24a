"""The Data page: numbers that people type, and what was understood with its reasons."""

import random

import pytest

from cx import text
from pages.parts.shell import keys
from tests.app import screens
from tests.app.test_data_page import SCORES, choices, data_page
from tests.app.test_transitions import control


def own_scale(app):
    control(app, "scale_0").set_value("own").run()
    return app


@pytest.mark.parametrize(
    ("locale", "typed", "shown", "end"),
    [
        ("en-GB", "6,8", "6.8", 6.8),
        ("nl-NL", "6.8", "6,8", 6.8),
        ("nl-NL", "1 236 400", "1.236.400", 1_236_400.0),
        ("en-GB", "2,5 mln", "2,500,000", 2_500_000.0),
    ],
)
def test_a_number_is_read_in_any_notation_and_shown_in_the_language_of_the_page(locale, typed, shown, end):
    app = own_scale(data_page(SCORES, locale=locale))
    control(app, "maximum_0").set_value(typed).run()
    assert control(app, "maximum_0").value == shown
    assert choices(app).scale.maximum == end


def test_a_number_that_can_be_two_is_asked_and_either_answer_counts():
    for kind, end in (("thousands", 1234.0), ("decimals", 1.234)):
        app = own_scale(data_page(SCORES))
        control(app, "maximum_0").set_value("1.234").run()
        assert choices(app).scale is None or choices(app).scale.maximum == 10
        assert "“1.234” can be two numbers" in screens.read(app).replace("\\", "")
        app.button(key=f"{kind}_maximum_0").click().run()
        assert choices(app).scale.maximum == end
        assert "can be two numbers" not in screens.read(app)


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("maximum_0", "1", "has to be above 1"),
        ("maximum_0", "many", "is no number"),
        ("header_first_0", "0", "is not between 1 and 1,048,576"),
        ("header_first_0", "1.5", "is no whole number"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_words(name, typed, words):
    app = own_scale(data_page(SCORES))
    before = choices(app)
    control(app, name).set_value(typed).run()
    assert words in screens.read(app)
    assert choices(app) == before
    assert control(app, name).value == typed
    control(app, name).set_value("").run()
    assert words not in screens.read(app)


# --- what was understood


def test_every_column_stands_with_its_role_reasons_and_what_it_changes():
    app = data_page(SCORES, locale="nl-NL")
    box = next(one for one in app.expander if one.label.startswith("3 kolommen"))
    assert box.label == text.say("understood.columns", "nl", n=3)
    app.session_state["columns_0"] = True
    app.run()
    words = screens.read(app)
    assert "Zonder deze kolom is er geen impact, en dus zijn er geen kwadranten." in words
    assert "De kop “Impact” zegt het." in words


def test_nothing_was_left_out_is_said_only_where_it_is_true():
    told = text.say("data.none_set_aside", "en")
    assert told in screens.read(data_page(SCORES))
    unused = data_page("Touchpoint;Satisfaction (1-10);Colour\nInvoice;6;red\nApp;7;red\nCall;8;blue\n")
    assert told not in screens.read(unused)
    assert text.say("data.columns_left_out", "en", n=1) in screens.read(unused)


def test_one_fact_is_said_once_and_its_other_places_open_below_it():
    app = data_page(SCORES.replace("5,4", "x").replace("6,6", "y"))
    words = screens.read(app)
    assert text.say("findings.alike", "en", n=1) in words
    assert [f"href='#cell-0.0-{row}-1'" in words for row in (3, 4)] == [True, True]


def test_all_names_that_look_alike_are_confirmed_at_once():
    app = screens.loaded(SCORES.replace("Moving house", "Customer portal"), "scores.csv")
    app.switch_page("app.py").run()
    app.session_state["language"] = "en"
    app.toggle[0].set_value(True).run()
    names = "Touchpoint;Volume\nCal to suport;120\nCustomer portals;80\nInvoice;4\n"
    app.file_uploader[0].upload("volumes.csv", names.encode()).run()
    screens.page(app, "data")
    app.button(key="all_0").click().run()
    matches = app.session_state[keys.WORKSPACE].files[0].choices.matches
    assert dict(matches) == {"Cal to suport": "Call to support", "Customer portals": "Customer portal"}


def test_which_column_is_the_outcome_is_asked_and_answered_with_a_click():
    chance = random.Random(3)  # noqa: S311 - a survey, no secret
    lines = ["Offerte,Levering,Factuur,NPS,Churn"]
    for _ in range(200):
        mood = chance.gauss(0, 1)
        marks = [min(10, max(1, round(6 + 1.5 * mood + chance.gauss(0, 1)))) for _ in range(3)]
        likely = min(10, max(0, round(6 + 1.6 * mood + chance.gauss(0, 1))))
        lines.append(",".join(map(str, [*marks, likely, "yes" if mood + chance.gauss(0, 1) < -1 else "no"])))
    app = data_page("\n".join(lines))
    boxes = [one for one in app.expander if one.label == "Which column is the outcome?"]
    assert len(boxes) == 1
    app.session_state["question_0_outcome"] = True
    app.run()
    said = screens.read(app).replace("\\", "")
    assert "Impact on “NPS”: 200 answers" in said
    assert "Impact on “Churn”: 200 answers" in said
    app.button(key="answer_outcome_0_1").click().run()
    workspace = app.session_state[keys.WORKSPACE]
    assert workspace.impact_on in ("NPS", "Churn")
    assert not [one for one in app.expander if one.label == "Which column is the outcome?"]
