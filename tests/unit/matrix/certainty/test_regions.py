"""The 95% region around a touchpoint."""

import numpy as np
import pytest

from cx import impact
from cx.matrix import build, regions
from cx.records import AxisDraws, Scale
from tests.made.responses import journey, names
from tests.made.tables import row, touchpoints


def matrix_of(table):
    return build(table), table


def test_n_and_sd_give_an_interval_of_satisfaction():
    table = touchpoints([row("A", 6.0, 1, n=100, sd=2.0), row("B", 8.0, 2)])
    matrix = build(table)
    found = regions(matrix, table)
    region = found[matrix.bubbles[0].id]
    assert list(found) == [matrix.bubbles[0].id]
    assert region.axis == "satisfaction"
    assert region.low == (pytest.approx(6 - 1.98422 * 0.2, abs=1e-5), 1)
    assert region.high == (pytest.approx(6 + 1.98422 * 0.2, abs=1e-5), 1)


def test_a_share_and_n_give_wilsons_interval():
    table = touchpoints(
        [row("A", 70.0, 1, n=100), row("B", 100.0, 2, n=20)], scale=Scale(0, 100, kind="percent")
    )
    matrix = build(table)
    found = regions(matrix, table)
    first, second = (found[bubble.id] for bubble in matrix.bubbles)
    assert (first.low[0], first.high[0]) == (pytest.approx(60.415, abs=1e-3), pytest.approx(78.105, abs=1e-3))
    assert second.high[0] == 100


def test_an_interval_ends_where_the_scale_does():
    table = touchpoints([row("A", 9.9, 1, n=4, sd=2.0), row("B", 5.0, 2)])
    matrix = build(table)
    assert regions(matrix, table)[matrix.bubbles[0].id].high[0] == 10


def test_draws_give_an_ellipse_that_holds_95_percent_of_them():
    random = np.random.default_rng(5)
    drawn = random.multivariate_normal([6.0, 0.5], [[0.04, 0.003], [0.003, 0.0009]], size=4000)
    draws = AxisDraws(
        ("A", "B"), np.column_stack([drawn[:, 0], drawn[:, 0]]), np.column_stack([drawn[:, 1]] * 2)
    )
    table = touchpoints([row("A", 6.0, 0.5), row("B", 6.0, 0.5)], impact_kind="derived", draws=draws)
    matrix = build(table)
    region = regions(matrix, table)[matrix.bubbles[0].id]
    assert region.axis == "both"
    assert len(region.outline) == 64
    inside = held(np.array(region.outline), drawn)
    assert inside.mean() == pytest.approx(0.95, abs=0.012)


def held(corners, points):
    """Which points lie inside a convex polygon whose corners go round one way."""
    after = np.roll(corners, -1, axis=0)
    edges = after - corners
    away = points[:, np.newaxis] - corners
    turn = edges[:, 0] * away[..., 1] - edges[:, 1] * away[..., 0]
    return (turn >= 0).all(axis=1) | (turn <= 0).all(axis=1)


def test_the_region_of_responses_contains_its_touchpoint_and_stays_on_both_axes():
    table = journey(rows=80, touchpoints=5)
    result = impact.drivers(table, "outcome", names(table), draws=200)
    derived = impact.touchpoints(result)
    matrix = build(derived)
    found = regions(matrix, derived)
    assert len(found) == 5
    for bubble in matrix.bubbles:
        region = found[bubble.id]
        assert region.low[0] <= bubble.satisfaction <= region.high[0] <= 10
        assert 0 <= region.low[1] <= bubble.impact <= region.high[1] <= 1


def test_without_impact_or_any_error_there_is_no_region():
    plain = touchpoints([row("A", 6.0, n=10, sd=1.0), row("B", 7.0)])
    assert regions(*matrix_of(plain)) == {}
    unknown = touchpoints([row("A", 6.0, 1), row("B", 7.0, 2)])
    assert regions(*matrix_of(unknown)) == {}
