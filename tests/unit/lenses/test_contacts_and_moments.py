"""Negative, reactive and proactive contacts, moments, and what is measured at all."""

import datetime as dt
from dataclasses import replace

import pytest

from cx import matrix
from cx.lenses import coverage, moments, proactivity
from cx.matrix import lens_claim
from cx.matrix.telling import lenses as telling
from cx.matrix.telling.lenses import sentences
from cx.records.file import SegmentEffect, Source, ThreeLevels, Unscored
from cx.records.lenses import Assessment, LensClaim, LensResult, LensSettings, Material
from cx.statistics import wilson
from tests.made.tables import row, touchpoints

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def assessed(name, asked, value):
    return Assessment(name, name, asked, value, NOON)


# --- three levels ---


def test_shares_with_the_design_effect_in_their_intervals():
    levels = ThreeLevels(200, 40, 100, 60, (2.0, 1.0, 4.0), unfollowed=7)
    found = proactivity.of(Material(levels={"Call": levels}, overall_levels=levels))
    one = found.touchpoints[0]
    assert (one.value, one.low, one.high) == (0.2, *wilson(20, 100))
    assert (one.reactive.low, one.reactive.high) == wilson(100, 200)
    assert (one.proactive.low, one.proactive.high) == wilson(15, 50)
    assert found.total["negative"] == {"value": 0.2, "low": one.low, "high": one.high}
    assert found.total["unfollowed"] == 7


def test_assessed_shares_stand_where_no_log_says_it():
    said = (assessed("Call", "negative", 0.9), assessed("Shop", "negative", 0.25))
    found = proactivity.of(Material(levels={"Call": ThreeLevels(10, 1, 9, 0)}, assessments=said))
    assert {one.name: one.value for one in found.touchpoints} == {"Call": 0.1, "Shop": 0.25}
    assert found.touchpoints[1].reactive is None
    assert found.total["negative"] is None


# --- moments ---

BOTH = {"effect": 0.5, "n": 100, "told": True}


def effects(*lows):
    return tuple(SegmentEffect(f"s{at}", low=low, high=1.0, **BOTH) for at, low in enumerate(lows))


def material(**fields):
    usual = {
        "satisfaction": {"a": (8.0, None)},
        "crosshair": 7.0,
        "effects": {"a": effects(0.1, -0.1)},
        "exposure_effects": {"a": 0.3},
        "differing": frozenset("a"),
    }
    return Material(**{**usual, **fields})


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("moment_of_truth", {"effects": {"a": effects(0.1, 0.2)}}),
        ("candidate", {}),
        ("candidate", {"assessments": (assessed("a", "brand_fit", 3.5),)}),
        ("ordinary", {"assessments": (assessed("a", "brand_fit", 3.0),)}),
        ("ordinary", {"satisfaction": {"a": (6.9, None)}}),
        ("ordinary", {"exposure_effects": {"a": -0.3}}),
        ("ordinary", {"differing": frozenset()}),
        (None, {"effects": {"a": effects(0.1)}}),
        (None, {"effects": {"a": (effects(0.1)[0], replace(effects(0.1)[0], told=False))}}),
        ("ordinary", {"effects": {"a": effects(0.1, 0.2)}, "assessments": (assessed("a", "moment", 0.0),)}),
        ("moment_of_truth", {"effects": {}, "assessments": (assessed("a", "moment", 1.0),)}),
    ],
)
def test_kinds_of_moments(kind, changed):
    assert moments.of(material(**changed)).touchpoints[0].value == kind


def test_without_segments_or_people_there_are_no_moments():
    assert moments.of(material(effects={})) is None


# --- coverage ---


def covered(rows, settings=None, **fields):
    table = touchpoints(rows, **fields)
    found = matrix.material(matrix.build(table), table, settings=settings)
    return coverage.of(found)


def test_a_blind_spot_is_impact_times_volume_where_nothing_is_measured():
    rows = [
        row("a", 6, 3.0, volume=100),
        row("b", None, 1.0, volume=300),
        row("c", None, -1.0, volume=100),
        row("d", None, 4.0, volume=500, effort=3.2, n=40),
    ]
    found = covered(rows)
    assert {one.name: one.value for one in found.touchpoints} == pytest.approx(
        {"a": 0.0, "b": 1 / 8 * 0.3, "c": 0.0, "d": 0.0}
    )
    assert found.total["blind_spots"] == ["b"]
    assert [one.measure for one in found.touchpoints[-1].measures] == ["effort"]


def test_an_old_answer_measures_nothing_and_one_without_a_day_is_fresh():
    rows = [
        row("a", 6, volume=1, last_answer="2026-03-01"),
        row("b", 6, volume=1, last_answer="2025-02-28"),
        row("c", 6, volume=2, last_answer=""),
    ]
    assert [one.value for one in covered(rows).touchpoints] == [0.0, 0.25, 0.0]
    long = covered(rows, LensSettings(fresh_days=366))
    assert [one.value for one in long.touchpoints] == [0.0, 0.0, 0.0]


