"""Lines of the picture that names keep off, or had better keep off."""

from __future__ import annotations

import math
from itertools import pairwise

from cx.picture.record import Box, InkLine, Picture

_ARROW_COST, _CURVE_COST, _EVERY = 2.2, 0.7, 8
"""What it costs that a name stands on an arrow or bar, and on a line of equal priority, of which every eighth
point counts."""
_LONG = 0.03
"""From which share of the picture's height on a line is long: a name may stand on it, in a gap."""


def marks(picture: Picture) -> tuple[Box, ...]:
    """Return the room of the marks of the lens that is on and of notes, but for their long lines."""
    long = {line.box for line in long_lines(picture)}
    return tuple(box for ink in picture.every_ink for box in ink.boxes if box not in long)


def long_lines(picture: Picture) -> tuple[InkLine, ...]:
    """Return the lines of the marks that no name could keep off without losing its place."""
    least = _LONG * picture.height
    return tuple(
        line for ink in picture.every_ink for line in ink.lines if math.dist(line.start, line.end) > least
    )


def strokes(picture: Picture) -> tuple[tuple[float, float, float, float, float], ...]:
    """Return what names had better not cross, with what crossing costs."""
    arrows = ((*arrow.start, *arrow.end, _ARROW_COST) for arrow in picture.arrows)
    drawn = ((*line.start, *line.end, _ARROW_COST) for line in long_lines(picture))
    bars = (
        (*region.points[0], *region.points[1], _ARROW_COST) for region in picture.regions if not region.area
    )
    curves = (line.points[::_EVERY] + line.points[-1:] for line in picture.priority_lines)
    parts = ((*start, *end, _CURVE_COST) for curve in curves for start, end in pairwise(curve))
    return (*arrows, *drawn, *bars, *parts)
