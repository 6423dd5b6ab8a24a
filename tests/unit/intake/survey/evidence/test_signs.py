"""Whole numbers of a short scale of which nothing says that they are ratings are asked about."""

import numpy as np
import pytest

from cx import intake
from cx.records import Choices
from tests.made.intake_files import of_code, roles
from tests.made.surveys import book, ratings, rows_of

ROWS = 90
RANDOM = np.random.default_rng(12)
DICE = RANDOM.integers(1, 6, (ROWS, 3)).astype(float)
TEAMS = [("Red", "Blue", "Green")[at] for at in RANDOM.integers(0, 3, ROWS)]


def seen(headers, *columns, choices=None):
    return intake.understand(book(rows_of(headers, *columns)), choices)


def doubted(found):
    return [one for one in found.questions if one.finding.code == "ratings_doubted_ambiguous"]


def test_numbers_that_share_nothing_are_drawn_and_asked_about():
    headers = ["Doors", "Seats", "Gears"]
    found = seen(headers, *DICE.T)
    assert found.shape == "responses"
    (question,) = doubted(found)
    assert question.finding.details["others"] == tuple(headers)
    yes, no = question.readings
    assert (yes.chosen, no.chosen) == (True, False)
    assert (yes.choices.roles, no.choices.roles) == (
        dict.fromkeys(headers, "rating"),
        dict.fromkeys(headers, "ignore"),
    )
    assert doubted(seen(headers, *DICE.T, choices=yes.choices)) == []
    settled = seen(headers, *DICE.T, choices=no.choices)
    assert [one.code for one in of_code(settled.findings, "survey_without_ratings")] == [
        "survey_without_ratings"
    ]


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        (["Doors", "Seats", "How was it?"], DICE.T),
        (["Doors", "Seats", "Service score"], DICE.T),
        (["Doors (1-5)", "Seats", "Gears"], DICE.T),
        (["Balie", "Brief", "Bezoek"], ratings(ROWS, 3).T),
    ],
)
def test_a_question_a_word_a_scale_or_a_shared_mood_says_enough(headers, columns):
    assert doubted(seen(headers, *columns)) == []


def test_a_number_beside_a_group_is_asked_about_unless_its_header_rates():
    keys = [f"K-{at * 7}" for at in range(ROWS)]
    (question,) = doubted(seen(["Key", "Team", "Attempts"], keys, TEAMS, DICE[:, 0]))
    assert question.finding.details["others"] == ("Attempts",)
    assert doubted(seen(["Key", "Team", "Score"], keys, TEAMS, DICE[:, 0])) == []


def test_what_stands_alone_among_answers_that_hang_together_is_asked_about():
    rows = 45
    traits = np.random.default_rng(3).integers(1, 6, rows)
    headers = ["Sterre", "Balie", "Brief", "Bezoek", "Bellen"]
    found = seen(headers, traits, *ratings(rows, 4).T)
    asked = {column for one in found.questions for column in one.columns}
    assert roles(found)["Sterre"] != "rating" or asked == {"Sterre"}
    assert seen(headers, traits, *ratings(rows, 4).T, choices=Choices(shape="responses")).questions == ()


def test_figures_under_periods_alone_are_a_guess():
    rows = [["Category", "Q1", "Q2"], ["Rent", 6.1, 7.3], ["Travel", 5.2, 6.6], ["Food", 7.7, 4.9]]
    found = intake.understand(book(rows))
    assert [one.severity for one in of_code(found.findings, "guessed_satisfaction")] == ["warning"]
    rows[0][0] = "Touchpoint"
    assert of_code(intake.understand(book(rows)).findings, "guessed_satisfaction") == []


def long_list(values, who):
    """One row an answer: eight people times five things."""
    people = [f"P{at:03d}" for at in range(len(values)) for _ in range(values.shape[1])]
    things = [f"Thing {chr(65 + at)}" for _ in range(len(values)) for at in range(values.shape[1])]
    return seen([who, "item", "value"], people, things, values.ravel())


@pytest.mark.parametrize(
    ("values", "who", "n"),
    [
        (ratings(30, 5), "participant", 0),
        (ratings(30, 5), "warehouse", 1),
        (np.random.default_rng(4).integers(1, 6, (30, 5)).astype(float), "participant", 1),
    ],
)
def test_answers_of_the_same_people_that_are_alike_are_ratings(values, who, n):
    found = long_list(values, who)
    assert (found.shape, len(doubted(found))) == ("ratings", n)


def test_a_few_answers_tell_too_little_to_doubt_one_of_them():
    asked = 0
    for seed in range(6):
        found = seen(["guest", *"ABCDE"], [f"g{at}" for at in range(14)], *ratings(14, 5, seed=seed).T)
        asked += len([one for one in found.questions if one.kind == "role"])
    assert asked <= 1  # of thirty columns
