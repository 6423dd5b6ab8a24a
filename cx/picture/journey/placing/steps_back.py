"""Steps back kept below the line between their ends, in every column that they pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cx.picture.journey.placing.chains import Net
from cx.picture.journey.placing.drawn_cases import Step
from cx.picture.journey.placing.heights import Room, heights
from cx.picture.journey.placing.rows import Column

_ROUNDS = 6
_TINY = 1e-6


@dataclass(frozen=True)
class Placed:
    """The order in each column, and the height of everything by its number."""

    rows: list[Column]
    heights: list[float]


@dataclass(frozen=True)
class _Back:
    """A step back where it passes a column."""

    one: int
    column: int
    line: float
    """How high the straight line between its ends is there."""


def hung(rows: Sequence[Column], net: Net, room: Room) -> Placed:
    """Return orders and heights with steps back below: each is moved under what is in its way.

    Few are left above after that, since one way down can close another: those are drawn lower afterwards,
    by :func:`lower`.
    """
    placed = Placed([list(column) for column in rows], heights(rows, net.chains, room))
    for _ in range(_ROUNDS):
        above = [one for one in _backwards(placed, net) if placed.heights[one.one] < one.line - _TINY]
        if not above:
            break
        for one in above:
            _sink(placed, one, room)
        placed = Placed(placed.rows, heights(placed.rows, net.chains, room))
    return placed


def _backwards(placed: Placed, net: Net) -> Iterator[_Back]:
    column = {one: at for at, members in enumerate(placed.rows) for one in members}
    number = {name: at for at, name in enumerate(net.names)}
    for (a, b), own in net.passing.items():
        start, end = number[a], number[b]
        if column[start] <= column[end]:
            continue
        ends = (column[start], placed.heights[start]), (column[end], placed.heights[end])
        for one in own:
            yield _Back(one, column[one], line_at(*ends, column[one]))


def line_at(start: tuple[int, float], end: tuple[int, float], column: int) -> float:
    """Return how high the straight line between two ends is in a column, each end its column and height.

    Examples
    --------
    >>> line_at((4, 10.0), (2, 30.0), 3)
    20.0
    """
    (first, high), (last, low) = start, end
    return high + (low - high) * (column - first) / (last - first)


def _sink(placed: Placed, back: _Back, room: Room) -> None:
    """Put it in its column below everything that reaches up to the line."""
    column = placed.rows[back.column]
    column.remove(back.one)
    tops = [placed.heights[other] - room.extents[other].up for other in column]
    under = next((at for at, top in enumerate(tops) if top >= back.line), len(column))
    column.insert(under, back.one)


def lower(
    passing: Mapping[Step, Sequence[float]],
    ends: Mapping[str, tuple[int, float]],
    taken: Sequence[Sequence[tuple[float, float]]],
    bottom: float,
) -> dict[Step, tuple[float, ...]]:
    """Return at which heights steps pass columns, those back no higher than the line between their ends.

    Parameters
    ----------
    passing
        As they are; the columns of a step from its start to its end.
    ends
        Column and height of each touchpoint.
    taken
        Per column from where to where its touchpoints reach.
    bottom
        Where a step goes that finds no room above.
    """
    found = {}
    for (a, b), own in passing.items():
        start, end = ends[a], ends[b]
        columns = range(start[0] - 1, end[0], -1)
        found[a, b] = (
            tuple(own)
            if start[0] <= end[0]
            else tuple(
                y
                if y >= (line := line_at(start, end, column)) - _TINY
                else below(line, taken[column], bottom)
                for column, y in zip(columns, own, strict=True)
            )
        )
    return found


def below(line: float, taken: Sequence[tuple[float, float]], bottom: float) -> float:
    """Return the first height from a line on downwards at which no touchpoint is met.

    Examples
    --------
    >>> below(10.0, [(5.0, 12.0), (11.0, 20.0)], 40.0), below(10.0, [(12.0, 20.0)], 40.0)
    (20.0, 10.0)
    """
    for low, high in sorted(taken):
        if low < line < high:
            line = high
    return min(line, bottom)
