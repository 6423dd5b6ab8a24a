"""Ranked bars with intervals on a sheet of the report."""

from __future__ import annotations

from math import floor

from cx.deliver.chart import BAR, TURNED, lower, plot_of, step, upper
from cx.deliver.ground import BarChart, Interval
from cx.deliver.report.paper import Paper
from cx.picture.colour import GRID, INK, SECONDARY
from cx.picture.record import Align, Box, TextBlock
from cx.picture.type import LEADING, source_sans

_BAR = 0.62
"""The share of its row that a bar takes."""
_CAP = 3.0
_GAP = 6.0


def draw(paper: Paper, chart: BarChart) -> None:
    """Draw the bars, their intervals and values, the names and the axis."""
    plot = plot_of(chart)
    _axis(paper, chart, plot)
    row = plot.height / len(chart.bars)
    for at, bar in enumerate(chart.bars):
        _bar(paper, bar, chart, plot, plot.top + (at + 0.5) * row, row)


def _bar(paper: Paper, bar: Interval, chart: BarChart, plot: Box, middle: float, row: float) -> None:
    def place(share: float) -> float:
        return plot.left + plot.width * share / chart.longest

    shade = TURNED if bar.turned or bar.hollow else BAR
    deep = row * _BAR
    box = Box(plot.left, middle - deep / 2, max(place(bar.value) - plot.left, 0.0), deep)
    if not bar.hollow:
        paper.fill(box, shade.tint)
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        paper.rule(start, end, shade.fill, 0.75, order=1)
    if bar.low is not None:
        ends = place(lower(bar)), place(upper(bar))
        paper.rule((ends[0], middle), (ends[1], middle), INK, 1.25, order=2)
        for x in ends:
            paper.rule((x, middle - _CAP), (x, middle + _CAP), INK, 1.25, order=2)
    _write(paper, bar.words, (place(upper(bar)) + _GAP, middle), chart.size, INK, "left")
    _write(paper, bar.name, (plot.left - _GAP, middle), chart.size, INK, "right")


def _axis(paper: Paper, chart: BarChart, plot: Box) -> None:
    distance = step(chart.longest)
    for at in range(floor(chart.longest / distance + 1e-9) + 1):
        x = plot.left + plot.width * at * distance / chart.longest
        paper.rule((x, plot.top), (x, plot.bottom), GRID if at else SECONDARY, 0.75, order=0.8)
        below = plot.bottom + chart.size
        _write(paper, f"{round(100 * at * distance)}%", (x, below), chart.size, SECONDARY, "centre")
    place = (plot.centre[0], plot.bottom + 2.3 * chart.size)
    _write(paper, chart.axis, place, chart.size, SECONDARY, "centre")


def _write(
    paper: Paper, words: str, place: tuple[float, float], size: float, colour: str, align: Align
) -> None:
    """Write a line beside a place, its middle as high as the place."""
    wide = source_sans().width(words, size)
    left = place[0] - {"left": 0.0, "centre": wide / 2, "right": wide}[align]
    box = Box(left, place[1] - size * LEADING / 2, wide, size * LEADING)
    paper.write(TextBlock((words,), box, size, colour, align=align))
