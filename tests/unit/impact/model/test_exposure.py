"""The joint model with exposure against regression on the expanded columns, row by row."""

from itertools import combinations
from math import factorial

import numpy as np
import pytest

from cx import impact
from tests.made.responses import journey, names

COLUMNS = names(journey())


def expanded(table, columns, weights=None):
    """z and z * (x - m) of each column, the columns of a touchpoint side by side."""
    parts = []
    for name in columns:
        met = table[name].notna().to_numpy(dtype=float)
        ratings = table[name].fillna(0).to_numpy()
        w = met if weights is None else met * weights
        parts += [met, met * (ratings - (w @ ratings) / w.sum())]
    return np.column_stack(parts) if parts else np.empty((len(table), 0))


def fitted(table, columns, weights=None):
    root = np.ones(len(table)) if weights is None else np.sqrt(weights)
    X = np.column_stack([np.ones(len(table)), expanded(table, columns, weights)]) * root[:, None]
    y = table["outcome"].to_numpy() * root
    slopes, *_ = np.linalg.lstsq(X, y, rcond=None)
    mean = (root**2 @ table["outcome"]) / (root**2).sum()
    rest = ((y - X @ slopes) ** 2).sum()
    return slopes[1:], 1 - rest / (root**2 @ (table["outcome"] - mean) ** 2)


def shapley(table, weights=None):
    p = len(COLUMNS)
    r2 = {s: fitted(table, list(s), weights)[1] for k in range(p + 1) for s in combinations(COLUMNS, k)}
    found = dict.fromkeys(COLUMNS, 0.0)
    for subset, before in r2.items():
        for name in set(COLUMNS) - set(subset):
            larger = tuple(c for c in COLUMNS if c in {*subset, name})
            weight = factorial(len(subset)) * factorial(p - len(subset) - 1) / factorial(p)
            found[name] += weight * (r2[larger] - before)
    return [found[name] for name in COLUMNS]


@pytest.mark.parametrize("weight", [None, "w"])
def test_impact_effects_and_exposure_effects(weight):
    table = journey()
    weights = None if weight is None else table[weight].to_numpy()
    result = impact.drivers(table, "outcome", COLUMNS, weight=weight, draws=0)
    slopes, r2 = fitted(table, COLUMNS, weights)
    assert result.r2 == pytest.approx(r2, abs=1e-12)
    assert [d.effect for d in result.drivers] == pytest.approx(slopes[1::2], abs=1e-10)
    assert [d.exposure_effect for d in result.drivers] == pytest.approx(slopes[0::2], abs=1e-10)
    assert [d.impact for d in result.drivers] == pytest.approx(shapley(table, weights), abs=1e-12)
    alone = impact.drivers(table, "outcome", COLUMNS, weight=weight, method="correlation", draws=0)
    singles = [fitted(table, [name], weights)[1] for name in COLUMNS]
    assert [d.impact for d in alone.drivers] == pytest.approx(singles, abs=1e-12)


def test_satisfaction_exposure_and_base():
    table = journey()
    result = impact.drivers(table, "outcome", COLUMNS, draws=0)
    for driver in result.drivers:
        rated = table[driver.name].dropna()
        assert (driver.n, driver.exposure) == (len(rated), len(rated) / len(table))
        assert (driver.satisfaction, driver.sd) == pytest.approx((rated.mean(), rated.std()))


def test_jackknife_is_that_of_leaving_out_rows_of_each_group():
    table = journey(rows=450)
    result = impact.drivers(table, "outcome", COLUMNS, draws=0)
    groups = np.arange(len(table)) % 200
    left = np.array([fitted(table[groups != g], COLUMNS)[0][1] for g in range(200)])
    error = np.sqrt(199 / 200 * ((left - left.mean()) ** 2).sum())
    reach = 1.971957 * error  # t(199), 97.5%
    driver = result.drivers[0]
    assert (driver.effect_low, driver.effect_high) == pytest.approx(
        (driver.effect - reach, driver.effect + reach), rel=1e-6
    )
    assert (result.groups, result.n) == (200, 450)


