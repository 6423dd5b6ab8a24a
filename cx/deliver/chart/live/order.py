"""In which order bubbles are drawn: by colour, and so that few small ones lie behind a big one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, permutations

import numpy as np

from cx.picture import Picture
from cx.picture.record import Disc

_FEW_SERIES = 6


def drawing_order(picture: Picture) -> list[tuple[str, tuple[Disc, ...]]]:
    """Return the discs by colour, so ordered that as few small bubbles as possible lie behind a big one."""
    groups: dict[str, list[Disc]] = {}
    for disc in picture.discs:
        groups.setdefault(disc.group, []).append(disc)
    names = sorted(groups, key=lambda name: -max(disc.radius for disc in groups[name]))
    if len(names) <= _FEW_SERIES:
        names = _least_hidden(names, groups)
    return [(name, tuple(groups[name])) for name in names]


def _least_hidden(names: list[str], groups: Mapping[str, Sequence[Disc]]) -> list[str]:
    hidden = {(back, front): _hidden(groups[back], groups[front]) for back in names for front in names}
    return list(
        min(permutations(names), key=lambda order: sum(hidden[pair] for pair in combinations(order, 2)))
    )


def _hidden(behind: Sequence[Disc], front: Sequence[Disc]) -> int:
    """Return how many bubbles lie behind a larger one that they touch."""
    if not front:
        return 0
    x, y, radius = np.array([(disc.x, disc.y, disc.radius) for disc in front]).T
    return sum(
        int(np.sum((small.radius < radius) & (np.hypot(x - small.x, y - small.y) < radius + small.radius)))
        for small in behind
    )
