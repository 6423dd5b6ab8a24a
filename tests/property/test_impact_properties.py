"""What holds for all responses."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cx import impact
from cx.impact.model import johnson, shapley
from cx.impact.reading.responses import Options, read
from cx.impact.sums.moments import gathered
from tests.made.responses import journey, names

seeds = st.integers(0, 10_000)
sizes = st.integers(2, 6)
gaps = st.sampled_from([0.0, 0.3, 0.6])
METHODS = ("shapley", "johnson")


def made(seed, touchpoints, missing):
    return journey(300, touchpoints, missing, seed)


def run(table, columns, **options):
    return impact.drivers(table, "outcome", columns, draws=0, outcome_direction="higher", **options)


@settings(max_examples=40, deadline=None)
@given(seeds, sizes, gaps, st.sampled_from(METHODS))
def test_impacts_sum_to_r2(seed, touchpoints, missing, method):
    table = made(seed, touchpoints, missing)
    result = run(table, names(table), method=method)
    assert sum(d.impact for d in result.drivers) == pytest.approx(result.r2, abs=1e-12)
    assert sum(d.share for d in result.drivers) == pytest.approx(1.0)
    assert min(d.impact for d in result.drivers) > -1e-12


@settings(max_examples=30, deadline=None)
@given(seeds, sizes, gaps, st.randoms(use_true_random=False))
def test_the_order_of_columns_does_not_matter(seed, touchpoints, missing, random):
    table = made(seed, touchpoints, missing)
    mixed = names(table)
    random.shuffle(mixed)
    one, other = run(table, names(table)), run(table, mixed)
    for driver in one.drivers:
        same = other.driver(driver.name)
        assert (driver.impact, driver.effect) == pytest.approx((same.impact, same.effect), abs=1e-10)


@settings(max_examples=30, deadline=None)
@given(seeds, sizes, gaps, st.floats(0.01, 100), st.floats(-1e4, 1e4))
def test_rescaling_a_rating_does_not_matter(seed, touchpoints, missing, factor, shift):
    table = made(seed, touchpoints, missing)
    moved = table.assign(t1=factor * table["t1"] + shift)
    one, other = run(table, names(table)), run(moved, names(table))
    for first, second in zip(one.drivers, other.drivers, strict=True):
        assert first.impact == pytest.approx(second.impact, abs=1e-8)
    assert one.driver("t1").effect == pytest.approx(factor * other.driver("t1").effect, rel=1e-6, abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(seeds, sizes, gaps)
def test_weights_equal_repetition_of_rows(seed, touchpoints, missing):
    table = made(seed, touchpoints, missing)
    repeated = table.loc[table.index.repeat(table["w"].astype(int))].reset_index(drop=True)
    one, other = run(table, names(table), weight="w"), run(repeated, names(table))
    for first, second in zip(one.drivers, other.drivers, strict=True):
        mine = (first.impact, first.effect, first.satisfaction, first.exposure)
        assert mine == pytest.approx(
            (second.impact, second.effect, second.satisfaction, second.exposure), abs=1e-9
        )


@settings(max_examples=30, deadline=None)
@given(seeds, sizes, gaps, st.randoms(use_true_random=False))
def test_groups_merged_in_any_order_give_the_same_moments(seed, touchpoints, missing, random):
    table = made(seed, touchpoints, missing)
    moments = gathered(read(table, Options("outcome", tuple(names(table)))).answers)
    order = list(range(moments.groups))
    random.shuffle(order)
    merged = sum(moments.sums[group] for group in order)
    assert merged == pytest.approx(moments.total, rel=1e-10, abs=1e-9)
    assert moments.groups == 200


@settings(max_examples=30, deadline=None)
@given(seeds, sizes)
def test_data_without_gaps_equal_ordinary_regression(seed, touchpoints):
    table = made(seed, touchpoints, 0.0)
    X = np.column_stack([np.ones(len(table)), table[names(table)]])
    y = table["outcome"].to_numpy()
    slopes, rest, *_ = np.linalg.lstsq(X, y, rcond=None)
    result = run(table, names(table))
    assert [d.effect for d in result.drivers] == pytest.approx(slopes[1:], abs=1e-9)
    assert result.r2 == pytest.approx(1 - rest[0] / ((y - y.mean()) ** 2).sum(), abs=1e-11)


@settings(max_examples=30, deadline=None)
@given(seeds, sizes, gaps)
def test_histograms_agree_with_the_moments(seed, touchpoints, missing):
    table = made(seed, touchpoints, missing)
    moments = gathered(read(table, Options("outcome", tuple(names(table)), weight="w")).answers)
    for j, histogram in enumerate(moments.histograms):
        about = histogram.values - moments.centres[j]
        rating = moments.sums[:, 0, 2 + moments.touchpoints + j]
        assert histogram.weight[:, 1:] @ about == pytest.approx(rating, abs=1e-8)
        assert histogram.outcome.sum(axis=1) == pytest.approx(moments.sums[:, 0, 1], abs=1e-8)
        assert histogram.squares.sum(axis=1) == pytest.approx(moments.sums[:, 1, 1], abs=1e-8)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-0.5, 0.5), min_size=1, max_size=6))
def test_uncorrelated_drivers_have_their_squared_correlation(correlations):
    p = len(correlations)
    matrix = np.eye(p + 1)
    scaled = np.array(correlations) / np.sqrt(p)
    matrix[-1, :-1] = matrix[:-1, -1] = scaled
    assert shapley.values(matrix) == pytest.approx(scaled**2, abs=1e-12)
    assert johnson.weights(matrix) == pytest.approx(scaled**2, abs=1e-12)


@settings(max_examples=20, deadline=None)
@given(seeds, st.integers(200, 700))
def test_rows_far_from_zero_lose_no_precision(seed, rows):
    table = journey(rows, 3, 0.3, seed)
    far = table.assign(**{name: table[name] + 1e6 for name in names(table)}, outcome=table["outcome"] - 1e6)
    one, other = run(table, names(table)), run(far, names(table))
    assert other.r2 == pytest.approx(one.r2, abs=1e-7)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6), st.text(max_size=4)), min_size=30, max_size=60))
def test_any_cells_give_a_result_or_a_clear_error(cells):
    table = pd.DataFrame({"a": cells, "b": np.arange(len(cells)) % 5, "outcome": np.arange(len(cells)) % 7})
    result = run(table, ["a", "b"])
    assert {d.name for d in result.drivers} <= {"a", "b"}
    assert all(np.isfinite(d.impact) for d in result.drivers)
