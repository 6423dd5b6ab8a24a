"""More names on the chart: a search that puts names in by force and lets those in the way look again.

A tabu search over every place of every name. Each step puts the name that gains most where it gains most;
names
in its way leave, and the places that they left are closed for some steps. A name that waits grows heavier,
and a
place that was tried grows dearer, so that the search does not go round in circles. The best that was met
on the way
is kept: by the weight of the names on the chart, then by what their places cost.
"""

from __future__ import annotations

from math import isfinite

import numpy as np

from cx.picture.names.candidates import Candidates, Flags, Indices, Numbers, appended
from cx.picture.names.clearance import conflicts, exclusions

_STEPS, _CLOSED, _GROWTH, _TRIED = 1200, 7, 0.3, 0.02
"""Steps of a search; how long a place that was left stays closed, at least; what a step of waiting adds to a
name's weight, and a try to a place's cost."""
_DEAR = 2e-3
"""What a place's cost weighs beside a name's weight, so that of two places the better one is taken."""
_POLISHED = 4
_BACK, _MOVED = 8, 3
"""How many cheaper places a name tries after the search to get back, and how many others it may move."""
_ROUNDING = 1e-6
"""More than what many small sums differ by from one."""


def with_more_names(taken: Candidates, pool: Candidates, weight: Numbers, unit: float) -> Candidates:
    """Return the taken places with more weight of names, where there is a way.

    Parameters
    ----------
    taken
        Where names and numbers stand; none excludes another. Names without a place in ``pool`` stay.
    pool
        Every place where a name may stand, by owner, and by cost within an owner.
    weight
        What the name of each bubble is worth on the chart, above 0.

    Returns
    -------
    Candidates
        Places of names, and the numbers that are still needed and free; a bubble that lost its number to a
        name has no place. The places that were given, where there is nothing to gain.

    Notes
    -----
    Deterministic, and bounded: so many steps, each in proportion to the number of places.
    """
    owners = np.unique(pool.owner)
    names = ~taken.numbered
    if np.isin(owners, taken.owner[names]).all():
        return taken
    free = ~names | np.isin(taken.owner, owners)
    fixed, now = taken[~free], taken[np.flatnonzero(free & names)]
    places = pool[np.flatnonzero(~conflicts(pool, fixed, unit).any(axis=1))] if len(fixed) else pool
    seats = _Seats(_undominated(places, now, unit), owners, weight, unit)
    found = seats.best(now)
    if weight[found.owner].sum() <= weight[now.owner].sum() + _DEAR:
        return taken
    named = appended(fixed, found)
    numbers = taken[np.flatnonzero(taken.numbered & ~np.isin(taken.owner, found.owner))]
    return appended(named, numbers[np.flatnonzero(~conflicts(numbers, named, unit).any(axis=1))])


def _undominated(places: Candidates, stand: Candidates, unit: float) -> tuple[Candidates, Flags]:
    """Return the places that are worth trying, and which exclude each other.

    A place that excludes all that another place of the same name does is left out, but where names stand now.
    """
    table = exclusions(places, unit)
    packed, count = np.packbits(table, axis=1), table.sum(axis=1)
    first = np.searchsorted(places.owner, np.unique(places.owner), side="left")
    kept = np.zeros(len(places), dtype=bool)
    kept[rows_of(places, stand)] = True
    for start, stop in zip(first, [*first[1:], len(places)], strict=True):
        chosen, held = np.empty_like(packed[start:stop]), 0
        for row in start + np.argsort(count[start:stop], kind="stable"):
            if (chosen[:held] & ~packed[row]).any(axis=1).all():
                chosen[held] = packed[row]
                kept[row] = True
                held += 1
    return places[kept], table[np.ix_(kept, kept)]


def rows_of(places: Candidates, stand: Candidates) -> Indices:
    """Return which of the places names stand at."""
    rows: list[int] = []
    for owner, wording, left, top in zip(stand.owner, stand.wording, stand.left, stand.top, strict=True):
        same = (places.owner == owner) & (places.wording == wording)
        same &= (places.left == left) & (places.top == top)
        rows += np.flatnonzero(same)[:1].tolist()
    return np.array(rows, dtype=np.int64)


