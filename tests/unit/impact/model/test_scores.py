"""Scores and their intervals against base R and hand values."""

import numpy as np
import pytest

from cx.impact.model import scores
from cx.records import Scale

COUNTS = np.array([4.0, 6, 20, 45, 25])
FIVE = np.arange(1.0, 6.0)


def test_mean():
    found = scores.estimate("mean", FIVE, COUNTS, 100, Scale(1, 5))
    assert (found.value, found.low, found.high) == pytest.approx((3.81, 3.60920, 4.01080), abs=5e-6)
    assert scores.deviation(FIVE, COUNTS, 100) == pytest.approx(1.0119987, abs=5e-8)
    assert 100 * Scale(1, 5).common(found.value) == pytest.approx(70.25)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(81, 263, 0.25529, 0.36621), (0, 20, 0.0, 0.16113), (70, 100, 0.60415, 0.78105)],
)
def test_wilson(hits, n, low, high):
    found = scores.share(hits, n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-6)


def test_top2_of_counts_is_wilson_of_the_two_highest():
    assert scores.estimate("top2", FIVE, COUNTS, 100, Scale(1, 5)) == scores.share(70, 100)


@pytest.mark.parametrize(
    ("up", "middle", "down", "value", "low", "high"),
    [
        (50, 30, 20, 30.0, 14.051, 44.201),
        (20, 0, 0, 100.0, 69.68, 100.0),
        (400, 350, 250, 15.0, 10.054, 19.856),
    ],
)
def test_nps(up, middle, down, value, low, high):
    found = scores.estimate(
        "nps", np.array([3.0, 8, 10]), np.array([down, middle, up]), up + middle + down, Scale(0, 10)
    )
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=5e-3)


def test_a_scale_that_has_no_such_score_has_none():
    assert scores.estimate("nps", FIVE, COUNTS, 100, Scale(1, 5)) is None
    assert scores.estimate("top2", np.array([0.0, 1]), np.array([5.0, 5]), 10, Scale(0, 1)) is None


def test_one_rating_has_no_interval():
    found = scores.estimate("mean", np.array([7.0]), np.array([1.0]), 1, Scale(1, 10))
    assert (found.value, found.low, found.high) == (7.0, None, None)
