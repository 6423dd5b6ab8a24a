"""The places that a search knows: those that are free, the cheapest of each bubble."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.picture.names.candidates import (
    FAR,
    NUMBER_COST,
    Candidates,
    Flags,
    Indices,
    Numbers,
    Surroundings,
    candidates,
    sides,
    wordings,
)
from cx.picture.names.clearance import free, with_crossings
from cx.picture.names.wording import Kept, Wording
from cx.picture.type import LEADING, Font

_FEW, _MANY = (24, 6), (14, 14)
"""How many places of a name and of its number the search knows: more numbers in a crowd."""
_CROWD = 50
PLACES, _SECTORS, _SPREAD = 60, 8, 3.0
"""How many places of a name there are at most; and by how much a place is put behind for each cheaper one
in the
same eighth of the directions, so that there are some on every side."""
_MOST = 3600
_SAME_PLACE, _KEPT, _SAME_SIDE = 2.0, 14.0, 9.0
"""How near to where it stood a name counts as staying, in points; what staying is worth, and keeping the
side."""


@dataclass(frozen=True)
class Scene:
    """The bubbles with their names, and how names are set."""

    names: Sequence[str]
    around: Surroundings
    font: Font
    size: float
    """The type size of names, in points."""
    figure_size: float
    """The type size of numbers."""
    unit: float
    kept: Mapping[int, Kept]
    """Where names stood in another picture."""
    weight: Numbers
    """What each name is worth on the chart."""
    highest: int = 0
    """The largest number that a bubble may carry; 0: as many as there are numbers."""
    numbered: bool = False
    """Whether every bubble carries its number instead of its name."""

    def words_of(self, owners: Sequence[int]) -> list[Wording]:
        """Return the ways to break the names of some bubbles."""
        if self.numbered:
            return []
        return [w for owner in owners for w in wordings(owner, self.names[owner], self.font, self.size)]

    def figures_of(self, owners: Sequence[int], most: int) -> list[Wording]:
        """Return the numbers of some bubbles, as wide as the largest of so many, or the highest."""
        width = self.font.width("8" * len(str(self.highest or most)), self.figure_size, "semibold")
        height = self.figure_size * LEADING
        return [Wording(owner, (), width, height, numbered=True) for owner in owners]

    def free_places(self, words: Sequence[Wording]) -> Candidates:
        """Return every free place of some wordings, those where names stood before at a lower cost."""
        found = free(candidates(words, self.around, self.size, self.unit), self.around, self.unit)
        return self._preferring(found, words) if self.kept else found

    def far_places(self, words: Sequence[Wording], index: Indices) -> Candidates:
        """Return free places farther away for some of the wordings."""
        chosen = [words[i] for i in index]
        far = candidates(chosen, self.around, self.size, self.unit, rays=FAR)
        far = free(far, self.around, self.unit)
        return replace(far, wording=index[far.wording])

    def _preferring(self, places: Candidates, words: Sequence[Wording]) -> Candidates:
        """Return the places with a lower cost for those where the name stood before, or on that side."""
        cost = places.cost.copy()
        for owner, before in self.kept.items():
            rows = np.flatnonzero((places.owner == owner) & ~places.numbered)
            same = np.array(
                [words[index].lines == before.lines for index in places.wording[rows]], dtype=bool
            )
            x, y, radius = self.around.discs[owner]
            off = np.hypot(places.left[rows] - x - before.right, places.top[rows] - y - before.down)
            near = same & (off <= _SAME_PLACE * self.unit + abs(radius - before.radius))
            beside = side(places[rows], self.around.discs) == before.side
            cost[rows] -= np.where(near, _KEPT, np.where(beside, _SAME_SIDE, 0.0))
        return replace(places, cost=cost)

    def where_before(self, places: Candidates) -> Flags:
        """Return which places are on the side of their bubble where the name stood in the other picture."""
        before = np.full(len(self.names), -1, dtype=np.int64)
        for owner, stood in self.kept.items():
            before[owner] = stood.side
        return np.asarray(side(places, self.around.discs) == before[places.owner])


def side(places: Candidates, discs: Numbers) -> Indices:
    """Return on which side of its bubble each place is: 0 inside, else as :func:`sides` counts."""
    edges = np.stack([places.left, places.top, places.right, places.bottom], axis=1)
    return np.where(places.inside, 0, sides(edges, discs[places.owner]))


def pool(places: Candidates, around: Surroundings) -> Candidates:
    """Return the places where names may stand, with their whole cost, by bubble and by cost.

    Notes
    -----
    These are the candidate places of the placement: up to ``PLACES`` a bubble, cheap ones on every side,
    and none
    that would mislead more than a number does.
    """
    names = with_crossings(places[~places.numbered], around)
    names = names[names.cost < NUMBER_COST]
    x, y, _ = around.discs[names.owner].T
    turn = np.arctan2((names.top + names.bottom) / 2 - y, (names.left + names.right) / 2 - x)
    sector = names.owner * _SECTORS + (turn / (2 * np.pi) * _SECTORS).round().astype(np.int64) % _SECTORS
    order = np.lexsort((names.cost, sector))
    names, sector = names[order], sector[order]
    wanted = _rank(sector, np.ones(len(names), dtype=bool)) * _SPREAD + names.cost
    names = names[np.lexsort((wanted, names.owner))]
    names = names[_rank(names.owner, np.ones(len(names), dtype=bool)) < PLACES]
    return names[np.lexsort((names.cost, names.owner))]


def best(places: Candidates, count: int, *, spare: float) -> Candidates:
    """Return the cheapest places of each of so many bubbles: names, and a few of its number."""
    names, figures = _FEW if count <= _CROWD else _MANY
    share = min(1.0, _MOST / (count * (names + figures))) * spare
    ranked = places[np.lexsort((places.cost, places.owner))]
    numbered = ranked.numbered
    kept = np.where(
        numbered,
        _rank(ranked.owner, numbered) < max(3, figures * share),
        _rank(ranked.owner, ~numbered) < max(6, names * share),
    )
    return ranked[kept]


def _rank(owner: Indices, counted: Flags) -> Indices:
    """Return how many counted places of the same owner come before each place."""
    before: Indices = np.cumsum(counted) - counted
    return before - before[np.searchsorted(owner, owner)] if len(owner) else before
