"""Ratings with a side of their own: they hardly share what all have in common, but go along with a few."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cx.intake.survey.evidence.mood import standardised
from cx.intake.survey.evidence.profile import Profile
from cx.process import steps

_MOST_ROWS, _MOST_OTHERS = 1_500, 60
_FEWEST, _KIN = 30, 2
_CLEAR, _ERRORS = 0.25, 4.0
"""So high a correlation, and so many standard errors, are no accident among sixty."""


def with_kin(alone: Sequence[Profile], others: Sequence[Profile], height: int) -> frozenset[int]:
    """Return the places of columns that go along with two others or more.

    Parameters
    ----------
    alone
        The columns to look at; up to as many as a table has.
    others
        All columns of the scale; of very many some are looked at.
    height
        How many rows the table has; of many some are looked at.

    Notes
    -----
    What is no rating goes along with none of them: a region does not, and what only drives the outcome goes
    along with that one column.
    """
    if not alone or len(others) < _KIN or height < _FEWEST:
        return frozenset()
    rows = np.unique(np.linspace(0, height - 1, min(height, _MOST_ROWS)).astype(np.int64))
    beside = others[:: -(-len(others) // _MOST_OTHERS)]
    known, theirs = standardised(beside, rows)
    found = set()
    for one in steps(alone):
        given, own = standardised([one], rows)
        both = given.T.astype(float) @ known
        r = np.divide(own.T @ theirs, both, out=np.zeros_like(both), where=both >= _FEWEST)
        clear = np.abs(r[0]) >= np.maximum(_CLEAR, _ERRORS / np.sqrt(np.maximum(both[0], 1)))
        if sum(other.place != one.place for other, near in zip(beside, clear, strict=True) if near) >= _KIN:
            found.add(one.place)
    return frozenset(found)
