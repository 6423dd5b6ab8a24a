"""The order of what stands in each column, so that few steps cross.

Steps over several columns pass each of them at a place of their own. Orders are swept from left to right and
back by the median of neighbours (Gansner et al., 1993), then each is moved to its best place in its column.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

Column = list[int]
_SWEEPS, _ROUGH, _PATIENCE = 24, 3, 4


@dataclass(frozen=True)
class Chains:
    """Everything that has a place in a column, by number, with its neighbours in the columns beside it."""

    columns: list[Column]
    before: list[list[int]]
    """Of each number those in the column to the left."""
    after: list[list[int]]
    bows: list[tuple[int, int, bool]]
    """Steps within a column: from and to, and whether they bow to its right, where they cross what leaves."""


def ordered(chains: Chains, *, roughly: bool = False) -> tuple[list[Column], int]:
    """Return the columns in an order with few crossings, and how many these are.

    The same chains give the same order. ``roughly``: a few sweeps, to see how well they can be ordered.
    """
    best: list[Column] = []
    fewest = -1
    starts = (chains.columns, [column[::-1] for column in chains.columns])
    for start in starts[: 1 if roughly else None]:
        found = [list(column) for column in start]
        since = 0
        for sweep in range(_ROUGH if roughly else _SWEEPS):
            _sweep(found, chains, rightwards=sweep % 2 == 0)
            _settle(found, chains)
            count = crossings(found, chains.after) + _bowed(found, chains)
            since += 1
            if fewest < 0 or count < fewest:
                best, fewest, since = [list(column) for column in found], count, 0
            if since >= _PATIENCE or not fewest:
                break
    return best, max(fewest, 0)


def crossings(columns: Sequence[Column], after: Sequence[Sequence[int]]) -> int:
    """Return how many pairs of lines between neighbouring columns cross.

    Examples
    --------
    >>> crossings([[0, 1], [2, 3]], [[3], [2], [], []])
    1
    """
    count = 0
    for left, right in pairwise(columns):
        place = {one: at for at, one in enumerate(right)}
        seen: list[int] = []
        for one in left:
            ends = sorted(place[other] for other in after[one])
            count += sum(len(seen) - _upto(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def _upto(seen: Sequence[int], end: int) -> int:
    return bisect_left(seen, end + 1)


def _sweep(columns: list[Column], chains: Chains, *, rightwards: bool) -> None:
    """Put each column in the order of the medians of its neighbours; who has none stays."""
    beside = chains.before if rightwards else chains.after
    span = range(1, len(columns)) if rightwards else range(len(columns) - 2, -1, -1)
    for at in span:
        fixed = {one: place for place, one in enumerate(columns[at - 1 if rightwards else at + 1])}
        medians = {one: _median(sorted(fixed[n] for n in beside[one])) for one in columns[at]}
        moving = sorted((one for one in columns[at] if medians[one] >= 0), key=lambda one: medians[one])
        queue = iter(moving)
        columns[at] = [one if medians[one] < 0 else next(queue) for one in columns[at]]


def _median(places: Sequence[int]) -> float:
    """The middle place; of an even number the one between, nearer to the side where they stand closer."""
    count = len(places)
    if not count:
        return -1.0
    middle = count // 2
    if count % 2:
        return float(places[middle])
    low, high = places[middle - 1], places[middle]
    left, right = low - places[0], places[-1] - high
    return (low * right + high * left) / (left + right) if left + right else (low + high) / 2


def _settle(columns: list[Column], chains: Chains) -> None:
    """Move each to the place in its column with the fewest crossings, until nothing gets better."""
    for _ in range(_PATIENCE):
        better = False
        for at in range(len(columns)):
            better |= _sifted(columns, at, chains)
        if not better:
            return


def _sifted(columns: list[Column], at: int, chains: Chains) -> bool:
    column = columns[at]
    row = {one: place for place, one in enumerate(column)}
    costs = _costs(columns, at, chains).T.tolist()
    bows = [bow for bow in chains.bows if bow[0] in row]
    better = False
    for one in list(column):
        here = column.index(one)
        others = [other for other in column if other != one]
        above = costs[row[one]]
        gains = [0, *accumulate(above[row[other]] for other in others)]
        if bows:
            gains = [sum(pair) for pair in zip(gains, _bow_gains(one, others, bows, chains), strict=True)]
        best = min(range(len(gains)), key=lambda place: (gains[place], abs(place - here)))
        if gains[best] < gains[here]:
            others.insert(best, one)
            column[:] = others
            better = True
    return better


def _costs(columns: Sequence[Column], at: int, chains: Chains) -> npt.NDArray[np.int64]:
    """What each costs in crossings above each other one, rather than below it, in the column as it stands."""
    column = columns[at]
    found = np.zeros((len(column), len(column)), dtype=np.int64)
    for beside, next_to in ((chains.before, at - 1), (chains.after, at + 1)):
        if not 0 <= next_to < len(columns):
            continue
        place = {one: row for row, one in enumerate(columns[next_to])}
        links = np.zeros((len(column), len(place)), dtype=np.int64)
        for row, one in enumerate(column):
            links[row, [place[other] for other in beside[one]]] = 1
        lower = links.cumsum(axis=1) - links
        # where the first is above, each of its ends crosses the ends of the second that lie higher
        above = links @ lower.T
        found += above - above.T
    return found


def _bow_gains(
    one: int, others: Sequence[int], bows: Sequence[tuple[int, int, bool]], chains: Chains
) -> list[int]:
    """What bows cross with ``one`` at each place, but for what is the same at all of them."""
    row = {other: place for place, other in enumerate(others)}
    found = [0] * (len(others) + 1)
    for a, b, right in bows:
        beside = chains.after if right else chains.before
        if one in (a, b):
            far, lines = row[b if one == a else a], 0
            for place in range(far - 1, -1, -1):
                lines += len(beside[others[place]])
                found[place] += lines
            lines = 0
            for place in range(far + 2, len(found)):
                lines += len(beside[others[place - 1]])
                found[place] += lines
        elif lines := len(beside[one]):
            low, high = sorted((row[a], row[b]))
            for place in range(low + 1, high + 1):
                found[place] += lines
    return found


def _bowed(columns: Sequence[Column], chains: Chains) -> int:
    """How many lines steps within columns cross."""
    found = 0
    for column in columns:
        inside = set(column)
        bows = [bow for bow in chains.bows if bow[0] in inside]
        found += _crossed(column, bows, chains) if bows else 0
    return found


def _crossed(column: Column, bows: Sequence[tuple[int, int, bool]], chains: Chains) -> int:
    """The lines that leave a column, on the side of each bow, between its ends."""
    place = {one: at for at, one in enumerate(column)}
    found = 0
    for a, b, right in bows:
        low, high = sorted((place[a], place[b]))
        beside = chains.after if right else chains.before
        found += sum(len(beside[one]) for one in column[low + 1 : high])
    return found
