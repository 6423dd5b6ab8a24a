"""Effects drawn towards their mean: what is chosen by them keeps its promise.

Long is what hundreds of surveys show of it: ``test_the_mean_is_that_of_the_mixture_over_the_spread`` has the
same from the formula.
"""

from dataclasses import replace

import numpy as np
import pytest

from cx import impact
from cx.records import Replicates
from tests.made.responses import journey, names

GROUPS = 200


def result_with(effects, variance, seed=0):
    """Return a result whose effects and their variance are given; every rating has spread 1."""
    k = len(effects)
    table = journey(rows=300, touchpoints=k, missing=0.0)
    plain = impact.drivers(table, "outcome", names(table), draws=0)
    noise = np.random.default_rng(seed).normal(size=(GROUPS, k))
    noise -= noise.mean(axis=0)
    root, whole = np.linalg.cholesky(noise.T @ noise), np.linalg.cholesky(variance)
    about = noise @ np.linalg.inv(root).T @ whole.T * (GROUPS / (GROUPS - 1)) ** 0.5
    drivers = tuple(replace(d, effect=float(b), sd=1.0) for d, b in zip(plain.drivers, effects, strict=True))
    none = np.zeros((GROUPS, k))
    return replace(plain, drivers=drivers, replicates=Replicates(effects + about, none, none + 1))


def test_effects_without_error_stay_as_they_are():
    effects = np.array([0.1, 0.5, -0.2, 0.0])
    assert impact.shrunk(result_with(effects, 1e-12 * np.eye(4))).effects == pytest.approx(effects, abs=1e-5)


def test_effects_that_differ_by_no_more_than_chance_become_one():
    effects = np.array([0.28, 0.30, 0.31, 0.32, 0.29, 0.30])
    found = impact.shrunk(result_with(effects, 0.04 * np.eye(6))).effects
    assert np.ptp(found) < 0.3 * np.ptp(effects)
    assert found.mean() == pytest.approx(0.30, abs=1e-6)


def test_two_effects_tell_nothing_of_each_other():
    effects = np.array([0.1, 0.6])
    assert impact.shrunk(result_with(effects, 0.04 * np.eye(2))).effects == pytest.approx(effects)


def test_the_mean_is_that_of_the_mixture_over_the_spread():
    # With independent effects of equal variance v all pull to their mean by t² / (v + t²), whose posterior
    # is a single integral: flat in t, likelihood (v + t²)^(-(k - 1) / 2) exp(-S / 2 / (v + t²)). v is taken
    # 1.3 times.
    effects, given = np.array([0.1, 0.5, 0.3, -0.1, 0.2]), 0.02
    v = 1.3 * given
    t = np.linspace(0, 3, 200_001)
    total = ((effects - effects.mean()) ** 2).sum()
    weight = (v + t**2) ** -2.0 * np.exp(-total / 2 / (v + t**2))
    pull = (weight * t**2 / (v + t**2)).sum() / weight.sum()
    found = impact.shrunk(result_with(effects, given * np.eye(5)))
    assert found.effects == pytest.approx(effects.mean() + pull * (effects - effects.mean()), abs=3e-3)
    assert found.drawn[0].mean(axis=0) == pytest.approx(found.effects, abs=0.015)


@pytest.mark.long
def test_a_set_that_is_chosen_keeps_its_promise():
    # Estimates lie further off than their variance says, by the factor that is taken: see the notes.
    random = np.random.default_rng(12)
    k, promised, true, held = 10, 0.0, 0.0, 0
    alone, common = 0.013, 0.010
    variance = 0.01 * (1.3 * np.eye(k) - 0.03)  # whose roots those two are
    for seed in range(150):
        beta = np.where(random.random(k) < 1 / 3, 0.0, random.uniform(0.05, 0.3, k))
        drawn = random.standard_normal(k)
        off = alone**0.5 * drawn + (common**0.5 - alone**0.5) * drawn.mean()
        found = impact.shrunk(result_with(beta + 1.3**0.5 * off, variance, seed))
        best = np.argsort(-found.effects)[:3]
        low, high = np.quantile(found.drawn[0][:, best].sum(axis=1), [0.025, 0.975])
        promised, true = promised + found.effects[best].sum(), true + beta[best].sum()
        held += low <= beta[best].sum() <= high
    assert promised / true == pytest.approx(1.0, abs=0.05)
    assert held / 150 >= 0.93
