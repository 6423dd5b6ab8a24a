"""Which rows are respondents: no previews, no copies, no tries of the form."""

import numpy as np
import pytest

from cx import intake
from cx.records import Choices
from tests.made.surveys import book, codes, ratings, rows_of

ROWS = 60
NAMES = ["Shop", "Invoice", "Call"]


def read(headers, *columns, **choices):
    return intake.responses(book(rows_of(headers, *columns)), Choices(shape="responses", **choices))


def n_of(found, code):
    return [one.details["n"] for one in found.findings if one.code == code]


def rated(rows=ROWS):
    """Ratings with an overall item that follows from them."""
    own = ratings(rows, 3).T
    return [*own, np.rint(own.mean(axis=0))]


HEADERS = [*NAMES, "Overall satisfaction"]


@pytest.mark.parametrize("word", ["Survey Preview", "Vorschau", "Aperçu", "Spam"])
def test_previews_do_not_count(word):
    status = [word if at in (0, 4) else "IP Address" for at in range(ROWS)]
    found = read(["Status", *HEADERS], status, *rated())
    assert (len(found.rows), n_of(found, "respondents_preview")) == (ROWS - 2, [2])


def test_where_half_are_previews_the_column_is_about_something_else():
    status = ["Preview" if at % 2 else "Live" for at in range(ROWS)]
    found = read(["Status", *HEADERS], status, *rated())
    assert (len(found.rows), n_of(found, "respondents_preview")) == (ROWS, [])


@pytest.mark.parametrize("word", ["Preview edition", "Spam filter", "A survey preview that I saw"])
def test_a_word_for_previews_inside_another_text_marks_nobody(word):
    product = [word if at in (0, 4) else "Standard edition" for at in range(ROWS)]
    found = read(["Bought", *HEADERS], product, *rated())
    assert (len(found.rows), n_of(found, "respondents_preview")) == (ROWS, [])


def pasted(columns, times=3):
    return [[*column, *column[:times]] for column in columns]


def test_rows_pasted_twice_count_once_where_an_id_tells_people_apart():
    ids = [f"R_{at * 37:05d}" for at in range(ROWS)]
    found = read(["Response id", *HEADERS], *pasted([ids, *(list(one) for one in rated())]))
    assert (len(found.rows), n_of(found, "respondents_repeated")) == (ROWS, [3])


def test_an_id_that_comes_back_with_other_answers_is_no_copy():
    ids = [f"R_{at * 37:05d}" for at in range(ROWS)]
    columns = pasted([ids, *(list(one) for one in rated())])
    for row in range(ROWS, ROWS + 3):
        columns[1][row] = 6 - columns[1][row] if columns[1][row] != 3 else 5
    found = read(["Response id", *HEADERS], *columns)
    assert (len(found.rows), n_of(found, "respondents_repeated")) == (ROWS + 3, [])


def test_without_an_id_the_same_answers_are_other_people():
    found = read(HEADERS, *pasted([list(one) for one in rated()]))
    assert (len(found.rows), n_of(found, "respondents_repeated")) == (ROWS + 3, [])


def tried(**choices):
    names = [f"Guest {at} of us" for at in range(ROWS)]
    remarks = [f"It was fine on day {at}" for at in range(ROWS)]
    for row, word in ((0, "test"), (1, "Test 2"), (2, "asdf")):
        names[row], remarks[row] = word, "test test"
    names[9] = "Test"  # one such cell is a name
    return read(["Name", "Remark", *HEADERS], names, remarks, *rated(), **choices)


@pytest.mark.parametrize(
    ("choices", "n", "code"),
    [
        ({}, ROWS - 3, "respondents_tests_ambiguous"),
        ({"tests": "away"}, ROWS - 3, "respondents_tests_away"),
        ({"tests": "count"}, ROWS, "respondents_tests_count"),
    ],
)
def test_tries_are_asked_about_and_settled_by_a_choice(choices, n, code):
    found = tried(**choices)
    assert (len(found.rows), n_of(found, code)) == (n, [3])
    assert [one for one in codes(found.findings) if one.startswith("respondents_tests")] == [code]
