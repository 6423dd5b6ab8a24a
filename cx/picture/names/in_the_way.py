"""Lines of the picture that names keep off, or had better keep off."""

from __future__ import annotations

from itertools import pairwise

from cx.picture.record import Box, Picture

_ARROW_COST, _CURVE_COST, _EVERY = 2.2, 0.7, 8
"""What it costs that a name stands on an arrow or bar, and on a line of equal priority, of which every eighth
point counts."""


def marks(picture: Picture) -> tuple[Box, ...]:
    """Return the room of the marks of the lens that is on."""
    return tuple(box for ink in picture.inks for box in ink.boxes)


def strokes(picture: Picture) -> tuple[tuple[float, float, float, float, float], ...]:
    """Return what names had better not cross, with what crossing costs."""
    arrows = ((*arrow.start, *arrow.end, _ARROW_COST) for arrow in picture.arrows)
    bars = (
        (*region.points[0], *region.points[1], _ARROW_COST) for region in picture.regions if not region.area
    )
    curves = (line.points[::_EVERY] + line.points[-1:] for line in picture.priority_lines)
    parts = ((*start, *end, _CURVE_COST) for curve in curves for start, end in pairwise(curve))
    return (*arrows, *bars, *parts)
