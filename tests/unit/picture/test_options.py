"""What a person chooses to be drawn: format, tints, lines, arrows, hollow bubbles and regions.

Long is the other language of ``test_both_renderers_draw_every_addition`` and
``test_a_long_note_keeps_clear_of_the_values_along_the_axis``.
"""

import dataclasses
import math

import pytest

from cx.picture import compute, revealed, screen_figure, static
from cx.picture.colour.palette import GROUND
from cx.picture.marks import clipping
from cx.records import Companions, PriorityTerms, Region, Settings
from tests.made.golden_pictures import companions
from tests.made.picture_cases import clustered, placed
from tests.made.tables import row
from tests.project import tiers
from tests.unit.picture.option_cases import DAY, ROWS, drawn, ids


def test_without_options_the_picture_is_the_plain_one():
    assert drawn() == compute(placed(ROWS), lang="en", day=DAY)


@pytest.mark.parametrize(
    ("chosen", "size"),
    [("16:9", (960, 540)), ("4:3", (720, 540)), ("a4", (841.9, 595.3)), ("custom", (1000.0, 400.0))],
)
def test_the_format_gives_the_size(chosen, size):
    picture = drawn(format=chosen, custom_size=(1000.0, 400.0))
    assert (picture.width, picture.height) == size


def test_larger_type_is_larger_by_the_factor():
    (plain, *_), (large, *_) = drawn().tick_labels, drawn(type_size=1.4).tick_labels
    assert large.size == pytest.approx(1.4 * plain.size)


def test_tints_can_be_left_out():
    assert {area.tint for area in drawn(tint=False).quadrants} == {GROUND}


# --- lines of equal priority ---


def test_along_a_line_priority_is_the_same_and_the_next_one_is_its_double():
    picture = drawn(priority_lines=True)
    products = {}
    for line in picture.priority_lines:
        values = [picture.values_at(*point) for point in line.points[1:-1]]
        found = [impact * (7.0 - satisfaction) for satisfaction, impact in values]
        assert max(found) == pytest.approx(min(found), rel=1e-6)
        products[line.times] = found[0]
    assert products[2.0] == pytest.approx(2 * products[1.0], rel=1e-6)
    assert products[4.0] == pytest.approx(4 * products[1.0], rel=1e-6)
    assert "impact × distance below 7.0" in picture.size_note.text


@pytest.mark.parametrize(("term", "fixed"), [("gap", 1), ("impact", 0)])
def test_without_a_term_of_priority_lines_are_level_or_upright(term, fixed):
    settings = Settings(priority_terms=PriorityTerms(**{term: False}))
    for line in drawn(placed(ROWS, settings), priority_lines=True).priority_lines:
        assert len({round(point[fixed], 6) for point in line.points}) == 1


def test_where_nothing_is_below_the_target_there_are_no_lines_and_it_is_said():
    matrix = dataclasses.replace(placed(ROWS, Settings(target=1.0)))
    picture = drawn(matrix, priority_lines=True)
    assert picture.priority_lines == ()
    assert "nothing lies below the target" in picture.size_note.text


# --- arrows, hollow bubbles, regions ---


def test_an_arrow_runs_from_the_earlier_place_to_the_bubbles_edge():
    one = ids()["Invoice"]
    picture = drawn(arrows=True, beside=Companions({one: (6.0, 3.0)}, "2025"))
    (arrow,) = picture.arrows
    disc = next(disc for disc in picture.discs if disc.id == one)
    assert arrow.start == pytest.approx(picture.at(6.0, 3.0))
    assert math.hypot(arrow.end[0] - disc.x, arrow.end[1] - disc.y) == pytest.approx(disc.radius)
    assert arrow.head[0] == arrow.end
    assert "Arrows: from 2025." in picture.size_note.text


def test_a_bubble_that_did_not_move_and_one_that_was_not_there_have_no_arrow():
    one = ids()["Invoice"]
    assert drawn(arrows=True, beside=Companions({one: (5.0, 4.0), "gone": (6.0, 3.0)})).arrows == ()


def test_an_earlier_place_outside_the_range_widens_the_axis():
    picture = drawn(arrows=True, beside=Companions({ids()["Invoice"]: (1.5, 4.0)}))
    assert picture.x_axis.minimum < 1.5


