"""Few events, weights that leave little, and touchpoints that are answered alike."""

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.records import Scale
from tests.made.responses import journey, names


def of(table, code, outcome="outcome", **options):
    found = impact.drivers(table, outcome, names(table), draws=0, scales=Scale(1, 10), **options).findings
    return [finding for finding in found if finding.code == code]


def paired(r, rows=2_000, missing=0.0):
    """Return responses in which t1 works, t2 only goes along with it, and t3 is by itself."""
    random = np.random.default_rng(4)
    first, own, third = random.normal(size=(3, rows))
    second = r * first + (1 - r * r) ** 0.5 * own
    table = pd.DataFrame({"t1": first, "t2": second, "t3": third}) + 5.5
    table["outcome"] = first + third + random.normal(size=rows)
    return table.mask(random.random(table.shape) < missing * np.array([1, 1, 1, 0]))


@pytest.mark.parametrize(("r", "told"), [(0.80, 0), (0.84, 0), (0.86, 1), (0.95, 1), (0.99, 1)])
def test_a_near_twin_is_named_from_85_on(r, told):
    assert len(of(paired(r), "collinear")) == told


@pytest.mark.parametrize(("r", "told"), [(0.75, 0), (0.93, 1)])
def test_a_near_twin_is_named_by_those_who_rated_both(r, told):
    assert len(of(paired(r, rows=3_000, missing=0.5), "collinear")) == told


def test_what_a_near_twin_does_to_the_shares_is_told():
    (said,) = of(paired(0.9), "collinear")
    whole = impact.drivers(paired(0.9), "outcome", ["t1", "t2", "t3"], draws=0)
    rest = [
        impact.drivers(paired(0.9), "outcome", [one, "t3"], draws=0).drivers[0].share for one in ("t1", "t2")
    ]
    assert (said.details["touchpoint"], said.details["other"], said.details["r"]) == ("t1", "t2", "0.90")
    assert [said.details[name] for name in ("share", "other_share", "alone", "other_alone")] == [
        round(100 * share) for share in (whole.drivers[0].share, whole.drivers[1].share, *rest)
    ]
    assert "{" not in said.message("en") + said.message("nl")


@pytest.mark.parametrize("method", ["shapley", "johnson", "correlation"])
def test_every_method_names_the_twins(method):
    assert len(of(paired(0.9), "collinear", method=method)) == 1


@pytest.mark.parametrize(("events", "told"), [(29, 1), (30, 0)])
@pytest.mark.parametrize("labels", [(0, 1), (1, 0), ("no", "yes"), (1, 2)])
def test_fewer_than_ten_events_per_column_is_a_warning(events, told, labels):
    table = journey(600, 3, missing=0.0)
    order = np.random.default_rng(5).permutation(600)
    table["outcome"] = pd.Series(np.where(order < events, labels[1], labels[0]))
    found = of(table, "few_events")
    assert [(f.severity, f.details["n"], f.details["needed"]) for f in found] == [("warning", 29, 30)] * told


def test_an_outcome_of_many_answers_has_no_events():
    assert of(journey(25, 3, missing=0.0), "few_events") == []


@pytest.mark.parametrize(("heavy", "severity"), [(2.5, "info"), (12.0, "warning")])
def test_weights_that_leave_less_than_a_third_are_a_warning(heavy, severity):
    table = journey(400, 3, missing=0.0)
    table["w"] = np.where(np.arange(400) % 10 == 0, heavy, 0.5)
    assert [finding.severity for finding in of(table, "uneven_weights", weight="w")] == [severity]
