"""A place for every name: none touches another, and together they cost as little as can be found.

Every bubble has a list of places with a cost, and a table says which places exclude each other. Names are
placed one after another, the one with most to lose first; then each name that stands far from its bubble, or
only as a number, tries its better places, moving those in its way, and keeps what costs less in all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.picture.candidates import (

    FAR,
    NUMBER_COST,
    Candidates,
    Flags,
    Indices,
    Numbers,
    Surroundings,
    Wording,
    candidates,
    joined,
    wordings,
)
from cx.picture.clearance import conflicts, free, with_crossings
from cx.picture.font import LEADING, Font
from cx.picture.record import Box

_FEW, _MANY = (26, 6), (14, 14)

_CROWD = 50
_MOST = 3600
_NOWHERE = 60.0
_TRIES, _ROUNDS = 9, 3
_CONTENT = 1.6


@dataclass(frozen=True)
class Spot:
    """Where one bubble's name stands."""

    lines: tuple[str, ...]
    """Empty where it is a number."""
    box: Box
    aside: int
    """-1 left of its bubble, 1 right, 0 above, below or inside."""
    inside: bool
    leader: tuple[tuple[float, float], tuple[float, float]] | None
    numbered: bool
    clear: bool
    """Whether it touches nothing; if not, it is a number in the middle of its bubble."""


def spots(
    names: Sequence[str],
    around: Surroundings,
    font: Font,
    size: float,
    *,
    unit: float = 1.0,
    figure_size: float | None = None,
) -> tuple[Spot, ...]:
    """Return where each name stands.

    Parameters
    ----------
    names
        One a bubble, in the order of ``around.discs``.
    around
        The bubbles and everything else that labels keep clear of.
    size
        The type size, in points.
    unit
        What one point of a picture 540 high is here: gaps and leader lines scale by it.
    figure_size
        The type size of numbers; that of the names by default.

    Notes
    -----
    No random numbers: the same names and bubbles give the same places.
    """
    words = [w for owner, name in enumerate(names) for w in wordings(owner, name, font, size, unit)]
    words += _figures(len(names), font, figure_size or size)
    every = free(candidates(words, around, size, unit), around, unit)
    near = with_crossings(_best(every, words, len(names), spare=2.0), around)
    places = _best(near, words, len(names), spare=1.0)
    chosen = _Search(places, conflicts(places, places, unit), len(names)).best()
    taken = _late(places[np.array([place for place in chosen if place >= 0], dtype=np.int64)], every, words, around, size, unit)
    held = {int(owner): row for row, owner in enumerate(taken.owner)}
    return tuple(_spot(owner, held.get(owner, -1), taken, words, around) for owner in range(len(names)))


def _late(
    taken: Candidates, every: Candidates, words: Sequence[Wording], around: Surroundings, size: float, unit: float
) -> Candidates:
    """Return the taken places, with better ones for the numbers where a place was overlooked.

    The search knows the cheapest places of each bubble only. Here every place of those that ended as a number
    is tried, names first, and longer leader lines for those that have none.
    """
    numbered = np.array([word.numbered for word in words])
    without = np.setdiff1d(np.arange(len(around.discs)), taken.owner)
    if len(without):
        far = [word for word in words if word.numbered and word.owner in without]
        index = np.array([place for place, word in enumerate(words) if word.numbered and word.owner in without])
        more = free(candidates(far, around, size, unit, rays=FAR), around, unit)
        every = joined(every, replace(more, wording=index[more.wording]))
    seeking = np.union1d(without, taken.owner[numbered[taken.wording]])
    for owner in seeking:
        named = taken.owner != owner
        own = every[(every.owner == owner) & (np.isin(owner, without) | ~numbered[every.wording])]
        own = own[~conflicts(own, taken[named], unit).any(axis=1)]
        if len(own):
            taken = joined(taken[named], own[np.array([0])])
    return taken