def test_a_survey_is_as_old_as_its_last_day():
    """Answers of two years ago measure nothing beside contacts of today."""
    asked = Source("table.xlsx", (), "responses", (1,), {}, {}, days={"Date": ("2024-01-01", "2024-03-01")})
    log = Source("log.csv", (), "contacts", (1,), {}, {}, days={"Time": ("2026-01-01", "2026-03-01T10:00")})
    (one,) = covered([row("a", 6, volume=1)], sources=(asked, log)).touchpoints
    assert (one.value, one.measures[0].last) == (1.0, dt.date(2024, 3, 1))


def test_channels_are_told_apart_and_a_base_of_none_measures_nothing():
    rows = [
        row("a", 6, 1.0, channel="web", n=10, volume=1),
        row("a", None, 1.0, channel="phone", goal=0.7, n=0, volume=1),
        row("a", None, 1.0, channel="desk", operations=3.0, volume=1),
    ]
    (one,) = covered(rows).touchpoints
    assert [(each.channel, each.measure) for each in one.measures] == [
        ("web", "satisfaction"),
        ("desk", "operations"),
    ]


def test_touchpoints_of_further_files_that_nobody_scores_are_seen():
    found = covered([row("a", 6, volume=100)], unscored={"b": Unscored(volume=300.0)})
    assert {one.name: one.value for one in found.touchpoints} == {"a": 0.0, "b": 0.75}


def test_what_is_not_known_is_no_zero():
    rows = [row("a", 6, 1.0, volume=1), row("b", None, None, volume=5)]
    found = covered(rows)
    assert (found.touchpoints[1].value, found.total["not_known"]) == (None, ["b"])


@pytest.mark.parametrize(
    ("last", "days", "per_year"),
    [(dt.date(2025, 12, 31), 365, 3.0 * 365.25 / 365), (dt.date(2025, 6, 30), 181, None)],
)
def test_contacts_per_customer_are_per_year_where_the_log_covers_one(last, days, per_year):
    levels = ThreeLevels(300, 0, 300, 0, last=last, customers=100, first=dt.date(2025, 1, 1))
    found = moments.of(Material(overall_levels=levels, assessments=(assessed("Call", "moment", 1.0),)))
    assert (found.total["per_customer"], found.total["days"]) == (3.0, days)
    assert found.total["per_year"] == (per_year and pytest.approx(per_year))
    (told,) = sentences.more(LensClaim("moments", "plain"), found, "en")
    assert ("a year" in told) == (per_year is not None)
    assert "3.0 contacts" in told


def test_contacts_per_customer_are_not_told_of_a_log_without_customers():
    levels = ThreeLevels(300, 0, 300, 0, last=dt.date(2025, 12, 31), first=dt.date(2025, 1, 1))
    found = proactivity.of(Material(levels={"Call": levels}, overall_levels=levels))
    assert (found.total["per_customer"], found.total["per_year"]) == (None, None)


def test_two_months_of_a_log_are_a_trend_of_all_contacts():
    one, other = ThreeLevels(100, 20, 70, 10), ThreeLevels(50, 5, 40, 5)
    whole = {"levels": {"Call": one}, "overall_levels": one}
    assert "months" not in proactivity.of(Material(**whole, month_levels={"2026-01": one})).total
    found = proactivity.of(Material(**whole, month_levels={"2026-02": other, "2026-01": one}))
    assert [(m["month"], m["n"], m["negative"]["value"]) for m in found.total["months"]] == [
        ("2026-01", 100, 0.2),
        ("2026-02", 50, 0.1),
    ]
    assert [(one.month, one.negative.value) for one in found.months] == [("2026-01", 0.2), ("2026-02", 0.1)]
    assert LensResult("pyramid", ()).months == ()


def test_a_log_alone_tells_how_often_customers_are_in_contact_and_no_moment():
    levels = ThreeLevels(300, 0, 300, 0, last=dt.date(2025, 12, 31), customers=100, first=dt.date(2025, 1, 1))
    found = moments.of(Material(levels={"Call": levels}, overall_levels=levels))
    assert not found.is_read
    assert [one.value for one in found.touchpoints] == [None]
    claim = lens_claim(found, matrix.build(touchpoints([row("Call", 7, 1.0)])))
    assert telling.title(claim, found, "nl") == (
        "Klanten die contact hadden, hadden gemiddeld 3,0 contacten per jaar"
    )
    assert telling.more(claim, found, "nl") == ()
    assert moments.of(Material(levels={"Call": replace(levels, customers=None)})) is None
