"""What a row stands for, by evidence: respondents however few, tickets, tables of touchpoints."""

from dataclasses import replace

import numpy as np
import pytest

from cx.intake.survey.shape import shape_of
from tests.made.surveys import ENDLESS, ratings, table_with_roles

RANDOM = np.random.default_rng(4)


def shape(headers, *columns):
    table, roles = table_with_roles(headers, *columns)
    return shape_of(table, roles, ENDLESS)


QUESTIONS = [f"How satisfied are you with the {one}?" for one in ("shop", "invoice", "call", "visit")]


@pytest.mark.parametrize("rows", [8, 30, 400])
def test_rows_of_answers_are_respondents_however_few(rows):
    assert shape(QUESTIONS, *ratings(rows, 4).T).shape == "responses"


def test_a_table_of_means_beside_names_is_touchpoints():
    names = ["Shop", "Invoice", "Call", "Visit", "App", "Letter"]
    means = np.round(RANDOM.uniform(5, 9, 6), 1)
    found = shape(["Touchpoint", "Satisfaction", "Volume"], names, means, RANDOM.integers(100, 900, 6))
    assert (found.shape, found.rival) == ("touchpoints", None)


def test_tickets_with_a_rating_are_ratings_of_what_they_are_sorted_by():
    rows = 120
    headers = ["Ticket", "Category", "Score"]
    topics = [("Delivery", "Payment", "Returns", "Login")[at] for at in RANDOM.integers(0, 4, rows)]
    found = shape(headers, [f"T-{at * 13}" for at in range(rows)], topics, RANDOM.integers(1, 6, rows))
    assert (found.shape, found.names) == ("ratings", 1)


def test_names_that_come_back_with_moments_and_people_and_no_answer_are_contacts():
    rows = 120
    names = [("Shop", "Call", "Visit")[at] for at in RANDOM.integers(0, 3, rows)]
    found = shape(["Customer id", "Touchpoint"], [f"C{at % 40:03d}" for at in range(rows)], names)
    assert found.shape == "contacts"


def test_rows_of_answers_and_a_number_alone_are_respondents():
    answers = [4, 2, 5, 4, 3, 4, 1, 5]
    assert shape(["Score"], answers).shape == "responses"
    assert shape(["No", "Score"], range(1, 9), answers).shape == "responses"


def test_a_few_figures_of_days_are_no_respondents():
    days = [f"2026-03-{day:02d}" for day in range(1, 4)]
    assert shape(["day", "degrees", "wind"], days, [3, 9, 4], [2, 5, 4]).shape == "touchpoints"


def test_an_age_beside_a_department_is_no_rating_of_it():
    rows = 40
    teams = [("Works", "Sales", "Shop")[at] for at in RANDOM.integers(0, 3, rows)]
    ages = RANDOM.integers(1, 8, rows)
    assert shape(["Team", "Hours per day"], teams, ages).shape == "touchpoints"


def test_an_empty_table_is_one_of_touchpoints():
    table, roles = table_with_roles(["Touchpoint", "Satisfaction"], ["Shop"], [7.1])
    none = replace(table, rows=table.rows[:0])
    assert shape_of(none, roles, ENDLESS).shape == "touchpoints"
