"""Penalty-reward contrasts against the full grid of METHODS 7."""

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.records import Scale


def grid(repeats=8):
    one, two = (side.ravel() for side in np.meshgrid(np.arange(1, 6), np.arange(1, 6)))
    outcome = 5 - 2.0 * (one <= 2) + 0.5 * (one >= 4) - 0.4 * (two <= 2) + 1.6 * (two >= 4)
    table = pd.DataFrame({"one": one, "two": two, "outcome": outcome})
    return pd.concat([table] * repeats, ignore_index=True)


def test_the_full_grid():
    result = impact.drivers(grid(), "outcome", ["one", "two"], scales=Scale(1, 5), draws=0)
    one, two = (driver.contrast for driver in result.drivers)
    assert (one.range, one.reward_share, one.penalty_share, one.asymmetry.value) == pytest.approx(
        (2.5, 0.2, 0.8, -0.6)
    )
    assert (two.range, two.reward_share, two.penalty_share, two.asymmetry.value) == pytest.approx(
        (2.0, 0.8, 0.2, 0.6)
    )
    assert (one.penalty.value, one.reward.value) == pytest.approx((-2.0, 0.5))
    assert (one.kind, two.kind, one.n_low, one.n_high) == ("hygiene", "delighter", 80, 80)


def test_fewer_than_twenty_low_or_high_ratings_show_nothing():
    result = impact.drivers(grid(repeats=1), "outcome", ["one", "two"], scales=Scale(1, 5), draws=0)
    assert [driver.contrast for driver in result.drivers] == [None, None]


def test_noise_that_hides_the_difference_is_linear():
    table = grid(repeats=4)
    table["outcome"] += np.random.default_rng(2).normal(0, 6, len(table))
    result = impact.drivers(table, "outcome", ["one", "two"], scales=Scale(1, 5), draws=0)
    one = result.drivers[0].contrast
    assert one.asymmetry.low < 0 < one.asymmetry.high and one.kind == "linear"
    assert "Linear" in impact.contrast_words(one, "en")


def test_customers_who_did_not_meet_it_are_neither_low_nor_high():
    table = grid(repeats=8).astype(float)
    away = np.arange(len(table)) % 3 == 0
    met = table["one"].where(~away)
    table["outcome"] = np.where(
        away, 4.0, 5 - 2.0 * (met <= 2) + 0.5 * (met >= 4)
    ) - 0.4 * (table["two"] <= 2) + 1.6 * (table["two"] >= 4)  # fmt: skip
    table["one"] = met
    result = impact.drivers(table, "outcome", ["one", "two"], scales=Scale(1, 5), draws=0)
    one = result.driver("one").contrast
    assert (one.penalty.value, one.reward.value) == pytest.approx((-2.0, 0.5))
    assert one.n_low == int((met <= 2).sum())
