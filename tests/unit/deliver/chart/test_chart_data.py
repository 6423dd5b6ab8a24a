"""The numbers behind a native bubble chart."""

import dataclasses
import io

import pytest
from openpyxl import load_workbook

from cx.deliver import deck_picture
from cx.deliver.chart import numbers
from tests.unit.deliver import cases


def data_of(rows=None, **settings):
    matrix = cases.matrix(rows, **settings)
    picture = deck_picture(matrix, lang="en", day=cases.DAY)
    return numbers.of(matrix, picture, "en"), picture, matrix


def points(data):
    return {point.disc.name: point for series in data.series for point in series.points}


def test_every_bubble_once_in_the_series_of_its_quadrant():
    data, _, _ = data_of()
    assert {series.name: sorted(p.disc.name for p in series.points) for series in data.series} == {
        "Fix first": ["Claims", "Invoice"],
        "Let more people experience it": ["App", "Visit"],
        "Minimise the cost of this touchpoint": ["Letter", "Meter"],
        "Simplify, prevent or drop": ["Moving", "News"],
    }


def test_the_chart_plots_the_numbers_of_the_file():
    found = points(data_of()[0])
    assert (found["Invoice"].x, found["Invoice"].y, found["Invoice"].size) == (6.0, 4.0, 400)
    assert (found["Visit"].x, found["Visit"].y, found["Visit"].size) == (8.5, 3.5, 64)


def test_the_reference_bubble_makes_every_bubble_as_large_as_in_the_picture():
    data, picture, _ = data_of()
    largest = 0.25 * min(picture.plot.width, picture.plot.height) / 2
    for point in points(data).values():
        drawn = largest * (point.size / data.reference_size) ** 0.5
        assert drawn == pytest.approx(point.disc.radius, rel=1e-3)
    assert data.scale == 100


def test_the_reference_bubble_stays_inside_the_plot():
    data, picture, _ = data_of()
    x, y = picture.at(*data.reference_place)
    assert (x, y) == pytest.approx(picture.plot.centre)


def test_bubbles_larger_than_a_native_chart_draws_scale_it_up():
    matrix = cases.matrix()
    picture = deck_picture(matrix, lang="en", day=cases.DAY)
    native = 0.25 * min(picture.plot.width, picture.plot.height) / 2
    discs = (dataclasses.replace(picture.discs[0], radius=native * 1.5), *picture.discs[1:])
    data = numbers.of(matrix, dataclasses.replace(picture, discs=discs), "en")
    assert data.scale == 150


def test_bubbles_without_volume_are_equal():
    rows = [cases.row("a", 5, 2), cases.row("b", 8, 4), cases.row("c", 6, 3)]
    data, _, _ = data_of(cases.table(rows))
    sizes = {point.size for point in points(data).values()}
    assert len(sizes) == 1 and data.reference_size > sizes.pop()


def test_coincident_bubbles_stand_where_the_picture_fans_them_out():
    data, picture, _ = data_of(cases.table([cases.row(name, 7, 3, volume=10) for name in "abc"]))
    for point in points(data).values():
        assert picture.at(point.x, point.y) == pytest.approx((point.disc.x, point.disc.y), abs=0.5)


def test_small_bubbles_lie_before_big_ones_of_another_colour():
    rows = [
        cases.row("big", 6.9, 3.0, volume=1_000_000),
        cases.row("small", 7.05, 3.02, volume=1_000),
        cases.row("far", 3, 1, volume=1_000),
        cases.row("high", 9, 5, volume=1_000),
    ]
    data, _, _ = data_of(cases.table(rows), crosshair_rule="fixed", fixed=(7.0, 2.0))
    order = [point.disc.name for series in data.series for point in series.points]
    assert order.index("big") < order.index("small")


def test_the_embedded_workbook_has_the_rows_that_the_series_point_at():
    data, _, _ = data_of()
    sheet = load_workbook(io.BytesIO(numbers.embedded(data, "nl")))["Grafiekgegevens"]
    for series in data.series:
        assert sheet.cell(series.header_row + 1, 1).value == series.name
        for point in series.points:
            cells = [sheet.cell(point.row + 1, column).value for column in (1, 2, 3, 4)]
            assert cells == [point.disc.name, point.x, point.y, point.size]
    assert sheet.cell(data.reference_row + 1, 4).value == pytest.approx(data.reference_size, rel=1e-6)
    assert sheet.max_row == data.reference_row + 1


def test_nothing_that_was_typed_becomes_a_formula_in_the_embedded_workbook():
    data, _, _ = data_of(cases.hostile())
    book = load_workbook(io.BytesIO(numbers.embedded(data, "en")))
    assert [
        cell.coordinate for line in book.active.iter_rows() for cell in line if cell.data_type == "f"
    ] == []
