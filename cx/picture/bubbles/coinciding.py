"""Bubbles that coincide, set apart around the place that they share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_RING, _TURN = 6, math.pi * (3 - math.sqrt(5))
_FARTHEST = 70.0


@dataclass(frozen=True)
class Fan:
    """How far each bubble is moved from its place, in points; nothing where it has its place to itself."""

    offsets: tuple[tuple[float, float], ...]
    first: tuple[int, ...]
    """One bubble of every shared place."""


def fan(values: Sequence[tuple[float, float]], radii: Sequence[float], unit: float) -> Fan:
    """Return how bubbles with the same pair of values are set apart.

    Parameters
    ----------
    values
        The pair of values of each bubble, in data units.
    radii
        In points.
    unit
        What one point of a picture 540 high is here.

    Notes
    -----
    Up to six stand on a ring; more fill a disc like the seeds of a sunflower. None moves farther than an
    eighth of the picture's height, so that many large ones still overlap.
    """
    groups: dict[tuple[float, float], list[int]] = {}
    for index, (x, y) in enumerate(values):
        groups.setdefault((round(x, 9), round(y, 9)), []).append(index)
    shared = [members for members in groups.values() if len(members) > 1]
    offsets = [(0.0, 0.0)] * len(values)
    for members in shared:
        for index, offset in zip(members, _apart([radii[i] for i in members], unit), strict=True):
            offsets[index] = offset
    return Fan(tuple(offsets), tuple(members[0] for members in shared))


def _apart(radii: Sequence[float], unit: float) -> list[tuple[float, float]]:
    count, radius = len(radii), max(radii)
    if count <= _RING:
        far = min(radius * 1.08 / math.sin(math.pi / count), _FARTHEST * unit)
        return [_polar(far, 2 * math.pi * i / count) for i in range(count)]
    step = min(radius * 1.2, _FARTHEST * unit / math.sqrt(count))
    return [_polar(step * math.sqrt(i + 0.5), i * _TURN) for i in range(count)]


def _polar(far: float, turn: float) -> tuple[float, float]:
    return far * math.cos(turn), -far * math.sin(turn)
