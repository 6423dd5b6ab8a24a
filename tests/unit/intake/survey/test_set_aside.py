"""Columns of responses that no model uses: each is said, with its column."""

import numpy as np
import pytest

from cx import impact, intake
from cx.records import Choices
from tests.made.surveys import book, ratings, rows_of

ROWS = 200
DRIVERS = ("Web shop", "Invoice", "Help line")


def answers(**extra):
    rated = ratings(ROWS, len(DRIVERS), high=10)
    overall = np.clip(np.rint(rated.mean(axis=1)), 1, 10)
    columns = [*rated.T, *extra.values(), overall]
    headers = [*DRIVERS, *(name.replace("_", " ") for name in extra), "Overall satisfaction"]
    return intake.responses(book(rows_of(headers, *columns)), Choices(shape="responses"))


def said(found):
    return {finding.column: finding.code for finding in found.findings if finding.severity == "error"}


@pytest.mark.parametrize(
    ("header", "values", "code"),
    [
        ("Ticket", 7_000 + np.arange(ROWS) * 3, "identifier"),
        ("Age", 18 + np.arange(ROWS) % 60, "not_a_touchpoint"),
        ("Minutes_late", np.arange(ROWS) % 90 * 5, "not_a_touchpoint"),
        ("Telex", np.full(ROWS, 8), "constant_left_out"),
    ],
)
def test_a_column_that_is_set_aside_is_named_with_its_sheet(header, values, code):
    found = answers(**{header: values})
    assert said(found) == {header.replace("_", " "): code}
    named = next(finding for finding in found.findings if finding.code == code)
    assert (named.sheet, named.details["letter"]) == ("Sheet1", "D")
    assert found.drivers == DRIVERS


def test_the_average_of_the_ratings_is_set_aside():
    rated = ratings(ROWS, len(DRIVERS), high=10)
    assert said(answers(Average_score=np.round(rated.mean(axis=1), 2))) == {
        "Average score": "average_left_out"
    }


def test_other_outcomes_are_named_when_one_is_chosen():
    found = answers(NPS=np.arange(ROWS) % 11)
    result = impact.drivers(found, "Overall satisfaction", draws=0)
    assert [f.column for f in result.findings if f.code == "second_outcome"] == ["NPS"]


def test_a_touchpoint_may_be_called_after_a_trait():
    branch = ratings(ROWS, 1, high=10)[:, 0]  # of the mood that the others share
    assert answers(Branch_visit=branch).drivers == (*DRIVERS, "Branch visit")
    assert answers(Delay_handling=branch).drivers == (*DRIVERS, "Delay handling")
    assert answers(Customer_region=1 + np.arange(ROWS) % 4).drivers == DRIVERS


def test_a_rating_as_outcome_is_said():
    result = impact.drivers(answers(), "Invoice", draws=0)
    assert [f.column for f in result.findings if f.code == "outcome_is_rating"] == ["Invoice"]


def test_a_total_below_names_that_no_column_calls_respondents_is_set_aside():
    rated = ratings(ROWS, len(DRIVERS), high=10)
    overall = np.clip(np.rint(rated.mean(axis=1)), 1, 10)
    rows = rows_of(["Naam", *DRIVERS, "NPS"], [f"Klant {i}" for i in range(ROWS)], *rated.T, overall)
    rows.append(["Eindtotaal", *(float(column.sum()) for column in (*rated.T, overall))])
    found = intake.responses(book(rows), Choices(shape="responses"))
    assert len(found.rows) == ROWS
    assert [f.row for f in found.findings if f.code == "total_respondent"] == [ROWS + 2]
