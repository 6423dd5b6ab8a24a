"""Columns of touchpoints, from left to right by their typical place in the path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx.picture.journey.placing.drawn_cases import Step
from cx.records.journeys import Journeys

FULL, _TOO_FULL = 0.35, 4.0
"""What a column with all touchpoints costs, and what each one too many costs."""


def typical(journeys: Journeys, names: Sequence[str]) -> list[str]:
    """Return touchpoints by their median place in the path.

    Of those with the same place, first the ones where more paths begin than end, as a share of their events.
    """
    place = {}
    for one in journeys.touchpoints:
        drift = ((one.ends or 0) - (one.starts or 0)) / (one.events or 1)
        place[one.name] = (one.median_position or 0.0, drift)
    return sorted(names, key=lambda name: (*place.get(name, (0.0, 0.0)), name))


def layers(
    order: Sequence[str], steps: Mapping[Step, int], columns: int, rows: int, *, full: float = FULL
) -> list[list[str]]:
    """Return the touchpoints in columns, none of them left of one that stands before it in ``order``.

    Parameters
    ----------
    steps
        How many take each step; as few of them as can be lie within one column.
    columns, rows
        How many columns there are at most, and how many touchpoints one has room for.
    full
        What a column with all touchpoints costs, where all steps within columns cost 1.
    """
    count = len(order)
    inside = _inside(order, steps)
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for used in range(1, min(columns, count) + 1):
        for end in range(used, count + 1):
            best[used, end] = min(
                (best[used - 1, start][0] + _cost(inside[start][end], end - start, count, rows, full), start)
                for start in range(used - 1, end)
                if (used - 1, start) in best
            )
    used = min(range(1, min(columns, count) + 1), key=lambda n: (best[n, count][0], n), default=0)
    found, end = [], count
    for left in range(used, 0, -1):
        start = best[left, end][1]
        found.append(list(order[start:end]))
        end = start
    return found[::-1]


def _cost(inside: float, size: int, count: int, rows: int, full: float) -> float:
    return inside + full * (size / count) ** 2 + _TOO_FULL * max(0, size - rows)


def _inside(order: Sequence[str], steps: Mapping[Step, int]) -> list[list[float]]:
    """The share of all steps that lie within each run of touchpoints, by its start and end."""
    at, count = {name: place for place, name in enumerate(order)}, len(order)
    whole = sum(n for (a, b), n in steps.items() if a != b) or 1
    starts: list[list[tuple[int, float]]] = [[] for _ in order]
    for (a, b), n in steps.items():
        if a != b:
            low, high = sorted((at[a], at[b]))
            starts[high].append((low, n / whole))
    found = [[0.0] * (count + 1) for _ in range(count)]
    for first in range(count):
        for end in range(first + 1, count + 1):
            more = sum(share for low, share in starts[end - 1] if low >= first)
            found[first][end] = found[first][end - 1] + more
    return found