def test_missing_free_data_equal_ordinary_regression():
    table = journey(missing=0.0)
    result = impact.drivers(table, "outcome", COLUMNS, draws=0)
    X = np.column_stack([np.ones(len(table)), table[COLUMNS]])
    slopes = np.linalg.lstsq(X, table["outcome"], rcond=None)[0][1:]
    assert [d.effect for d in result.drivers] == pytest.approx(slopes, abs=1e-10)
    assert [d.exposure_effect for d in result.drivers] == [None] * 4
    assert result.columns == 4


def test_few_that_did_not_meet_leave_the_exposure_effect_out():
    table = journey(missing=0.0)
    table.loc[:8, "t1"] = np.nan
    table.loc[5:14, "t2"] = np.nan
    result = impact.drivers(table, "outcome", COLUMNS, draws=0)
    assert result.driver("t1").exposure_effect is None
    assert isinstance(result.driver("t2").exposure_effect, float)
    few = [f for f in result.findings if f.code == "few_not_met"]
    assert [(f.column, f.details["n"]) for f in few] == [("t1", 9)]
    assert result.columns == 5


def test_met_without_a_rating_counts_as_met_at_the_mean():
    table = journey()
    coded = table.copy()
    silent = coded.index[coded["t1"].notna()][:20]
    coded.loc[silent, "t1"] = 99
    result = impact.drivers(coded, "outcome", COLUMNS, no_answer={"t1": [99]}, draws=0)
    filled = table.copy()
    filled.loc[silent, "t1"] = coded.loc[coded["t1"] < 99, "t1"].mean()
    same = impact.drivers(filled, "outcome", COLUMNS, draws=0)
    driver, other = result.driver("t1"), same.driver("t1")
    assert (driver.effect, driver.exposure) == pytest.approx((other.effect, other.exposure))
    assert (driver.n, other.n) == (other.n - 20, other.n)
    assert [f.details["n"] for f in result.findings if f.code == "met_not_rated"] == [20]


def test_a_code_for_not_met_equals_a_blank():
    table = journey()
    coded = table.fillna({"t2": 0})
    blank = impact.drivers(table, "outcome", COLUMNS, draws=0)
    zero = impact.drivers(coded, "outcome", COLUMNS, missing={"t2": ["0"]}, draws=0)
    assert [d.impact for d in zero.drivers] == [d.impact for d in blank.drivers]


def test_rows_of_one_respondent_stay_together():
    table = journey(rows=200).assign(who=np.arange(200))
    twice = table.loc[table.index.repeat(2)]
    apart = impact.drivers(table, "outcome", COLUMNS, respondent="who", draws=0)
    together = impact.drivers(twice, "outcome", COLUMNS, respondent="who", draws=0)
    for one, other in zip(apart.drivers, together.drivers, strict=True):
        assert other.effect_low == pytest.approx(one.effect_low)


def test_two_identical_touchpoints_share_and_have_no_effect():
    table = journey(missing=0.0).assign(t5=lambda t: t["t1"])
    result = impact.drivers(table, "outcome", [*COLUMNS, "t5"], draws=0)
    one, other = result.driver("t1"), result.driver("t5")
    assert one.impact == pytest.approx(other.impact, abs=1e-9)
    assert (one.effect, other.effect, one.sign, one.vif) == (None, None, 0, None)
    assert result.r2 == pytest.approx(impact.drivers(table, "outcome", COLUMNS, draws=0).r2, abs=1e-9)
    named = [f.details for f in result.findings if f.code == "inseparable"]
    assert [(d["touchpoint"], d["other"]) for d in named] == [("t1", "t5")]


def test_ratings_that_leave_the_grid_of_the_first_rows_are_counted_where_they_are():
    table = journey(rows=12_000, missing=0.1)
    table.loc[11_000:11_002, "t1"] = 7.25
    study = impact.prepare(table, "outcome", COLUMNS)
    histogram = study.moments.histograms[0]
    counted = dict(zip(histogram.values.tolist(), histogram.counts.tolist(), strict=True))
    assert counted == table["t1"].value_counts().sort_index().to_dict()
    assert study.moments.rated[0] == table["t1"].notna().sum()
