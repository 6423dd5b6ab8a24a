"""The gaps of SERVQUAL: what the room believed, what customers expect, and standards."""

import datetime as dt

import pytest

from cx import matrix
from cx.lenses import look
from cx.matrix import lens_claim
from cx.matrix.telling import lenses as telling
from cx.records.lenses import Assessment, Material
from cx.statistics import wilson
from tests.made.tables import row, touchpoints

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
RESTAURANT = [
    ("Tangibles", 3.5147, 3.9412, 0.11, -0.4265),
    ("Reliability", 3.4771, 3.9085, 0.32, -0.4314),
    ("Responsiveness", 3.5686, 4.0000, 0.22, -0.4314),
    ("Assurance", 3.4771, 3.9706, 0.19, -0.4935),
    ("Empathy", 3.8922, 3.5490, 0.16, 0.3432),
]


def said(asked, moment=NOON, **values):
    """Assessments of touchpoints, each a number or (mean, sd, n)."""
    each = {name: one if isinstance(one, tuple) else (one, None, None) for name, one in values.items()}
    return tuple(Assessment(name, name, asked, v, moment, sd=sd, n=n) for name, (v, sd, n) in each.items())


def looked(rows, *assessments, **fields):
    table = touchpoints(rows, **fields)
    built = matrix.build(table)
    return look(
        matrix.material(built, table, assessments=[one for several in assessments for one in several])
    )


def values(result):
    return {one.name: one.value for one in result.touchpoints}


# --- expected and experienced ---


def restaurant():
    return [
        row(name, p, 1.0, expectation=e, n=51, dimension=name, dimension_weight=w)
        for name, p, e, w, _ in RESTAURANT
    ]


def test_the_restaurant_of_the_literature():
    found = looked(restaurant()).of("expectation_gap")
    assert values(found) == pytest.approx({name: gap for name, *_, gap in RESTAURANT}, abs=1e-4)
    assert found.total["mean"] == pytest.approx(-0.2879, abs=1e-4)
    assert found.total["weighted"] == pytest.approx(-0.3187, abs=1e-4)
    assert [one["name"] for one in found.total["dimensions"]] == [name for name, *_ in RESTAURANT]
    assert all(one.low is None for one in found.touchpoints)


def test_a_dimension_is_the_mean_of_its_items_and_counts_once():
    rows = [
        row("a", 5, 1.0, expectation=7, dimension="one"),
        row("b", 6, 1.0, expectation=7, dimension="one"),
        row("c", 7, 1.0, expectation=7, dimension="two"),
    ]
    total = looked(rows).of("expectation_gap").total
    assert total["dimensions"] == [{"name": "one", "value": -1.5}, {"name": "two", "value": 0.0}]
    assert (total["mean"], total["weighted"]) == (-0.75, None)


def test_people_put_touchpoints_into_the_dimensions_of_servqual():
    rows = [row("a", 5, 1.0, expectation=7, dimension="one"), row("b", 6, 1.0, expectation=7)]
    found = looked(rows, said("dimension", a=5.0, b=2.0)).of("expectation_gap")
    assert [one.dimension for one in found.touchpoints] == ["empathy", "reliability"]
    assert not found.findings
    assert telling.more(lens_claim(found, matrix.build(touchpoints(rows))), found, "nl")[1] == (
        "Per dimensie: inlevingsvermogen −2,00, betrouwbaarheid −1,00."
    )


def test_unequal_weights_in_a_dimension_leave_the_weighted_gap_out():
    rows = [
        row("a", 5, 1.0, expectation=7, dimension="one", dimension_weight=1),
        row("b", 6, 1.0, expectation=7, dimension="one", dimension_weight=2),
        row("c", 7, 1.0, expectation=7, dimension="", dimension_weight=2),
    ]
    found = looked(rows).of("expectation_gap")
    assert found.total["weighted"] is None
    assert [(one.severity, one.code) for one in found.findings] == [("warning", "no_dimension")]


