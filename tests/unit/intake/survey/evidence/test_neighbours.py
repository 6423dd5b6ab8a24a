"""Columns that follow from those around them: orders of display, means, copies, texts beside codes."""

import numpy as np
import pytest

from cx.intake.survey.evidence.around import Around
from cx.intake.survey.evidence.neighbours import Derived
from tests.made.surveys import ENDLESS, profiles, ratings

ROWS = 120
NAMES = ["Shop", "Invoice", "Call", "Visit"]


def derived(headers, *columns):
    return Derived(Around(profiles(headers, *columns), len(columns[0])), ENDLESS)


def orders(count, rows=ROWS):
    random = np.random.default_rng(5)
    return np.array([random.permutation(count) + 1 for _ in range(rows)]).T


@pytest.mark.parametrize("count", [3, 4, 12])
def test_an_order_of_display_is_found(count):
    headers = [f"Order of part {at}" for at in range(count)]
    assert derived(["Shop", *headers], ratings(ROWS, 1)[:, 0], *orders(count)).orders == frozenset(
        range(1, count + 1)
    )


def test_an_order_without_a_name_is_found_by_its_cells():
    assert derived([*NAMES, "Kiwi", "Plum", "Pear"], *ratings(ROWS, 4).T, *orders(3)).orders == {4, 5, 6}


def test_ratings_and_the_same_order_for_everybody_are_no_orders():
    fixed = np.tile([[1], [2], [3]], ROWS)
    assert derived(NAMES, *ratings(ROWS, 4).T).orders == frozenset()
    assert derived(["Kiwi", "Plum", "Pear"], *fixed).orders == frozenset()


def test_two_columns_of_one_and_two_prove_nothing():
    assert derived(["Kiwi", "Plum"], *orders(2)).orders == frozenset()


@pytest.mark.parametrize("digits", [1, 2, 6])
def test_the_mean_of_the_three_before_is_found(digits):
    before, behind = ratings(ROWS, 3).T, ratings(ROWS, 3, seed=4).T
    mean = np.round(before.mean(axis=0), digits)
    headers = ["Shop", "Invoice", "Call", "Ordering", "Visit", "App", "Letter"]
    assert derived(headers, *before, mean, *behind).means == {3}


def test_the_mean_of_those_behind_is_found_and_blanks_count_for_nobody():
    rated = ratings(ROWS, 3).T
    rated[1, ::4] = np.nan
    mean = np.round(np.nanmean(rated, axis=0), 2)
    assert derived(
        ["Ordering", "Shop", "Invoice", "Call", "Visit"], mean, *rated, ratings(ROWS, 1, seed=3)[:, 0]
    ).means == {0}


def test_broken_numbers_of_their_own_are_no_mean():
    own = np.round(np.random.default_rng(3).uniform(1, 5, ROWS), 2)
    assert derived([*NAMES, "Ordering"], *ratings(ROWS, 4).T, own).means == frozenset()


def test_copies_name_the_first_that_they_repeat():
    rated = ratings(ROWS, 2).T
    rated[0, ::5] = np.nan
    assert derived(["Shop", "Call", "Shop again", "Shop once more"], *rated, rated[0], rated[0]).copies == {
        2: 0,
        3: 0,
    }


def test_one_cell_apart_is_no_copy_and_few_rows_prove_none():
    rated = ratings(ROWS, 2).T
    other = rated[0].copy()
    other[7] = 6 - other[7] if other[7] != 3 else 4
    assert derived(["Shop", "Call", "Shop again"], *rated, other).copies == {}
    few = rated[:, :50]
    assert derived(["Shop", "Call", "Shop again"], *few, few[0]).copies == {}


def test_codes_beside_the_text_that_says_the_same_are_twins():
    code = 1 + np.arange(ROWS) % 3
    text = [("north", "south", "west")[at - 1] for at in code]
    assert derived(["Shop", "Area", "Area name"], ratings(ROWS, 1)[:, 0], code, text).twins == {1}
    text[5] = "north"
    assert derived(["Shop", "Area", "Area name"], ratings(ROWS, 1)[:, 0], code, text).twins == frozenset()


def test_a_text_twin_stands_at_most_three_columns_away():
    code = 1 + np.arange(ROWS) % 3
    text = [("north", "south", "west")[at - 1] for at in code]
    rated = ratings(ROWS, 3).T
    assert derived(["Area", *NAMES[:2], "Area name"], code, *rated[:2], text).twins == {0}
    assert derived(["Area", *NAMES[:3], "Area name"], code, *rated, text).twins == frozenset()


def test_what_is_said_of_a_column_names_each_way_that_it_follows():
    rated = ratings(ROWS, 3).T
    found = derived(["Shop", "Invoice", "Call", "Call again"], *rated, rated[2])
    said = [list(found.of(one)) for one in found.around.profiles]
    assert said == [[], [], [], [("is_copy", 1.0)]]
