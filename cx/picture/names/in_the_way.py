"""Lines of the picture that names keep off, or had better keep off."""

from __future__ import annotations

from itertools import pairwise

from cx.picture.record import Box, Picture

_ARROW_COST, _CURVE_COST, _EVERY = 2.2, 0.7, 8
"""What it costs that a name stands on an arrow or bar, and on a line of equal priority, of which every eighth
point counts."""


def marks(picture: Picture, *, lens: bool) -> tuple[Box, ...]:
    """Return the room of the marks of the lens that is on, and of its arrows, which run along an axis."""
    drawn = tuple(box for ink in picture.inks for box in ink.boxes)
    if not lens:
        return drawn
    ends = ((arrow.start, arrow.end) for arrow in picture.arrows)
    arrows = (
        Box(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))
        for a, b in ends
        if min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 1
    )
    return (*drawn, *arrows)


def strokes(picture: Picture) -> tuple[tuple[float, float, float, float, float], ...]:
    """Return what names had better not cross, with what crossing costs."""
    arrows = ((*arrow.start, *arrow.end, _ARROW_COST) for arrow in picture.arrows)
    bars = (
        (*region.points[0], *region.points[1], _ARROW_COST) for region in picture.regions if not region.area
    )
    curves = (line.points[::_EVERY] + line.points[-1:] for line in picture.priority_lines)
    parts = ((*start, *end, _CURVE_COST) for curve in curves for start, end in pairwise(curve))
    return (*arrows, *bars, *parts)
