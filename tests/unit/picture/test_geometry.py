"""Where everything stands in the picture.

Long are the usual size of type, and further numbers, of
``test_every_bubble_is_whole_and_clear_of_the_strategy_names``, and further formats of
``test_text_stays_on_the_sheet_in_every_format``.
"""

import dataclasses
import datetime as dt

import pytest

from cx.picture import DECK_SIZES, arial, compute
from cx.records import Scale, Settings
from tests.made.picture_cases import clustered, placed
from tests.made.tables import row
from tests.project import tiers

DAY = dt.date(2026, 11, 22)
FOUR = [
    row("Invoice", 5.0, 4.0, volume=400),
    row("Engineer visit", 9.0, 4.0, volume=100),
    row("Newsletter", 9.0, 2.0, volume=1600),
    row("Website", 5.0, 2.0, volume=900),
]


def four(**settings):
    return placed(FOUR, Settings(**settings))


def by_name(picture):
    return {disc.name: disc for disc in picture.discs}


def test_bubbles_stand_where_the_axes_say():
    picture = compute(four(), lang="en", day=DAY)
    for name, disc in by_name(picture).items():
        satisfaction, impact = next((r["satisfaction"], r["impact"]) for r in FOUR if r["touchpoint"] == name)
        assert (disc.x, disc.y) == pytest.approx(picture.at(satisfaction, impact))


def test_the_crosshair_stands_at_its_values_and_says_them():
    picture = compute(four(), lang="en", day=DAY)
    upright, level = picture.crosshair
    assert (upright.value, level.value) == (7.0, 3.0)
    assert (upright.start[0], level.start[1]) == pytest.approx(picture.at(7.0, 3.0))
    assert (upright.label.text, level.label.text) == ("mean 7.0", "3.0")


def test_quadrants_meet_at_the_crosshair_and_name_their_strategies():
    picture = compute(four(), lang="nl", day=DAY)
    names = {area.quadrant: area.name.text for area in picture.quadrants}
    assert names == {
        "fix_first": "EERST VERBETEREN",
        "expand_reach": "MEER MENSEN LATEN MEEMAKEN",
        "minimise_cost": "KOSTEN VAN DIT CONTACTMOMENT MINIMALISEREN",
        "simplify": "VEREENVOUDIGEN, VOORKOMEN OF WEGLATEN",
    }
    corner = {area.quadrant: (area.box.right, area.box.bottom) for area in picture.quadrants}
    assert corner["fix_first"] == pytest.approx(picture.at(7.0, 3.0))
    assert corner["minimise_cost"] == pytest.approx((picture.plot.right, picture.plot.bottom))


def test_the_largest_bubbles_are_behind():
    picture = compute(four(), lang="en", day=DAY)
    assert [disc.name for disc in picture.discs] == ["Newsletter", "Website", "Invoice", "Engineer visit"]


@pytest.mark.parametrize("count", tiers.first([1, 40], 8, 24))
@pytest.mark.parametrize("scale", tiers.first([1.5], 1.0))
def test_every_bubble_is_whole_and_clear_of_the_strategy_names(count, scale):
    picture = compute(clustered(count), lang="nl", day=DAY, type_scale=scale)
    top = max(area.name.box.bottom for area in picture.quadrants if area.box.top == picture.plot.top)
    low = min(area.name.box.top for area in picture.quadrants if area.box.bottom == picture.plot.bottom)
    for disc in picture.discs:
        assert picture.plot.left <= disc.x - disc.radius and disc.x + disc.radius <= picture.plot.right
        assert top <= disc.y - disc.radius and disc.y + disc.radius <= low


def test_outlines_say_what_is_uncertain():
    rows = [
        row("Sure", 5.0, 4.0, volume=400, n=400, sd=1.0),
        row("Borderline", 7.0, 4.0, volume=400, n=400, sd=2.0),
        row("Small base", 9.0, 2.0, volume=400, n=12, sd=1.0),
        row("No volume", 9.0, 1.0, volume=0, n=400, sd=1.0),
    ]
    discs = by_name(compute(placed(rows), lang="en", day=DAY))
    assert {name: (disc.stroke, disc.opacity) for name, disc in discs.items()} == {
        "Sure": ("solid", 0.6),
        "Borderline": ("dashed", 0.3),
        "Small base": ("dotted", 0.6),
        "No volume": ("dashed", 0.6),
    }
    assert discs["No volume"].radius < discs["Sure"].radius


