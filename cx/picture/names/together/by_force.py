"""More names on the chart by force: each step seats one that waits, and those in its way look again.

A tabu search. Each step puts the name that gains most where it gains most; names in its way leave, and the
places that they left are closed for some steps. A name that waits grows heavier, and a place that was tried
grows dearer, so that the search does not go round in circles. The best that was met on the way is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.together.bits import members, rows_as_bits

_CLOSED = 7
"""For how many steps a place that was left stays closed, at least."""
_MANNERS = (
    (1500, 0.3, 0.02),
    (800, 0.05, 0.2),
    (1500, 0.1, 0.3),
    (800, 0.02, 0.1),
    (800, 1.0, 0.05),
    (800, 0.3, 0.1),
    (800, 0.1, 0.05),
)
"""One search after the other, each from the best so far: its steps, what a step of waiting adds to a name's
weight, and a try to a place's cost. Where one manner goes round in circles another does not."""
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
        The places from which the search sets out.

    Notes
    -----
    Deterministic, and bounded: so many steps, each in proportion to the number of places.
    """
    search = _Search(owner, table, cost, weight)
    best = list(start)
    for steps, growth, tried in _MANNERS:
        best = search.best_from(best, steps, growth, tried)
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
        self.barring = list(table.astype(np.float64))
        edges = np.searchsorted(owner, np.arange(len(weight) + 1)).tolist()
        self.own = [slice(start, stop) for start, stop in pairwise(edges)]
        self.alone = weight[owner] - cost
        """What each place gains where nothing is in its way."""
        self.weight: list[float] = weight.tolist()
        self.gain, self.part = self.alone.copy(), np.empty_like(self.alone)
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
        self.gain, self.heft = self.alone.copy(), list(self.weight)
        self.growth, self.tried = growth, tried
        self.taken, self.worth, self.opens = 0, 0.0, {}
        self.waiting = sum(own.start < own.stop for own in self.own)
        for place in start:
            self._sit(place, 0)

    def _sit(self, place: int, step: int) -> None:
        name = self.owner[place]
        self.heft[name] += self.growth * step
        self.since[name] = step
        self.taken |= 1 << place
        self.waiting -= 1
        self.worth += self.weight[name]
        gain = self.gain
        np.multiply(self.barring[place], self.heft[name], out=self.part)
        np.subtract(gain, self.part, out=gain)
        gain[self.own[name]] -= _SHUT
        gain[place] -= self.tried

    def _leave(self, place: int, step: int) -> None:
        name = self.owner[place]
        self.taken ^= 1 << place
        self.waiting += 1
        self.worth -= self.weight[name]
        gain = self.gain
        np.multiply(self.barring[place], self.heft[name], out=self.part)
        np.add(gain, self.part, out=gain)
        self.heft[name] -= self.growth * step
        gain[self.own[name]] += _SHUT - self.growth * (step - self.since[name])
        gain[place] -= 2 * _SHUT
        self.opens.setdefault(step + _CLOSED + (step + name) % _CLOSED, []).append(place)
