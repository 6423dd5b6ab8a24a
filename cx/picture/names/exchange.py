"""More names on the chart: those that can stand together with the most weight, each at the best place left.

Which names these are is looked for exactly, as far as an allowance goes, which is enough for most charts; and
else by putting names in by force, and one name for another (:mod:`cx.picture.names.together`). Names that
stood in another picture ask for their side. Then each name takes the cheapest place that the others leave it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.candidates import Candidates, Flags, Indices, Numbers, appended
from cx.picture.names.clearance import conflicts, exclusions
from cx.picture.names.together import (
    at_wished,
    choices,
    members,
    most_weight,
    one_for_another,
    seated_by_force,
)

_ALLOWANCE = 2_000
"""How often the exact search may look at the places of a name before the other one takes over."""
_ALLOWANCE_OF_EXCHANGES, _ALLOWANCE_OF_WISHES = 30_000, 20_000
"""As much for names that come in for others after the search by force, and for those that go back to their
side."""
_DEAR = 2e-3
"""What a place's cost weighs beside a name's weight, so that of two places the better one is taken."""
_POLISHED = 4
_BACK, _MOVED = 8, 3
"""How many cheaper places a name tries after the search to get back, and how many others it may move."""
_ROUNDING = 1e-6
"""More than what many small sums differ by from one."""


def with_more_names(
    taken: Candidates, pool: Candidates, weight: Numbers, unit: float, wished: Flags | None = None
) -> Candidates:
    """Return the taken places with more weight of names, or more wishes granted, where there is a way.

    Parameters
    ----------
    taken
        Where names and numbers stand; none excludes another. Names without a place in ``pool`` stay.
    pool
        Every place where a name may stand, by owner, and by cost within an owner.
    weight
        What the name of each bubble is worth on the chart, above 0.
    wished
        Which places of the pool are on the side where the name stood in another picture.

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
    every = bool(np.isin(owners, taken.owner[names]).all())
    wished = np.zeros(len(pool), dtype=bool) if wished is None else wished
    at_wish = rows_of(pool[np.flatnonzero(wished)], taken)
    if every and np.isin(pool.owner[wished], pool.owner[wished][at_wish]).all():
        return taken
    free = ~names | np.isin(taken.owner, owners)
    fixed, now = taken[~free], taken[np.flatnonzero(free & names)]
    if len(fixed):
        left = np.flatnonzero(~conflicts(pool, fixed, unit).any(axis=1))
        pool, wished = pool[left], wished[left]
    table = exclusions(pool, unit)
    seats = _Seats(pool, table, weight[owners], np.searchsorted(owners, pool.owner))
    standing = rows_of(pool, now)
    rows = standing.tolist() if every else _most(seats, standing)
    if wished.any():
        rows = at_wished(seats.owner, table, rows, np.flatnonzero(wished).tolist(), _ALLOWANCE_OF_WISHES)
    found = seats.settled(rows)
    more = weight[found.owner].sum() - weight[now.owner].sum()
    granted = int(wished[seats.seat[seats.seated]].sum()) - int(wished[standing].sum())
    if more <= _DEAR and (more < -_ROUNDING or granted <= 0):
        return taken
    named = appended(fixed, found)
    numbers = taken[np.flatnonzero(taken.numbered & ~np.isin(taken.owner, found.owner))]
    return appended(named, numbers[np.flatnonzero(~conflicts(numbers, named, unit).any(axis=1))])


def _most(seats: _Seats, standing: Indices) -> list[int]:
    """Return the places of names with the most weight that is found, from those where names stand now."""
    weight, table = seats.weight, seats.table
    tried = choices(seats.owner, table, [], len(weight))
    found = most_weight(tried, weight.tolist(), standing.tolist(), _ALLOWANCE)
    if found.proven:
        return list(members(found.places))
    kept = np.array([row for places in tried.own for row in members(places)], dtype=np.int64)
    by_force = seated_by_force(seats.owner[kept], table[np.ix_(kept, kept)], seats.cost[kept], weight, [])
    found_by_force = kept[by_force].tolist()
    better = one_for_another(tried, weight.tolist(), found_by_force, _ALLOWANCE_OF_EXCHANGES)
    rows = [*members(tried.settled), *better]
    return max(standing.tolist(), rows, key=lambda some: float(weight[seats.owner[some]].sum()))


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

    def __init__(self, places: Candidates, table: Flags, weight: Numbers, owner: Indices) -> None:
        self.places, self.table, self.weight, self.owner = places, table, weight, owner
        self.first = np.searchsorted(owner, np.arange(len(weight) + 1)).tolist()
        self.cost = places.cost * _DEAR
        self.seat: Indices = np.full(len(weight), -1, dtype=np.int64)
        self.seated: Flags = np.zeros(len(weight), dtype=bool)
        self.blocked: NDArray[np.int64] = np.zeros(len(owner), dtype=np.int64)
        """By how many names each place is barred."""

    def settled(self, rows: Sequence[int]) -> Candidates:
        """Return the cheapest places that names find from some that exclude none of one another."""
        for row in rows:
            self._sit(row)
        self._polish()
        self._bring_back()
        self._polish()
        return self.places[self.seat[self.seat >= 0]]

    def _sit(self, place: int) -> None:
        owner = int(self.owner[place])
        self.seat[owner], self.seated[owner] = place, True
        self.blocked += self.table[place]

    def _leave(self, owner: int) -> None:
        self.blocked -= self.table[self.seat[owner]]
        self.seat[owner], self.seated[owner] = -1, False

    def _polish(self) -> None:
        """Let every name take the cheapest place that is free."""
        for _ in range(_POLISHED):
            before = self.seat.copy()
            for owner in np.flatnonzero(self.seated).tolist():
                self._leave(owner)
                start, stop = self.first[owner], self.first[owner + 1]
                rows = start + np.flatnonzero(self.blocked[start:stop] == 0)
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
        rows = start + np.flatnonzero(self.blocked[start:stop] == 0)
        if len(rows):
            self._sit(int(rows[self.cost[rows].argmin()]))
        return len(rows) > 0
