"""The table behind a native bubble chart: its numbers, its formulas and their results."""

import dataclasses
import io
import re

import pytest
from openpyxl import load_workbook

from cx.deliver import deck_picture
from cx.deliver.chart import embedded, layout, numbers
from cx.matrix import build
from cx.records import Settings
from tests.unit.deliver import cases

STRATEGIES = {
    "fix_first": "Fix first",
    "expand_reach": "Let more people experience it",
    "minimise_cost": "Minimise the cost of this touchpoint",
    "simplify": "Simplify, prevent or drop",
}


def data_of(rows=None, lang="en", **settings):
    matrix = cases.matrix(rows, **settings)
    picture = deck_picture(matrix, lang=lang, day=cases.DAY)
    return numbers.of(matrix, picture, lang), picture, matrix


def sheet_of(data, lang="en", *, results=True):
    return load_workbook(io.BytesIO(embedded(data, lang)), data_only=results).active


def values(sheet):
    """The sheet's cells, row by row."""
    return [list(line) for line in sheet.iter_rows(values_only=True)]


def rows_of(data):
    return {row.disc.name: row for row in data.rows}


def test_every_bubble_once_in_the_series_of_its_quadrant():
    data, _, _ = data_of()
    found = {one.name: sorted(row.disc.name for row in data.members(one).values()) for one in data.series}
    assert found == {
        STRATEGIES["fix_first"]: ["Claims", "Invoice"],
        STRATEGIES["expand_reach"]: ["App", "Visit"],
        STRATEGIES["minimise_cost"]: ["Letter", "Meter"],
        STRATEGIES["simplify"]: ["Moving", "News"],
    }


def test_a_quadrant_without_touchpoints_has_its_series_too():
    data, _, _ = data_of(cases.table([cases.row("only", 5, 4, volume=9)]))
    assert {one.name for one in data.series} == set(STRATEGIES.values())


def test_the_table_holds_the_numbers_of_the_file():
    data, _, _ = data_of()
    cells = values(sheet_of(data))
    held = {line[layout.NAME]: line for line in cells[layout.FIRST :]}
    assert held["Invoice"][1:6] == [6, 4, 400, STRATEGIES["fix_first"], 400]
    assert held["Visit"][1:6] == [8.5, 3.5, 64, STRATEGIES["expand_reach"], 64]
    assert held["Visit"][layout.LABEL] == "Visit"
    assert held["Visit"][layout.ACROSS : layout.UP + 1] == [8.5, 3.5]
    assert layout.length(cells) == 8 + layout.SPARE


def test_the_lines_and_the_ends_of_the_axes_stand_above_the_table():
    data, picture, matrix = data_of()
    cells = values(sheet_of(data))
    assert cells[layout.LINES][1:3] == pytest.approx([matrix.crosshair.satisfaction, matrix.crosshair.impact])
    for row, end in ((layout.FROM, "minimum"), (layout.TO, "maximum")):
        assert cells[row][1:3] == pytest.approx(
            [getattr(axis, end) for axis in (picture.x_axis, picture.y_axis)]
        )
    for quadrant, (row, column) in layout.QUADRANT_NAMES.items():
        assert cells[row][column] == STRATEGIES[quadrant]


def test_the_true_volume_stands_beside_the_size_that_is_drawn():
    rows = [cases.row("big", 6, 3, volume=900_000), cases.row("small", 8, 4, volume=400)]
    data, picture, _ = data_of(cases.table(rows))
    small = {line[0]: line for line in values(sheet_of(data))[layout.FIRST :]}["small"]
    least = values(sheet_of(data))[layout.LEAST][layout.VOLUME]
    assert (small[layout.VOLUME], small[layout.SIZE]) == (400, least)
    radius = {disc.name: disc.radius for disc in picture.discs}
    assert least / 900_000 == pytest.approx((radius["small"] / radius["big"]) ** 2, rel=1e-4)


@pytest.mark.parametrize("size", ["area", "log", "off"])
def test_sizes_follow_a_rule_and_are_those_of_the_picture(size):
    data, _, _ = data_of(cases.many(12), size=size)
    assert all(row.by_volume for row in data.rows)
    for row in data.rows:
        assert data.sizes.of(row.volume) * data.sizes.unit == pytest.approx(row.disc.radius**2, rel=1e-3)


def test_the_reference_bubble_makes_every_bubble_as_large_as_in_the_picture():
    data, picture, _ = data_of()
    largest = 0.25 * min(picture.plot.width, picture.plot.height) / 2
    for row in data.rows:
        drawn = largest * (row.size / data.sizes.reference) ** 0.5
        assert drawn == pytest.approx(row.disc.radius, rel=1e-3)
    assert data.sizes.scale == 100
    assert picture.at(*data.middle) == pytest.approx(picture.plot.centre)


def test_bubbles_larger_than_a_native_chart_draws_scale_it_up():
    matrix = cases.matrix()
    picture = deck_picture(matrix, lang="en", day=cases.DAY)
    native = 0.25 * min(picture.plot.width, picture.plot.height) / 2
    discs = (dataclasses.replace(picture.discs[0], radius=native * 1.5), *picture.discs[1:])
    data = numbers.of(matrix, dataclasses.replace(picture, discs=discs), "en")
    assert data.sizes.scale == 150


def test_bubbles_without_volume_are_equal():
    rows = [cases.row("a", 5, 2), cases.row("b", 8, 4), cases.row("c", 6, 3)]
    data, _, _ = data_of(cases.table(rows))
    sizes = {row.size for row in data.rows}
    assert len(sizes) == 1 and data.sizes.reference > sizes.pop()
    assert {line[layout.VOLUME] for line in values(sheet_of(data))[layout.FIRST : layout.FIRST + 3]} == {None}