def test_what_marks_mean_stands_in_the_legend():
    note = compute(clustered(24), lang="en", day=DAY).size_note.text
    assert note == "Bubble area: volume. Pale and dashed: borderline."


def test_coinciding_bubbles_are_set_apart_around_a_cross():
    picture = compute(placed([*FOUR, row("Brochure", 9.0, 2.0, volume=100)]), lang="en", day=DAY)
    discs = by_name(picture)
    (cross,) = picture.fans
    assert cross == pytest.approx(picture.at(9.0, 2.0))
    middle = (
        (discs["Newsletter"].x + discs["Brochure"].x) / 2,
        (discs["Newsletter"].y + discs["Brochure"].y) / 2,
    )
    assert middle == pytest.approx(cross)
    assert "Cross: bubbles at the same spot" in picture.size_note.text


def test_without_impact_volume_runs_upwards_and_there_are_no_quadrants():
    rows = [dict(one, impact=None) for one in FOUR]
    picture = compute(placed(rows), lang="en", day=DAY)
    assert picture.y_stands_for == "volume" and picture.quadrants == ()
    assert [line.axis for line in picture.crosshair] == ["satisfaction"]
    assert picture.y_axis.title == "Volume"
    discs = by_name(picture)
    assert discs["Newsletter"].y < discs["Website"].y < discs["Invoice"].y < discs["Engineer visit"].y


def test_without_impact_and_volume_bubbles_stand_in_order_of_satisfaction():
    rows = [row("B", 5.0), row("A", 5.0), row("C", 4.0), row("D", 8.0)]
    picture = compute(placed(rows), lang="nl", day=DAY)
    assert picture.y_stands_for == "rank" and picture.y_axis.title == "Op volgorde van tevredenheid"
    assert [disc.name for disc in sorted(picture.discs, key=lambda disc: disc.y)] == ["D", "B", "A", "C"]


def test_a_touchpoint_without_impact_is_named_in_the_footnote():
    picture = compute(placed([*FOUR, row("Chat", 6.0, None, volume=10)]), lang="en", day=DAY)
    assert "Chat" not in by_name(picture)
    assert picture.footnote.text.endswith("not drawn, impact not known: Chat")


def test_an_empty_view_says_so():
    matrix = dataclasses.replace(four(), bubbles=())
    picture = compute(matrix, lang="nl", day=DAY)
    assert (
        picture.message.text == "Er is geen contactmoment meer in beeld. Wis een filter om ze weer te zien."
    )
    assert picture.discs == picture.labels == picture.quadrants == picture.crosshair == ()


def test_without_headings_the_plot_takes_their_room():
    with_them, without = (compute(four(), lang="en", day=DAY, headings=drawn) for drawn in (True, False))
    assert without.plot.height - with_them.plot.height > 30
    assert with_them.title in with_them.texts and without.title not in without.texts


def test_labels_can_be_switched_off():
    assert compute(four(labels=False), lang="en", day=DAY).labels == ()


def test_a_long_strategy_is_wrapped_inside_its_quadrant():
    long = "Eerst verbeteren en daarna nog veel meer verbeteren " * 4
    picture = compute(four(strategies={("nl", "fix_first"): (long, "")}), lang="nl", day=DAY)
    area = next(area for area in picture.quadrants if area.quadrant == "fix_first")
    assert len(area.name.lines) == 3
    assert area.name.box.right <= area.box.right and area.name.box.left >= area.box.left


def test_the_line_stays_inside_wherever_it_is_set():
    for fixed in ((1.0, 0.0), (10.0, 80.0)):
        picture = compute(four(crosshair_rule="fixed", fixed=fixed), lang="en", day=DAY)
        x, y = picture.at(*fixed)
        assert (
            picture.plot.left + 0.1 * picture.plot.width < x < picture.plot.right - 0.1 * picture.plot.width
        )
        assert picture.plot.top < y < picture.plot.bottom


def test_the_same_matrix_gives_the_same_picture():
    assert compute(clustered(40), lang="en", day=DAY) == compute(clustered(40), lang="en", day=DAY)


def test_a_smaller_sheet_scales_the_whole_picture():
    large, small = (
        compute(clustered(24), lang="en", day=DAY, size=size) for size in ((960, 540), (480, 270))
    )
    assert small.title.size == pytest.approx(large.title.size / 2)
    assert [label.inside for label in small.labels] == [label.inside for label in large.labels]
    assert small.discs[0].radius == pytest.approx(large.discs[0].radius / 2)
    assert small.labels[3].block.box.left == pytest.approx(large.labels[3].block.box.left / 2)


