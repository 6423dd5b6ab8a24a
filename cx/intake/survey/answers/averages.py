"""Columns that follow from others: averages, sums, and what is left of them after rounding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers.column import GIVEN, Answered, Values
from cx.intake.words import plain

_AVERAGE = re.compile(r"\b(?:average|mean|gemiddelde?|avg|gem|sum|som|total|totaal|totaalscore|index)\b")
OVERALL = re.compile(
    r"\b(?:totaal|total|geheel|totale|overal|alles|bij elkaar|algemeen|generale?|ensemble|gesamt\w*)\b"
)
"""How headers say that everything together is meant."""
_FEWEST = 20
_MOST_ROWS = 5_000
_MOST_ADDED, _MOST_SUMS = 250, 60
"""Fixed sums are looked for among so many ratings, in so many columns: each costs the ratings' square."""
_UNIQUE, _FIFTH = 0.9, 0.2
_TENTH, _HALF, _NEARLY, _ALMOST, _HANDFUL = 0.051, 0.5, 0.97, 0.98, 2


def is_named_average(column: Answered) -> bool:
    """Return whether a header says that the column is an average or a sum."""
    words = plain(column.header)
    return bool(_AVERAGE.search(words) or OVERALL.search(words))


def has_decimals(column: Answered) -> bool:
    """Return whether more than a fifth of a column's numbers are broken."""
    found = column.counted
    broken = found.counts[found.values != np.rint(found.values)].sum()
    return bool(broken > _FIFTH * len(column.known))


class Together:
    """The ratings that a column may be the mean or the sum of; added up once for all such columns."""

    def __init__(self, ratings: Sequence[Answered]) -> None:
        self.ratings = ratings
        self.count = len(ratings)
        self._tries = _MOST_SUMS

    @cached_property
    def _sums(self) -> tuple[Values, Values]:
        """Per row the sum of what was answered, and how much that was."""
        total = np.zeros(len(self.ratings[0].values))
        met = np.zeros(len(total))
        for one in self.ratings:
            known = ~np.isnan(one.values)
            total += np.where(known, one.values, 0.0)
            met += known
        return total, met

    def give(self, column: Answered) -> bool:
        """Return whether a column is the mean of what else was answered, or a fixed sum of it."""
        rows = np.flatnonzero(column.states == GIVEN)[:_MOST_ROWS]
        if len(rows) < _FEWEST:
            return False
        total, met = (sums[rows] for sums in self._sums)
        own = column.values[rows]
        means = total / np.maximum(met, 1)
        if np.ptp(own) > 0 and _is_mean(column, (means - own)[met > 0], self.count):
            return True
        full = rows[met == self.count]
        if len(full) < 3 * self.count + 2 or self.count > _MOST_ADDED or not self._tries:
            return False
        self._tries -= 1
        return self._add_up(column, full)

    def _add_up(self, column: Answered, rows: npt.NDArray[np.int64]) -> bool:
        others = np.stack([one.values[rows] for one in self.ratings], axis=1)
        own = column.values[rows]
        design = np.column_stack([np.ones(len(rows)), others])
        slopes, *_ = np.linalg.lstsq(design, own, rcond=None)
        rest = own - design @ slopes
        return bool(rest.var() < 1e-3 * own.var())


def _is_mean(column: Answered, apart: Values, count: int) -> bool:
    """Whether a column is as near to the mean of others as rounding to tenths or whole ones leaves it."""
    off = np.abs(apart)
    if np.mean(off <= _TENTH) > _UNIQUE:
        return True
    whole = bool(np.mean(column.known == np.rint(column.known)) > _ALMOST)
    needed = _NEARLY if _AVERAGE.search(plain(column.header)) else 1.0
    return whole and count > _HANDFUL and bool(np.mean(off <= _HALF + _TENTH / 10) >= needed)
