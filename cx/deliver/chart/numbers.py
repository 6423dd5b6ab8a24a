"""The numbers behind a native bubble chart, as a sheet and as ranges of that sheet.

PowerPoint and Excel both keep a chart's numbers in a sheet: the deck's chart embeds a workbook with just this
sheet (what the data editor opens), our workbook has it among its sheets.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from cx.deliver.ground import Book, Value
from cx.matrix import strategy
from cx.picture import Picture
from cx.picture.record import Axis, Disc, TextBlock
from cx.records import QUADRANTS, Matrix
from cx.text import Language, say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LARGEST_SHARE = 0.25
"""The largest bubble of a native chart is this share of the plot's smaller side across, at a scale of 100."""
NAME, X, Y, SIZE = range(4)
_FEW_SERIES = 6
_TINY = 1e-6
_CLOSE, _SAME = 0.5, 1e-3
_DOT, _DOTS_APART = 0.6, 6.0
"""Radius of a dot, and how far dots are apart, in points."""


@dataclass(frozen=True)
class Point:
    """One bubble of a native chart."""

    disc: Disc
    row: int
    """Its row on the sheet, from 0."""
    x: float
    y: float
    size: float
    """The volume, or where the Picture draws no volume: what gives the bubble the Picture's area."""


@dataclass(frozen=True)
class Series:
    """The bubbles of one colour."""

    name: str
    header_row: int
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Mark:
    """Words on the chart that are no bubble's name: the label of an invisible point."""

    block: TextBlock
    place: tuple[float, float]
    """The point's place in the Picture."""
    row: int
    x: float
    y: float


@dataclass(frozen=True)
class ChartData:
    """Everything that a native bubble chart plots."""

    series: tuple[Series, ...]
    reference_row: int
    reference_name: str
    reference_place: tuple[float, float]
    """The middle of the plot: reaching beyond the chart it would make LibreOffice squeeze it."""
    reference_size: float
    """The size of the invisible bubble that sets the scale of all others."""
    x_title: str
    y_title: str
    scale: int
    """Percent; 100 unless the Picture has a bubble larger than a native chart draws at 100."""

    marks: tuple[Mark, ...] = ()
    marks_name: str = ""
    zero: tuple[tuple[float, float], ...] = ()
    """Dots on the line of no impact, as x and y, where it crosses a chart that nothing is drawn upon."""
    zero_name: str = ""
    zero_row: int = 0
    """The row of the first of them on the sheet, from 0."""
    dot: float = 0.0
    """The size of such a dot."""

    @property
    def longest(self) -> int:
        """The number of points of the longest series."""
        return max(1, len(self.marks), len(self.zero), *(len(one.points) for one in self.series))

    @property
    def tiny(self) -> float:
        """The size of an invisible point."""
        return self.reference_size * _TINY


def of(matrix: Matrix, picture: Picture, lang: Language, *, alone: bool = False) -> ChartData:
    """Return the data of the native chart that shows the Picture's bubbles.

    Parameters
    ----------
    alone
        Whether no shapes surround the chart: then axis values and strategy names are words on the chart.
    """
    unit = _area_per_volume(matrix, picture)
    series: list[Series] = []
    row = 1
    for group, discs in _drawing_order(picture):
        points = tuple(_point(disc, row + 1 + at, unit, matrix, picture) for at, disc in enumerate(discs))
        series.append(Series(_group_name(group, matrix, lang), row, points))
        row += 1 + len(points)
    largest = LARGEST_SHARE * min(picture.plot.width, picture.plot.height) / 2
    needed = max((disc.radius for disc in picture.discs), default=largest)
    scale = 100 if needed <= largest else round(100 * needed / largest)
    size = max(largest, needed) ** 2 / unit
    name = say("deliver.chart.reference", lang)
    middle = _middle(picture.x_axis), _middle(picture.y_axis)
    marks = _marks(picture, row + 1) if alone else ()
    zero = _zero(picture) if alone else ()
    after = row + len(marks) + bool(marks)
    return ChartData(
        tuple(series),
        after + len(zero) + bool(zero),
        name,
        middle,
        size,
        picture.x_axis.title,
        picture.y_axis.title,
        scale,
        marks,
        say("deliver.chart.marks", lang),
        zero,
        say("deliver.chart.zero", lang),
        after + 1,
        _DOT**2 / unit,
    )


def write(book: Book, data: ChartData, lang: Language) -> None:
    """Add a sheet with the numbers: a block of rows for each series, each bubble with its name."""
    sheet = book.sheet(say("deliver.sheet.chart_data", lang))
    titles = (say("deliver.chart.name", lang), data.x_title, data.y_title, say("deliver.chart.size", lang))
    for column, title in enumerate(titles):
        book.write(sheet, 0, column, title, bold=True)
    for series in data.series:
        book.write(sheet, series.header_row, NAME, series.name, bold=True)
        for point in series.points:
            _write_row(book, sheet, point.row, (point.disc.name, point.x, point.y, point.size))
    if data.marks:
        book.write(sheet, data.marks[0].row - 1, NAME, data.marks_name, bold=True)
    for mark in data.marks:
        _write_row(book, sheet, mark.row, (mark.block.text, mark.x, mark.y, data.tiny))
    if data.zero:
        book.write(sheet, data.zero_row - 1, NAME, data.zero_name, bold=True)
    for at, (x, y) in enumerate(data.zero):
        _write_row(book, sheet, data.zero_row + at, ("", x, y, data.dot))
    reference = (data.reference_name, *data.reference_place, data.reference_size)
    _write_row(book, sheet, data.reference_row, reference)
    sheet.set_column(NAME, NAME, 40)
    sheet.set_column(X, SIZE, 24)
    sheet.fit_to_pages(1, 0)


