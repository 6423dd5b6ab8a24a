"""Where ranked bars stand in their chart, and how far its axis goes: for the deck and the report alike."""

from __future__ import annotations

from cx.deliver.ground import BarChart, Interval
from cx.picture.colour import QUADRANT_SHADES
from cx.picture.record import Box

BAR, TURNED = QUADRANT_SHADES["minimise_cost"], QUADRANT_SHADES["simplify"]
ROW = 1.9
"""The height of a bar with the room around it, in lines of type."""
AXIS = 3.2
"""The room below the bars for the axis and its title, in lines of type."""
_MOST_STEPS = 7


def plot_of(chart: BarChart) -> Box:
    """Return where the bars stand, without names and axis."""
    below = AXIS * chart.size
    return Box(
        chart.box.left + chart.names,
        chart.box.top,
        chart.box.width - chart.names,
        chart.box.height - below,
    )


def upper(bar: Interval) -> float:
    """Return where the number stands: at the upper end of the interval, or of the bar without one."""
    return bar.value if bar.high is None else max(bar.value, bar.high)


def lower(bar: Interval) -> float:
    """Return the lower end of the interval; the bar's own end without one."""
    return bar.value if bar.low is None else min(bar.value, bar.low)


def step(longest: float) -> float:
    """Return the distance between the values along the axis: a round one, four to eight of them.

    Examples
    --------
    >>> step(0.5), step(1.0)
    (0.1, 0.2)
    """
    for size in (0.01, 0.02, 0.05, 0.1):
        if longest / size <= _MOST_STEPS:
            return size
    return 0.2
