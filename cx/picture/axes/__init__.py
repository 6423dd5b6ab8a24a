"""Values along the two axes: ranges, ticks, what runs upwards, and the part shown."""

from cx.picture.axes.height import Upward, axis, begun_at, upward
from cx.picture.axes.ranges import Range, Reach
from cx.picture.axes.ticks import nice, round_down
from cx.picture.axes.window import inside, ordered, window_of

__all__ = [
    "Range",
    "Reach",
    "Upward",
    "axis",
    "begun_at",
    "inside",
    "nice",
    "ordered",
    "round_down",
    "upward",
    "window_of",
]