class _Seats:
    """The places of names, and which of them are taken."""

    def __init__(
        self, places: tuple[Candidates, Flags], owners: Indices, weight: Numbers, unit: float
    ) -> None:
        self.places, self.table = places
        self.unit = unit
        self.owner: Indices = np.searchsorted(owners, self.places.owner)
        self.first = np.searchsorted(self.owner, np.arange(len(owners) + 1)).tolist()
        self.cost = self.places.cost * _DEAR
        self.weight = weight[owners]
        self.heft = self.weight.copy()
        self.possible = np.isin(np.arange(len(owners)), self.owner).sum()
        self.seat: Indices = np.full(len(owners), -1, dtype=np.int64)
        self.seated: Flags = np.zeros(len(owners), dtype=bool)
        self.held: Flags = np.zeros(len(self.owner), dtype=bool)
        """Of each place, whether its name has a seat."""
        self.blocked: Numbers = np.zeros(len(self.owner))
        self.tried: Numbers = np.zeros(len(self.owner))
        self.gain: Numbers = np.zeros(len(self.owner))
        self.about = 0.0
        """What the seats are worth, but for rounding: :meth:`_worth` adds anew, which takes longer."""

    def best(self, start: Candidates) -> Candidates:
        """Return the places of the most weight that were met, the cheaper of equals."""
        for place in rows_of(self.places, start):
            self._sit(int(place))
        best, worth = self.seat.copy(), self._worth()
        closed = np.zeros(len(self.owner), dtype=np.int64)
        for step in range(_STEPS):
            place = self._next(closed > step)
            if place < 0:
                continue
            for other in (self.seated & self.table[place].take(self.seat)).nonzero()[0].tolist():
                closed[self.seat[other]] = step + _CLOSED + (step + other) % _CLOSED
                self._leave(other)
            self._sit(place)
            np.add(self.heft, _GROWTH, out=self.heft, where=~self.seated)
            if self.about > worth - _ROUNDING and (now := self._worth()) > worth:
                best, worth = self.seat.copy(), now
                if (best >= 0).sum() == self.possible:
                    break
        self._restore(best)
        if (self.cost < 0).any():  # names stood in another picture, which the search does not look at
            self._bring_back()
        self._polish()
        return self.places[self.seat[self.seat >= 0]]

    def _next(self, closed: Flags) -> int:
        """Return the place whose name gains most when it is put there by force; -1: there is none."""
        if not len(self.gain):
            return -1
        gain = self.heft.take(self.owner, out=self.gain, mode="clip")
        gain -= self.blocked
        gain -= self.cost
        gain -= self.tried
        closed |= self.held
        gain[closed] = -np.inf
        place = int(gain.argmax())
        return place if isfinite(gain[place]) else -1

    def _worth(self) -> float:
        return float(self.weight[self.seated].sum() - self.cost[self.seat[self.seated]].sum())

    def _sit(self, place: int) -> None:
        owner = int(self.owner[place])
        self._seat(owner, place)
        self.tried[place] += _TRIED
        self.blocked += self.table[place] * self.heft[owner]
        self.about += float(self.weight[owner] - self.cost[place])

    def _leave(self, owner: int) -> None:
        place = int(self.seat[owner])
        self._seat(owner, -1)
        self.blocked -= self.table[place] * self.heft[owner]
        self.about -= float(self.weight[owner] - self.cost[place])

    def _seat(self, owner: int, place: int) -> None:
        self.seat[owner] = place
        self.seated[owner] = place >= 0
        self.held[self.first[owner] : self.first[owner + 1]] = place >= 0

    def _restore(self, seats: Indices) -> None:
        for owner in np.flatnonzero(self.seated):
            self._leave(int(owner))
        for place in seats[seats >= 0]:
            self._sit(int(place))

    def _polish(self) -> None:
        """Let every name take the cheapest place that is free."""
        for _ in range(_POLISHED):
            before = self.seat.copy()
            for owner in np.flatnonzero(self.seated).tolist():
                self._leave(owner)
                start, stop = self.first[owner], self.first[owner + 1]
                rows = start + np.flatnonzero(self.blocked[start:stop] < _DEAR)
                self._sit(int(rows[self.cost[rows].argmin()]))
            if (before == self.seat).all():
                break

    def _bring_back(self) -> None:
        """Let names return to where they stood, or near it, where those in the way find other places."""
        for _ in range(_POLISHED):
            returned = [self._returned(owner) for owner in np.flatnonzero(self.seated).tolist()]
            if not any(returned):
                break

    def _returned(self, owner: int) -> bool:
        start, stop = self.first[owner], self.first[owner + 1]
        costs = self.cost[start:stop]
        cheaper = start + np.flatnonzero(costs < self.cost[self.seat[owner]] - _ROUNDING)
        order = np.argsort(self.cost[cheaper], kind="stable")[:_BACK]
        return any(self._makes_way(owner, int(place)) for place in cheaper[order])

    def _makes_way(self, owner: int, place: int) -> bool:
        """Seat a name and move those in its way; return whether all keep a seat for less, else undo it."""
        in_the_way = (self.seated & self.table[place].take(self.seat)).nonzero()[0].tolist()
        before = {one: int(self.seat[one]) for one in (owner, *in_the_way)}
        if len(before) > _MOVED + 1:
            return False
        for one in before:
            self._leave(one)
        self._sit(place)
        if all(self._seated_anew(one) for one in in_the_way):
            paid = sum(self.cost[self.seat[one]] - self.cost[held] for one, held in before.items())
            if paid < -_ROUNDING:
                return True
        for one in before:
            if self.seated[one]:
                self._leave(one)
        for held in before.values():
            self._sit(held)
        return False

    def _seated_anew(self, owner: int) -> bool:
        start, stop = self.first[owner], self.first[owner + 1]
        rows = start + np.flatnonzero(self.blocked[start:stop] < _DEAR)
        if len(rows):
            self._sit(int(rows[self.cost[rows].argmin()]))
        return len(rows) > 0
