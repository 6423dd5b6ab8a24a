"""A part of the chart, and what stays where it was.

Long are further draws of ``test_filtering_does_not_reshuffle_what_stays`` and
``test_one_touchpoint_that_changes_moves_few_names``.
"""

import dataclasses

import pytest

from cx.picture import window_of
from tests.made.picture_cases import clustered, placed
from tests.project import tiers
from tests.unit.picture.option_cases import ROWS, drawn

# --- a part of the chart ---


def test_a_window_shows_its_bubbles_and_counts_the_others():
    picture = drawn(window=(4.0, 6.0, 1.5, 4.5))
    assert {disc.name for disc in picture.discs} == {"Invoice", "Website"}
    assert picture.outside == 2
    assert picture.footnote.text.endswith("part of the chart: 2 touchpoints lie outside")
    assert {area.quadrant for area in picture.quadrants} == {"fix_first", "simplify"}
    assert [line.axis for line in picture.crosshair] == ["impact"]


def test_a_strategy_that_does_not_fit_in_what_is_left_of_its_quadrant_is_not_cut():
    line = placed(ROWS).crosshair.satisfaction
    picture = drawn(window=(4.0, line + 0.15, 1.5, 4.5))
    names = {area.quadrant: area.name.text for area in picture.quadrants}
    assert names["fix_first"] == "FIX FIRST"
    assert names["expand_reach"] == ""


def test_a_box_on_the_screen_is_a_window_in_data_units():
    picture = drawn()
    (x0, y0), (x1, y1) = picture.at(5.5, 2.5), picture.at(6.5, 3.5)
    window = window_of(picture, width=1920, x=(2 * x1, 2 * x0), y=(2 * y0, 2 * y1))
    assert window == pytest.approx((5.5, 6.5, 2.5, 3.5))


def test_an_empty_window_says_so():
    picture = drawn(window=(6.0, 6.1, 2.9, 3.1))
    assert picture.discs == () and picture.message is not None and picture.outside == 4


# --- what stays where it was ---


def places(picture):
    discs = {disc.id: disc for disc in picture.discs}
    return {
        label.id: (
            label.block.lines,
            round(label.block.box.left - discs[label.id].x),
            round(label.block.box.top - discs[label.id].y),
        )
        for label in picture.labels
        if not label.in_key
    }


@pytest.mark.parametrize("seed", tiers.first([0], 1, 2, 3))
def test_filtering_does_not_reshuffle_what_stays(seed):
    matrix = clustered(24, seed, "en")
    whole = drawn(matrix)
    part = drawn(dataclasses.replace(matrix, bubbles=matrix.bubbles[:12]), previous=whole)
    before, after = places(whole), places(part)
    assert len([one for one in after if before.get(one) != after[one]]) <= 1
    radii = {disc.id: disc.radius for disc in whole.discs}
    assert all(disc.radius == pytest.approx(radii[disc.id]) for disc in part.discs)


@pytest.mark.parametrize("seed", tiers.first([0], 1, 2))
def test_one_touchpoint_that_changes_moves_few_names(seed):
    matrix = clustered(40, seed, "en")
    one, *others = matrix.bubbles
    moved = dataclasses.replace(one, satisfaction=one.satisfaction + 0.05)
    before = places(drawn(matrix))
    after = places(drawn(dataclasses.replace(matrix, bubbles=(moved, *others))))
    assert len([one for one in after if before.get(one) != after[one]]) <= 6


def test_numbers_are_the_places_in_order_of_priority_as_in_every_list():
    matrix = clustered(80, 1, "en")
    whole = drawn(matrix)
    part = dataclasses.replace(matrix, bubbles=matrix.bubbles[:70])
    numbered = [(matrix, whole), (part, drawn(part, previous=whole, type_size=1.3))]
    for seen, picture in numbered:
        order = [bubble.id for bubble in seen.by_priority]
        assert picture.key_numbers
        assert all(order[number - 1] == one for one, number in picture.key_numbers.items())
