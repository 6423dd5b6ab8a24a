"""Noise in distances, ranges of ranks and robustness, against the numbers of METHODS 10."""

import numpy as np
import pytest

from cx.impact.claims import IMPACT_STEP, noise, noise_of, partial_r2, ranks, robustness, shrunk

N = np.array([40, 55, 25, 120, 80])
MEAN = np.array([7.2, 6.4, 7.9, 6.9, 7.0])
SD = np.array([1.8, 1.9, 1.5, 2.1, 1.7])


def sure(high, z):
    """The probability of the side that each is drawn on."""
    return np.where(z >= 0, high, 1 - high)


def test_noise_of_a_table_with_a_fixed_line():
    z = (MEAN - 7.08) / (SD / np.sqrt(N))
    found = noise(z)
    assert (found.q, found.mean) == pytest.approx((11.026792, 0.412068), abs=5e-7)
    high = sure(found.probability_high(z), z)
    assert high == pytest.approx([0.62339, 0.96198, 0.96511, 0.75596, 0.62318], abs=5e-6)


def test_noise_of_a_table_whose_line_is_its_mean():
    variance = SD**2 / N * (1 - 2 / 5) + (SD**2 / N).sum() / 25
    z = (MEAN - MEAN.mean()) / np.sqrt(variance)
    found = noise(z)
    assert found.q == pytest.approx(14.299413, abs=5e-7)
    high = sure(found.probability_high(z), z)
    assert high == pytest.approx([0.65114, 0.98392, 0.98743, 0.77939, 0.63558], abs=1e-5)


def test_noise_of_five_distances():
    z = np.array([2, -1, 0.5, -1.5, 0])
    found = noise(z)
    assert (found.q, found.mean) == pytest.approx((5.25, 0.574840), abs=5e-7)
    assert found.probability_high(z) == pytest.approx([0.871707, 0.272831, 0.620554, 0.188677, 0.5], abs=5e-7)


def normal_draws():
    centre = np.array([0.09, 0.03, -0.01, -0.02, -0.04, -0.05])
    off = centre + 0.035 * np.random.default_rng(7).standard_normal((1000, 6))
    return off - off.mean(axis=1, keepdims=True)


def test_draws_are_moved_towards_the_line():
    off = normal_draws()
    found = noise_of(off)
    assert found.q == pytest.approx(9.423530, abs=5e-7)
    high = (shrunk(off, found, IMPACT_STEP) >= 0).mean(axis=0)
    assert high.tolist() == [0.948, 0.725, 0.434, 0.318, 0.214, 0.173]
    assert (off >= 0).mean(axis=0).tolist() == [0.997, 0.817, 0.392, 0.228, 0.101, 0.063]


def test_what_is_far_from_the_line_stays_where_it_is_and_without_distance_all_is_noise():
    assert noise(np.full(10, 40.0)).q == pytest.approx(0.7 * 10 * 16)
    assert noise(np.zeros(4)).quantile(np.array([0.25])) == pytest.approx([0.5])
    assert noise(np.array([np.nan])).quantile(np.array([0.5])).tolist() == [0.0]


@pytest.mark.parametrize(
    ("t", "df", "explained", "value", "bound"), [(4.18445, 783, 0.0218731, 0.138776, 0.0762580)]
)
def test_robustness_of_the_published_example(t, df, explained, value, bound):
    assert partial_r2(t, df) == pytest.approx(explained, abs=5e-8)
    assert robustness(t, df) == pytest.approx(value, abs=5e-7)
    assert robustness(t, df, level=0.05) == pytest.approx(bound, abs=5e-8)


def test_an_effect_that_is_not_clear_needs_nothing_to_lose_its_interval():
    assert robustness(1.9, 500, level=0.05) == 0.0


def test_ranks_that_lie_far_apart_are_told_and_those_close_together_are_not():
    spread = np.random.default_rng(1).standard_normal((1000, 4))
    draws = np.array([10.0, 5.0, 4.9, 0.0]) + 0.5 * spread
    found = ranks(draws, draws, np.array([1, 2, 3, 4]))
    assert list(zip(found.low, found.high, strict=True)) == [(1, 1), (2, 3), (2, 3), (4, 4)]
    assert (found.first[0], found.top3[3]) == (1.0, 0.0)
    assert found.any_told_apart


def test_ties_go_to_the_rank_of_the_estimate():
    found = ranks(np.ones((10, 3)), np.ones((10, 3)), np.array([2, 1, 3]))
    assert (found.low, found.high) == ((1, 1, 1), (3, 3, 3))
    assert found.first == (0.0, 1.0, 0.0)
    assert not found.any_told_apart
