"""How high each touchpoint, and each step that passes a column, stands: as straight as the order allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx.picture.journey.placing.rows import Chains, Column

_SWEEPS = 12
_PULLS = (1.0, 2.0, 8.0)
"""How strongly neighbours draw, where none, one or both of them pass a column."""


@dataclass(frozen=True)
class Extent:
    """What one thing in a column needs above and below its own height."""

    up: float
    down: float


def needed(column: Column, extents: Sequence[Extent]) -> float:
    """Return how high a column is when everything in it stands close together."""
    return sum(extents[one].up + extents[one].down for one in column)


@dataclass(frozen=True)
class Room:
    """Between which heights everything stands, and what each needs."""

    extents: Sequence[Extent]
    """By number."""
    touchpoints: int
    """So many are touchpoints, the first ones; the others are steps that pass a column."""
    top: float
    bottom: float


def heights(columns: Sequence[Column], chains: Chains, room: Room) -> list[float]:
    """Return the height of everything, by its number; what passes a column is kept straight before all."""
    extents = room.extents
    found = [0.0] * len(extents)
    for column in columns:
        free = (room.bottom - room.top - needed(column, extents)) / (len(column) + 1)
        place = room.top
        for one in column:
            place += free + extents[one].up
            found[one] = place
            place += extents[one].down
    for sweep in range(_SWEEPS):
        span = range(len(columns)) if sweep % 2 == 0 else range(len(columns) - 1, -1, -1)
        for at in span:
            wanted = {one: _wanted(one, chains, room.touchpoints, found) for one in columns[at]}
            _settle(columns[at], wanted, room, found)
    return found


def _wanted(one: int, chains: Chains, touchpoints: int, found: Sequence[float]) -> tuple[float, float]:
    """The height that its neighbours draw it to, and how strongly."""
    pulls = [
        (found[other], _PULLS[(one >= touchpoints) + (other >= touchpoints)])
        for other in (*chains.before[one], *chains.after[one])
    ]
    weight = sum(pull for _, pull in pulls)
    return (sum(y * pull for y, pull in pulls) / weight, weight) if weight else (found[one], 0.5)


def _settle(
    column: Column,
    wanted: Mapping[int, tuple[float, float]],
    room: Room,
    found: list[float],
) -> None:
    """Put a column as near to where it is drawn to as its order and the room allow, by least squares.

    Once what must lie between neighbours is taken off, heights only must not fall: pools of neighbours that
    would change places share their mean (isotonic regression).
    """
    offsets, place = [], 0.0
    for one in column:
        place += room.extents[one].up
        offsets.append(place)
        place += room.extents[one].down
    pools: list[list[float]] = []
    for one, offset in zip(column, offsets, strict=True):
        y, weight = wanted[one]
        pools.append([y - offset, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, heavy, count = pools.pop()
            other = pools[-1]
            pools[-1] = [
                (other[0] * other[1] + mean * heavy) / (other[1] + heavy),
                other[1] + heavy,
                other[2] + count,
            ]
    levels = [level for level, _, count in pools for _ in range(int(count))]
    for one, offset, level in zip(column, offsets, levels, strict=True):
        found[one] = min(max(level, room.top), room.bottom - place) + offset
