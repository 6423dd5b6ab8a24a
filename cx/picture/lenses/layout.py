"""Places for the rows of a lens: names at the left, the axis, figures at the right, the legend on top."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from cx.picture.colour import GRID, GROUND, INK, SECONDARY
from cx.picture.lenses.record import Chart, Entry, LensPicture, Row
from cx.picture.record import Box, Ink, InkArea, InkDot, InkLine, TextBlock, rectangle
from cx.picture.render import Target
from cx.picture.type import LEADING, Canvas, moved
from cx.records.lenses import Lens

_ROW, _LEAST_ROW = 25.0, 15.0
"""The height of a row, and its least, in points of a picture whose type is not enlarged."""
_MOST_ROW = 34.0
_NAMES = 0.34
"""The share of the width that names may take."""
_READ = 13.0
"""What names need to be told apart, in em; on a narrow picture they may take half of it for that."""
_LINES = 5
"""The most lines that a name takes."""
_WORD = "Website"
"""What has to have room of the name of a step, for it to be told from others."""
_DOT, _BAR = 4.3, 0.5
"""The radius of a dot, and a bar's share of its row."""
_HEAD, _HALF = 7.5, 4.2
_ENTRY = 4.2
_LINK = "#A9B3BF"
"""Of a line from one value to another: paler than the interval upon it."""


@dataclass(frozen=True)
class _Frame:
    """Where the parts of the picture stand."""

    chart: Chart
    canvas: Canvas
    plot: Box
    row: float
    """The height of a row whose name takes one line."""
    names: tuple[tuple[str, ...], ...]
    """The lines of each row's name."""
    levels: tuple[float, ...]
    """Where rows begin below the top of the plot, and where the last one ends."""

    def across(self, value: float) -> float:
        chart = self.chart
        share = (value - chart.least) / ((chart.most - chart.least) or 1.0)
        return self.plot.left + min(max(share, 0.0), 1.0) * self.plot.width

    def middle(self, at: int) -> float:
        return self.plot.top + (self.levels[at] + self.levels[at + 1]) / 2


def rows_that_fit(height: float, canvas: Canvas) -> int:
    """Return how many rows a picture of a given height holds."""
    return max(1, int((height - _above(canvas) - _below(canvas)) / _least(canvas)))


def drawn(
    lens: Lens, chart: Chart, canvas: Canvas, alt: str, count: tuple[int, int], *, fill: bool
) -> LensPicture:
    """Return the picture of a chart.

    Parameters
    ----------
    canvas
        As wide as the picture. With ``fill`` the rows take its height, else the height follows from them.
    count
        How many touchpoints are drawn, and how many there are.
    """
    frame = _frame(chart, canvas, fill=fill)
    below = canvas.gap + len(_key(frame)) * canvas.sizes.tick * LEADING if chart.steps else _below(canvas)
    height = canvas.height if fill else frame.plot.bottom + below
    return LensPicture(
        lens,
        canvas.width,
        height,
        (_axis(frame), _signs(frame), *(_row(frame, at, row) for at, row in enumerate(chart.rows))),
        tuple(_texts(frame)),
        tuple(target for at, row in enumerate(chart.rows) for target in _targets(frame, at, row)),
        alt,
        *count,
    )


def placed_lens(picture: LensPicture, left: float, top: float) -> LensPicture:
    """Return the picture with its corner at a place on a page."""
    inks = tuple(ink.moved(left, top) for ink in picture.inks)
    return replace(picture, inks=inks, texts=tuple(moved(block, left, top) for block in picture.texts))


def _above(canvas: Canvas) -> float:
    return 2.6 * canvas.sizes.footnote * LEADING + canvas.gap


def _below(canvas: Canvas) -> float:
    return canvas.sizes.tick * LEADING + canvas.sizes.axis * LEADING + 2 * canvas.gap


def _least(canvas: Canvas) -> float:
    return max(_LEAST_ROW * canvas.unit, 1.28 * canvas.sizes.label)


