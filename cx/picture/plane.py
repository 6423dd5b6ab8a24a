"""The plot: its place on the sheet, its two axes, and every bubble's place on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cx.matrix import axis_title, impact_words
from cx.picture import axes, corners
from cx.picture.axes import Range, Reach
from cx.picture.fan import Fan, fan
from cx.picture.font import LEADING
from cx.picture.frame import Canvas
from cx.picture.record import Axis, Box
from cx.picture.upward import Upward, axis, upward
from cx.records import Bubble, Matrix
from cx.text import Language

_LEAST_ACROSS, _LEAST_UP = 0.17, 0.05
"""The share of the plot that a quadrant has at least."""
_SPARE = 3.0


@dataclass(frozen=True)
class Plane:
    """The plot with its axes, the crosshair's places and the bubbles' places."""

    plot: Box
    x_axis: Axis
    y_axis: Axis
    x_line: float
    y_line: float | None
    """``None`` where there is no impact."""
    places: tuple[tuple[float, float], ...]
    y_stands_for: Literal["impact", "volume", "rank"]
    shared: tuple[tuple[float, float], ...]
    """Places that several bubbles share; those are set apart around it."""


def plane(
    matrix: Matrix,
    bubbles: Sequence[Bubble],
    radii: Sequence[float],
    canvas: Canvas,
    lang: Language,
    *,
    top: float,
    bottom: float,
    key_width: float,
) -> Plane:
    """Return the plot between ``top`` and ``bottom``, with ``key_width`` kept free at the right."""
    up = upward(matrix, bubbles, lang)
    values = [(bubble.satisfaction, value) for bubble, value in zip(bubbles, up.values, strict=True)]
    apart = fan(values, radii, canvas.unit)
    reach = [radius + math.hypot(*offset) for radius, offset in zip(radii, apart.offsets, strict=True)]
    plot = _first_guess(matrix, canvas, lang, top, bottom, key_width)
    for _ in range(2):
        within = _across(matrix, bubbles, reach, plot, canvas)
        y_axis = _up(matrix, up, reach, canvas, lang, plot, within)
        ticks = max((canvas.font.width(tick.label, canvas.sizes.tick) for tick in y_axis.ticks), default=0.0)
        left = canvas.margin * 0.6 + canvas.sizes.axis * LEADING + 1.5 * canvas.gap + ticks
        plot = Box(left, plot.top, plot.right - left, plot.height)
    title = axis_title(matrix, "satisfaction", lang)
    x_axis = axes.satisfaction(within, matrix.scale, plot.width, plot.left, title, lang)
    return _placed(matrix, values, up, apart, plot, x_axis, y_axis)


def _first_guess(
    matrix: Matrix, canvas: Canvas, lang: Language, top: float, bottom: float, key_width: float
) -> Box:
    """Return the plot with all its edges but the left one, which waits for the values along it."""
    line_height = canvas.sizes.tick * LEADING
    start = top + line_height
    height = bottom - start - line_height - canvas.sizes.axis * LEADING - canvas.gap
    right = canvas.width - canvas.margin - _value_width(matrix, canvas, lang) - key_width
    left = canvas.margin * 3
    return Box(left, start, right - left, height)


def _value_width(matrix: Matrix, canvas: Canvas, lang: Language) -> float:
    """Return the room for the value of the level line, right of the plot."""
    if matrix.crosshair.impact is None:
        return 0.0
    words = impact_words(matrix.crosshair.impact, matrix, lang)
    return canvas.font.width(words, canvas.sizes.tick, "semibold") + canvas.gap * 0.6


def _across(
    matrix: Matrix, bubbles: Sequence[Bubble], reach: Sequence[float], plot: Box, canvas: Canvas
) -> Range:
    spare, room = _SPARE * canvas.unit, _LEAST_ACROSS * plot.width
    reaches = [
        Reach(bubble.satisfaction, far + spare, far + spare)
        for bubble, far in zip(bubbles, reach, strict=True)
    ]
    reaches.append(Reach(matrix.crosshair.satisfaction, room, room))
    return axes.fitting(reaches, plot.width, narrowest=matrix.scale.width * 0.08)


def _up(
    matrix: Matrix,
    up: Upward,
    reach: Sequence[float],
    canvas: Canvas,
    lang: Language,
    plot: Box,
    across: Range,
) -> Axis:
    above = below = canvas.gap
    if up.line is not None:
        x_share = (matrix.crosshair.satisfaction - across.minimum) / (across.maximum - across.minimum)
        above, below = corners.strip(canvas, plot.width, x_share, matrix.settings, lang)
    reaches = [Reach(value, far + below, far + above) for value, far in zip(up.values, reach, strict=True)]
    if up.line is not None:
        room = _LEAST_UP * plot.height
        reaches.append(Reach(up.line, below + room, above + room))
    reaches = reaches or [Reach(0.0, 0.0, 0.0)]
    return axis(up, matrix, axes.fitting(reaches, plot.height, narrowest=up.narrowest), plot, lang)


def _placed(
    matrix: Matrix,
    values: Sequence[tuple[float, float]],
    up: Upward,
    apart: Fan,
    plot: Box,
    x_axis: Axis,
    y_axis: Axis,
) -> Plane:
    def right(value: float) -> float:
        return plot.left + (value - x_axis.minimum) / (x_axis.maximum - x_axis.minimum) * plot.width

    def above(value: float) -> float:
        return plot.bottom - (value - y_axis.minimum) / (y_axis.maximum - y_axis.minimum) * plot.height

    own = [(right(x), above(y)) for x, y in values]
    places = tuple((x + dx, y + dy) for (x, y), (dx, dy) in zip(own, apart.offsets, strict=True))
    y_line = None if up.line is None else above(up.line)
    shared = tuple(own[index] for index in apart.first)
    return Plane(plot, x_axis, y_axis, right(matrix.crosshair.satisfaction), y_line, places, up.kind, shared)
