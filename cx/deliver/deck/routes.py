"""How the steps of the map run between native shapes: the joints that a connector goes through.

A slide's connector bends once between two shapes. A step that only does that is one connector; one that runs
around others goes from joint to joint, invisible boxes where the map's curve is level. Steps back are glued
below the middle of a disc; from there a joint at the column's edge gives their bend its direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cx.picture.journey import MapEdge
from cx.picture.record import Box, Point

Side = Literal["left", "right"]
_PARTS = 16
_THIN = 1.0
"""The height of a joint, and its least width, in points."""


@dataclass(frozen=True)
class Joint:
    """A level stretch of a step, from left to right or back; of no length at the edge of a disc's column."""

    start: Point
    end: Point
    rightwards: bool
    """Whether the step runs from left to right through it."""

    @property
    def box(self) -> Box:
        """The invisible shape that connectors are glued to."""
        (a, y), (b, _) = self.start, self.end
        wide = max(abs(b - a), _THIN)
        return Box((a + b - wide) / 2, y - _THIN / 2, wide, _THIN)

    @property
    def entered(self) -> Side:
        """The side at which a step comes to it."""
        return "left" if self.rightwards else "right"

    @property
    def left_at(self) -> Side:
        """The side at which a step goes on."""
        return "right" if self.rightwards else "left"


@dataclass(frozen=True)
class Stop:
    """A side of a joint that connectors are glued to, and whether the next one is a straight line."""

    joint: Joint
    side: Side
    straight: bool


def stops(found: Sequence[Joint]) -> list[Stop]:
    """Return where connectors are glued on their way: at both sides of a stretch, at one of a mere point."""
    way: list[Stop] = []
    for at, joint in enumerate(found):
        if joint.start != joint.end:
            way += [Stop(joint, joint.entered, straight=True), Stop(joint, joint.left_at, straight=False)]
        elif at:
            way.append(Stop(joint, joint.entered, straight=True))
        else:
            way.append(Stop(joint, joint.left_at, straight=False))
    return way


def joints(edge: MapEdge, start: Point, end: Point, taken: Sequence[Box]) -> tuple[Joint, ...]:
    """Return the joints that a step goes through; none where one bend leads from disc to disc.

    Parameters
    ----------
    start, end
        Where it is glued to the discs.
    taken
        What it may not run over: names and figures.
    """
    if edge.kind == "self":
        return ()
    if bows(edge):
        return _around(edge, start, end)
    levels = list(_levels(edge.curve))
    inner = tuple(levels[1:-1])
    turns = [start, *(point for one in inner for point in (one.start, one.end)), end]
    bends = [pair for at, pair in enumerate(pairwise(turns)) if at % 2 == 0]
    if edge.kind == "backward" or any(_crosses(bend, taken) for bend in bends):
        first, last = (levels[0].end[0], start[1]), (levels[-1].start[0], end[1])
        ways = levels[0].rightwards
        return (Joint(first, first, ways), *inner, Joint(last, last, ways))
    return inner


def _around(edge: MapEdge, start: Point, end: Point) -> tuple[Joint, Joint]:
    """The joints of a bow: level to the column's edge, so that it bends where no name stands."""
    right = edge.curve[1][0] > edge.curve[0][0]
    first, last = (edge.curve[3][0], start[1]), (edge.curve[-4][0], end[1])
    return Joint(first, first, right), Joint(last, last, not right)


def bows(edge: MapEdge) -> bool:
    """Return whether it leaves and comes back on the same side: both discs stand in one column."""
    return (edge.curve[1][0] - edge.curve[0][0]) * (edge.curve[-1][0] - edge.curve[-2][0]) < 0


def furthest(edge: MapEdge) -> float:
    """Return how far to its side a step goes that comes back on the same side."""
    across = [x for x, _ in edge.points]
    return max(across) if edge.curve[1][0] > edge.curve[0][0] else min(across)


def _levels(curve: Sequence[Point]) -> Iterator[Joint]:
    """The level stretches: of a curve between columns each second part, the first and the last included."""
    for at in range(0, len(curve) - 1, 6):
        yield Joint(curve[at], curve[at + 3], curve[-1][0] > curve[0][0])


def _crosses(bend: tuple[Point, Point], taken: Sequence[Box]) -> bool:
    points = bent(*bend)
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in points for box in taken)


def bent(start: Point, end: Point) -> list[Point]:
    """Return points along the bend that PowerPoint draws between two points: level, down or up, level."""
    (x0, y0), (x1, y1) = start, end
    middle, half = (x0 + x1) / 2, (y0 + y1) / 2
    first = _curve((x0, y0), ((x0 + middle) / 2, y0), (middle, (y0 + half) / 2), (middle, half))
    second = _curve((middle, half), (middle, (half + y1) / 2), ((middle + x1) / 2, y1), (x1, y1))
    return [*first, *second]


def _curve(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    found = []
    for step in range(_PARTS + 1):
        t = step / _PARTS
        weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        x, y = (
            sum(w * p for w, p in zip(weights, axis, strict=True)) for axis in zip(a, b, c, d, strict=True)
        )
        found.append((x, y))
    return found