def test_a_table_has_an_interval_where_it_knows_the_spread_of_the_difference():
    rows = [row("a", 6, 1.0, expectation=7, n=25, gap_sd=2), row("b", 6, 1.0, expectation=7, n=25)]
    first, second = looked(rows).of("expectation_gap").touchpoints
    assert (first.low, first.high) == pytest.approx((-1 - 2.063899 * 0.4, -1 + 2.063899 * 0.4), abs=1e-5)
    assert (second.low, second.n) == (None, 25)


# --- the knowledge gap ---


def test_guess_minus_truth_with_the_error_of_both():
    rows = [row("a", 6, 1.0, n=100, sd=2), row("b", 8, 2.0), row("c", 7, 3.0)]
    guesses = said("guess_satisfaction", a=(7.0, 1.5, 9), b=(7.5, 0.5, 1), c=(6.0, None, 9))
    found = looked(rows, guesses).of("knowledge_gap")
    assert values(found) == {"a": 1.0, "b": -0.5, "c": -1.0}
    half = 2.306004 * (1.5**2 / 9 + 0.2**2) ** 0.5
    first, second, third = found.touchpoints
    assert (first.low, first.high) == pytest.approx((1 - half, 1 + half), abs=1e-5)
    assert (second.low, third.low, third.n) == (None, None, 9)
    assert found.figure == "satisfaction"
    assert found.total["tau_b"] == pytest.approx(1 / 3)


def test_a_file_may_hold_the_guesses_and_what_people_guessed_last_goes_before_it():
    rows = [row("a", 6, 1.0, guess=7, guess_sd=1, guess_n=4), row("b", 8, 2.0, guess=8)]
    found = looked(rows).of("knowledge_gap")
    assert values(found) == {"a": 1.0, "b": 0.0}
    assert (found.touchpoints[0].n, found.touchpoints[1].low) == (4, None)
    later = NOON + dt.timedelta(hours=1)
    found = looked(rows, said("guess_satisfaction", a=9), said("guess_impact", later, a=1.5)).of(
        "knowledge_gap"
    )
    assert (found.figure, values(found)) == ("impact", {"a": 0.5})


def test_what_has_no_truth_has_no_gap():
    found = looked([row("a", 6, 1.0)], said("guess_satisfaction", a=7, z=5)).of("knowledge_gap")
    assert values(found) == {"a": 1.0, "z": None}


# --- standards ---


def test_the_share_of_impact_that_has_a_standard():
    rows = [
        row("a", 6, 3.0, standard=1),
        row("b", 7, 1.0, standard=0),
        row("c", 8, 4.0),
        row("d", 5, -2.0, standard=1),
    ]
    found = looked(rows).of("specification")
    assert values(found) == {"a": 1, "b": 0, "c": None, "d": 1}
    assert found.total == {"share": 0.75}
    assert looked(rows, said("standard", c=1)).of("specification").total == {"share": 7 / 8}


def test_the_share_of_contacts_that_met_their_standard():
    rows = [row("a", 6, met=81, measured=263), row("b", 7, met=1, measured=0), row("c", 7)]
    found = looked(rows, said("met", c=(0.5, None, 12))).of("delivery")
    first, second = found.touchpoints
    assert (first.value, first.low, first.high) == (81 / 263, *wilson(81, 263))
    assert (second.name, second.value, second.low, second.n) == ("c", 0.5, None, 12)
    assert found.total == {"share": 81 / 263, "n": 263}


def test_levels_and_where_they_do_not_go_with_impact():
    rows = [row("a", 6, 3.0, level=2), row("b", 7, 1.0, level=4), row("c", 8, 4.0), row("d", 8, 1.0)]
    found = looked(rows, said("level", c=5, d=0)).of("pyramid")
    assert values(found) == {"a": 2, "b": 4, "c": 5, "d": 0}
    assert found.total["low_where_it_matters"] == ["a"]
    assert found.total["high_where_it_does_not"] == ["b"]
    assert found.total["levels"] == [1, 0, 1, 0, 1, 1]


def test_without_columns_or_assessments_only_coverage_has_something_to_show():
    assert [one.lens for one in looked([row("a", 6, 1.0)]).results] == ["coverage"]
    assert look(Material()).results == ()
