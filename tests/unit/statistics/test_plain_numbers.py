"""Intervals and agreement against other programs, and whether they cover what is true."""

import dataclasses

import numpy as np
import pytest

from cx.lenses import knowledge_gap
from cx.records.lenses import Assessment, Material
from cx.statistics import design_effect, holm, paired_means, pooled_pairs, reach, tau_b, wilson
from tests.unit.lenses.test_gaps import NOON


@pytest.mark.parametrize("seed", range(5))
def test_tau_b_is_that_of_scipy(seed):
    from scipy.stats import kendalltau

    random = np.random.default_rng(seed)
    one, other = random.integers(0, 6, 40).astype(float), random.normal(size=40).round(seed % 3)
    assert tau_b(one, other) == pytest.approx(kendalltau(one, other).statistic, abs=1e-12)


def test_tau_b_of_nothing_to_compare():
    assert tau_b(np.array([1.0]), np.array([2.0])) is None
    assert tau_b(np.array([1.0, 1.0]), np.array([2.0, 3.0])) is None


def test_the_error_of_a_paired_difference_is_that_of_both_variances_and_their_covariance():
    random = np.random.default_rng(1)
    one = random.normal(7, 2, 50)
    other = 0.5 * one + random.normal(3, 1, 50)
    found = paired_means(one, other)
    cov = np.cov(one, other)
    assert found.error == pytest.approx(((cov[0, 0] + cov[1, 1] - 2 * cov[0, 1]) / 50) ** 0.5)
    assert found.freedom == 49


@pytest.mark.parametrize("weighted", [False, True])
def test_parts_of_the_people_together_are_all_of_them(weighted):
    random = np.random.default_rng(4)
    one, other, part = random.normal(7, 2, 60), random.normal(6, 1, 60), random.integers(0, 4, 60)
    weights = random.uniform(0.5, 2, 60) if weighted else np.ones(60)
    difference, sums = one - other, []
    for at in range(5):  # of the last nobody is
        own, w = part == at, weights[part == at]
        if not own.any():
            sums.append((0.0, 0.0, 0.0, np.nan, np.nan, 0.0))
            continue
        means = np.average(one[own], weights=w), np.average(other[own], weights=w)
        spread = w @ (difference[own] - means[0] + means[1]) ** 2
        sums.append((own.sum(), w.sum(), w @ w, *means, spread))
    n, weight, squares, first, second, spread = np.array(sums, dtype=float).T
    found, whole = (
        pooled_pairs(n, weight, squares, (first, second), spread),
        paired_means(one, other, weights),
    )
    assert dataclasses.astuple(found) == pytest.approx(dataclasses.astuple(whole), rel=1e-12)
    assert pooled_pairs(*np.zeros((3, 2)), (np.zeros(2), np.zeros(2)), np.zeros(2)) is None


def test_a_paired_difference_with_weights_by_hand():
    found = paired_means(np.array([1.0, 2.0, 4.0]), np.zeros(3), np.array([1.0, 1.0, 2.0]))
    assert (found.first, found.n) == (2.75, 3)
    n_eff = 16 / 6
    spread = (1.75**2 + 0.75**2 + 2 * 1.25**2) / 4 * n_eff / (n_eff - 1)
    assert found.error == pytest.approx((spread / n_eff) ** 0.5)
    assert found.freedom == pytest.approx(n_eff - 1)
    assert paired_means(np.array([np.nan, 1.0]), np.array([1.0, np.nan])) is None
    assert paired_means(np.array([1.0]), np.array([2.0])).error is None


def test_holm_and_reach():
    assert holm([0.01, None, 0.04, 0.03]) == [0.03, None, 0.06, 0.06]
    assert reach(1.0, 4) == pytest.approx(2.776445, abs=1e-6)


def test_intervals_of_the_gap_cover_the_bias_of_200_voters():
    """Voters who believe 0.8 too much, a figure of 150 answers: 95% of the intervals hold 0.8."""
    random = np.random.default_rng(20260301)
    times, voters, n, true, bias = 2_000, 200, 150, 6.5, 0.8
    guesses = np.clip(random.normal(true + bias, 1.4, (times, voters)), 1, 10)
    answers = random.normal(true, 1.9, (times, n))
    shift = guesses.mean() - true  # clipping moves the mean a little
    figures, errors = answers.mean(axis=1), answers.std(axis=1, ddof=1) / n**0.5
    means, sds = guesses.mean(axis=1), guesses.std(axis=1, ddof=1)
    material = Material(
        satisfaction={str(at): (figures[at], errors[at]) for at in range(times)},
        assessments=tuple(
            Assessment(str(at), str(at), "guess_satisfaction", means[at], NOON, sd=sds[at], n=voters)
            for at in range(times)
        ),
    )
    readings = knowledge_gap.of(material).touchpoints
    covered = np.mean([one.low <= shift <= one.high for one in readings])
    assert 0.93 <= covered <= 0.97


def test_intervals_of_shares_cover_where_contacts_of_a_customer_stand_together():
    """Customers differ in how often their contacts are negative: without the design effect .8 would cover."""
    random = np.random.default_rng(7)
    true, hits, plain = 0.3, 0, 0
    for _ in range(1_500):
        sizes = random.integers(1, 9, 150)
        own = random.beta(true * 2, (1 - true) * 2, 150)
        counts = random.binomial(sizes, own)
        effect = design_effect(counts, sizes)
        low, high = wilson(counts.sum() / effect, sizes.sum() / effect)
        hits += low <= true <= high
        low, high = wilson(counts.sum(), sizes.sum())
        plain += low <= true <= high
    assert hits / 1_500 >= 0.93 > plain / 1_500