@pytest.mark.parametrize("size", tiers.first([(720, 540)], (960, 540), (842, 595)))
def test_text_stays_on_the_sheet_in_every_format(size):
    matrix = clustered(40, settings=Settings(colour_by="journey"))
    picture = compute(matrix, lang="nl", day=DAY, size=size, sizes=DECK_SIZES, font=arial())
    for block in picture.texts:
        assert block.box.left >= 0 and block.box.right <= size[0] + 1e-6
        assert block.box.top >= 0 and block.box.bottom <= size[1] + 1e-6


def test_the_text_alternative_names_every_touchpoint_in_its_quadrant():
    alt = compute(four(), lang="en", day=DAY).alt
    assert alt == (
        "One touchpoint holds 33% of the impact and scores below 7.0. Fix first: Invoice. "
        "Let more people experience it: Engineer visit. Minimise the cost of this touchpoint: Newsletter. "
        "Simplify, prevent or drop: Website."
    )


def test_the_hover_has_the_numbers_in_the_language():
    rows = [row("Factuur", 5.25, 4.0, volume=12_000, n=12), *FOUR]
    disc = by_name(compute(placed(rows, goal="NPS"), lang="nl", day=DAY))["Factuur"]
    assert disc.hover == (
        "Factuur",
        "Eerst verbeteren",
        "Tevredenheid 5,25",
        "Impact op NPS 4,00",
        "Volume 12.000",
        "12 antwoorden: een kleine basis",
    )


def test_a_scale_of_percentages_is_shown_as_percentages():
    rows = [row("A", 62.0, 4.0, volume=5), row("B", 80.0, 2.0, volume=5)]
    picture = compute(placed(rows, scale=Scale(0, 100, kind="percent")), lang="en", day=DAY)
    assert picture.crosshair[0].label.text == "mean 71%"
    assert all(tick.label.endswith("%") for tick in picture.x_axis.ticks)


@pytest.mark.parametrize("count", [3, 24, 40])
def test_the_legend_stays_on_the_sheet_and_clear_of_the_plot(count):
    picture = compute(clustered(count, n=None), lang="nl", day=DAY)
    for bubble in picture.size_legend:
        assert bubble.y + bubble.radius <= picture.height
        assert bubble.y - bubble.radius >= max(block.box.bottom for block in picture.tick_labels) - 3


def test_a_footnote_with_many_names_keeps_its_date():
    rows = [row(f"Contactmoment nummer {i} met een lange naam", 5 + i / 20, 3.0, n=5) for i in range(40)]
    picture = compute(placed(rows), lang="nl", day=DAY)
    assert len(picture.footnote.lines) <= 4
    assert "… ·" in picture.footnote.text and picture.footnote.text.endswith("22 nov 2026")


@pytest.mark.parametrize(("volumes", "log"), [((100, 200, 900), False), ((100, 5_000, 90_000), True)])
def test_without_impact_a_blank_volume_stands_at_the_foot_and_not_at_a_number(volumes, log):
    rows = [row(f"T{place}", 5.0 + place, volume=volume) for place, volume in enumerate(volumes)]
    picture = compute(placed([*rows, row("Blank", 9.0)]), lang="en", day=DAY)
    discs = by_name(picture)
    foot, *ticks = picture.y_axis.ticks
    assert picture.y_axis.log is log and foot.label == "no volume"
    assert discs["Blank"].y == pytest.approx(foot.position)
    assert discs["Blank"].y > discs["T0"].y + 2 and all(tick.position < foot.position - 5 for tick in ticks)
    assert [discs[name].stroke for name in ("T0", "Blank")] == ["solid", "dashed"]
    assert picture.size_note.text == "Dashed, at the foot: no volume known."


def test_a_volume_of_zero_keeps_its_place_on_a_linear_axis():
    rows = [row("None", 5.0, volume=0), row("Some", 6.0, volume=50), row("More", 8.0, volume=90)]
    picture = compute(placed(rows), lang="en", day=DAY)
    assert by_name(picture)["None"].y == pytest.approx(picture.at(5.0, 0.0)[1])
    assert picture.size_note is None


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_the_title_of_the_satisfaction_axis_keeps_clear_of_the_legend(scale):
    matrix = clustered(24, settings=Settings())
    matrix = dataclasses.replace(matrix, scale=Scale(1, 7, "lower", "ces"))
    picture = compute(matrix, lang="en", day=DAY, type_scale=scale)
    title, note = picture.x_title.box, picture.size_note.box
    assert note.left - title.right >= 9.0 or note.top >= title.bottom
