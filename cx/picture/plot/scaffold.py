"""What carries the bubbles: crosshair, quadrants, axis titles, the values along the axes, and a grid."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cx import text
from cx.matrix import axis_title, impact_words, satisfaction_words
from cx.picture.around import Sheet
from cx.picture.colour import INK, SECONDARY
from cx.picture.plot import corners
from cx.picture.plot.coordinates import Plane, upward_words
from cx.picture.record import Box, CrosshairLine, QuadrantArea, TextBlock, Tick
from cx.picture.type import LEADING, Canvas, moved

_ROUNDING = 1e-9


def crosshair(sheet: Sheet, found: Plane) -> tuple[CrosshairLine, ...]:
    """Return the upright line, and the level one where there is impact, as far as they are in the plot."""
    lines = (_upright(sheet, found), _level(sheet, found))
    return tuple(line for line in lines if line is not None)


def _upright(sheet: Sheet, found: Plane) -> CrosshairLine | None:
    canvas, plot, line = sheet.canvas, found.plot, sheet.matrix.crosshair
    if not plot.left < found.x_line < plot.right:
        return None
    size = canvas.sizes.tick
    words = satisfaction_words(line.satisfaction, sheet.matrix, sheet.lang, "table")
    rule = text.say(f"crosshair.{line.rule}", sheet.lang)
    label = canvas.block(
        (f"{rule} {words}",),
        (found.x_line, plot.top - size * LEADING),
        size,
        colour=SECONDARY,
        weight="semibold",
        align="centre",
    )
    over = min(0.0, canvas.width - canvas.margin / 2 - label.box.right) + max(0.0, plot.left - label.box.left)
    ends = (found.x_line, plot.top), (found.x_line, plot.bottom)
    return CrosshairLine("satisfaction", line.satisfaction, *ends, moved(label, over, 0.0))


def _level(sheet: Sheet, found: Plane) -> CrosshairLine | None:
    canvas, plot, line = sheet.canvas, found.plot, sheet.matrix.crosshair
    y, size = found.y_line, canvas.sizes.tick
    if y is None or line.impact is None or not plot.top < y < plot.bottom:
        return None
    label = canvas.block(
        (impact_words(line.impact, sheet.matrix, sheet.lang, "table"),),
        (plot.right + canvas.gap * 0.6, y - size * LEADING / 2),
        size,
        colour=SECONDARY,
        weight="semibold",
    )
    return CrosshairLine("impact", line.impact, (plot.left, y), (plot.right, y), label)


def quadrants(sheet: Sheet, found: Plane) -> tuple[QuadrantArea, ...]:
    """Return the quadrants with the names of their strategies; none without impact."""
    if found.y_line is None:
        return ()
    return corners.areas(
        sheet.canvas,
        found.plot,
        (found.x_line, found.y_line),
        sheet.matrix,
        sheet.lang,
        shades=sheet.shades,
        tint=sheet.view.options.tint,
        windowed=sheet.view.window is not None,
    )


def tick_labels(canvas: Canvas, found: Plane) -> tuple[TextBlock, ...]:
    """Return the values along both axes."""
    size, plot = canvas.sizes.tick, found.plot
    across = [
        canvas.block(
            (tick.label,),
            (tick.position, plot.bottom + canvas.gap * 0.5),
            size,
            colour=SECONDARY,
            align="centre",
        )
        for tick in _apart(found.x_axis.ticks, canvas)
    ]
    up = [
        canvas.block(
            (tick.label,),
            (plot.left - canvas.gap * 0.7, tick.position - size * LEADING / 2),
            size,
            colour=SECONDARY,
            align="right",
        )
        for tick in found.y_axis.ticks
    ]
    clear = [one for one in across if not any(_touch(one.box, other.box) for other in up)]
    return (*clear, *up)


def _touch(one: Box, other: Box) -> bool:
    """Whether two values stand on each other, as they can in the corner where the axes meet."""
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def _apart(ticks: Sequence[Tick], canvas: Canvas) -> Sequence[Tick]:
    """Return the ticks whose words have room side by side: all, every second, every third ..."""
    size, places = canvas.sizes.tick, range(1, len(ticks))
    wide = max((canvas.font.width(tick.label, size) for tick in ticks), default=0.0) + canvas.gap
    near = min((ticks[at].position - ticks[at - 1].position for at in places), default=wide)
    every = max(1, math.ceil(wide / near - _ROUNDING))
    first = (len(ticks) - 1) % every // 2
    return ticks[first::every]


def across(sheet: Sheet, plot: Box) -> TextBlock:
    """Return the title of the satisfaction axis, under the middle of the plot where the legend allows."""
    canvas = sheet.canvas
    words = axis_title(sheet.matrix, "satisfaction", sheet.lang)
    ends, start = sheet.foot.title_ends, canvas.margin / 2
    limit = plot.right if ends is None or sheet.reserved.below else min(plot.right, ends)
    lines, size = canvas.fitted(words, limit - start, canvas.sizes.axis, lines=1, least=0.85)
    width = canvas.font.width(lines[0], size)
    middle = min(plot.centre[0], limit - width / 2)
    top = plot.bottom + canvas.sizes.tick * LEADING + canvas.gap * 0.7
    return canvas.block(lines, (middle, top), size, align="centre")


def turned(canvas: Canvas, words: str, plot: Box) -> TextBlock:
    """Return the title of the upward axis, left of the plot, turned by 90 degrees."""
    lines, size = upward_words(canvas, words, plot.height)
    wide = max(canvas.font.width(line, size) for line in lines)
    deep = len(lines) * size * LEADING
    box = Box(canvas.margin * 0.6, plot.centre[1] - wide / 2, deep, wide)
    return TextBlock(lines, box, size, INK, "regular", "centre")


def grid(found: Plane) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    """Return a line at every value, where there are no quadrants to carry the plot."""
    if found.y_line is not None:
        return ()
    plot = found.plot
    up = [((plot.left, tick.position), (plot.right, tick.position)) for tick in found.y_axis.ticks]
    across = [((tick.position, plot.top), (tick.position, plot.bottom)) for tick in found.x_axis.ticks]
    return (*up, *across)


def zero(found: Plane) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the line of no impact across the plot, where the axis of impact goes below it."""
    plot = found.plot
    if found.y_stands_for != "impact" or not any(tick.value < 0 for tick in found.y_axis.ticks):
        return None
    y = plot.bottom - found.y_axis.share(0.0) * plot.height
    return ((plot.left, y), (plot.right, y)) if plot.top < y < plot.bottom else None
