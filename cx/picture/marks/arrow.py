"""An arrow that ends at the edge of a bubble."""

from __future__ import annotations

import math

from cx.picture.marks import clipping
from cx.picture.record import Arrow, Box, Disc, Point

_HEAD, _HALF = 5.5, 2.4
"""Length and half the width of an arrow's head, in points of a picture 540 high."""
_SHORTEST = 3.0
"""Shorter arrows are not drawn: the bubble did not move."""


def arrow_to(disc: Disc, start: Point, plot: Box, unit: float) -> Arrow | None:
    """Return an arrow from a place to a bubble, cut at the plot's edges; ``None`` without room for one."""
    across, down = disc.x - start[0], disc.y - start[1]
    length = math.hypot(across, down)
    if length - disc.radius < _SHORTEST * unit:
        return None
    ux, uy = across / length, down / length
    tip = (disc.x - ux * disc.radius, disc.y - uy * disc.radius)
    cut = clipping.segment(start, tip, plot)
    if cut is None:
        return None
    far, half = min(_HEAD * unit, length - disc.radius), _HALF * unit
    back = (tip[0] - ux * far, tip[1] - uy * far)
    sides = (back[0] - uy * half, back[1] + ux * half), (back[0] + uy * half, back[1] - ux * half)
    return Arrow(disc.id, cut[0], tip, (tip, *sides), disc.outline)
