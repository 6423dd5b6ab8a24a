"""Columns swept out of upper triangles, against what a regression leaves."""

import numpy as np
import pytest

from cx.impact.model import triangles

UPPER = np.triu_indices(4)
RATINGS = np.random.default_rng(3).normal(size=(50, 6))
MATRICES = np.stack([np.corrcoef((RATINGS + step * RATINGS[:, :1]).T) for step in (0.0, 0.4)], axis=-1)


def left_by_regression(matrix, columns):
    """What is left of the later columns' products when the first ones are known."""
    first, later = slice(None, columns), slice(columns, None)
    return (
        matrix[later, later]
        - matrix[later, first] @ np.linalg.pinv(matrix[first, first]) @ matrix[first, later]
    )


def test_one_sweep_of_two_columns_is_two_sweeps_of_one_and_a_regression():
    cells = triangles.triangles(MATRICES)
    found = triangles.swept(cells, 2)
    assert found == pytest.approx(triangles.swept(triangles.swept(cells, 1), 1), abs=1e-15)
    for batch in range(2):
        assert found[:, batch] == pytest.approx(left_by_regression(MATRICES[..., batch], 2)[UPPER], abs=1e-14)


def test_a_column_that_others_make_up_takes_nothing_with_it():
    twice = MATRICES[[0, 0, 1, 2, 3, 4]][:, [0, 0, 1, 2, 3, 4]]
    found = triangles.swept(triangles.triangles(twice), 2)
    assert found == pytest.approx(triangles.swept(triangles.triangles(MATRICES[:5, :5]), 1), abs=1e-15)


def test_both_are_the_sets_without_and_along_and_leave_what_they_were_given():
    cells = triangles.triangles(MATRICES)[:, np.newaxis]
    before = cells.copy()
    found = triangles.both(cells, 1)
    assert found.shape == (15, 2, 2)
    assert np.array_equal(found[:, 0], triangles.triangles(MATRICES[1:, 1:]))
    assert np.array_equal(found[:, 1], triangles.swept(cells[:, 0], 1))
    assert np.array_equal(cells, before)
    assert np.array_equal(triangles.without(cells, 2)[:, 0], triangles.triangles(MATRICES[2:, 2:]))
