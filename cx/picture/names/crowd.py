"""Places in a crowd: names for the most important bubbles until the picture is full, then numbers, then none.

Bubbles are taken in turns, the most important first; the names of a turn are placed together, and those of
earlier turns stay. Where the most important bubbles lie together, their part of the picture is full long
before the rest, so all turns are tried. With more bubbles there are fewer turns, so that time and memory stay
about the same for any number of bubbles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cx.picture.names.candidates import Candidates, Indices, appended
from cx.picture.names.clearance import conflicts, exclusions, with_crossings
from cx.picture.names.exchange import with_more_names
from cx.picture.names.search import chosen_places
from cx.picture.names.shortlist import Scene, best, pool
from cx.picture.names.wording import Wording

TURN = 60
"""How many names are placed together."""
NAMED = 960
"""How many bubbles are tried with their names, at most ..."""
_LOOKS = 3_000 * NAMED
"""... and fewer beyond 3,000 bubbles: each place of a name is compared with all of them."""
_APART = 120
"""How many of these may be less important ones that stand where few others do: there is room."""
_CELL = 5.0
"""How wide and high the squares are in which bubbles are counted, in sizes of type."""
NUMBERED = 140
"""How many numbers there are, at most: more than a key has room for tell nobody anything."""
_TRIED = 4
"""For how many turns of numbers."""
_DEAREST = 8.0
"""What the place of a name may cost: long leader lines over other bubbles are no help in a crowd."""
_FEW_LEFT = 40
"""So many bubbles without a place, at most, are given a number farther away."""


def crowd(scene: Scene) -> tuple[Candidates, list[Wording]]:
    """Return the places of names and numbers, and the wordings that they refer to."""
    order = np.argsort(-scene.weight, kind="stable")
    words: list[Wording] = []
    taken = scene.free_places([])
    tried = _tried(scene, order)
    for start in range(0, len(tried), TURN):
        turn = np.sort(tried[start : start + TURN])
        taken = _named(scene, turn, words, taken)
    return _numbered(scene, order, words, taken), words


def _tried(scene: Scene, order: Indices) -> Indices:
    """Return which bubbles are tried with their names: the most important, and others that stand apart."""
    if len(order) <= NAMED:
        return order
    most = max(TURN + _APART, min(NAMED, _LOOKS // len(order)))
    first, others = order[: most - _APART], order[most - _APART :]
    frame, side = scene.around.frame, _CELL * scene.size
    inside = scene.around.discs[:, :2].clip((frame.left, frame.top), (frame.right, frame.bottom))
    cell = ((inside - (frame.left, frame.top)) // side).astype(np.int64) + 1
    counts = np.zeros(cell.max(axis=0) + 2, dtype=np.int64)
    np.add.at(counts, (cell[:, 0], cell[:, 1]), 1)
    near = np.zeros(len(cell), dtype=np.int64)
    for right, down in np.ndindex(3, 3):
        near += counts[cell[:, 0] + right - 1, cell[:, 1] + down - 1]
    apart = np.sort(np.argsort(near[others], kind="stable")[:_APART])
    return np.concatenate([first, others[apart]])


def _named(scene: Scene, turn: Indices, words: list[Wording], taken: Candidates) -> Candidates:
    """Return the taken places with those of a turn's names; their wordings are added to ``words``."""
    places = _beside(scene, scene.words_of(turn.tolist()), words, taken)
    names = pool(places, scene.around)
    names = names[names.cost < _DEAREST]
    found = _chosen(best(names, len(turn), spare=1.0), turn, scene)
    both = appended(taken, found)
    return with_more_names(both, names, scene.weight, scene.unit)


def _numbered(scene: Scene, order: Indices, words: list[Wording], taken: Candidates) -> Candidates:
    """Return the taken places with the numbers of the most important bubbles that have no name."""
    without = order[~np.isin(order, taken.owner)]
    most, width = len(taken) + NUMBERED, min(len(without), NUMBERED)
    for start in range(0, min(len(without), _TRIED * NUMBERED), NUMBERED):
        turn = np.sort(without[start : start + NUMBERED][: most - len(taken)])
        if len(turn):
            figures = scene.figures_of(turn.tolist(), width)
            taken = _with_numbers(scene, _beside(scene, figures, words, taken), turn, taken)
    left = np.sort(without[~np.isin(without, taken.owner)])
    if len(left) > _FEW_LEFT or not len(left):
        return taken
    figures = scene.figures_of(left.tolist(), width)
    return _with_numbers(scene, _beside(scene, figures, words, taken, far=True), left, taken)


def _with_numbers(scene: Scene, places: Candidates, turn: Indices, taken: Candidates) -> Candidates:
    places = with_crossings(places, scene.around)
    return appended(taken, _chosen(best(places, len(turn), spare=1.0), turn, scene))


def _beside(
    scene: Scene,
    new: Sequence[Wording],
    words: list[Wording],
    taken: Candidates,
    *,
    far: bool = False,
) -> Candidates:
    """Return the free places of new wordings that exclude none of the taken ones."""
    places = scene.far_places(new, np.arange(len(new))) if far else scene.free_places(new)
    places = replace(places, wording=places.wording + len(words))
    words.extend(new)
    if not len(taken) or not len(places):
        return places
    return places[np.flatnonzero(~conflicts(places, taken, scene.unit).any(axis=1))]


def _chosen(places: Candidates, turn: Indices, scene: Scene) -> Candidates:
    """Return one place of each bubble of a turn that has any."""
    owner = np.searchsorted(turn, places.owner)
    table = exclusions(places, scene.unit)
    chosen = chosen_places(places.cost, owner, table, len(turn))
    return places[chosen[chosen >= 0]]
