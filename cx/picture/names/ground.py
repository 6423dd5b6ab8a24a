"""Ground behind the names that a line of the options runs through, so that it does not strike them out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from cx.picture.colour import GROUND
from cx.picture.marks import clipping
from cx.picture.record import Box, Ghost, Ground, Picture, Point, TextBlock

_AIR = 0.75
"""Room between a name and the edge of its ground, in points."""


def grounds(picture: Picture) -> tuple[Ground, ...]:
    """Return the ground of every name that stands beside its bubble, or in a corner, and is crossed."""
    strokes = list(_strokes(picture))
    if not strokes and not picture.ghosts:
        return ()
    return tuple(
        Ground(one, box, _colour(picture, box))
        for one, box in _names(picture)
        if any(clipping.segment(*stroke, box) for stroke in strokes)
        or any(_cuts(ghost, box) for ghost in picture.ghosts)
    )


def _names(picture: Picture) -> Iterator[tuple[str, Box]]:
    for area in picture.quadrants:
        if area.name.lines:
            yield area.quadrant, _around(area.name)
    for label in picture.labels:
        if not label.inside:
            yield label.id, _around(label.block)


def _around(block: TextBlock) -> Box:
    box = block.box
    return Box(box.left - _AIR, box.top, box.width + 2 * _AIR, box.height)


def _strokes(picture: Picture) -> Iterator[tuple[Point, Point]]:
    """Every line but the pale outlines of areas: a name is easier to read on those than a patch in them."""
    for line in picture.priority_lines:
        yield from pairwise(line.points)
    for arrow in picture.arrows:
        yield arrow.start, arrow.end
    for region in picture.regions:
        if not region.area:
            yield from pairwise(region.points)


def _cuts(ghost: Ghost, box: Box) -> bool:
    """Return whether the outline of a hollow bubble runs through a box."""
    across = max(box.left - ghost.x, 0.0, ghost.x - box.right)
    down = max(box.top - ghost.y, 0.0, ghost.y - box.bottom)
    far = max(abs(box.left - ghost.x), abs(box.right - ghost.x))
    low = max(abs(box.top - ghost.y), abs(box.bottom - ghost.y))
    return math.hypot(across, down) < ghost.radius < math.hypot(far, low)


def _colour(picture: Picture, box: Box) -> str:
    """Return the tint on which a name stands."""
    x, y = box.centre
    for area in picture.quadrants:
        if area.box.left <= x <= area.box.right and area.box.top <= y <= area.box.bottom:
            return area.tint
    return GROUND
