"""What sizes and colours of the map stand for, in rows below it: one where there is room."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from cx import text
from cx.picture.axes import round_down
from cx.picture.colour import INK, shades
from cx.picture.journey.options import MapOptions
from cx.picture.journey.record import MapNode
from cx.picture.record import Box, LegendBubble, LegendColour
from cx.picture.type import LEADING, Canvas
from cx.records import QUADRANTS, Quadrant

_HIGH = 15.0
"""Room below the map, in points of a sheet 540 high."""
_DOT = 4.5
_MANY = 5_000
"""A number of customers, whose words the disc of the legend has room for at least."""


def height(canvas: Canvas, options: MapOptions) -> float:
    """Return how high the rows are: one, or more where what they say does not fit beside each other."""
    return _rows(canvas, options) * _row(canvas)


def of(
    canvas: Canvas, plane: Box, nodes: tuple[MapNode, ...], options: MapOptions
) -> tuple[tuple[LegendBubble, ...], tuple[LegendColour, ...]]:
    """Return a disc of a round number of customers, and the quadrants that occur."""
    if not nodes:
        return (), ()
    first = plane.bottom + canvas.gap / 2 + _row(canvas) / 2
    last = first + (_rows(canvas, options) - 1) * _row(canvas)
    bubble = _size(canvas, nodes, plane.right, last, options)
    return (bubble,), tuple(_colours(canvas, nodes, (plane.left, first), options))


def _row(canvas: Canvas) -> float:
    return max(_HIGH * canvas.unit, canvas.sizes.footnote * LEADING)


def _rows(canvas: Canvas, options: MapOptions) -> int:
    """How many rows all quadrants that may occur and the disc take."""
    whole = canvas.width - 2 * canvas.margin
    occurring = [one for one in QUADRANTS if one in set(options.quadrants.values())]
    places = _places(canvas, occurring, options)
    end, row = (places[-1][1] + _wide(canvas, occurring[-1], options), places[-1][2]) if places else (0.0, 0)
    many = text.say("picture.map.size", options.lang, count=text.whole(_MANY, options.lang))
    size = canvas.font.width(many, canvas.sizes.footnote) + _row(canvas) + canvas.gap
    return row + (1 if not places or end + size <= whole else 2)


def _places(
    canvas: Canvas, there: Sequence[Quadrant], options: MapOptions
) -> list[tuple[Quadrant, float, int]]:
    """Quadrants, how far right of the first one each stands, and in which row."""
    whole, found, at, row = canvas.width - 2 * canvas.margin, [], 0.0, 0
    for quadrant in there:
        wide = _wide(canvas, quadrant, options)
        if at and at + wide > whole:
            at, row = 0.0, row + 1
        found.append((quadrant, at, row))
        at += wide + 2 * canvas.gap
    return found


def _wide(canvas: Canvas, quadrant: Quadrant, options: MapOptions) -> float:
    dot = _DOT * canvas.unit
    return 2 * dot + canvas.gap / 2 + canvas.font.width(_said(quadrant, options), canvas.sizes.footnote)


def _said(quadrant: Quadrant, options: MapOptions) -> str:
    return options.strategies.get(quadrant) or text.say(f"quadrant.{quadrant}", options.lang)


def _size(
    canvas: Canvas, nodes: tuple[MapNode, ...], right: float, middle: float, options: MapOptions
) -> LegendBubble:
    most = max(nodes, key=lambda node: node.customers)
    unit = most.box.width / 2 / math.sqrt(most.customers)
    highest = min(most.box.width / 2, _row(canvas) / 2)
    volume = max(1.0, round_down((highest / unit) ** 2))
    radius = unit * math.sqrt(volume)
    words = text.say("picture.map.size", options.lang, count=text.whole(volume, options.lang))
    size = canvas.sizes.footnote
    label = canvas.block((words,), (right, middle - size * LEADING / 2), size, colour=INK, align="right")
    return LegendBubble(volume, label.box.left - canvas.gap / 2 - radius, middle, radius, label)


def _colours(
    canvas: Canvas, nodes: tuple[MapNode, ...], first: tuple[float, float], options: MapOptions
) -> Iterator[LegendColour]:
    there = {node.quadrant for node in nodes}
    size, dot = canvas.sizes.footnote, _DOT * canvas.unit
    for quadrant, right, row in _places(canvas, [one for one in QUADRANTS if one in there], options):
        shade = shades(options.colours)[quadrant]
        place, middle = first[0] + right, first[1] + row * _row(canvas)
        at = (place + 2 * dot + canvas.gap / 2, middle - size * LEADING / 2)
        label = canvas.block((_said(quadrant, options),), at, size)
        yield LegendColour(shade.fill, shade.text, place + dot, middle, dot, label)
