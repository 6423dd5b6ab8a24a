"""How a result would be otherwise, from the same sums and without some of the answers."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.intake.join import aliases
from cx.records import AxisDraws, Evidence, Responses, Scale, Source, Trial
from tests.made.responses import journey, names


def responses(rows=900, straight=60):
    """Return responses with straight-liners and a segment of four values of unequal size."""
    table = journey(rows, 4, missing=0.0).drop(columns="w")
    table.loc[: straight - 1, names(table)] = 8
    sizes = rows // 9 * np.array([5, 2, 1, 1])
    table["Region"] = np.repeat(["North", "South", "East", "West"], sizes)
    columns = tuple(names(table))
    return Responses(
        table, columns, ("outcome",), segments=("Region",), scales=dict.fromkeys(columns, Scale(1, 10))
    )


def looked_at_again(found, **options):
    """Return the trials that need the answers anew, by their kind."""
    result = impact.drivers(found, "outcome", draws=options.pop("draws", 0))
    return {one.kind: one for one in impact.trials_of_answers(found, result, **options)}


def test_what_is_left_out_is_told_with_how_much_it_is_and_gives_its_own_numbers():
    found = responses()
    trials = looked_at_again(found)
    straight = trials["straight_liners"]
    lines = (found.rows[list(found.drivers)].nunique(axis=1) == 1).sum()
    part = impact.drivers(found, "outcome", draws=0, leave_out_straight_liners=True)
    assert (straight.about, straight.amount) == ("", lines)
    assert straight.shares == {driver.name: driver.share for driver in part.drivers}
    assert straight.satisfaction == pytest.approx({d.name: d.satisfaction for d in part.drivers})
    rest = replace(found, rows=found.rows[found.rows["Region"] != "North"])
    segment = trials["segment"]
    assert (segment.about, segment.amount) == ("Region: North", 500)
    assert segment.shares == pytest.approx(shares(impact.drivers(rest, "outcome", draws=0)))
    assert set(trials) == {"straight_liners", "segment"}


def test_whoever_is_left_out_of_the_result_is_left_out_of_its_trials():
    found = responses()
    trials = looked_at_again(found, straight_liners=False)
    rest = replace(found, rows=found.rows[found.rows["Region"] != "North"])
    part = impact.drivers(rest, "outcome", draws=0, leave_out_straight_liners=True)
    assert list(trials) == ["segment"]
    assert trials["segment"].shares == pytest.approx(shares(part))


def shares(result):
    return {driver.name: driver.share for driver in result.drivers}


def test_nobody_is_left_out_where_too_few_would_stay_or_a_period_is_no_segment():
    assert list(looked_at_again(responses(rows=90, straight=0))) == ["segment"]
    assert looked_at_again(responses(rows=54, straight=0)) == {}
    source = Source("f.csv", (), "responses", (1,), {"Region": "period"}, {})
    assert list(looked_at_again(replace(responses(), sources=(source,)))) == ["straight_liners"]


def test_what_cannot_be_derived_without_some_answers_is_no_trial():
    found = responses(straight=0)
    found.rows.loc[found.rows["Region"] != "North", "outcome"] = 7
    assert looked_at_again(found) == {}


def test_likely_clusters_that_nobody_spoke_about_are_drawn_as_wholes():
    found = replace(responses(straight=0), likely_cluster="Region", segments=())
    (trial,) = looked_at_again(found, draws=200).values()
    whole = impact.drivers(replace(found, cluster="Region"), "outcome", draws=200)
    assert (trial.kind, trial.about, trial.amount, trial.shares) == ("clusters", "Region", 4, {})
    assert np.array_equal(trial.draws.impact, whole.draws.shares)
    assert trial.evidence["t1"].effect.low == whole.driver("t1").effect_low
    assert looked_at_again(found, draws=0) == {}
    assert looked_at_again(replace(found, cluster="Region"), draws=200) == {}


def test_pmvd_is_a_trial_of_every_result_that_is_not_too_wide():
    table = journey(rows=500, touchpoints=5)
    result = impact.drivers(table, "outcome", names(table), draws=100)
    (trial,) = [one for one in result.trials if one.kind == "pmvd"]
    assert sum(trial.shares.values()) == pytest.approx(1.0)
    wide = journey(rows=500, touchpoints=17, missing=0.0)
    many = impact.drivers(wide, "outcome", names(wide), draws=100)
    assert "pmvd" not in [one.kind for one in many.trials]


def test_exposure_effects_that_differ_in_direction_are_no_trial():
    random = np.random.default_rng(3)
    met = random.random((4_000, 4)) < 0.6
    pull = met @ np.array([1.0, -1.0, 1.0, -1.0])
    table = pd.DataFrame(np.where(met, random.integers(1, 11, met.shape), np.nan), columns=list("abcd"))
    table["outcome"] = pull + random.normal(size=4_000)
    mixed = impact.drivers(table, "outcome", list("abcd"), scales=Scale(1, 10), draws=100)
    assert "activity" not in [one.kind for one in mixed.trials]
    table["outcome"] = np.abs(pull) * 0 + met.sum(axis=1) + random.normal(size=4_000)
    alike = impact.drivers(table, "outcome", list("abcd"), scales=Scale(1, 10), draws=100)
    (trial,) = [one for one in alike.trials if one.kind == "activity"]
    assert (trial.doubtful, trial.amount) == (("a", "b", "c", "d"), 4)


def test_trials_follow_a_touchpoint_that_another_table_calls_differently():
    table = journey(rows=500, touchpoints=3)
    found = impact.touchpoints(impact.drivers(table, "outcome", names(table), draws=100))
    (before,) = [one for one in found.trials if one.kind == "pmvd"]
    (after,) = [one for one in aliases.moved(found, {"t1": "Invoice"}).trials if one.kind == "pmvd"]
    assert after.shares == {
        "Invoice": before.shares["t1"],
        "t2": before.shares["t2"],
        "t3": before.shares["t3"],
    }


def test_draws_of_a_trial_follow_the_name_as_well():
    drawn = AxisDraws(("t1", "t2"), np.zeros((2, 2)), None)
    trial = Trial("clusters", draws=drawn, evidence={"t1": Evidence(None, None, 1)})
    table = impact.touchpoints(
        impact.drivers(journey(rows=200, touchpoints=2), "outcome", ["t1", "t2"], draws=0)
    )
    (after,) = aliases.moved(replace(table, trials=(trial,)), {"t1": "Invoice"}).trials
    assert after.draws.names == ("Invoice", "t2")
    assert list(after.evidence) == ["Invoice"]
