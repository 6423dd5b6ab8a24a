"""What a person chooses about the picture, and what it then draws and says."""

import dataclasses
import datetime as dt
import math

import pytest

from cx.picture import anonymised, clipping, compute, revealed, screen_figure, shades, static, window_of
from cx.picture.brand import colour_findings
from cx.picture.colour_vision import contrast
from cx.picture.theme import GROUND, INK, QUADRANT_SHADES
from cx.records import Companions, PictureOptions, PriorityTerms, Region, Settings
from tests.golden_pictures import companions
from tests.picture_cases import clustered, names, placed
from tests.tables import row

DAY = dt.date(2026, 11, 22)
ROWS = [
    row("Invoice", 5.0, 4.0, volume=400),
    row("Engineer visit", 9.0, 4.0, volume=100),
    row("Newsletter", 9.0, 2.0, volume=1600),
    row("Website", 5.0, 2.0, volume=900),
]


def drawn(matrix=None, *, beside=None, lang="en", window=None, previous=None, **options):
    return compute(
        matrix or placed(ROWS),
        lang=lang,
        day=DAY,
        options=PictureOptions(**options),
        companions=beside,
        window=window,
        previous=previous,
    )


def ids(matrix=None):
    return {bubble.name: bubble.id for bubble in (matrix or placed(ROWS)).bubbles}


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
    assert "impact × distance below 7.00" in picture.size_note.text


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


@pytest.mark.parametrize("lang", ["en", "nl"])
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
    assert revealed(picture, matrix, ()).grounds == ()


@pytest.mark.parametrize("lang", ["en", "nl"])
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


# --- highlight, borderline ---


def test_what_was_chosen_stands_out_and_the_rest_is_greyed():
    picture = drawn(highlight=(ids()["Invoice"],))
    found = {disc.name: disc for disc in picture.discs}
    assert (found["Invoice"].emphasis, found["Invoice"].outline) == ("highlighted", INK)
    assert found["Website"].opacity == pytest.approx(0.25 * 0.6)
    colours = {label.id: label.block.colour for label in picture.labels}
    assert colours[found["Invoice"].id] == INK and colours[found["Website"].id] != INK


def test_borderline_bubbles_can_be_drawn_like_the_others():
    rows = [
        row("Sure", 5.0, 4.0, n=400, sd=1.0),
        row("Borderline", 7.0, 4.0, n=400, sd=2.0),
        row("Sure too", 9.0, 2.0, n=400, sd=1.0),
    ]
    marked, plain = drawn(placed(rows)), drawn(placed(rows), borderline=False)
    assert "borderline" in marked.size_note.text and "borderline" not in plain.size_note.text
    assert {disc.stroke for disc in plain.discs} == {"solid"}


# --- names that are not told ---


def everything_in(value):
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from everything_in(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (*everything_in(key), *everything_in(item))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from everything_in(item)


@pytest.mark.parametrize(("lang", "word"), [("en", "Touchpoint"), ("nl", "Contactmoment")])
def test_no_name_leaks_from_an_anonymous_picture(lang, word):
    matrix = clustered(40, 3, lang, satisfaction=7.0, impact=0.025, n=12.0)
    picture = drawn(matrix, beside=companions(matrix), lang=lang, anonymous=True, ghost="other", arrows=True)
    found = " ".join(everything_in(picture)) + static(picture, "svg").decode()
    found += screen_figure(picture, width=960).to_json()
    assert [name for name in names(40, lang) if name in found] == []
    assert {disc.name for disc in picture.discs} == {f"{word} {n}" for n in range(1, 41)}


def test_numbers_for_names_stay_when_the_view_is_filtered():
    matrix = placed(ROWS)
    roster = tuple(bubble.name for bubble in matrix.bubbles)
    fewer = dataclasses.replace(matrix, bubbles=matrix.bubbles[2:])
    assert [bubble.name for bubble in anonymised(fewer, "en", roster).bubbles] == [
        "Touchpoint 3",
        "Touchpoint 4",
    ]


# --- brand colours ---


def test_brand_colours_are_drawn_and_their_text_reads_on_white():
    picture = drawn(colours={"fix_first": "#ff9999"})
    disc = next(disc for disc in picture.discs if disc.name == "Invoice")
    area = next(area for area in picture.quadrants if area.quadrant == "fix_first")
    assert disc.fill == "#FF9999"
    assert contrast(area.name.colour, GROUND) >= 4.5
    assert picture.findings == colour_findings({"fix_first": "#ff9999"})
    assert picture.findings[0].code == "colour_too_pale"


@pytest.mark.parametrize(
    ("colours", "codes"),
    [
        ({}, []),
        ({"simplify": "#333333"}, []),
        ({"simplify": "grey"}, ["colour_unreadable"]),
        ({"fix_first": "#E06600"}, ["colour_text_darker"]),
        ({"fix_first": "#005A9E"}, ["colours_alike"]),
        ({"fix_first": "#C00000", "expand_reach": "#4A7A00"}, ["colours_alike_colour_blind"]),
    ],
)
def test_the_colour_check_speaks_up(colours, codes):
    assert [finding.code for finding in colour_findings(colours)] == codes
    for finding in colour_findings(colours):
        assert finding.value in finding.message("nl")


def test_what_is_no_colour_leaves_the_usual_one():
    assert shades({"simplify": "red; x"}) == QUADRANT_SHADES


# --- title and footnote ---


def test_long_texts_of_a_persons_own_stay_apart_and_keep_the_rule_and_the_date():
    picture = drawn(title="Title " * 80, footnote="Note " * 300)
    assert len(picture.title.lines) == 2 and picture.title.text.endswith("…")
    assert picture.footnote.text.startswith("Note Note")
    assert "crosshair: mean" in picture.footnote.text and picture.footnote.text.endswith("22 Nov 2026")
    assert picture.title.box.bottom <= picture.subtitle.box.top + 1e-6
    assert picture.x_title.box.bottom <= picture.footnote.box.top + 1e-6
    assert picture.footnote.box.bottom <= picture.height


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


@pytest.mark.parametrize("seed", range(4))
def test_filtering_does_not_reshuffle_what_stays(seed):
    matrix = clustered(24, seed, "en")
    whole = drawn(matrix)
    part = drawn(dataclasses.replace(matrix, bubbles=matrix.bubbles[:12]), previous=whole)
    before, after = places(whole), places(part)
    assert len([one for one in after if before.get(one) != after[one]]) <= 1
    radii = {disc.id: disc.radius for disc in whole.discs}
    assert all(disc.radius == pytest.approx(radii[disc.id]) for disc in part.discs)


@pytest.mark.parametrize("seed", range(3))
def test_one_touchpoint_that_changes_moves_few_names(seed):
    matrix = clustered(40, seed, "en")
    one, *others = matrix.bubbles
    moved = dataclasses.replace(one, satisfaction=one.satisfaction + 0.05)
    before = places(drawn(matrix))
    after = places(drawn(dataclasses.replace(matrix, bubbles=(moved, *others))))
    assert len([one for one in after if before.get(one) != after[one]]) <= 6


def test_numbers_of_the_key_stay_and_new_ones_follow():
    matrix = clustered(80, 1, "en")
    whole = drawn(matrix)
    part = drawn(dataclasses.replace(matrix, bubbles=matrix.bubbles[:70]), previous=whole)
    kept = set(part.key_numbers) & set(whole.key_numbers)
    assert kept and all(part.key_numbers[one] == whole.key_numbers[one] for one in kept)
    assert len(set(part.key_numbers.values())) == len(part.key_numbers)
