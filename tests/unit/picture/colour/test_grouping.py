import dataclasses

from cx.picture.colour.groups import grouping
from cx.picture.colour.palette import GROUP_SHADES, OTHER_SHADE, QUADRANT_SHADES
from cx.records import Settings
from tests.made.picture_cases import placed
from tests.made.tables import row

BY_JOURNEY = Settings(colour_by="journey")


def journeys(*names):
    rows = [row(f"T{place}", 5.0 + place / 10, 3.0, journey=name) for place, name in enumerate(names)]
    return placed(rows, BY_JOURNEY)


def test_quadrants_give_the_colour_and_need_no_legend():
    matrix = placed([row("A", 5.0, 5.0), row("B", 9.0, 1.0)])
    found = grouping(matrix, "en")
    assert found.groups == ("fix_first", "minimise_cost") and found.legend == ()
    assert found.shades == (QUADRANT_SHADES["fix_first"], QUADRANT_SHADES["minimise_cost"])


def test_a_journey_keeps_its_colour_when_others_are_filtered_away():
    matrix = journeys("Move", "Pay", "Join")
    every = ("Join", "Move", "Pay")
    before = grouping(matrix, "en", known=every)
    fewer = dataclasses.replace(matrix, bubbles=matrix.bubbles[:1])
    assert grouping(fewer, "en", known=every).shades == before.shades[:1]


def test_groups_beyond_the_eighth_share_a_grey_that_the_legend_names():
    found = grouping(journeys(*"ABCDEFGHIJ"), "en")
    assert found.shades[:8] == GROUP_SHADES and found.shades[8:] == (OTHER_SHADE, OTHER_SHADE)
    assert found.legend[-1] == ("Other: I, J", OTHER_SHADE)


def test_a_bubble_without_or_with_several_journeys_is_grey():
    matrix = placed(
        [row("A", 5.0, 3.0, journey="Pay"), row("A", 6.0, 3.0, journey="Move"), row("B", 7.0, 3.0)],
        BY_JOURNEY,
    )
    found = grouping(matrix, "nl")
    assert found.groups == ("meerdere", "geen") and set(found.shades) == {OTHER_SHADE}
