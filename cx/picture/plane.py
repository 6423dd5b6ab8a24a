"""The plot: its place on the sheet, its two axes, and every bubble's place on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cx import text
from cx.matrix import axis_title
from cx.picture import axes, corners
from cx.picture.axes import Range, Reach
from cx.picture.fan import Fan, fan
from cx.picture.font import LEADING
from cx.picture.frame import Canvas
from cx.picture.record import Axis, Box
from cx.records import Bubble, Matrix
from cx.text import Language

_LEAST_ACROSS, _LEAST_UP = 0.17, 0.05
_LOG_FROM = 30.0


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


@dataclass(frozen=True)
class Upward:
    """What runs upwards: a value per bubble, already as a logarithm on a log axis."""

    kind: Literal["impact", "volume", "rank"]
    values: tuple[float, ...]
    line: float | None
    title: str
    narrowest: float
    log: bool = False


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
    upward = _upward(matrix, bubbles, lang)
    line_height = canvas.sizes.tick * LEADING
    y0 = top + line_height
    height = bottom - y0 - line_height - canvas.sizes.axis * LEADING - canvas.gap
    right = canvas.width - canvas.margin - _value_width(matrix, canvas, lang) - key_width
    apart = fan([(b.satisfaction, v) for b, v in zip(bubbles, upward.values, strict=True)], radii, canvas.unit)
    reach = [radius + math.hypot(*offset) for radius, offset in zip(radii, apart.offsets, strict=True)]
    x_reaches = _reaches([bubble.satisfaction for bubble in bubbles], reach, canvas.unit * 3)
    left = canvas.margin * 3
    for _ in range(2):
        width = right - left
        x_range = _across(matrix, x_reaches, width)
        x_share = (matrix.crosshair.satisfaction - x_range.minimum) / (x_range.maximum - x_range.minimum)
        y_axis = _up(matrix, upward, reach, canvas, lang, width, x_share, y0, height)
        ticks = max((canvas.font.width(tick.label, canvas.sizes.tick) for tick in y_axis.ticks), default=0.0)
        left = canvas.margin * 0.6 + canvas.sizes.axis * LEADING + 1.5 * canvas.gap + ticks
    plot = Box(left, y0, right - left, height)
    x_axis = axes.satisfaction(x_range, matrix.scale, plot.width, left, axis_title(matrix, "satisfaction", lang), lang)
    return _placed(matrix, bubbles, upward, apart, plot, x_axis, y_axis)


def _placed(
    matrix: Matrix, bubbles: Sequence[Bubble], upward: Upward, apart: Fan, plot: Box, x_axis: Axis, y_axis: Axis
) -> Plane:
    def across(value: float) -> float:
        return plot.left + (value - x_axis.minimum) / (x_axis.maximum - x_axis.minimum) * plot.width

    def up(value: float) -> float:
        return plot.bottom - (value - y_axis.minimum) / (y_axis.maximum - y_axis.minimum) * plot.height

    own = [(across(b.satisfaction), up(v)) for b, v in zip(bubbles, upward.values, strict=True)]
    places = tuple((x + dx, y + dy) for (x, y), (dx, dy) in zip(own, apart.offsets, strict=True))
    y_line = None if upward.line is None else up(upward.line)
    shared = tuple(own[index] for index in apart.first)
    return Plane(plot, x_axis, y_axis, across(matrix.crosshair.satisfaction), y_line, places, upward.kind, shared)


def _upward(matrix: Matrix, bubbles: Sequence[Bubble], lang: Language) -> Upward:
    if matrix.has_impact:
        values = tuple(bubble.impact or 0.0 for bubble in bubbles)
        width = matrix.impact_scale.width if matrix.impact_scale else max(map(abs, values), default=1.0) or 1.0
        title = axis_title(matrix, "impact", lang)
        return Upward("impact", values, matrix.crosshair.impact, title, width * 0.1)
    known = [bubble.volume for bubble in bubbles if bubble.volume]
    if not known:
        order = sorted(bubbles, key=lambda bubble: (bubble.satisfaction, bubble.label.casefold()))
        ranks = {bubble.id: float(place) for place, bubble in enumerate(order)}
        return Upward("rank", tuple(ranks[b.id] for b in bubbles), None, text.say("picture.axis.rank", lang), 4.0)
    if max(known) / min(known) > _LOG_FROM:
        logs = tuple(math.log10(bubble.volume or min(known)) for bubble in bubbles)
        return Upward("volume", logs, None, text.say("picture.axis.volume_log", lang), 0.5, log=True)
    volumes = tuple(bubble.volume or 0.0 for bubble in bubbles)
    return Upward("volume", volumes, None, text.say("picture.axis.volume", lang), max(known) * 0.1)


def _reaches(values: Sequence[float], radii: Sequence[float], spare: float) -> list[Reach]:
    return [Reach(value, radius + spare, radius + spare) for value, radius in zip(values, radii, strict=True)]


def _across(matrix: Matrix, reaches: Sequence[Reach], width: float) -> Range:
    room = _LEAST_ACROSS * width
    line = Reach(matrix.crosshair.satisfaction, room, room)
    return axes.fitting([*reaches, line], width, narrowest=matrix.scale.width * 0.08)


def _up(
    matrix: Matrix,
    upward: Upward,
    radii: Sequence[float],
    canvas: Canvas,
    lang: Language,
    width: float,
    x_share: float,
    top: float,
    height: float,
) -> Axis:
    above, below = canvas.gap, canvas.gap
    if upward.line is not None:
        above, below = corners.strip(canvas, width, x_share, matrix.settings, lang)
    reaches = [Reach(v, r + below, r + above) for v, r in zip(upward.values, radii, strict=True)]
    if upward.line is not None:
        room = _LEAST_UP * height
        reaches.append(Reach(upward.line, below + room, above + room))
    reaches = reaches or [Reach(0.0, 0.0, 0.0)]
    within = axes.fitting(reaches, height, narrowest=upward.narrowest)
    if upward.kind == "impact":
        return axes.impact(within, matrix.impact_kind, height, top + height, upward.title, lang, lowest=_lowest(matrix))
    if upward.kind == "volume":
        return axes.volume(within, height, top + height, upward.title, lang, log=upward.log)
    return Axis(upward.title, within.minimum, within.maximum, ())


def _lowest(matrix: Matrix) -> float:
    """Return the smallest impact that an axis should name."""
    if any((bubble.impact or 0.0) < 0 for bubble in matrix.bubbles):
        return -math.inf
    return max(0.0, matrix.impact_scale.minimum) if matrix.impact_scale else 0.0


def _value_width(matrix: Matrix, canvas: Canvas, lang: Language) -> float:
    if matrix.crosshair.impact is None:
        return 0.0
    words = axes.impact_words(matrix.crosshair.impact, matrix.impact_kind, lang)
    return canvas.font.width(words, canvas.sizes.tick, "semibold") + canvas.gap * 0.6
