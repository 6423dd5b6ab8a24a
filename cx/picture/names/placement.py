"""A place for every name: inside its bubble, beside it, at the end of a leader line, or as a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cx.picture.names.candidates import (
    NUMBER_COST,
    Candidates,
    Indices,
    Numbers,
    Surroundings,
    appended,
    joined,
)
from cx.picture.names.clearance import conflicts, exclusions, with_crossings
from cx.picture.names.crowd import crowd
from cx.picture.names.exchange import with_more_names
from cx.picture.names.search import chosen_places
from cx.picture.names.shortlist import Scene, best, pool
from cx.picture.names.wording import Kept, Wording
from cx.picture.record import Box
from cx.picture.type import Font

FEW = 60
"""Up to so many bubbles are placed together; of more, the most important come first."""
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
    importance: Sequence[float] | None = None,
    highest: int = 0,
    numbered: bool = False,
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
    importance
        How important each bubble is, in any measure; only the order counts. All alike by default.
    highest
        The largest number that a bubble may carry; 0: as many as there are numbers.
    numbered
        Whether every bubble carries its number instead of its name.

    Notes
    -----
    No random numbers: the same names and bubbles give the same places. Up to :data:`FEW` bubbles are placed
    together, so that the weight of the names on the chart (:func:`weights`) is as large as can be. In a crowd
    the most important get names until the picture is full, the next ones numbers, and the others nothing.
    """
    weight = weights(len(names) * [0.0] if importance is None else importance)
    scene = Scene(names, around, font, size, figure_size or size, unit, kept or {}, weight, highest, numbered)
    if len(names) > FEW:
        taken, words = crowd(scene)
    else:
        words = [*scene.words_of(range(len(names))), *scene.figures_of(range(len(names)), len(names) // 2)]
        taken = _together(words, scene)
    held = {int(owner): row for row, owner in enumerate(taken.owner)}
    return tuple(_spot(owner, held.get(owner, -1), taken, words, around) for owner in range(len(names)))


def weights(importance: Sequence[float]) -> Numbers:
    """Return what each name is worth on the chart: 2 for the most important, falling evenly towards 1.

    Parameters
    ----------
    importance
        In any measure, the most important highest; equals share their places.

    Examples
    --------
    >>> weights([0.1, 0.7, 0.1, 0.5]).tolist()
    [1.375, 2.0, 1.375, 1.75]
    """
    every = np.asarray(importance, dtype=np.float64)
    ordered = np.sort(every)
    above = len(every) - np.searchsorted(ordered, every, side="right")
    equal = len(every) - np.searchsorted(ordered, every, side="left")
    found: Numbers = 2.0 - (above + equal - 1) / 2 / max(len(every), 1)
    return found


def _together(words: Sequence[Wording], scene: Scene) -> Candidates:
    """Return the places of few names and numbers, all found together."""
    count = len(scene.names)
    every = scene.free_places(words)
    near = with_crossings(best(every, count, spare=2.0), scene.around)
    places = best(near, count, spare=1.0)
    chosen = chosen_places(places.cost, places.owner, exclusions(places, scene.unit), count)
    ground = _Ground(every, words, scene)
    taken = _late(places[chosen[chosen >= 0]], ground)
    places = pool(every, scene.around)
    named = with_more_names(taken, places, scene.weight, scene.unit, scene.where_before(places))
    if named is taken:
        return _freed(taken, ground)
    found = _freed(_late(named, ground, names_too=False), ground)
    return found if len(found) >= len(taken) else _freed(taken, ground)


@dataclass(frozen=True)
class _Ground:
    every: Candidates
    """All free places."""
    words: Sequence[Wording]
    scene: Scene


def _freed(taken: Candidates, ground: _Ground) -> Candidates:
    """Return the taken places, with others moved for bubbles that have none."""
    everyone = np.arange(len(ground.scene.names))
    far: Candidates | None = None
    for _ in range(_ROUNDS):
        without = np.setdiff1d(everyone, taken.owner)
        if not 0 < len(without) <= _ROUNDS:
            return taken
        far = _far(everyone, ground) if far is None else far
        found = (_squeezed(one, taken, ground, far) for one in without)
        better = next((places for places in found if places is not None), None)
        if better is None:
            return taken
        taken = better
    return taken


def _squeezed(owner: int, taken: Candidates, ground: _Ground, far: Candidates) -> Candidates | None:
    """Return the taken places with one for this bubble too; ``None`` where that costs another its place.

    ``far`` are the places farther away of all bubbles: each try asks for those of a few.
    """
    every, scene = ground.every, ground.scene
    wanted = joined(every[every.owner == owner], far[far.owner == owner])
    wanted = with_crossings(wanted, scene.around)
    barred = conflicts(wanted, taken, scene.unit)
    order = np.lexsort((wanted.cost, barred.sum(axis=1)))
    for row in order[:_TRIES]:
        in_the_way = barred[row]
        if in_the_way.sum() > _MOVED:
            break
        tried = _late(appended(taken[~in_the_way], wanted[np.array([row])]), ground, far, names_too=False)
        if len(tried) > len(taken):
            return tried
    return None


def _late(
    taken: Candidates, ground: _Ground, far: Candidates | None = None, *, names_too: bool = True
) -> Candidates:
    """Return the taken places, with better ones for the numbers where a place was overlooked.

    The search knows the cheapest places of each bubble only. Here every place of those that ended as a number
    is tried, names first.
    """
    every, scene = ground.every, ground.scene
    without = np.setdiff1d(np.arange(len(scene.names)), taken.owner)
    seeking = np.union1d(without, taken.owner[taken.numbered]) if names_too else without
    if not len(seeking):
        return taken
    wanted = np.isin(every.owner, seeking) & (np.isin(every.owner, without) | ~every.numbered)
    away = _far(without, ground) if far is None else far[np.isin(far.owner, without)]
    rest = with_crossings(joined(every[wanted], away), scene.around)
    rest = rest[np.lexsort((rest.cost, rest.owner))]
    rest = rest[rest.numbered | (rest.cost < NUMBER_COST)]
    barred = conflicts(rest, taken, scene.unit)
    for owner in seeking:
        others = taken.owner != owner
        rows = np.flatnonzero((rest.owner == owner) & ~barred[:, others].any(axis=1))
        if len(rows):
            place = rest[rows[:1]]
            taken = appended(taken[others], place)
            barred = np.concatenate([barred[:, others], conflicts(rest, place, scene.unit)], axis=1)
    return taken


def _far(owners: Indices, ground: _Ground) -> Candidates:
    """Return free places farther away for the numbers of some bubbles."""
    index = [i for i, word in enumerate(ground.words) if word.numbered and word.owner in owners]
    return ground.scene.far_places(ground.words, np.array(index, dtype=np.int64))


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
