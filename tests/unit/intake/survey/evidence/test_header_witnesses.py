"""What a header says weighs as much as it explains: things that are rated keep their names."""

import numpy as np
import pytest

from cx import intake
from cx.intake.survey.evidence import names
from cx.intake.survey.evidence.around import Around
from cx.records import Choices
from tests.made.intake_files import roles
from tests.made.surveys import book, profiles, ratings, rows_of

ROWS = 200
OTHERS = ["Shop", "Invoice", "Call"]


def role(header, values):
    columns = [*ratings(ROWS, 3, seed=1).T, values]
    rows = rows_of([*OTHERS, header], *columns)
    return roles(intake.understand(book(rows), Choices(shape="responses")))[header]


def said(header, values=None):
    values = np.arange(ROWS) % 5 + 1 if values is None else values
    found = profiles([*OTHERS, header], *ratings(ROWS, 3).T, values)
    around = Around(found, ROWS)
    return {name: round(how, 2) for witness in names.WITNESSES for name, how in witness(found[3], around)}


@pytest.mark.parametrize(
    "header",
    [
        "Loyalty card",
        "Total waiting time",
        "Weight of the parcel",
        "Gewicht van het pakket",
        "Journey planner",
        "Branch visit",
        "Product range",
        "Recommended items",
    ],
)
def test_a_thing_beside_ratings_is_rated_whatever_its_name(header):
    assert role(header, ratings(ROWS, 4, seed=1)[:, 3]) == "rating"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Overall satisfaction", "outcome"),
        ("Algemene tevredenheid", "outcome"),
        ("Gesamtzufriedenheit", "outcome"),
        ("Would you recommend us?", "outcome"),
    ],
)
def test_the_overall_item_is_no_touchpoint(header, expected):
    assert role(header, ratings(ROWS, 4, seed=1)[:, 3]) == expected


@pytest.mark.parametrize("header", ["Weight", "Weging", "Gewicht"])
def test_the_real_weight_is_a_weight(header):
    values = np.round(np.random.default_rng(2).uniform(0.4, 1.8, ROWS), 3)
    assert role(header, values) == "weight"


@pytest.mark.parametrize(
    ("header", "heard"),
    [
        ("Overall satisfaction", {"names_outcome": 1.0, "names_satisfaction": 1.0}),
        ("Invoices", {}),
        ("Weight", {"named_exact:weight": 1.0}),
        ("Age", {"names_trait": 1.0}),
        ("Number of calls", {"number_of": 1.0}),
        ("id", {"names_row": 1.0}),
        ("Ticket id", {"names_identifier": 1.0}),
        ("How happy are you with the desk?", {"names_satisfaction": 1.0, "asks": 1.0}),
    ],
)
def test_each_witness_says_how_much_of_the_header_it_explains(header, heard):
    assert said(header) == heard


def test_codes_of_what_people_are_are_told_from_the_ends_of_a_scale():
    two = np.arange(ROWS) % 2 + 1
    assert said("Visitor (1 = man, 2 = woman)", two)["explains_codes"] == 1.0
    assert "explains_codes" not in said("Visitor (1 = bad, 2 = good)", two)
    assert "explains_codes" not in said("Visitor (1 = man, 2 = woman)")


@pytest.mark.parametrize(
    ("header", "share", "told"),
    [
        ("Kies hier 4", 9, 1.0),
        ("请选择4。", 9, 1.0),
        ("Kies hier 4", 5, 0.0),
        ("Kies hier 5", 9, 0.0),
        ("Kies 1 tot 4", 9, 0.0),
        ("4 Kassa", 9, 0.0),
        ("Kassa Q4", 9, 0.0),
    ],
)
def test_a_header_that_tells_the_answer_which_nearly_all_gave_checks_attention(header, share, told):
    values = np.where(np.arange(ROWS) % 10 < share, 4, np.arange(ROWS) % 5 + 1)
    assert said(header, values).get("tells_answer", 0.0) == told


def test_a_check_of_attention_is_no_rating():
    values = np.where(np.arange(ROWS) % 19, 2, np.arange(ROWS) % 5 + 1)
    assert role("Vælg 2 her", values) == "ignore"


def test_how_often_a_bus_comes_is_rated_where_it_goes_along():
    assert role("Frequency of ferries", ratings(ROWS, 4, seed=1)[:, 3]) == "rating"
