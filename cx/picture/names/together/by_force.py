"""More names on the chart by force: each step seats one that waits, and those in its way look again.

A tabu search. Each step puts the name that gains most where it gains most; names in its way leave, and the
places that they left are closed for some steps. A name that waits grows heavier, and a place that was tried
grows dearer, so that the search does not go round in circles. Searches follow one another, each in a manner
of its own; some of them start from an empty chart. The best that was met on the way is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.together.bits import members, rows_as_bits

_CLOSED = 7
"""For how many steps a place that was left stays closed, at least."""
_STEPS, _ANEW = 1000, 3
"""How long each search is, and after how many the next one starts from an empty chart."""
_MANNERS = (
    (0.3, 0.02),
    (0.1, 0.3),
    (0.03, 0.1),
    (1.0, 0.1),
    (0.1, 0.1),
    (0.05, 0.02),
    (0.3, 0.1),
    (0.03, 0.2),
    (0.2, 0.2),
)
"""What a step of waiting adds to a name's weight, and a try to a place's cost: where one manner goes round in
circles another does not."""
_ROUNDING = 1e-9
_SHUT = 1e6
"""Taken off what a place would gain while its name has a seat, and twice while it is closed."""


def seated_by_force(
    owner: NDArray[np.int64],
    table: NDArray[np.bool_],
    cost: NDArray[np.float64],
    weight: NDArray[np.float64],
    start: Sequence[int],
) -> list[int]:
    """Return places of names with as much weight as was met.

    Parameters
    ----------
    owner
        The name of each place, 0 to the number of names - 1, in order.
    table
        Which places exclude each other; symmetric.
    cost
        Of each place, as small beside the weights as it is to count.
    weight
        Of each name, above 0.
    start
        The places from which the first search sets out.

    Notes
    -----
    Deterministic, and bounded: so many steps, each in proportion to the number of places.
    """
    search = _Search(owner, table, cost, weight)
    best = way = list(start)
    most, whole = 0.0, float(weight[np.unique(owner)].sum())
    for number, manner in enumerate(_MANNERS):
        begin = [] if number and number % _ANEW == 0 else way
        way = search.best_from(begin, _STEPS, *manner)
        worth = float(weight[owner[way]].sum())
        if worth > most + _ROUNDING:
            best, most = way, worth
        if most > whole - _ROUNDING:
            break
    return best


class _Search:
    """The names, those that wait and those that have a seat, and what each place would gain.

    With every step all that wait grow alike; so that is added only when a name takes a seat, or leaves it.
    """

    def __init__(
        self,
        owner: NDArray[np.int64],
        table: NDArray[np.bool_],
        cost: NDArray[np.float64],
        weight: NDArray[np.float64],
    ) -> None:
        self.owner: list[int] = owner.tolist()
        self.excluded = rows_as_bits(table)
        rows, barred = np.nonzero(table)
        self.barring = np.split(barred, np.searchsorted(rows, np.arange(1, len(table))))
        edges = np.searchsorted(owner, np.arange(len(weight) + 1)).tolist()
        self.alone = weight[owner] - cost
        """What each place gains where nothing is in its way."""
        self.weight: list[float] = weight.tolist()
        self.gain = self.alone.copy()
        self.own = [self.gain[start:stop] for start, stop in pairwise(edges)]
        """What the places of each name gain: parts of all that."""
        self.heft = list(self.weight)
        """Of each name that has a seat; of one that waits, less what waiting has added since the start."""
        self.growth, self.tried = 0.0, 0.0
        self.since = [0] * len(self.weight)
        """At which step each name took its seat."""
        self.taken, self.waiting, self.worth = 0, 0, 0.0
        self.opens: dict[int, list[int]] = {}

    def best_from(self, start: Sequence[int], steps: int, growth: float, tried: float) -> list[int]:
        """Return the best places that are met on a way from some."""
        self._begin(start, growth, tried)
        gain, excluded = self.gain, self.excluded
        best, most = self.taken, self.worth
        for step in range(steps):
            if not self.waiting:
                break
            for place in self.opens.pop(step, ()):
                gain[place] += 2 * _SHUT
            place = int(gain.argmax())
            if gain[place] < -_SHUT / 2:
                continue  # all that waits is closed
            for other in members(self.taken & excluded[place]):
                self._leave(other, step)
            self._sit(place, step)
            if self.worth > most + _ROUNDING:
                best, most = self.taken, self.worth
        return list(members(best))

    def _begin(self, start: Sequence[int], growth: float, tried: float) -> None:
        self.gain[:], self.heft = self.alone, list(self.weight)
        self.growth, self.tried = growth, tried
        self.taken, self.worth, self.opens = 0, 0.0, {}
        self.waiting = sum(len(own) > 0 for own in self.own)
        for place in start:
            self._sit(place, 0)

    def _sit(self, place: int, step: int) -> None:
        name = self.owner[place]
        self.heft[name] += self.growth * step
        self.since[name] = step
        self.taken |= 1 << place
        self.waiting -= 1
        self.worth += self.weight[name]
        gain, own = self.gain, self.own[name]
        gain[self.barring[place]] -= self.heft[name]
        np.subtract(own, _SHUT, out=own)
        gain[place] -= self.tried

    def _leave(self, place: int, step: int) -> None:
        name = self.owner[place]
        self.taken ^= 1 << place
        self.waiting += 1
        self.worth -= self.weight[name]
        gain, own = self.gain, self.own[name]
        gain[self.barring[place]] += self.heft[name]
        self.heft[name] -= self.growth * step
        np.add(own, _SHUT - self.growth * (step - self.since[name]), out=own)
        gain[place] -= 2 * _SHUT
        self.opens.setdefault(step + _CLOSED + (step + name) % _CLOSED, []).append(place)
