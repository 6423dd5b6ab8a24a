"""The one primary action is what comes next: a file, deriving the impact, the matrix."""

import pytest

from cx import impact, intake, text
from tests.app import screens

ANSWERS = "Bill;Call;Visit;NPS\n" + "".join(
    f"{one % 9 + 1};{one * 7 % 10 + 1};{one * 3 % 8 + 1};{one * one % 11}\n" for one in range(60)
)
"""Ratings that have nothing to do with the outcome: impact cannot be told from them."""


def primary(app):
    return [one.label for one in app.button if one.proto.type == "primary"]


def says(*keys):
    return [text.say(key, "en") for key in keys]


def test_where_nothing_is_loaded_no_button_is_louder_than_the_box_for_files():
    app = screens.opened()
    assert primary(app) == []
    assert {one.proto.type for one in app.button if one.label == text.say("upload.sample", "en")} == {
        "tertiary"
    }


@pytest.mark.parametrize(
    ("content", "step"), [(screens.SMALL, "start.to_matrix"), (ANSWERS, "start.to_drivers")]
)
def test_what_is_loaded_says_what_comes_next(content, step):
    app = screens.loaded(content)
    start = app.switch_page("app.py").run()
    assert primary(start) == says(step)
    assert primary(screens.page(app, "data")) == says(step)


def test_a_table_without_scores_leads_to_the_data():
    app = screens.loaded("Touchpoint;Remark\nBill;ok\nCall;too long\n")
    assert primary(app.switch_page("app.py").run()) == says("start.to_data")


@pytest.mark.parametrize(
    ("headers", "rows", "code"),
    [
        ("Bill;Call;Visit;NPS", 20, "impact_few_answers"),
        ("How satisfied are you with the delivery?;NPS", 60, "impact_one_touchpoint"),
    ],
)
def test_answers_that_carry_no_impact_say_why_and_lead_to_the_matrix(headers, rows, code):
    last = headers.count(";") + 1
    lines = [line.split(";")[-last:] for line in ANSWERS.splitlines()[1 : rows + 1]]
    content = "\n".join([headers, *map(";".join, lines)])
    found = impact.at_once(intake.responses(intake.read(content.encode(), "survey.csv")))
    app = screens.loaded(content, locale="nl-NL", on="data")
    assert (found.why_not.code, found.lacks_answers) == (code, True)
    assert primary(app) == [text.say("start.to_matrix", "nl")]
    told = text.for_markdown(found.why_not.message("nl"))
    assert sum(told in one.value for one in app.markdown) == 2
    assert text.say("start.to_drivers", "nl") not in [one.label for one in app.button]
