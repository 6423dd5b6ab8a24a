"""What sizes and colours of the map stand for, in one row below it."""

from __future__ import annotations

import math

from cx import text
from cx.picture.axes import round_down
from cx.picture.colour import INK, shades
from cx.picture.journey.options import MapOptions
from cx.picture.journey.record import MapNode
from cx.picture.record import Box, LegendBubble, LegendColour
from cx.picture.type import LEADING, Canvas
from cx.records import QUADRANTS

_HIGH = 15.0
"""Room below the map, in points of a sheet 540 high."""
_DOT = 4.5


def height(canvas: Canvas) -> float:
    """Return how high the row is."""
    return max(_HIGH * canvas.unit, canvas.sizes.footnote * LEADING)


def of(
    canvas: Canvas, plane: Box, nodes: tuple[MapNode, ...], options: MapOptions
) -> tuple[tuple[LegendBubble, ...], tuple[LegendColour, ...]]:
    """Return a disc of a round number of customers, and the quadrants that occur."""
    if not nodes:
        return (), ()
    middle = plane.bottom + canvas.gap / 2 + height(canvas) / 2
    bubble = _size(canvas, nodes, plane.right, middle, options)
    return (bubble,), _colours(canvas, nodes, plane.left, middle, options)


def _size(
    canvas: Canvas, nodes: tuple[MapNode, ...], right: float, middle: float, options: MapOptions
) -> LegendBubble:
    most = max(nodes, key=lambda node: node.customers)
    unit = most.box.width / 2 / math.sqrt(most.customers)
    highest = min(most.box.width / 2, height(canvas) / 2)
    volume = max(1.0, round_down((highest / unit) ** 2))
    radius = unit * math.sqrt(volume)
    words = text.say("picture.map.size", options.lang, count=text.whole(volume, options.lang))
    size = canvas.sizes.footnote
    label = canvas.block((words,), (right, middle - size * LEADING / 2), size, colour=INK, align="right")
    return LegendBubble(volume, label.box.left - canvas.gap / 2 - radius, middle, radius, label)


def _colours(
    canvas: Canvas, nodes: tuple[MapNode, ...], left: float, middle: float, options: MapOptions
) -> tuple[LegendColour, ...]:
    there = {node.quadrant for node in nodes}
    found, place, size, dot = [], left, canvas.sizes.footnote, _DOT * canvas.unit
    for quadrant in QUADRANTS:
        if quadrant not in there:
            continue
        shade = shades(options.colours)[quadrant]
        words = options.strategies.get(quadrant) or text.say(f"quadrant.{quadrant}", options.lang)
        at = (place + 2 * dot + canvas.gap / 2, middle - size * LEADING / 2)
        label = canvas.block((words,), at, size)
        found.append(LegendColour(shade.fill, shade.text, place + dot, middle, dot, label))
        place = label.box.right + 2 * canvas.gap
    return tuple(found)
