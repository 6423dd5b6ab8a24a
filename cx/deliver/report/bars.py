"""Ranked bars with intervals, drawn for a sheet of the report."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Any

from cx.deliver.chart import BAR, TURNED, lower, plot_of, step, upper
from cx.deliver.ground import BarChart, Interval
from cx.picture.colour import GRID, INK, SECONDARY
from cx.picture.record import Align, Box, TextBlock
from cx.picture.render import write
from cx.picture.type import LEADING, source_sans

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BAR = 0.62
"""The share of its row that a bar takes."""
_CAP = 3.0
_GAP = 6.0
_BELOW, _OUTLINE, _ABOVE = 0.7, 1.0, 2.0
"""What lies above what."""
Place = tuple[float, float]


def draw(axes: Axes, chart: BarChart) -> None:
    """Draw the bars, their intervals and values, the names and the axis."""
    plot = plot_of(chart)
    _axis(axes, chart, plot)
    row = plot.height / len(chart.bars)
    for at, bar in enumerate(chart.bars):
        _bar(axes, bar, chart, plot, plot.top + (at + 0.5) * row, row)


def blocks(chart: BarChart) -> tuple[TextBlock, ...]:
    """Return what is written, which decides the fonts."""
    words = (chart.axis, *(word for bar in chart.bars for word in (bar.name, bar.words)))
    return tuple(TextBlock((one,), chart.box, chart.size, INK) for one in words)


def _bar(axes: Axes, bar: Interval, chart: BarChart, plot: Box, middle: float, row: float) -> None:
    from matplotlib.patches import Rectangle

    def place(share: float) -> float:
        return plot.left + plot.width * share / chart.longest

    shade = TURNED if bar.turned or bar.hollow else BAR
    deep, wide = row * _BAR, max(place(bar.value) - plot.left, 0.0)
    fill = "none" if bar.hollow else shade.tint
    corner = (plot.left, middle - deep / 2)
    look: dict[str, Any] = {"facecolor": fill, "edgecolor": shade.fill, "linewidth": 0.75, "zorder": _OUTLINE}
    axes.add_patch(Rectangle(corner, wide, deep, **look))
    if bar.low is not None:
        ends = place(lower(bar)), place(upper(bar))
        _rule(axes, (ends[0], middle), (ends[1], middle), INK, 1.25, _ABOVE)
        for x in ends:
            _rule(axes, (x, middle - _CAP), (x, middle + _CAP), INK, 1.25, _ABOVE)
    _write(axes, bar.words, (place(upper(bar)) + _GAP, middle), chart.size, INK, "left")
    _write(axes, bar.name, (plot.left - _GAP, middle), chart.size, INK, "right")


def _axis(axes: Axes, chart: BarChart, plot: Box) -> None:
    distance = step(chart.longest)
    for at in range(floor(chart.longest / distance + 1e-9) + 1):
        x = plot.left + plot.width * at * distance / chart.longest
        _rule(axes, (x, plot.top), (x, plot.bottom), GRID if at else SECONDARY, 0.75, _BELOW)
        below = plot.bottom + chart.size
        _write(axes, f"{round(100 * at * distance)}%", (x, below), chart.size, SECONDARY, "centre")
    place = (plot.centre[0], plot.bottom + 2.3 * chart.size)
    _write(axes, chart.axis, place, chart.size, SECONDARY, "centre")


def _rule(axes: Axes, start: Place, end: Place, colour: str, width: float, order: float) -> None:
    across, down = zip(start, end, strict=True)
    axes.plot(across, down, color=colour, linewidth=width, zorder=order, solid_capstyle="butt")


def _write(axes: Axes, words: str, place: Place, size: float, colour: str, align: Align) -> None:
    """Write a line beside a place, its middle as high as the place."""
    wide = source_sans().width(words, size)
    left = place[0] - {"left": 0.0, "centre": wide / 2, "right": wide}[align]
    box = Box(left, place[1] - size * LEADING / 2, wide, size * LEADING)
    write(axes, TextBlock((words,), box, size, colour, align=align))
