"""Rows to bubbles: METHODS 4."""

import math

import pytest

from cx import matrix
from cx.errors import ImpactRefused
from cx.records import Filters, ImpactPart, Settings
from tests.made.tables import row, touchpoints


def one(rows, **settings):
    (bubble,) = matrix.build(touchpoints(rows), Settings(**settings)).bubbles
    return bubble


def test_satisfaction_is_weighted_by_n_and_impact_by_volume():
    bubble = one(
        [
            row("Invoice", 6, 2, n=30, volume=100, segment="home"),
            row("Invoice", 8, 4, n=10, volume=300, segment="business"),
        ]
    )
    assert (bubble.satisfaction, bubble.impact, bubble.volume, bubble.n) == (6.5, 3.5, 400, 40)
    assert bubble.segments == ("home", "business")


def test_without_n_satisfaction_is_weighted_by_volume_else_plain():
    rows = [row("a", 6, 2, volume=100, channel="x"), row("a", 8, 4, volume=300, channel="y")]
    assert one(rows).satisfaction == 7.5
    rows[1]["volume"] = None
    bubble = one(rows)
    assert (bubble.satisfaction, bubble.impact, bubble.volume) == (7.0, 3.0, 100)


def test_sd_pools_within_and_between_rows():
    rows = [row("a", 6, 1, n=11, sd=1, segment="x"), row("a", 8, 1, n=11, sd=1, segment="y")]
    assert one(rows).sd == pytest.approx(math.sqrt((10 + 10 + 22) / 21))


def test_a_row_without_satisfaction_still_counts_in_the_volume():
    rows = [row("a", 6, 2, volume=100, segment="x"), row("a", float("nan"), 2, volume=300, segment="y")]
    bubble = one(rows)
    assert (bubble.satisfaction, bubble.volume) == (6.0, 400)


def test_names_that_differ_in_case_and_blanks_are_one_touchpoint():
    assert (
        one([row("Bill  shock", 6, 1, segment="x"), row("bill shock", 8, 1, segment="y")]).name
        == "Bill  shock"
    )


def test_the_latest_period_is_the_default_view_and_the_rest_is_counted():
    rows = [row("a", 6, 2, period="Q2"), row("a", 8, 4, period="Q3"), row("b", 7, 3, period="Q2")]
    built = matrix.build(touchpoints(rows))
    assert [(bubble.name, bubble.satisfaction) for bubble in built.bubbles] == [("a", 8)]
    (note,) = [finding for finding in built.findings if finding.code == "latest_period"]
    assert (note.details["period"], note.details["n"]) == ("Q3", 2)


def test_one_bubble_per_channel():
    rows = [row("a", 6, 2, channel="phone"), row("a", 8, 4, channel="web"), row("b", 7, 3, channel="web")]
    built = matrix.build(touchpoints(rows), Settings(unit="channel"))
    assert [bubble.label for bubble in built.bubbles] == ["a (phone)", "a (web)", "b (web)"]
    assert len({bubble.id for bubble in built.bubbles}) == 3


def test_crosshair_stays_frozen_under_filters_unless_switched_off():
    rows = [
        row("a", 6, 2, segment="home", volume=1),
        row("b", 8, 4, segment="home", volume=3),
        row("c", 1, 9, segment="business", volume=9),
    ]
    home = Filters(segments=("home",))
    frozen = matrix.build(touchpoints(rows), Settings(filters=home))
    assert (frozen.crosshair.satisfaction, frozen.crosshair.impact) == (5.0, 5.0)
    assert (frozen.crosshair.frozen, frozen.median_volume) == (True, 3.0)
    own = matrix.build(touchpoints(rows), Settings(filters=home, freeze=False))
    assert (own.crosshair.satisfaction, own.crosshair.impact, own.crosshair.frozen) == (7.0, 3.0, False)
    assert own.median_volume == 2.0


def test_filters_that_leave_nothing_give_an_empty_matrix():
    rows = [row("a", 6, 2, journey="x"), row("b", 8, 4, journey="y")]
    built = matrix.build(touchpoints(rows), Settings(filters=Filters(journeys=("z",))))
    assert built.bubbles == ()
    assert built.crosshair.satisfaction == 7.0
    assert matrix.headline(built, "en") == "No touchpoint matches these filters"


