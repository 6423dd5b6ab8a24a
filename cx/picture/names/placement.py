"""A place for every name: inside its bubble, beside it, at the end of a leader line, or as a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.picture.names.candidates import (
    FAR,
    FARTHER,
    NUMBER_COST,
    Candidates,
    Flags,
    Indices,
    Kept,
    Surroundings,
    Wording,
    appended,
    candidates,
    joined,
    wordings,
)
from cx.picture.names.clearance import conflicts, free, with_crossings
from cx.picture.names.search import chosen_places
from cx.picture.record import Box
from cx.picture.type import LEADING, Font

_FEW, _MANY = (24, 6), (14, 14)
"""How many places of a name and of its number the search knows: more numbers in a crowd."""
_CROWD = 50
_SAME_PLACE, _KEPT = 2.0, 2.5
"""How near to where it stood a name counts as staying, in points, and what staying is worth."""
_MOST = 3600
_FEW_NUMBERS = 12
"""Up to so many numbers, their names are tried at the end of longer leader lines."""
_ROUNDS, _TRIES, _MOVED = 10, 14, 3
"""For how many bubbles without a place others are moved, in how many ways, and how many others at once."""


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
    kept: Mapping[int, Kept] | None = None,
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
    kept
        Where names stood in another picture, by the place of their bubble: those places are preferred.

    Notes
    -----
    No random numbers: the same names and bubbles give the same places.
    """
    words = [w for owner, name in enumerate(names) for w in wordings(owner, name, font, size)]
    words += _figures(len(names), font, figure_size or size)
    every = free(candidates(words, around, size, unit), around, unit)
    if kept:
        every = _preferring(every, words, around, kept, unit)
    near = with_crossings(_best(every, words, len(names), spare=2.0), around)
    places = _best(near, words, len(names), spare=1.0)
    chosen = chosen_places(places.cost, places.owner, conflicts(places, places, unit), len(names))
    scene = _Scene(every, words, around, size, unit)
    taken = _freed(_late(places[chosen[chosen >= 0]], scene), scene)
    held = {int(owner): row for row, owner in enumerate(taken.owner)}
    return tuple(_spot(owner, held.get(owner, -1), taken, words, around) for owner in range(len(names)))


def _preferring(
    places: Candidates,
    words: Sequence[Wording],
    around: Surroundings,
    kept: Mapping[int, Kept],
    unit: float,
) -> Candidates:
    """Return the places with a lower cost for those where the name stood before."""
    cost = places.cost.copy()
    for owner, before in kept.items():
        rows = np.flatnonzero(places.owner == owner)
        same = np.array([words[index].lines == before.lines for index in places.wording[rows]], dtype=bool)
        x, y, radius = around.discs[owner]
        off = np.hypot(places.left[rows] - x - before.right, places.top[rows] - y - before.down)
        near = same & (off <= _SAME_PLACE * unit + abs(radius - before.radius))
        cost[rows[near]] -= _KEPT
    return replace(places, cost=cost)


@dataclass(frozen=True)
class _Scene:
    every: Candidates
    """All free places."""
    words: Sequence[Wording]
    around: Surroundings
    size: float
    unit: float


def _freed(taken: Candidates, scene: _Scene) -> Candidates:
    """Return the taken places, with others moved for bubbles that have none."""
    for _ in range(_ROUNDS):
        without = np.setdiff1d(np.arange(len(scene.around.discs)), taken.owner)
        if len(without) > _ROUNDS:
            return taken
        better = next((found for one in without if (found := _squeezed(one, taken, scene)) is not None), None)
        if better is None:
            return taken
        taken = better
    return taken