def _figures(count: int, font: Font, size: float) -> list[Wording]:
    width = font.width("8" * len(str(count // 2)), size, "semibold")
    return [Wording(owner, (), width, size * LEADING, numbered=True) for owner in range(count)]


def _best(places: Candidates, words: Sequence[Wording], count: int, *, spare: float) -> Candidates:
    """Return the cheapest places of each bubble: names, and a few of its number."""
    names, figures = _FEW if count <= _CROWD else _MANY
    share = min(1.0, _MOST / (count * (names + figures))) * spare
    order = np.lexsort((places.cost, places.owner))
    ranked = places[order]
    numbered = np.array([word.numbered for word in words])[ranked.wording]
    kept = np.where(
        numbered,
        _rank(ranked.owner, numbered) < max(3, figures * share),
        _rank(ranked.owner, ~numbered) < max(6, names * share),
    )
    return ranked[kept]


def _rank(owner: Indices, counted: Flags) -> Indices:
    """Return how many counted places of the same owner come before each place."""
    before = np.cumsum(counted) - counted
    first = np.searchsorted(owner, owner)
    return before - before[first] if len(owner) else before


class _Search:
    """The choice of one place a bubble, improved step by step."""

    def __init__(self, places: Candidates, table: Flags, count: int) -> None:
        self.cost: Numbers = places.cost
        self.owner = places.owner
        self.table = table
        self.first = np.searchsorted(places.owner, np.arange(count + 1))
        self.chosen: Indices = np.full(count, -1, dtype=np.int64)
        self.blocked = np.zeros(len(places), dtype=np.int64)

    def best(self) -> list[int]:
        """Return the chosen place of each bubble; -1 where none is free."""
        self._place_all()
        for _ in range(_ROUNDS):
            if not self._improved():
                break
        return [int(place) for place in self.chosen]

    def _place_all(self) -> None:
        regrets = np.array([self._regret(owner) for owner in range(len(self.chosen))])
        for _ in range(len(self.chosen)):
            owner = int(regrets.argmax())
            place = self._cheapest(owner)
            self._take(owner, place)
            regrets[owner] = -1.0
            for other in np.unique(self.owner[self.table[place]]) if place >= 0 else ():
                if regrets[other] >= 0:
                    regrets[other] = self._regret(other)

    def _regret(self, owner: int) -> float:
        """Return what the bubble loses if its cheapest free place is taken by another."""
        part = slice(self.first[owner], self.first[owner + 1])
        costs = self.cost[part][self.blocked[part] == 0]
        return float(costs[1] - costs[0]) if len(costs) > 1 else _NOWHERE

    def _cheapest(self, owner: int) -> int:
        start, stop = self.first[owner], self.first[owner + 1]
        open_places = np.flatnonzero(self.blocked[start:stop] == 0)
        return int(start + open_places[0]) if len(open_places) else -1

    def _take(self, owner: int, place: int) -> None:
        self._leave(owner)
        if place >= 0:
            self.blocked += self.table[place]
        self.chosen[owner] = place

    def _leave(self, owner: int) -> None:
        place = self.chosen[owner]
        if place >= 0:
            self.blocked -= self.table[place]
        self.chosen[owner] = -1

    def _paid(self, owner: int) -> float:
        place = self.chosen[owner]
        return _NOWHERE if place < 0 else float(self.cost[place])

    def _improved(self) -> bool:
        owners = sorted(range(len(self.chosen)), key=lambda owner: -self._paid(owner))
        return any([self._moved(owner) for owner in owners if self._paid(owner) > _CONTENT])

    def _moved(self, owner: int) -> bool:
        """Try the better places of a bubble; return whether one of them lowered the cost of all."""
        now = self._paid(owner)
        return any(self._pays(owner, int(place)) for place in self._better(owner, now))

    def _better(self, owner: int, now: float) -> Indices:
        """Return the cheapest places that cost less than now: names first, then numbers."""
        start, stop = self.first[owner], self.first[owner + 1]
        names = start + int(np.searchsorted(self.cost[start:stop], NUMBER_COST))
        tried = np.r_[start : min(names, start + _TRIES), names : min(stop, names + _TRIES)]
        return tried[self.cost[tried] < now - 1e-6]

    def _pays(self, owner: int, place: int) -> bool:
        held = np.where(self.chosen >= 0, self.table[place, self.chosen], False)
        in_the_way = [int(other) for other in np.flatnonzero(held)]
        if len(in_the_way) > 2:
            return False
        before = {other: int(self.chosen[other]) for other in (owner, *in_the_way)}
        paid = sum(self._paid(other) for other in before)
        for other in before:
            self._leave(other)
        self._take(owner, place)
        for other in in_the_way:
            self._take(other, self._cheapest(other))
        if sum(self._paid(other) for other in before) < paid - 1e-6:
            return True
        for other in before:
            self._leave(other)
        for other, held in before.items():
            self._take(other, held)
        return False


def _spot(owner: int, place: int, places: Candidates, words: Sequence[Wording], around: Surroundings) -> Spot:
    if place < 0:
        x, y, _ = around.discs[owner]
        return Spot((), Box(float(x), float(y), 0.0, 0.0), 0, inside=True, leader=None, numbered=True, clear=False)
    word = words[places.wording[place]]
    left, top = float(places.left[place]), float(places.top[place])
    leader = None
    if places.leader[place]:
        (x0, y0), (x1, y1) = places.start[place], places.end[place]
        leader = ((float(x0), float(y0)), (float(x1), float(y1)))
    return Spot(
        word.lines, Box(left, top, word.width, word.height), int(places.aside[place]),
        bool(places.inside[place]), leader, word.numbered, clear=True,
    )