def test_hollow_bubbles_stand_where_the_segment_stands_at_the_same_scale():
    business = placed([row("Invoice", 6.0, 3.0, volume=100), row("Website", 6.5, 2.5, volume=400)])
    picture = drawn(ghost="Business", beside=Companions(ghost=business, ghost_name="Business"))
    large, small = picture.ghosts
    assert (large.name, small.name) == ("Website", "Invoice")
    assert (small.x, small.y) == pytest.approx(picture.at(6.0, 3.0))
    same = next(disc for disc in picture.discs if disc.name == "Invoice")
    assert large.radius == pytest.approx(same.radius)
    assert "Hollow: Business." in picture.size_note.text


def test_regions_are_cut_at_the_plots_edges():
    around = Region("both", tuple((5 + 9 * math.cos(t), 4 + 9 * math.sin(t)) for t in range(6)))
    bar = Region("satisfaction", ((4.0, 2.0), (30.0, 2.0)))
    one, other = ids()["Invoice"], ids()["Website"]
    picture = drawn(regions=True, beside=Companions(regions={one: around, other: bar}))
    plot = picture.plot
    for shape in picture.regions:
        for x, y in shape.points:
            assert plot.left - 1e-6 <= x <= plot.right + 1e-6
            assert plot.top - 1e-6 <= y <= plot.bottom + 1e-6
    assert {shape.id: shape.area for shape in picture.regions} == {one: True, other: False}


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_both_renderers_draw_every_addition(lang):
    matrix = clustered(24, 3, lang)
    picture = drawn(
        matrix,
        beside=companions(matrix),
        lang=lang,
        priority_lines=True,
        arrows=True,
        regions=True,
        ghost="x",
    )
    shapes = screen_figure(picture, width=960).layout.shapes
    paths = [shape for shape in shapes if shape.type == "path"]
    assert len(paths) == len(picture.priority_lines) + len(picture.regions) + 2 * len(picture.arrows)
    assert len(picture.arrows) > 8 and len(picture.ghosts) == 24 and len(picture.regions) == 24
    assert static(picture, "png", pixels=480).startswith(b"\x89PNG")


def overlapping(box, other):
    return (
        box.left < other.right
        and other.left < box.right
        and box.top < other.bottom
        and other.top < box.bottom
    )


def test_a_name_that_an_arrow_runs_through_has_ground_behind_it():
    matrix = clustered(40, 2)
    assert drawn(matrix).grounds == ()
    picture = drawn(matrix, beside=companions(matrix), arrows=True)
    crossed = {
        label.id: label.block.box
        for label in picture.labels
        if not label.inside
        and any(clipping.segment(arrow.start, arrow.end, label.block.box) for arrow in picture.arrows)
    }
    behind = {ground.id: ground for ground in picture.grounds}
    assert len(crossed) > 2 and set(crossed) <= set(behind)
    tints = {area.tint: area.box for area in picture.quadrants}
    for one, box in crossed.items():
        assert overlapping(box, tints[behind[one].colour])
        assert behind[one].box.left < box.left and behind[one].box.right > box.right


def test_ground_lies_behind_bubbles_and_hides_with_its_quadrant():
    matrix = clustered(24, 3)
    picture = drawn(matrix, beside=companions(matrix), arrows=True, regions=True, ghost="x")
    shapes = [shape.type for shape in screen_figure(picture, width=960).layout.shapes]
    drawn_grounds = len(picture.grounds)
    first_disc = len(shapes) - shapes[::-1].index("path") - 1 + drawn_grounds + 1
    assert shapes[first_disc - drawn_grounds : first_disc] == ["rect"] * drawn_grounds
    assert shapes[first_disc] == "circle"
    assert revealed(picture, matrix, (), footnote="Source", alt="Hidden").grounds == ()


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
@pytest.mark.parametrize("size", [(960, 540), (720, 540), (560, 315)])
def test_a_long_note_keeps_clear_of_the_values_along_the_axis(lang, size):
    matrix = clustered(24, 3, lang)
    picture = drawn(
        matrix,
        beside=companions(matrix),
        lang=lang,
        priority_lines=True,
        arrows=True,
        regions=True,
        ghost="x",
        format="custom",
        custom_size=size,
    )
    assert len(picture.size_note.lines) > 3
    assert [tick for tick in picture.tick_labels if overlapping(tick.box, picture.size_note.box)] == []