def embedded(data: ChartData, lang: Language) -> bytes:
    """Return a workbook with only the chart's sheet, as a deck embeds it."""
    buffer = io.BytesIO()
    book = Book(buffer)
    write(book, data, lang)
    book.file.close()
    return buffer.getvalue()


def _middle(axis: Axis) -> float:
    return (axis.minimum + axis.maximum) / 2


def _write_row(book: Book, sheet: Worksheet, row: int, values: Sequence[Value]) -> None:
    for column, value in enumerate(values):
        book.write(sheet, row, column, _rounded(value) if isinstance(value, float) else value, "plain")


def _rounded(value: float) -> float:
    """Return the number without the digits that nobody needs; counts stay whole."""
    return value if value == round(value, 4) else float(f"{value:.8g}")


def _point(disc: Disc, row: int, unit: float, matrix: Matrix, picture: Picture) -> Point:
    x, y = _values(disc, picture)
    size = disc.radius**2 / unit
    bubble = matrix.bubble(disc.id)
    volume = bubble.volume if bubble and bubble.volume else 0.0
    exact = volume > 0 and abs(size / volume - 1) < _SAME
    return Point(disc, row, x, y, volume if exact else _rounded(size))


def _values(disc: Disc, picture: Picture) -> tuple[float, float]:
    """Return the disc's own values, or those of its place where the Picture moved it (fanned out)."""
    if disc.impact is not None:
        x, y = picture.at(disc.satisfaction, disc.impact)
        if hypot(x - disc.x, y - disc.y) < _CLOSE:
            return disc.satisfaction, disc.impact
    return _values_at((disc.x, disc.y), picture)


def _zero(picture: Picture) -> tuple[tuple[float, float], ...]:
    """Return dots along the line of no impact.

    A native bubble chart has no lines, and not every program that opens a workbook draws its error bars.
    """
    if picture.zero is None:
        return ()
    (left, y), (right, _) = picture.zero
    count = int((right - left) / _DOTS_APART)
    steps = (left + _DOTS_APART * (at + 0.5) for at in range(count))
    return tuple(_values_at((x, y), picture) for x in steps)


def _marks(picture: Picture, first_row: int) -> tuple[Mark, ...]:
    """Return axis values, strategy names and the lines' values, each at the nearest place on the plot."""
    blocks = [*picture.tick_labels, *(area.name for area in picture.quadrants)]
    blocks += [line.label for line in picture.crosshair]
    plot = picture.plot
    marks = []
    for row, block in enumerate(blocks, start=first_row):
        x, y = block.box.centre
        place = _within(x, plot.left, plot.right), _within(y, plot.top, plot.bottom)
        marks.append(Mark(block, place, row, *_values_at(place, picture)))
    return tuple(marks)


def _within(value: float, low: float, high: float) -> float:
    """Return the value moved just inside the plot: a point on its edge may be left out."""
    return min(max(value, low + _CLOSE), high - _CLOSE)


def _values_at(place: tuple[float, float], picture: Picture) -> tuple[float, float]:
    x_share = (place[0] - picture.plot.left) / picture.plot.width
    y_share = (picture.plot.bottom - place[1]) / picture.plot.height
    width, height = (axis.maximum - axis.minimum for axis in (picture.x_axis, picture.y_axis))
    return picture.x_axis.minimum + x_share * width, picture.y_axis.minimum + y_share * height


def _area_per_volume(matrix: Matrix, picture: Picture) -> float:
    """Return r² for a volume of 1, read off the largest bubble; 1 where sizes are not volumes."""
    volumes = {bubble.id: bubble.volume or 0.0 for bubble in matrix.bubbles}
    sized = [disc for disc in picture.discs if volumes.get(disc.id, 0.0) > 0]
    if not sized or matrix.settings.size != "area":
        return 1.0
    largest = max(sized, key=lambda disc: disc.radius)
    return largest.radius**2 / volumes[largest.id]


def _group_name(group: str, matrix: Matrix, lang: Language) -> str:
    quadrant = next((one for one in QUADRANTS if one == group), None)
    if quadrant:
        return strategy(matrix.settings, quadrant, lang).name
    return group or say("deliver.chart.all", lang)


def _drawing_order(picture: Picture) -> list[tuple[str, tuple[Disc, ...]]]:
    """Return the discs by colour, so ordered that as few small bubbles as possible lie behind a big one."""
    groups: dict[str, list[Disc]] = {}
    for disc in picture.discs:
        groups.setdefault(disc.group, []).append(disc)
    names = sorted(groups, key=lambda name: -max(disc.radius for disc in groups[name]))
    if len(names) <= _FEW_SERIES:
        names = _least_hidden(names, groups)
    return [(name, tuple(groups[name])) for name in names]


def _least_hidden(names: list[str], groups: Mapping[str, Sequence[Disc]]) -> list[str]:
    hidden = {(back, front): _hidden(groups[back], groups[front]) for back in names for front in names}
    return list(
        min(permutations(names), key=lambda order: sum(hidden[pair] for pair in combinations(order, 2)))
    )


def _hidden(behind: Sequence[Disc], front: Sequence[Disc]) -> int:
    """Return how many bubbles lie behind a larger one that they touch."""
    if not front:
        return 0
    x, y, radius = np.array([(disc.x, disc.y, disc.radius) for disc in front]).T
    return sum(
        int(np.sum((small.radius < radius) & (np.hypot(x - small.x, y - small.y) < radius + small.radius)))
        for small in behind
    )
