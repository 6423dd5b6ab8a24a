"""The places that are worth trying for each name, and the names that stand whatever the others do.

A place that excludes all that another place of the same name excludes is never needed. A name with a place
that excludes nothing stands there, and what its other places excluded is free; which may settle another name.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.together.bits import as_bits, members, rows_as_bits

_VISITS = 4
"""How often the places of one name are gone through at most: the last visits find little."""


@dataclass(frozen=True)
class Choices:
    """The names, in order, and their places; a set of places is a whole number, a bit for each."""

    excluded: Sequence[int]
    """Of each place, the places of other names that it excludes."""
    own: Sequence[int]
    """Of each name, the places that are worth trying; 0: it has none, or is settled."""
    beside: Sequence[Sequence[int]]
    """Of each name, the names whose places one of its own excludes."""
    settled: int
    """The places of the names that stand whatever the others do, one for each."""

    @property
    def open(self) -> int:
        """The names that have to be looked at together, as bits."""
        return as_bits(name for name, places in enumerate(self.own) if places)


def choices(
    owner: NDArray[np.int64],
    table: NDArray[np.bool_],
    standing: Sequence[int],
    count: int,
    wished: Sequence[int] = (),
) -> Choices:
    """Return the places that are worth trying.

    Parameters
    ----------
    owner
        The name of each place, 0 to ``count`` - 1, in order; within a name, the best place comes first.
    table
        Which places exclude each other: symmetric, and no place excludes one of the same name.
    standing
        Places where names stand now; they are kept among those that are tried.
    count
        How many names there are.
    wished
        Places that are better than any other of their name, which is no reason to leave them out.
    """
    excluded = rows_as_bits(table)
    edges = np.searchsorted(owner, np.arange(count + 1)).tolist()
    own = [(1 << stop) - (1 << start) for start, stop in pairwise(edges)]
    found = _Reduced(excluded, own, as_bits(standing), as_bits(wished))
    found.reduce()
    beside = [found.beside(name) for name in range(count)]
    return Choices(excluded, found.own, beside, found.settled)


class _Reduced:
    def __init__(self, excluded: Sequence[int], own: list[int], standing: int, wished: int) -> None:
        self.excluded, self.own, self.standing, self.wished = excluded, own, standing, wished
        self.alive = (1 << len(excluded)) - 1
        self.settled = 0

    def reduce(self) -> None:
        waiting = deque(name for name, places in enumerate(self.own) if places)
        visits = [0] * len(self.own)
        while waiting:
            name = waiting.popleft()
            visits[name] += 1
            gone = self._not_needed(name)
            self.own[name] &= ~gone
            self.alive &= ~gone
            freed = 0
            for place in members(gone):
                freed |= self.excluded[place]
            freed &= self.alive
            for other, places in enumerate(self.own):
                if places & freed and visits[other] < _VISITS and other not in waiting:
                    waiting.append(other)

    def _not_needed(self, name: int) -> int:
        """Return the places of a name that need not be tried; all of them where the name is settled."""
        alive, excluded = self.alive, self.excluded
        best = self.own[name] & self.wished or self.own[name]
        counted = sorted(((excluded[place] & alive).bit_count(), place) for place in members(self.own[name]))
        free = next((place for count, place in counted if not count and best >> place & 1), None)
        if free is not None:
            self.settled |= 1 << free
            return self.own[name]
        gone, kept, kept_of_best = 0, list[int](), list[int]()
        for _count, place in counted:
            barred = excluded[place] & alive
            open_places = ~barred
            needed = best >> place & 1
            if all(other & open_places for other in (kept_of_best if needed else kept)):
                kept.append(barred)
                if needed:
                    kept_of_best.append(barred)
            else:
                gone |= 1 << place
        return gone & ~self.standing

    def beside(self, name: int) -> list[int]:
        """Return the names whose places one of this name's places excludes."""
        barred = 0
        for place in members(self.own[name]):
            barred |= self.excluded[place]
        return [other for other, places in enumerate(self.own) if places & barred]