def _frame(chart: Chart, canvas: Canvas, *, fill: bool) -> _Frame:
    font, size = canvas.font, canvas.sizes.label
    names = max((font.width(row.name, size) for row in chart.rows), default=0.0)
    most = max(_NAMES * canvas.width, min(_READ * size, canvas.width / 2))
    left = min(names, most) + 2 * canvas.gap
    figures = [chart.head, *(row.figure for row in chart.rows)]
    right = max(font.width(words, size, "semibold") for words in figures) + 2 * canvas.gap
    row = max(_ROW * canvas.unit, 1.9 * size)
    if fill:
        room = canvas.height - _above(canvas) - _below(canvas)
        row = min(
            max(room / max(len(chart.rows), 1), _least(canvas)), max(_MOST_ROW * canvas.unit, 2.4 * size)
        )
    lines = min(_LINES, max(1, int(row / (size * LEADING)))) if fill else _LINES
    told = tuple(
        font.fitted(row.name, left - canvas.gap, size, lines=lines, least=1.0)[0] for row in chart.rows
    )
    more = (0.0 if fill else (len(name) - 1) * size * LEADING for name in told)
    levels = tuple(accumulate((row + one for one in more), initial=0.0))
    plot = Box(left, _above(canvas), canvas.width - left - right, levels[-1])
    return _Frame(chart, canvas, plot, row, told, levels)


def _axis(frame: _Frame) -> Ink:
    plot, chart = frame.plot, frame.chart
    lines = [InkLine((plot.left, plot.bottom), (plot.right, plot.bottom), SECONDARY, 0.75)]
    for below in frame.levels[1:-1]:
        level = plot.top + below
        lines.append(InkLine((0.0, level), (frame.canvas.width, level), GRID, 0.6))
    if chart.grid:
        for value, _ in chart.ticks:
            x = frame.across(value)
            lines.append(InkLine((x, plot.top), (x, plot.bottom), GRID, 0.75))
    return Ink("", lines=tuple(lines))


def _row(frame: _Frame, at: int, row: Row) -> Ink:
    y, unit = frame.middle(at), frame.canvas.unit
    lines, areas = [], []
    half = _BAR * frame.row / 2
    for part in row.parts:
        left, right = frame.across(part.start), frame.across(part.end)
        if right > left:
            box = Box(left, y - half, right - left, 2 * half)
            areas.append(InkArea(rectangle(box), part.fill, part.outline))
    if row.link is not None:
        start, end = (frame.across(value) for value in row.link)
        lines.append(InkLine((start, y), (end, y), _LINK, 2.6 * unit))
        if row.arrow and abs(end - start) > _HEAD * unit:
            areas.append(InkArea(_head(start, end, y, unit), _LINK))
    ends = () if row.interval is None else _whisker(frame, row.interval, y)
    dots = tuple(InkDot(frame.across(one.at), y, _DOT * unit, one.fill, one.outline) for one in row.spots)
    if row.parts:  # a line below areas would not be seen on a bar
        areas += [_thin(line, 1.6 * unit, GROUND) for line in ends]
        areas += [_thin(line, 0.45 * unit, INK) for line in ends]
    else:
        lines += ends
    return Ink(row.name, tuple(lines), tuple(areas), dots)


def _head(start: float, end: float, y: float, unit: float) -> tuple[tuple[float, float], ...]:
    way = 1 if end > start else -1
    tip = end - way * _DOT * unit
    back = tip - way * _HEAD * unit
    return (tip, y), (back, y - _HALF * unit), (back, y + _HALF * unit)


def _whisker(frame: _Frame, interval: tuple[float, float], y: float) -> tuple[InkLine, ...]:
    low, high = (frame.across(value) for value in interval)
    unit = frame.canvas.unit
    cap = 3.2 * unit
    ends = ((x, y - cap, y + cap) for x in (low, high))
    caps = (InkLine((x, top), (x, bottom), INK, 0.9 * unit) for x, top, bottom in ends)
    return (InkLine((low, y), (high, y), INK, 0.9 * unit), *caps)


def _thin(line: InkLine, half: float, fill: str) -> InkArea:
    """Return a line as an area, which lies above a bar where a line would lie below it."""
    box = line.box
    upright = line.start[0] == line.end[0]
    wide, high = (2 * half, box.height) if upright else (box.width, 2 * half)
    x, y = box.centre
    return InkArea(rectangle(Box(x - wide / 2, y - high / 2, wide, high)), fill)


def _texts(frame: _Frame) -> Iterator[TextBlock]:
    chart, canvas, plot = frame.chart, frame.canvas, frame.plot
    size = canvas.sizes.label
    for at, row in enumerate(chart.rows):
        top = frame.middle(at) - size * LEADING / 2
        name = frame.names[at]
        yield canvas.block(name, (0.0, frame.middle(at) - len(name) * size * LEADING / 2), size)
        if row.figure:
            at_right = (canvas.width, top)
            yield canvas.block((row.figure,), at_right, size, weight="semibold", align="right")
    small = canvas.sizes.footnote
    yield canvas.block(
        (chart.head,),
        (canvas.width, plot.top - small * LEADING - canvas.gap / 2),
        small,
        colour=SECONDARY,
        align="right",
    )
    yield from _ticks(frame)
    yield from _legend_words(frame)


