"""How a result would be otherwise, from the same sums and without some of the answers."""

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.intake.join import called
from cx.records import Responses, Scale
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


def test_what_is_left_out_is_told_with_how_much_it_is():
    found = responses()
    result = impact.drivers(found, "outcome", draws=0)
    straight = next(f.details["n"] for f in result.findings if f.code == "straight_liners")
    parts = {
        kind: (rest, about, n)
        for kind, rest, about, n in impact.parts_of(found, result, straight_liners=True)
    }
    assert parts["straight_liners"][1:] == ("", straight)
    rest, about, n = parts["segment"]
    assert (about, n, len(rest.rows)) == ("Region: North", 500, 400)
    assert set(rest.rows["Region"]) == {"South", "East", "West"}
    assert [kind for kind, *_ in impact.parts_of(found, result, straight_liners=False)] == ["segment"]


def test_nobody_is_left_out_where_too_few_would_stay():
    found = responses(rows=90, straight=0)
    result = impact.drivers(found, "outcome", draws=0)
    assert "segment" in [kind for kind, *_ in impact.parts_of(found, result, straight_liners=True)]
    few = responses(rows=54, straight=0)
    assert impact.parts_of(few, impact.drivers(few, "outcome", draws=0), straight_liners=True) == []


def test_a_part_gives_its_own_shares_and_satisfaction():
    part = impact.drivers(responses(), "outcome", draws=0, leave_out_straight_liners=True)
    trial = impact.of_part("straight_liners", part, "mean", amount=60)
    assert trial.shares == {driver.name: driver.share for driver in part.drivers}
    assert trial.satisfaction == pytest.approx({d.name: d.satisfaction for d in part.drivers})


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
    (after,) = [one for one in called.moved(found, {"t1": "Invoice"}).trials if one.kind == "pmvd"]
    assert after.shares == {
        "Invoice": before.shares["t1"],
        "t2": before.shares["t2"],
        "t3": before.shares["t3"],
    }
