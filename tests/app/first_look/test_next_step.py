"""The one primary action is what comes next: a file, deriving the impact, the matrix."""

import pytest

from cx import text
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
