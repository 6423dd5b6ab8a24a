"""Steps as curves: level where names stand, bent between the columns only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cx.picture.journey.placing import Plane, Step
from cx.picture.journey.record import Kind
from cx.picture.record import Point

_PORT = 0.5
"""Steps back leave and come in lower than steps forward, by so much of the smaller disc's radius."""
_SAG = 0.22
"""How far they hang down between neighbouring columns, of the gap."""


@dataclass(frozen=True)
class Drawing:
    """A step as it is drawn."""

    kind: Kind
    curve: tuple[Point, ...]
    head: tuple[Point, Point, Point]


@dataclass(frozen=True)
class _End:
    """Where a curve leaves a disc or comes to one, on its left or right side."""

    x: float
    y: float
    side: int
    """-1 left, 1 right."""


def drawing(plane: Plane, step: Step, radii: dict[str, float], head: float) -> Drawing:
    """Return a step as a curve with a head of that length."""
    if step[0] == step[1]:
        return _loop(plane, step[0], radii[step[0]], head)
    a, b = (plane.spots[name] for name in step)
    kind: Kind = (
        "forward" if list(plane.spots).index(step[0]) < list(plane.spots).index(step[1]) else "backward"
    )
    rightwards = kind == "forward"
    out = 1 if rightwards else -1
    into = out if a.column == b.column else -out
    lower = 0.0 if rightwards else _PORT * min(radii[name] for name in step)
    start = _at(plane, step[0], radii, out, lower, 0.0)
    tip = _at(plane, step[1], radii, into, lower, 0.0)
    end = _End(tip.x + into * head, tip.y, into)
    if a.column == b.column:
        curve = _bow(plane, a.column, start, end)
    else:
        passing = plane.heights(step)
        sag = 0.0 if rightwards or passing else _SAG * plane.gap
        curve = _way(plane, (a.column, b.column), start, end, passing, sag)
    return Drawing(kind, curve, _head((tip.x, tip.y), (float(-into), 0.0), head))


def _at(plane: Plane, name: str, radii: dict[str, float], side: int, lower: float, away: float) -> _End:
    spot, radius = plane.spots[name], radii[name]
    along = math.sqrt(max(0.0, radius * radius - lower * lower)) + away
    return _End(spot.x + side * along, spot.y + lower, side)


def _way(
    plane: Plane, columns: tuple[int, int], start: _End, end: _End, passing: Sequence[float], sag: float
) -> tuple[Point, ...]:
    """From column to column: level through each, and an S in the gap between two."""
    first, last = columns
    side = 1 if first < last else -1
    near, far = (1, 0) if side > 0 else (0, 1)
    curve: list[Point] = [(start.x, start.y)]
    _level(curve, plane.edges[first][near], start.y)
    for column, y in zip(range(first + side, last, side), passing, strict=True):
        _bend(curve, plane.edges[column][far], y, sag)
        _level(curve, plane.edges[column][near], y)
    _bend(curve, plane.edges[last][far], end.y, sag)
    _level(curve, end.x, end.y)
    return tuple(curve)


def _bow(plane: Plane, column: int, start: _End, end: _End) -> tuple[Point, ...]:
    """Within a column: out to its side, and back."""
    edge = plane.edges[column][1 if start.side > 0 else 0]
    out = edge + start.side * plane.gap * 0.55
    curve: list[Point] = [(start.x, start.y)]
    _level(curve, edge, start.y)
    curve += [(out, start.y), (out, end.y), (edge, end.y)]
    _level(curve, end.x, end.y)
    return tuple(curve)


def _level(curve: list[Point], x: float, y: float) -> None:
    x0 = curve[-1][0]
    third = (x - x0) / 3
    curve += [(x0 + third, y), (x - third, y), (x, y)]


def _bend(curve: list[Point], x: float, y: float, sag: float) -> None:
    x0, y0 = curve[-1]
    middle = (x0 + x) / 2
    curve += [(middle, y0 + sag), (middle, y + sag), (x, y)]


def _loop(plane: Plane, name: str, radius: float, head: float) -> Drawing:
    """A loop above the disc, from its upper left to its upper right."""
    spot = plane.spots[name]
    x, y = radius * math.sin(math.pi / 5), spot.y - radius * math.cos(math.pi / 5)
    high = spot.y - radius - plane.loop * 1.2
    wide = max(x, plane.loop * 0.6) * 1.6
    tip = (spot.x + x, y)
    way = (-0.35, 0.94)
    end = (tip[0] - way[0] * head, tip[1] - way[1] * head)
    curve = ((spot.x - x, y), (spot.x - wide, high), (spot.x + wide, high), end)
    return Drawing("self", curve, _head(tip, way, head))


def _head(tip: Point, way: Point, length: float) -> tuple[Point, Point, Point]:
    """The triangle of a head that points ``way`` (of length 1)."""
    (x, y), (right, down), half = tip, way, length * 0.45
    back = (x - right * length, y - down * length)
    return (
        tip,
        (back[0] - down * half, back[1] + right * half),
        (back[0] + down * half, back[1] - right * half),
    )
