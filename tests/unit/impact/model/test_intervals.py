"""Intervals of shares: how they are drawn, and when there are none."""

import numpy as np
import pytest

from cx import impact
from cx.errors import ArgumentError
from cx.impact.model import shapley, shares
from cx.impact.model.joint import Model
from cx.impact.study import prepare
from tests.made.responses import journey, names

COLUMNS = names(journey())


def test_shares_lie_in_their_intervals_and_are_reproducible():
    table = journey()
    one = impact.drivers(table, "outcome", COLUMNS, draws=200, seed=4)
    two = impact.drivers(table, "outcome", COLUMNS, draws=200, seed=4)
    for driver in one.drivers:
        assert 0 <= driver.low <= driver.share <= driver.high <= 1
    assert [d.low for d in one.drivers] == [d.low for d in two.drivers]
    assert (one.draws.count, one.draws.seed) == (200, 4)


@pytest.mark.parametrize(
    ("share", "draws", "interval"),
    [
        (0.1, [0.2, 0.2, 0.2], (0.1, 0.2)),
        (0.9, [0.2, 0.2, 0.2], (0.2, 0.9)),
        (0.3, [-0.5, -0.5, -0.5], (0.0, 0.3)),
        (0.3, [1.5, 1.5, 1.5], (0.3, 1.0)),
        (0.3, [0.2, 0.3, 0.4], (0.205, 0.395)),
    ],
)
def test_an_interval_lies_between_nothing_and_all_and_holds_its_share(share, draws, interval):
    assert shares.interval(share, np.array(draws)) == pytest.approx(interval)


@pytest.mark.parametrize(("groups", "reach"), [(200, 0.095), (20, 0.1040849), (10, 0.1155785)])
def test_draws_of_few_groups_are_spread_by_students_t(groups, reach):
    """Half the distance of the quantiles times sqrt(G / (G - 1)) t(G - 1) / z."""
    low, high = shares.interval(0.3, np.linspace(0.2, 0.4, 101), groups)
    assert (low, high) == pytest.approx((0.3 - reach, 0.3 + reach), abs=1e-6)


def test_the_interval_of_a_share_knows_how_many_clusters_were_drawn():
    table = journey().assign(store=np.arange(len(journey())) % 12)
    result = impact.drivers(table, "outcome", COLUMNS, cluster="store", draws=200)
    assert result.groups == 12
    for j, one in enumerate(result.drivers):
        assert (one.low, one.high) == shares.interval(one.share, result.draws.shares[:, j], 12)


def test_a_draw_is_the_adjusted_shapley_of_its_own_rows():
    table = journey(rows=200)
    study = prepare(table, "outcome", COLUMNS)
    found = shares.drawn(study.moments, study.model, "shapley", 100, seed=1)
    rows = np.repeat(np.arange(200), found.counts[0].astype(int))
    drawn = prepare(table.iloc[rows], "outcome", COLUMNS)
    matrix = shares._matrices(drawn.moments.total[np.newaxis], study.model)[0]
    n, k = 200, np.arange(study.model.columns + 1)
    values = shapley.values(matrix, study.model.widths.tolist(), (n - 1) / (n - 1 - 2 * k))
    assert found.shares[0] == pytest.approx(values / values.sum(), abs=1e-10)
    assert found.means[0] == pytest.approx(table.iloc[rows][COLUMNS].mean().to_numpy())


def test_touchpoints_that_explain_nothing_have_no_interval():
    table = journey()
    table["outcome"] = np.random.default_rng(1).normal(size=len(table)).round(1)
    result = impact.drivers(table, "outcome", COLUMNS, draws=200)
    assert {(d.low, d.high) for d in result.drivers} == {(None, None)}
    assert "explains_too_little" in {f.code for f in result.findings}
    assert result.draws.shares is None
    assert result.draws.satisfaction["mean"].shape == (200, 4)


def test_draws_carry_satisfaction_of_each_score():
    result = impact.drivers(journey().clip(upper=10), "outcome", COLUMNS, draws=100)
    assert set(result.draws.satisfaction) == {"mean", "top2"}
    mean, top2 = result.draws.satisfaction["mean"], result.draws.satisfaction["top2"]
    driver = result.drivers[0]
    assert mean[:, 0].mean() == pytest.approx(driver.satisfaction, abs=0.05)
    assert mean[:, 0].std() == pytest.approx(driver.sd / driver.n**0.5, rel=0.25)
    assert top2[:, 0].mean() == pytest.approx(driver.scores["top2"].value, abs=0.02)


def test_many_touchpoints_say_how_their_shares_were_computed():
    table = journey(rows=600, touchpoints=21, missing=0.0)
    few = impact.drivers(table, "outcome", names(table), draws=100)
    assert (few.method, few.interval_method) == ("shapley", "shapley")
    assert "sampled_orders" not in {f.code for f in few.findings}
    wide = journey(rows=600, touchpoints=26, missing=0.3)
    many = impact.drivers(wide, "outcome", names(wide), draws=0)
    (said,) = [f for f in many.findings if f.code == "sampled_orders"]
    assert (many.method, said.details["n"], said.details["orders"]) == ("shapley", 26, 624)
    assert float(said.details["error"]) < 0.6
    assert sum(d.impact for d in many.drivers) == pytest.approx(many.r2)


def test_sampled_orders_give_the_intervals_that_exact_draws_give():
    study = prepare(journey(rows=400, touchpoints=8), "outcome", names(journey(touchpoints=8)))
    exact, some = (
        shares.drawn(study.moments, study.model, "shapley", 200, 1, exact=exact).shares
        for exact in (True, False)
    )
    assert np.abs(exact - some).mean() < 0.003
    assert np.quantile(some, [0.025, 0.975], axis=0) == pytest.approx(
        np.quantile(exact, [0.025, 0.975], axis=0), abs=0.01
    )


def test_from_seventeen_touchpoints_on_there_are_fewer_draws():
    table = journey(rows=500, touchpoints=17, missing=0.0)
    result = impact.drivers(table, "outcome", names(table), draws=300)
    assert result.draws.count == 200
    told = [f for f in result.findings if f.code == "fewer_draws"]
    assert [f.details for f in told] == [{"n": 17, "draws": 200, "percent": 5}]
    assert "some 5% of the interval's width" in told[0].message("en")


def test_progress_goes_from_nothing_to_all():
    seen = []
    impact.drivers(journey(), "outcome", COLUMNS, draws=200, progress=seen.append)
    assert seen == sorted(seen) and seen[-1] == 1.0


@pytest.mark.parametrize("arguments", [{"draws": 5}, {"draws": -1}, {"method": "lasso"}])
def test_arguments_that_cannot_be_used(arguments):
    with pytest.raises(ArgumentError):
        impact.drivers(journey(), "outcome", COLUMNS, **arguments)


def test_bounded_memory_gives_the_same_values(monkeypatch):
    study = prepare(journey(touchpoints=6), "outcome", names(journey(touchpoints=6)))
    matrix = shares._matrices(study.moments.total[np.newaxis], study.model)[0]
    whole = shapley.values(matrix, study.model.widths.tolist())
    monkeypatch.setattr(shapley, "_BLOCK", 0)
    assert shapley.values(matrix, study.model.widths.tolist()) == pytest.approx(whole, abs=1e-14)
    assert isinstance(study.model, Model)
