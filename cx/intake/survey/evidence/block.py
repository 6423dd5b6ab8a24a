"""Ratings that stand together among more columns on their scale than their mood can be seen through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cx.intake.survey.evidence.mood import BEYOND_CHANCE, Mood, largest_of_noise, moods, standardised
from cx.intake.survey.evidence.profile import Profile

_FEWEST_ROWS, _FEWEST, _MOST, _MOST_ROWS = 20, 4, 40, 1_500
_SMALLEST = 3


def moods_of_block(group: Sequence[Profile], height: int) -> Mapping[int, Mood]:
    """Return how columns go along with the neighbours among them that share a mood clearest.

    Parameters
    ----------
    group
        Columns on one scale, from left to right, of which all together show no mood beyond chance.
    height
        How many rows the table has.

    Notes
    -----
    Four ratings beside four traits have an axis of their own that all eight hardly show. Of all runs of
    neighbours the one counts whose largest eigenvalue passes that of noise (Marchenko and Pastur 1967) most.
    """
    if not _FEWEST <= len(group) <= _MOST or height < _FEWEST_ROWS:
        return {}
    rows = np.unique(np.linspace(0, height - 1, min(height, _MOST_ROWS)).astype(np.int64))
    known, z = standardised(group, rows)
    together = known.T.astype(float) @ known
    r = z.T @ z / np.maximum(together, 1.0)
    n = float(known.sum(axis=0).mean())
    ends = [(a, b) for a in range(len(group)) for b in range(a + _SMALLEST, len(group))]
    ends += [(a, len(group)) for a in range(1, len(group) - _SMALLEST + 1)]
    clear = {pair: _beyond(r[pair[0] : pair[1], pair[0] : pair[1]], n) for pair in ends}
    best = max(clear, key=clear.__getitem__)
    if clear[best] <= 0:
        return {}
    start, end = best
    found = dict(moods([group[start:end]], height))
    usual = next((mood.usual for mood in found.values()), 0.0)
    axis = z[:, start:end].sum(axis=1)
    for at in (*range(start), *range(end, len(group))) if usual else ():
        there = known[:, at]
        both = float((z[there, at] ** 2).sum() * (axis[there] ** 2).sum()) ** 0.5
        along = float(z[there, at] @ axis[there]) / both if both else 0.0
        found[group[at].place] = Mood(along, int(there.sum()), usual)
    return found


def _beyond(r: np.ndarray, n: float) -> float:
    largest = float(np.linalg.eigvalsh(r)[-1])
    return largest - BEYOND_CHANCE * largest_of_noise(len(r), n)
