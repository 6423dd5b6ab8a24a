"""What a budget buys: the best set, what the next euro adds, and gain against budget."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cx import impact
from cx.errors import ArgumentError
from cx.impact import Change
from cx.matrix.strategy import buying
from cx.matrix.strategy.budget import Measure, best_set, options, plan
from cx.matrix.strategy.chances import in_best_set
from cx.matrix.strategy.frontier import curve_of
from tests.made.responses import journey, names

FEW = "budget_few_answers"
COSTS, GAINS = np.array([5.0, 4.0, 3.0]), np.array([10.0, 7.0, 6.0])


@pytest.fixture(scope="module")
def result():
    table = journey(rows=400, touchpoints=4)
    return impact.drivers(table, "outcome", names(table), draws=0)


def measures(**costs):
    return [Measure(name, cost, Change(satisfaction=0.5)) for name, cost in costs.items()]


# --- few answers ---


def test_a_set_chosen_from_few_answers_is_said_to_promise_too_much():
    table = journey(rows=199, touchpoints=4, missing=0.0)
    few = impact.drivers(table, "outcome", names(table), draws=0)
    enough = replace(few, n_eff=200.0)
    wanted = [Measure(name, 1.0, Change(satisfaction=0.5)) for name in names(table)]
    told = [
        [(one.severity, one.details) for one in plan(of, wanted, budget).findings if one.code == FEW]
        for of, budget in ((few, 9.0), (enough, 9.0), (few, 0.5))
    ]
    assert told == [[("warning", {"n": 199})], [], []]


# --- the best set ---


@pytest.mark.parametrize(
    ("budget", "taken"),
    [
        (0, []),
        (2.99, []),
        (3, [2]),
        (4, [1]),
        (5, [0]),
        (7, [1, 2]),
        (8, [0, 2]),
        (9, [0, 1]),
        (11.99, [0, 1]),
        (12, [0, 1, 2]),
        (1000, [0, 1, 2]),
    ],
)
def test_each_budget_buys_the_largest_gain(budget, taken):
    assert np.flatnonzero(best_set(COSTS, GAINS, budget)).tolist() == taken


def test_of_sets_that_bring_the_same_the_cheapest_is_bought():
    assert best_set(np.array([6.0, 3.0, 2.0]), np.array([5.0, 3.0, 2.0]), 6.0).tolist() == [False, True, True]


def test_what_is_free_is_always_bought_and_what_brings_nothing_never():
    assert best_set(np.array([0.0, 1.0, 0.0]), np.array([1.0, 0.0, 0.0]), 0.0).tolist() == [
        True,
        False,
        False,
    ]


def test_a_budget_is_not_exceeded_by_the_solvers_tolerance():
    costs = np.array([1_000_000.0, 1_000_000.4])
    assert best_set(costs, np.array([1.0, 2.0]), 1_000_000.0).tolist() == [True, False]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 50)), min_size=1, max_size=7), st.integers(0, 120)
)
def test_no_other_set_within_the_budget_brings_more(pairs, budget):
    costs, gains = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    sets = np.array(list(product([False, True], repeat=len(pairs))))
    most = (sets @ gains)[sets @ costs <= budget].max()
    taken = best_set(costs, gains, float(budget))
    assert costs[taken].sum() <= budget
    assert gains[taken].sum() == most
    curve = curve_of(costs, gains)
    reached = [gain for cost, gain in zip(curve.costs, curve.gains, strict=True) if cost <= budget]
    assert reached[-1] == most


# --- the curve ---


def test_the_curve_has_every_step_and_no_other():
    found = curve_of(COSTS, GAINS)
    assert found.costs == (0, 3, 4, 5, 7, 8, 9, 12)
    assert found.gains == (0, 6, 7, 10, 13, 16, 17, 23)
    assert found.exact


def test_the_next_step_is_the_smallest_budget_that_buys_more():
    curve = curve_of(COSTS, GAINS)
    assert [curve.next_after(budget, gain) for budget, gain in ((0, 0), (6, 10), (11, 17), (12, 23))] == [
        3,
        7,
        12,
        None,
    ]


def test_costs_that_gains_follow_do_not_make_the_curve_grow_without_end():
    costs = np.random.default_rng(1).random(30)
    found = curve_of(costs, costs)
    assert not found.exact
    assert len(found.costs) <= 20_000
    assert found.gains[-1] == pytest.approx(costs.sum())


# --- plans ---


def test_a_plan_brings_what_the_what_if_of_its_set_brings(result):
    found = plan(result, measures(t1=100, t2=90, t3=80), 115, factor=10)
    assert found.chosen == ("t1",)
    told = impact.what_if(result, {"t1": Change(0.5)}, factor=10, by=impact.shrunk(result))
    assert found.gain == told.change
    assert found.change.value == told.value
    assert (found.cost, found.left) == (100, 15)


def test_the_next_euro_is_the_smallest_that_changes_the_set(result):
    found = plan(result, measures(t1=100, t2=60), 120)
    assert (found.next.budget, found.next.more) == (160, 40)
    assert (found.next.chosen, found.next.added, found.next.dropped) == (("t1", "t2"), ("t2",), ())
    gain = {option.measure.touchpoint: option.gain.value for option in found.options}
    assert found.next.gain == pytest.approx(gain["t2"])
    assert plan(result, measures(t1=100, t2=60), 160).next is None


def test_a_swap_names_what_is_bought_instead(result):
    found = plan(result, measures(t1=100, t2=60), 60)
    assert found.chosen == ("t2",)
    assert (found.next.added, found.next.dropped) == (("t1",), ("t2",))
    assert "t1 in place of t2" in " ".join(buying.plan_words(found, result, "en"))


def test_where_lower_is_better_a_fall_is_a_gain():
    table = journey(rows=400, touchpoints=3)
    table["Churned"] = np.where(table["outcome"] < 7, "yes", "no")
    result = impact.drivers(table, "Churned", names(table), draws=0)
    (option,) = options(result, measures(t1=10))
    change = impact.what_if(result, {"t1": Change(0.5)}, by=impact.shrunk(result)).change
    assert change.value < 0
    assert (option.gain.value, option.gain.low, option.gain.high) == (
        -change.value,
        -change.high,
        -change.low,
    )
    assert option.open
    found = plan(result, measures(t1=10), 10)
    assert "percentage points" in " ".join(buying.plan_words(found, result, "en"))


def test_what_makes_it_worse_is_told_and_not_bought(result):
    worse = [Measure("t1", 0, Change(-1.0)), Measure("t2", 10, Change(0.5))]
    found = plan(result, worse, 10)
    assert found.chosen == ("t2",)
    (told,) = [finding for finding in found.findings if finding.code == "measure_without_gain"]
    assert told.details == {"touchpoints": "t1", "n": 1}


def test_only_what_the_data_show_is_bought_where_that_is_asked_for():
    table = journey(rows=60, touchpoints=4)
    result = impact.drivers(table, "outcome", names(table), draws=0)
    asked = [Measure(name, 1, Change(0.5)) for name in names(table)]
    unclear = {o.measure.touchpoint for o in options(result, asked) if o.gain.value > 0 and not o.gain.clear}
    assert unclear
    found = plan(result, asked, 10, only_shown=True)
    assert not unclear & set(found.chosen)
    (told,) = [finding for finding in found.findings if finding.code == "measure_not_shown"]
    assert set(told.details["touchpoints"].split(", ")) == unclear


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_state_is_said(result, lang):
    cheapest = buying.plan_words(plan(result, measures(t1=100, t2=60), 10), result, lang)
    assert len(cheapest) == 1
    assert "60" in cheapest[0]
    hopeless = [Measure("t1", 10, Change(-1.0))]
    assert len(buying.plan_words(plan(result, hopeless, 10), result, lang)) == 1
    everything = buying.plan_words(plan(result, measures(t1=100), 100), result, lang)
    assert len(everything) == 3


def test_a_satisfaction_beyond_the_scale_counts_up_to_its_end(result):
    beyond, end = (
        options(result, [Measure("t1", 1, Change(points))])[0].gain.value
        for points in (50, 10 - result.drivers[0].satisfaction)
    )
    assert beyond == pytest.approx(end)


@pytest.mark.parametrize("cost", [-1.0, float("nan"), float("inf")])
def test_a_cost_that_cannot_be_is_refused(result, cost):
    with pytest.raises(ArgumentError) as refused:
        options(result, measures(t1=cost))
    assert refused.value.key == "budget_cost"


def test_two_measures_for_one_touchpoint_and_a_budget_below_zero_are_refused(result):
    with pytest.raises(ArgumentError) as twice:
        options(result, [*measures(t1=1), *measures(t1=2)])
    assert twice.value.key == "budget_twice"
    with pytest.raises(ArgumentError) as below:
        plan(result, measures(t1=1), -1.0)
    assert below.value.key == "budget_amount"


def test_the_table_has_gains_in_the_unit_of_the_screen(result):
    rows = buying.table(plan(result, measures(t1=100, t2=60), 100), result).set_index("touchpoint")
    assert rows["bought"].to_dict() == {"t1": True, "t2": False}
    told = impact.what_if(result, {"t1": Change(0.5)}, by=impact.shrunk(result)).change.value
    assert rows.loc["t1", "gain"] == pytest.approx(told, abs=0.005)
    assert rows.loc["t1", "chance"] == 1.0


def test_the_chance_of_the_best_set_counts_sets_of_each_draw():
    costs, budget = np.array([5.0, 4.0, 3.0, 0.0]), 7.0
    draws = np.random.default_rng(3).normal(0.5, 1.0, (120, 4))
    taken = [best_set(costs, np.maximum(gains, 0), budget) & (gains > 0) for gains in draws]
    assert in_best_set(costs, draws, budget) == pytest.approx(np.mean(taken, axis=0))


def test_many_measures_are_taken_by_worth():
    costs = np.ones(20)
    draws = np.random.default_rng(4).normal(size=(20, 20)) + 1
    taken = [best_set(costs, np.maximum(gains, 0), 6.0) & (gains > 0) for gains in draws]
    assert in_best_set(costs, draws, 6.0) == pytest.approx(np.mean(taken, axis=0))


def test_a_curve_ends_where_the_outcome_can_go_no_further():
    table = journey(rows=400, touchpoints=4, missing=0.0)
    table["outcome"] = np.clip(table["outcome"].round(), 0, 10)
    result = impact.drivers(table, "outcome", names(table), draws=0)
    found = plan(result, [Measure(name, 1, Change(satisfaction=4.0)) for name in names(table)], 4)
    room = 10 - result.outcome_mean
    assert found.curve.gains[-1] == pytest.approx(room)
    assert found.gain.value == pytest.approx(room)
    assert "outcome_cut" in [finding.code for finding in found.findings]
