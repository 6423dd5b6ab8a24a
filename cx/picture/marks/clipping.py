"""Lines and areas cut at the edges of the plot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from cx.picture.record import Box, Point


def segment(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    """Return the part of a line between two points that lies in a box; ``None`` where none does.

    Examples
    --------
    >>> segment((-5.0, 5.0), (5.0, 5.0), Box(0, 0, 10, 10))
    ((0.0, 5.0), (5.0, 5.0))

    References
    ----------
    Liang & Barsky (1984), A new concept and method for line clipping, ACM TOG 3(1).
    """
    (x0, y0), (x1, y1) = start, end
    dx, dy = x1 - x0, y1 - y0
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, x0 - box.left),
        (dx, box.right - x0),
        (-dy, y0 - box.top),
        (dy, box.bottom - y0),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    return (x0 + first * dx, y0 + first * dy), (x0 + last * dx, y0 + last * dy)


def pieces(line: Sequence[Point], box: Box) -> list[tuple[Point, ...]]:
    """Return the parts of a line of many points that lie in a box."""
    runs: list[list[Point]] = []
    for start, end in pairwise(line):
        cut = segment(start, end, box)
        if cut is None or cut[0] == cut[1]:
            continue
        if runs and runs[-1][-1] == cut[0]:
            runs[-1].append(cut[1])
        else:
            runs.append(list(cut))
    return [tuple(run) for run in runs]


def area(corners: Sequence[Point], box: Box) -> tuple[Point, ...]:
    """Return the part of a convex area that lies in a box, as its corners; empty where none does.

    References
    ----------
    Sutherland & Hodgman (1974), Reentrant polygon clipping, CACM 17(1).
    """
    edges: tuple[Callable[[Point], float], ...] = (
        lambda p: p[0] - box.left,
        lambda p: box.right - p[0],
        lambda p: p[1] - box.top,
        lambda p: box.bottom - p[1],
    )
    found = list(corners)
    for inside in edges:
        found = _cut(found, inside)
    return tuple(found)


def _cut(corners: Sequence[Point], inside: Callable[[Point], float]) -> list[Point]:
    """Return the corners on the side where ``inside`` is not negative, with those on the edge."""
    kept: list[Point] = []
    for place, here in enumerate(corners):
        before = corners[place - 1]
        far, near = inside(before), inside(here)
        if (far < 0) != (near < 0):
            share = far / (far - near)
            kept.append(
                (before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1]))
            )
        if near >= 0:
            kept.append(here)
    return kept
