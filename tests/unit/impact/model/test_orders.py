"""Shapley values from sampled orders: near the exact ones, with an error that is true."""

from itertools import permutations

import numpy as np
import pytest

from cx.impact.model import orders, shapley


def correlations(drivers, shared, seed=0, rows=3_000, width=1):
    """Return correlations of columns that share a mood, the outcome last; a third of them does nothing."""
    random = np.random.default_rng(seed)
    columns = drivers * width
    mood = random.normal(size=(rows, 1))
    values = shared**0.5 * mood + (1 - shared) ** 0.5 * random.normal(size=(rows, columns))
    effects = np.where(random.random(columns) < 1 / 3, 0.0, random.uniform(0.2, 1.0, columns))
    pull = values @ effects
    outcome = pull + pull.std() * random.normal(size=rows)
    return np.corrcoef(np.column_stack([values, outcome]).T)


@pytest.mark.parametrize("shared", [0.0, 0.3, 0.6, 0.85])
@pytest.mark.parametrize("width", [1, 2])
def test_they_are_near_the_exact_values_and_sum_to_r2(shared, width):
    drivers = 14
    matrix = correlations(drivers, shared, width=width)
    exact = shapley.values(matrix, [width] * drivers)
    found = orders.sampled(matrix, np.repeat(np.arange(drivers), width), drivers)
    assert np.linalg.norm(found.values - exact) < 0.003
    assert found.values.sum() == pytest.approx(exact.sum(), abs=1e-8)


def test_the_error_that_is_told_is_the_error_that_is_made():
    ratios = []
    for seed in range(12):
        matrix = correlations(12, 0.5, seed)
        found = orders.sampled(matrix, np.arange(12), 12)
        ratios.append(np.linalg.norm(found.values - shapley.values(matrix)) / found.error)
    assert 0.5 < np.sqrt(np.mean(np.square(ratios))) < 1.5


@pytest.mark.parametrize("shared", [0.3, 0.7])
def test_thirty_drivers_have_an_error_of_at_most_six_thousandths(shared):
    found = orders.sampled(correlations(30, shared, width=2), np.repeat(np.arange(30), 2), 30)
    other = orders.sampled(correlations(30, shared, width=2)[::1], np.repeat(np.arange(30), 2), 30)
    assert found.error <= 0.006
    assert (found.values == other.values).all()


def test_every_driver_stands_at_every_place_as_often():
    found = orders.turned(np.random.default_rng(1).permutation(7), 7)
    assert all((np.bincount(found[:, place], minlength=7) == 2).all() for place in range(7))


def test_columns_that_follow_from_others_add_nothing():
    matrix = correlations(6, 0.4)
    twice = np.insert(matrix, 3, matrix[2], axis=0)
    twice = np.insert(twice, 3, twice[:, 2], axis=1)
    found = orders.sampled(twice, np.arange(7), 7)
    assert found.values == pytest.approx(shapley.values(twice), abs=5e-3)
    assert found.values.sum() == pytest.approx(shapley.values(matrix).sum(), abs=1e-6)


def test_the_adjusted_r2_is_added_as_the_exact_values_have_it():
    matrix, factor = correlations(6, 0.4, width=2), 1 + 0.02 * np.arange(13)
    owners = np.repeat(np.arange(6), 2)
    every = np.array(list(permutations(range(6))))
    found = orders.added(matrix, owners, every, factor).mean(axis=0)
    assert found == pytest.approx(shapley.values(matrix, [2] * 6, factor), abs=1e-7)
