"""A column of weights is known by its cells, and by a word for a weight that need not be the whole header.

Long are further words of ``test_a_word_for_a_weight_and_cells_that_weigh_are_the_weight``.
"""

import numpy as np
import pytest

from cx import intake
from cx.records import Choices
from tests.made.intake_files import of_code, roles
from tests.made.surveys import book, ratings, rows_of
from tests.project import tiers

COUNT = 150
ABOUT_ONE = np.random.default_rng(3).gamma(6, 1 / 6, COUNT).round(4) + 0.01
ABOUT_ONE = (ABOUT_ONE / ABOUT_ONE.mean()).round(4)
PEOPLE = np.random.default_rng(4).gamma(6, 900, COUNT) + 1
PEOPLE = PEOPLE * (850_000 / PEOPLE.sum())


def seen(names, *columns, choices=None):
    headers = ["App", "Phone", "Shop", "Letter", *names]
    return intake.understand(book(rows_of(headers, *ratings(COUNT, 4).T, *columns)), choices)


@pytest.mark.parametrize(
    "header",
    tiers.first(
        ["weight_trim", "Endgewicht", "wt"],
        *("wt_final", "Trimmed weight", "RIM weight 2", "weegfactor_def", "peso_final", "poids redressé"),
        "calibration_wgt",
    ),
)
@pytest.mark.parametrize("values", [ABOUT_ONE, PEOPLE])
def test_a_word_for_a_weight_and_cells_that_weigh_are_the_weight(header, values):
    found = seen([header], values)
    assert roles(found)[header] == "weight"
    assert [one.column for one in of_code(found.findings, "weights_used")] == [header]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Weight (kg)", np.random.default_rng(5).normal(75, 12, COUNT).round(1)),
        ("Parcel weight in kg", ABOUT_ONE),
        ("weight_class", np.arange(COUNT) % 3 + 1),
        ("wt_final", np.where(np.arange(COUNT) % 9 == 0, np.nan, ABOUT_ONE)),
        ("Weight of the parcel", ratings(COUNT, 5).T[4]),
        ("Delivery days", ABOUT_ONE),
    ],
)
def test_a_word_or_the_cells_alone_are_no_weight(header, values):
    found = seen([header], values)
    assert roles(found)[header] != "weight"
    assert not of_code(found.findings, "weights_used")


def test_of_two_weights_a_person_says_which():
    found = seen(["weight_trim", "wt_final"], ABOUT_ONE, ABOUT_ONE[::-1])
    assert sorted((roles(found)["weight_trim"], roles(found)["wt_final"])) == ["ignore", "weight"]
    (question,) = found.questions
    assert (question.kind, question.finding.code) == ("role", "two_columns")
    assert question.columns == ("weight_trim", "wt_final")
    other = question.readings[1].choices
    assert other.roles == {"wt_final": "weight", "weight_trim": "ignore"}
    settled = seen(["weight_trim", "wt_final"], ABOUT_ONE, ABOUT_ONE[::-1], choices=other)
    assert roles(settled)["wt_final"] == "weight"
    assert settled.questions == ()
    none = Choices(roles={"weight_trim": "ignore", "wt_final": "ignore"})
    assert seen(["weight_trim", "wt_final"], ABOUT_ONE, ABOUT_ONE, choices=none).questions == ()


@pytest.mark.parametrize(
    ("header", "role"),
    [("expansion_factor", "weight"), ("Hochrechnung", "weight"), ("crate weight", "ignore")],
)
def test_numbers_of_people_without_a_round_sum_are_asked_about(header, role):
    people = np.random.default_rng(8).gamma(6, 300, COUNT).round(2) + 100
    found = seen([header], people)
    assert roles(found)[header] == role
    (question,) = found.questions
    assert [(one.choices.roles[header], one.chosen) for one in question.readings] == [
        (role, True),
        ({"weight": "ignore", "ignore": "weight"}[role], False),
    ]
    assert seen([header], people, choices=question.readings[1].choices).questions == ()
