"""The plot: its place on the sheet, its two axes, and every bubble's place on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cx.matrix import axis_title, impact_words
from cx.picture.around import Sheet
from cx.picture.axes import Range, Reach, Upward, axis, begun_at, ranges, upward
from cx.picture.bubbles import Fan, fan
from cx.picture.plot import corners
from cx.picture.plot.lasting_range import (
    LEAST_ACROSS,
    LEAST_UP,
    NARROWEST,
    SPARE,
    Settled,
    settled,
    with_settled,
)
from cx.picture.plot.shown_on_axes import Included, included
from cx.picture.record import Axis, Box
from cx.picture.type import ELLIPSIS, LEADING, Canvas
from cx.records import Matrix
from cx.text import Language

_NARROWEST_PART = 0.004
"""The least range of satisfaction that a window shows, as a part of its scale."""


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

    def at(self, satisfaction: float, impact: float) -> tuple[float, float]:
        """Return the place of a satisfaction and an impact (or what runs upwards instead)."""
        return self.across(satisfaction), self.plot.bottom - self.y_axis.share(impact) * self.plot.height

    def across(self, satisfaction: float) -> float:
        """Return how far across a satisfaction stands."""
        return self.plot.left + self.x_axis.share(satisfaction) * self.plot.width


def plane(sheet: Sheet, *, top: float, bottom: float) -> Plane:
    """Return the plot between ``top`` and ``bottom``, with the sheet's room for a key at the right."""
    matrix, canvas, lang, radii = sheet.matrix, sheet.canvas, sheet.lang, sheet.sizing.radii
    up = upward(matrix, sheet.bubbles, lang)
    values = [(bubble.satisfaction, value) for bubble, value in zip(sheet.bubbles, up.values, strict=True)]
    apart = fan(values, radii, canvas.unit)
    reach = [radius + math.hypot(*offset) for radius, offset in zip(radii, apart.offsets, strict=True)]
    also, ends = included(sheet, up), settled(sheet, up)
    plot = _first_guess(matrix, canvas, lang, top, bottom, sheet.reserved.right)
    for _ in range(2):
        within = _across(sheet, reach, also, plot, ends)
        y_axis = _up(sheet, up, reach, also, plot, within, ends)
        ticks = max((canvas.font.width(tick.label, canvas.sizes.tick) for tick in y_axis.ticks), default=0.0)
        lines, size = upward_words(canvas, up.title, plot.height)
        left = canvas.margin * 0.6 + len(lines) * size * LEADING + 1.5 * canvas.gap + ticks
        plot = Box(left, plot.top, plot.right - left, plot.height)
    title = axis_title(matrix, "satisfaction", lang)
    x_axis = ranges.satisfaction(within, matrix.scale, plot.width, plot.left, title, lang)
    return _placed(matrix, values, up, apart, plot, x_axis, y_axis)


def upward_words(canvas: Canvas, words: str, height: float) -> tuple[tuple[str, ...], float]:
    """Return the lines of the upward axis' title, two at most, and their type size; beside the plot only."""
    for lines in (1, 2):
        found, size = canvas.fitted(words, height, canvas.sizes.axis, lines=lines, least=0.85)
        if not found[-1].endswith(ELLIPSIS):
            break
    return found, size


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
    words = impact_words(matrix.crosshair.impact, matrix, lang, "table")
    return canvas.font.width(words, canvas.sizes.tick, "semibold") + canvas.gap * 0.6


def _across(sheet: Sheet, reach: Sequence[float], also: Included, plot: Box, ends: Settled | None) -> Range:
    spare, room = SPARE * sheet.canvas.unit, LEAST_ACROSS * plot.width
    reaches = [
        Reach(bubble.satisfaction, far + spare, far + spare)
        for bubble, far in zip(sheet.bubbles, reach, strict=True)
    ]
    if not also.windowed:
        reaches.append(Reach(sheet.matrix.crosshair.satisfaction, room, room))
    narrowest = sheet.matrix.scale.width * (_NARROWEST_PART if also.windowed else NARROWEST)
    settled_ends = ends.across if ends else None
    every, scale = [*reaches, *also.across, *_both(settled_ends or ())], sheet.matrix.scale
    if sheet.view.from_round:
        found = ranges.from_round(
            every,
            plot.width,
            narrowest=narrowest,
            begun=lambda one: ranges.begun_at(
                with_settled(one, settled_ends), scale.minimum, scale.maximum, ranges.MOST_ACROSS
            ),
        )
    else:
        found = ranges.fitting(every, plot.width, narrowest=narrowest)
    return with_settled(found, settled_ends)


def _both(ends: Sequence[float]) -> list[Reach]:
    return [Reach(end, 0.0, 0.0) for end in ends]


def _up(
    sheet: Sheet,
    up: Upward,
    reach: Sequence[float],
    also: Included,
    plot: Box,
    across: Range,
    ends: Settled | None,
) -> Axis:
    canvas, matrix = sheet.canvas, sheet.matrix
    above = below = canvas.gap
    if up.line is not None:
        x_share = (matrix.crosshair.satisfaction - across.minimum) / (across.maximum - across.minimum)
        above, below = corners.strip(canvas, plot.width, x_share, matrix.settings, sheet.lang)
    reaches = [Reach(value, far + below, far + above) for value, far in zip(up.values, reach, strict=True)]
    reaches += [
        Reach(one.value, one.before + below, one.after + above) if one.before else one for one in also.up
    ]
    if up.line is not None and not also.windowed:
        room = LEAST_UP * plot.height
        reaches.append(Reach(up.line, below + room, above + room))
    settled_ends = ends.up if ends else None
    reaches = [*reaches, *_both(settled_ends or ())] or [Reach(0.0, 0.0, 0.0)]
    narrowest = up.narrowest * (_NARROWEST_PART / NARROWEST if also.windowed else 1.0)
    if sheet.view.from_round:
        found = ranges.from_round(
            reaches,
            plot.height,
            narrowest=narrowest,
            begun=lambda one: begun_at(up, matrix, with_settled(one, settled_ends)),
        )
    else:
        found = ranges.fitting(reaches, plot.height, narrowest=narrowest)
    within = with_settled(found, settled_ends)
    return axis(up, matrix, within, plot, sheet.lang)


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