def test_those_that_coincide_keep_their_true_numbers_and_are_set_apart_beside_them():
    data, picture, _ = data_of(cases.table([cases.row(name, 7, 3, volume=10) for name in "abc"]))
    for line in values(sheet_of(data))[layout.FIRST : layout.FIRST + 3]:
        assert line[layout.X : layout.Y + 1] == [7, 3]
        assert line[layout.ACROSS] == pytest.approx(7 + line[layout.ASIDE])
        assert line[layout.UP] == pytest.approx(3 + line[layout.ABOVE])
    for row in data.rows:
        assert picture.at(row.x, row.y) == pytest.approx((row.disc.x, row.disc.y), abs=1e-6)


def test_small_bubbles_lie_before_big_ones_of_another_colour():
    rows = [
        cases.row("big", 6.9, 3.0, volume=1_000_000),
        cases.row("small", 7.05, 3.02, volume=1_000),
        cases.row("far", 3, 1, volume=1_000),
        cases.row("high", 9, 5, volume=1_000),
    ]
    data, _, _ = data_of(cases.table(rows), crosshair_rule="fixed", fixed=(7.0, 2.0))
    drawn = [row.disc.name for one in data.series for row in data.members(one).values()]
    assert drawn.index("big") < drawn.index("small")


def test_where_groups_give_the_colour_they_are_typed_and_others_have_a_series_too():
    data, _, _ = data_of(colour_by="journey")
    formulas, cells = sheet_of(data, results=False), values(sheet_of(data))
    assert [one.name for one in data.series if one.rest] == ["Other"]
    held = {line[0]: line for line in cells[layout.FIRST :]}
    assert (held["Claims"][layout.COLOUR], held["Claims"][layout.QUADRANT]) == ("Help", "Fix first")
    typed = [line[layout.COLOUR] for line in values(formulas)[layout.FIRST : layout.FIRST + 8]]
    assert sorted(typed) == sorted(row.colour for row in data.rows)


def test_without_impact_what_runs_upwards_is_computed_from_the_volumes():
    rows = cases.table([cases.row(f"T{at}", 5 + at / 3, volume=10**at) for at in range(7)])
    data, _, _ = data_of(rows)
    cells = values(sheet_of(data))[layout.FIRST :]
    assert {line[layout.UP] == line[layout.VOLUME] for line in cells[:7]} == {True}
    assert {line[layout.QUADRANT] for line in cells[:7]} == {None}


def test_without_impact_and_volumes_it_is_the_order_of_satisfaction():
    data, _, _ = data_of(cases.table([cases.row(f"T{at}", 9 - at % 3) for at in range(6)]))
    cells = values(sheet_of(data))[layout.FIRST :]
    assert [line[layout.UP] for line in cells[:6]] == pytest.approx(range(6), abs=1e-9)


def test_strategies_of_one_name_still_have_a_series_each():
    own = {("en", one): ("Do it", "x") for one in STRATEGIES}
    data, _, _ = data_of(strategies=own)
    assert sorted(one.name for one in data.series) == ["Do it", "Do it 2", "Do it 3", "Do it 4"]
    assert sorted(len(data.members(one)) for one in data.series) == [2, 2, 2, 2]


def test_spare_rows_give_nothing_and_formulas_name_their_own_row():
    data, _, _ = data_of(lang="nl")
    results, formulas = values(sheet_of(data, "nl")), values(sheet_of(data, "nl", results=False))
    first = layout.FIRST + len(data.rows)
    for row in range(first, first + layout.SPARE):
        given = {one for one in results[row] if one is not None}
        assert given == {"#N/A"}
        for formula in (one for one in formulas[row] if one is not None):
            named = {int(number) for number in re.findall(r"\$[A-Z]+(\d+)", formula)}
            assert named == {row + 1}


def test_nothing_that_was_typed_stands_in_a_formula():
    data, _, _ = data_of(cases.hostile())
    formulas = sheet_of(data, results=False)
    cells = [cell for line in formulas.iter_rows() for cell in line if cell.data_type == "f"]
    columns = {cell.column - 1 for cell in cells if layout.FIRST < cell.row <= layout.FIRST + len(data.rows)}
    assert not columns & {layout.NAME, layout.X, layout.Y, layout.VOLUME, layout.GIVEN_NAME}
    for cell in cells:
        assert cases.is_our_formula(cell.value), cell.value


def test_an_old_sheet_is_not_taken_for_a_table():
    old = [["Touchpoint", "Satisfaction", "Impact", "Size (volume)"], *([["x", 5, 4, 9]] * 20)]
    assert layout.length(old) == 0


def test_where_the_data_show_no_quadrant_none_stands_in_the_sheet():
    rows = cases.table([cases.row("a", 5, 4), cases.row("b", 8, 2)])
    matrix = build(rows, Settings())
    bubbles = (dataclasses.replace(matrix.bubbles[0], quadrant=None), *matrix.bubbles[1:])
    matrix = dataclasses.replace(matrix, bubbles=bubbles)
    picture = deck_picture(matrix, lang="en", day=cases.DAY)
    data = numbers.of(matrix, picture, "en")
    held = {line[0]: line for line in values(sheet_of(data))[layout.FIRST :]}
    own = rows_of(data)[bubbles[0].name]
    assert not held[bubbles[0].name][layout.QUADRANT]
    assert own.colour == "Touchpoints" and next(one for one in data.series if one.rest).name == own.colour