def test_composed_impact_sums_to_one_and_stays_the_share_of_the_whole_under_a_journey_filter():
    rows = [
        {**row("a", 6), "impact part 0": -2.0, "impact part 1": 1.0, "journey": "x"},
        {**row("b", 8), "impact part 0": -2.0, "impact part 1": 3.0, "journey": "y"},
    ]
    parts = (ImpactPart("churn", 1, "lower"), ImpactPart("NPS", 3))
    table = touchpoints(rows, impact_kind="composed", impact_parts=parts)
    assert [bubble.impact for bubble in matrix.build(table).bubbles] == pytest.approx([0.3125, 0.6875])
    only = matrix.build(table, Settings(filters=Filters(journeys=("y",))))
    assert [bubble.impact for bubble in only.bubbles] == pytest.approx([0.6875])


def test_a_part_against_its_direction_is_refused_by_cell():
    rows = [
        {**row("a", 6), "impact part 0": 2.0, "impact part 1": 1.0},
        {**row("b", 8), "impact part 0": -2.0, "impact part 1": 3.0},
    ]
    parts = (ImpactPart("churn"), ImpactPart("NPS"))
    cells = {("Sheet1", 3, "impact part 0"): "D3"}
    table = touchpoints(rows, impact_kind="composed", impact_parts=parts, cells=cells)
    with pytest.raises(ImpactRefused) as caught:
        matrix.build(table)
    assert (caught.value.values["cell"], caught.value.values["columns"]) == ("D3", "churn, NPS")
    assert "D3" in caught.value.message("nl")


def composed_table(rows):
    parts = (ImpactPart("churn", 1, "lower"), ImpactPart("NPS", 3))
    return touchpoints(rows, impact_kind="composed", impact_parts=parts)


def test_a_touchpoint_that_is_not_drawn_takes_no_share_of_the_impact():
    rows = [
        {**row("a", 6), "impact part 0": -2.0, "impact part 1": 1.0},
        {**row("b", 8), "impact part 0": -2.0, "impact part 1": 3.0},
        {**row("c", float("nan")), "impact part 0": -9.0, "impact part 1": 9.0},
    ]
    built = matrix.build(composed_table(rows))
    assert [bubble.impact for bubble in built.bubbles] == pytest.approx([0.3125, 0.6875])
    assert built.crosshair.impact == pytest.approx(0.5)


def test_shares_among_fewer_touchpoints_than_the_frozen_line_are_pointed_out():
    rows = [
        {**row("a", 6, segment="x"), "impact part 0": -2.0, "impact part 1": 1.0},
        {**row("b", 8, segment="x"), "impact part 0": -2.0, "impact part 1": 3.0},
        {**row("c", 7, segment="y"), "impact part 0": -1.0, "impact part 1": 1.0},
    ]
    built = matrix.build(composed_table(rows), Settings(filters=Filters(segments=("x",))))
    assert sum(bubble.impact for bubble in built.bubbles) == pytest.approx(1)
    (note,) = [finding for finding in built.findings if finding.code == "shares_of_fewer"]
    assert (note.details["n"], note.details["whole"]) == (2, 3)


def test_one_row_keeps_its_values_to_the_last_digit():
    assert one([row("a", 6.1, 0.4, n=7, volume=3)]).impact == 0.4


def test_findings_of_one_row_name_its_cell():
    cells = {("Sheet1", 2, "volume"): "D2", ("Sheet1", 2, "n"): "E2", ("Sheet1", 3, "period"): "F3"}
    rows = [row("a", 6, 1, volume=0, n=4, period="Q1"), row("b", 7, 2, volume=3, n=90)]
    built = matrix.build(touchpoints(rows, cells=cells))
    found = {finding.code: (finding.cell, finding.row) for finding in built.findings}
    assert found["small_base"] == ("E2", 2)
    assert found["row_without_period"] == ("F3", 3)