def _squeezed(owner: int, taken: Candidates, scene: _Scene) -> Candidates | None:
    """Return the taken places with one for this bubble too; ``None`` where that costs another its place."""
    wanted = joined(scene.every[scene.every.owner == owner], _far(np.array([owner]), scene, numbered=True))
    wanted = with_crossings(wanted, scene.around)
    barred = conflicts(wanted, taken, scene.unit)
    order = np.lexsort((wanted.cost, barred.sum(axis=1)))
    for row in order[:_TRIES]:
        in_the_way = barred[row]
        if in_the_way.sum() > _MOVED:
            break
        tried = _late(appended(taken[~in_the_way], wanted[np.array([row])]), scene, names_too=False)
        if len(tried) > len(taken):
            return tried
    return None


def _late(taken: Candidates, scene: _Scene, *, names_too: bool = True) -> Candidates:
    """Return the taken places, with better ones for the numbers where a place was overlooked.

    The search knows the cheapest places of each bubble only. Here every place of those that ended as a number
    is tried, names first, and longer leader lines for those that have none.
    """
    every, words, around, unit = scene.every, scene.words, scene.around, scene.unit
    numbered = np.array([word.numbered for word in words])
    without = np.setdiff1d(np.arange(len(around.discs)), taken.owner)
    seeking = np.union1d(without, taken.owner[numbered[taken.wording]]) if names_too else without
    wanted = np.isin(every.owner, seeking) & (np.isin(every.owner, without) | ~numbered[every.wording])
    farther = _far(without, scene, numbered=True)
    if names_too and len(seeking) <= _FEW_NUMBERS:
        farther = appended(farther, _far(seeking, scene, numbered=False))
    rest = with_crossings(joined(every[wanted], farther), around)
    rest = rest[np.lexsort((rest.cost, rest.owner))]
    rest = rest[numbered[rest.wording] | (rest.cost < NUMBER_COST)]
    barred = conflicts(rest, taken, unit)
    for owner in seeking:
        others = taken.owner != owner
        rows = np.flatnonzero((rest.owner == owner) & ~barred[:, others].any(axis=1))
        if len(rows):
            place = rest[rows[:1]]
            taken = appended(taken[others], place)
            barred = np.concatenate([barred[:, others], conflicts(rest, place, unit)], axis=1)
    return taken


def _far(owners: Indices, scene: _Scene, *, numbered: bool) -> Candidates:
    """Return free places farther away for the numbers, or the names, of some bubbles."""
    words, around = scene.words, scene.around
    index = np.array(
        [i for i, word in enumerate(words) if word.numbered == numbered and word.owner in owners], dtype=int
    )
    rays = FAR if numbered else FARTHER
    far = candidates([words[i] for i in index], around, scene.size, scene.unit, rays=rays)
    far = free(far, around, scene.unit)
    return replace(far, wording=index[far.wording])


def _figures(count: int, font: Font, size: float) -> list[Wording]:
    width = font.width("8" * len(str(count // 2)), size, "semibold")
    return [Wording(owner, (), width, size * LEADING, numbered=True) for owner in range(count)]


def _best(places: Candidates, words: Sequence[Wording], count: int, *, spare: float) -> Candidates:
    """Return the cheapest places of each bubble: names, and a few of its number."""
    names, figures = _FEW if count <= _CROWD else _MANY
    share = min(1.0, _MOST / (count * (names + figures))) * spare
    ranked = places[np.lexsort((places.cost, places.owner))]
    numbered = np.array([word.numbered for word in words])[ranked.wording]
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


def _spot(owner: int, place: int, places: Candidates, words: Sequence[Wording], around: Surroundings) -> Spot:
    if place < 0:
        x, y, _ = around.discs[owner]
        return Spot(
            (), Box(float(x), float(y), 0.0, 0.0), 0, inside=True, leader=None, numbered=True, clear=False
        )
    word = words[places.wording[place]]
    left, top = float(places.left[place]), float(places.top[place])
    leader = None
    if places.leader[place]:
        (x0, y0), (x1, y1) = places.start[place], places.end[place]
        leader = ((float(x0), float(y0)), (float(x1), float(y1)))
    return Spot(
        word.lines,
        Box(left, top, word.width, word.height),
        int(places.aside[place]),
        bool(places.inside[place]),
        leader,
        word.numbered,
        clear=True,
    )
