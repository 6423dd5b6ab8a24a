"""One place for each bubble's name, so that none excludes another and all together cost little.

Every bubble has a list of places with a cost, and a table says which places exclude each other. Names are
placed one after another, the one with most to lose first; then each name that stands far from its bubble, or
only as a number, tries its better places, moving those in its way, and keeps what costs less in all.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.candidates import NUMBER_COST, Flags, Indices, Numbers

_NOWHERE = 60.0
"""What it costs to have no place."""
_TRIES, _ROUNDS, _MOVED = 14, 4, 3
_CONTENT = 1.6
"""Below this cost a name stands well: inside or beside its bubble."""
_SLACK = 1e-6
_MOST_IN_BYTES = 255


def chosen_places(cost: Numbers, owner: Indices, table: Flags, count: int) -> Indices:
    """Return the place of each bubble; -1 where none is free.

    Parameters
    ----------
    cost, owner
        Of each place; places stand by owner, and by cost within an owner.
    table
        Which places exclude each other; symmetric, and no place excludes one of the same owner.
    count
        How many bubbles there are.

    Notes
    -----
    First in order of regret (what a bubble loses if its cheapest place goes to another), then four rounds of
    exchange, in which a bubble may move three others. Deterministic.
    """
    search = _Search(cost, owner, table, count)
    search.place_all()
    for _ in range(_ROUNDS):
        if not search.improved():
            break
    return search.chosen


class _Search:
    def __init__(self, cost: Numbers, owner: Indices, table: Flags, count: int) -> None:
        self.cost = cost
        self.owner = owner
        self.table = table
        # As many others can exclude a place as there are names: counting them in bytes costs least.
        self.counted = table.view(np.uint8)
        self.first = np.searchsorted(owner, np.arange(count + 1)).tolist()
        self.chosen: Indices = np.full(count, -1, dtype=np.int64)
        self.blocked: NDArray[Any] = np.zeros(
            len(cost), dtype=np.uint8 if count <= _MOST_IN_BYTES else np.int64
        )

    def place_all(self) -> None:
        regrets = np.array([self._regret(owner) for owner in range(len(self.chosen))])
        for _ in range(len(self.chosen)):
            owner = int(regrets.argmax())
            place = self._cheapest(owner)
            self._take(owner, place)
            regrets[owner] = -1.0
            for other in np.unique(self.owner[self.table[place]]) if place >= 0 else ():
                if regrets[other] >= 0:
                    regrets[other] = self._regret(int(other))

    def improved(self) -> bool:
        """Let every badly placed bubble try better places; return whether one found it."""
        owners = sorted(range(len(self.chosen)), key=lambda owner: -self._paid(owner))
        moved = [self._moved(owner) for owner in owners if self._paid(owner) > _CONTENT]
        return any(moved)

    def _regret(self, owner: int) -> float:
        part = slice(self.first[owner], self.first[owner + 1])
        costs = self.cost[part][self.blocked[part] == 0]
        if len(costs) < 2:  # noqa: PLR2004 - nothing to compare
            return _NOWHERE
        stood = _NOWHERE if costs[0] < 0 else 0.0
        return stood + float(costs[1] - costs[0])

    def _cheapest(self, owner: int) -> int:
        start, stop = self.first[owner], self.first[owner + 1]
        unblocked = self.blocked[start:stop] == 0
        return start + int(unblocked.argmax()) if unblocked.any() else -1

    def _take(self, owner: int, place: int) -> None:
        self._leave(owner)
        if place >= 0:
            self.blocked += self.counted[place]
        self.chosen[owner] = place

    def _leave(self, owner: int) -> None:
        place = self.chosen[owner]
        if place >= 0:
            self.blocked -= self.counted[place]
        self.chosen[owner] = -1

    def _paid(self, owner: int) -> float:
        place = self.chosen[owner]
        return _NOWHERE if place < 0 else float(self.cost[place])

    def _moved(self, owner: int) -> bool:
        return any(self._pays(owner, place) for place in self._better(owner))

    def _better(self, owner: int) -> list[int]:
        """Return the cheapest places that cost less than now: names first, then numbers."""
        now = self._paid(owner) - _SLACK
        start, stop = self.first[owner], self.first[owner + 1]
        names = start + int(np.searchsorted(self.cost[start:stop], NUMBER_COST))
        tried = [*range(start, min(names, start + _TRIES)), *range(names, min(stop, names + _TRIES))]
        return [place for place in tried if self.cost[place] < now]

    def _pays(self, owner: int, place: int) -> bool:
        """Take the place and move those in its way; return whether all then costs less, else undo it."""
        barred = self.table[place, self.chosen] & (self.chosen >= 0)
        in_the_way = barred.nonzero()[0].tolist()
        if len(in_the_way) > _MOVED:
            return False
        before = {other: int(self.chosen[other]) for other in (owner, *in_the_way)}
        paid = sum(self._paid(other) for other in before)
        self._vacate(before)
        self._take(owner, place)
        for other in in_the_way:
            self._take(other, self._cheapest(other))
        if sum(self._paid(other) for other in before) < paid - _SLACK:
            return True
        self._vacate(before)
        for other, held in before.items():
            self._take(other, held)
        return False

    def _vacate(self, owners: dict[int, int]) -> None:
        for owner in owners:
            self._leave(owner)