def _ticks(frame: _Frame) -> Iterator[TextBlock]:
    chart, canvas, plot = frame.chart, frame.canvas, frame.plot
    size = canvas.sizes.tick
    top = plot.bottom + canvas.gap / 2
    if chart.steps:
        top = plot.top - size * LEADING - canvas.gap / 2
    for value, words in _apart(frame, size):
        yield canvas.block((words,), (frame.across(value), top), size, colour=SECONDARY, align="centre")
    if chart.steps:
        for at, words in enumerate(_key(frame)):
            below = plot.bottom + canvas.gap / 2 + at * size * LEADING
            yield canvas.block((words,), (0.0, below), size, colour=SECONDARY)
        return
    half = canvas.font.width(chart.axis, canvas.sizes.axis) / 2
    yield canvas.block(
        (chart.axis,),
        (min(plot.left + plot.width / 2, canvas.width - half), top + size * LEADING + canvas.gap / 2),
        canvas.sizes.axis,
        colour=SECONDARY,
        align="centre",
    )


def _key(frame: _Frame) -> tuple[str, ...]:
    """Return the names of steps that are numbers on the axis, where hardly anything of them has room."""
    named = [(value, words) for value, words in frame.chart.ticks if words]
    places = sorted(frame.across(value) for value, _ in named)
    near = min((b - a for a, b in pairwise(places)), default=frame.plot.width)
    canvas = frame.canvas
    read = canvas.font.width(_WORD, canvas.sizes.tick) + canvas.gap / 2
    longest = max((canvas.font.width(words, canvas.sizes.tick) for _, words in named), default=0.0)
    if not frame.chart.steps or near >= min(read, longest + canvas.gap):
        return ()
    return tuple(f"{number}. {words}" for number, (_, words) in enumerate(named, 1))


def _apart(frame: _Frame, size: float) -> list[tuple[float, str]]:
    """Return the words along the axis, none on the next: steps are shortened, of values some left out."""
    font, gap = frame.canvas.font, frame.canvas.gap
    named = [(value, words) for value, words in frame.chart.ticks if words]
    places = [frame.across(value) for value, _ in named]
    near = min((abs(b - a) for a, b in pairwise(sorted(places))), default=frame.plot.width)
    wide = max((font.width(words, size) for _, words in named), default=0.0) + gap
    if wide <= near or len(named) < 2:  # noqa: PLR2004 - one alone has all the room
        return named
    if _key(frame):
        return [(value, str(number)) for number, (value, _) in enumerate(named, 1)]
    if frame.chart.steps:
        return [(value, font.shortened(words, near - gap / 2, size)) for value, words in named]
    return named[:: math.ceil(wide / max(near, 1.0))]


def _legend_words(frame: _Frame) -> Iterator[TextBlock]:
    for entry, x in _legend(frame):
        canvas = frame.canvas
        size = canvas.sizes.label
        yield canvas.block((entry.words,), (x + 3.0 * _ENTRY * canvas.unit, 0.0), size)


def _legend(frame: _Frame) -> Iterator[tuple[Entry, float]]:
    canvas, entries = frame.canvas, frame.chart.legend
    between = 3 * canvas.gap
    wide = [3.0 * _ENTRY * canvas.unit + canvas.font.width(one.words, canvas.sizes.label) for one in entries]
    whole = sum(wide) + between * max(len(wide) - 1, 0)
    x = max(min(frame.plot.left, canvas.width - whole), 0.0)
    for entry, one in zip(entries, wide, strict=True):
        yield entry, x
        x += one + between


def _signs(frame: _Frame) -> Ink:
    """Return the signs of the legend."""
    unit, y = frame.canvas.unit, frame.canvas.sizes.label * LEADING / 2
    dots = (
        InkDot(x + _ENTRY * unit, y, _ENTRY * unit, entry.fill, entry.outline or entry.fill)
        for entry, x in _legend(frame)
    )
    return Ink("", dots=tuple(dots))


def _targets(frame: _Frame, at: int, row: Row) -> Iterator[Target]:
    """What can be pointed at: each dot, or the middle of each part of a bar."""
    places = [one.at for one in row.spots] or [(part.start + part.end) / 2 for part in row.parts]
    for place in dict.fromkeys(places):
        yield Target(frame.across(place), frame.middle(at), frame.row / 2, row.name, row.hover, INK)
