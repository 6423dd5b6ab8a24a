"""A column whose scale changes midway: 1 to 5 up to some row, 1 to 10 from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cx.intake.survey.answers.column import Answered, Values

_LINES = (1.0, 3.0, 4.0, 5.0, 7.0, 10.0)
"""Where shorter scales end."""
_FEWEST = 20
_CHANCE = 1e-6


@dataclass(frozen=True)
class Change:
    """Where a column's scale changes."""

    place: int
    row: int
    """The position of the first row with an answer of the longer scale, or the last one."""
    n: int
    """How many answers lie on the short side."""
    low: float
    """Where answers end on the short side."""
    high: float
    """Where they end on the long side."""
    widens: bool
    """Whether the long side comes second."""


def changes_in(columns: Sequence[Answered]) -> list[Change]:
    """Return the columns whose answers stay low on one side of some row and do not on the other."""
    return [change for column in columns if (change := _change(column))]


def _change(column: Answered) -> Change | None:
    rows = np.flatnonzero(~np.isnan(column.values))
    known = column.values[rows]
    if len(known) < 2 * _FEWEST:
        return None
    top = float(known.max())
    for line in _LINES:
        if top < 1.5 * line or top <= line + 1:
            continue
        ahead = int(np.argmax(known > line))
        if _by_design(known[ahead:], line, ahead):
            return Change(column.place, int(rows[ahead]), ahead, float(known[:ahead].max()), top, widens=True)
        behind = int(np.argmax(known[::-1] > line))
        if _by_design(known[: len(known) - behind], line, behind):
            last = len(known) - behind - 1
            return Change(
                column.place, int(rows[last]), behind, float(known[last + 1 :].max()), top, widens=False
            )
    return None


def _by_design(rest: Values, line: float, count: int) -> bool:
    """Whether so many low answers in a row are no chance, seen from the others."""
    if count < _FEWEST or len(rest) < _FEWEST:
        return False
    return bool((1 - float(np.mean(rest > line))) ** count < _CHANCE)
