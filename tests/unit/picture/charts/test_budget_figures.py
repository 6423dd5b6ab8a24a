"""The curve of gain against budget, and the ranks of stated and derived importance."""

import pytest

from cx import impact
from cx.impact import Change
from cx.matrix.comparison import stated
from cx.matrix.strategy.budget import Measure, plan
from cx.picture.charts import gain_curve, stated_ranks
from tests.made.responses import journey, names
from tests.made.tables import row, touchpoints


@pytest.fixture(scope="module")
def result():
    table = journey(rows=300, touchpoints=3)
    return impact.drivers(table, "outcome", names(table), draws=0)


def planned(result, budget):
    return plan(result, [Measure("t1", 100, Change(0.5)), Measure("t2", 60, Change(0.5))], budget)


def test_the_curve_is_a_staircase_with_the_budget_and_the_next_step_on_it(result):
    found = planned(result, 120)
    stairs, now, then = gain_curve.figure(found.curve, result, found, lang="en", width=600).data
    assert stairs.line.shape == "hv"
    assert stairs.x[:-1] == found.curve.costs
    assert stairs.y[:-1] == found.curve.gains
    assert (now.x[0], now.y[0]) == (120, found.gain.value)
    assert now.y[0] + now.error_y.array[0] == pytest.approx(found.gain.high)
    assert now.y[0] - now.error_y.arrayminus[0] == pytest.approx(found.gain.low)
    assert (then.x[0], then.y[0]) == (160, pytest.approx(found.curve.gains[-1]))


def test_without_a_budget_the_curve_stands_alone(result):
    found = planned(result, 0)
    figure = gain_curve.figure(found.curve, result, None, lang="nl", width=600)
    assert len(figure.data) == 1
    assert figure.layout.separators == ",."
    assert "3 treden" in gain_curve.in_words(found.curve, result, "nl")


def test_everything_bought_leaves_no_next_step(result):
    found = planned(result, 500)
    assert len(gain_curve.figure(found.curve, result, found, lang="en", width=600).data) == 2


def test_ranks_are_drawn_per_touchpoint_and_names_cannot_be_markup():
    table = touchpoints(
        [row("<b>A", 7, 3, importance=1), row("B", 7, 2, importance=2), row("C", 7, 1, importance=3)]
    )
    found = stated.against_derived(table)
    figure = stated_ranks.figure(found, lang="en", width=600)
    _, said, derived = figure.data
    assert said.x == (3, 2, 1)
    assert derived.x == (1, 2, 3)
    assert figure.layout.yaxis.ticktext[0].strip() == "&lt;b&gt;A"
    assert said.hovertext[0] == "&lt;b&gt;A: stated rank 3, derived rank 1"
    assert "B 2 against 2" in stated_ranks.in_words(found, "en")
