"""Columns that follow from others: averages, sums, and what is left of them after rounding."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from cx.intake.survey.answers.column import GIVEN, Answered, Values
from cx.intake.words import plain

_AVERAGE = re.compile(r"\b(?:average|mean|gemiddelde?|avg|gem|sum|som|total|totaal|totaalscore|index)\b")
OVERALL = re.compile(
    r"\b(?:totaal|total|geheel|totale|overal|alles|bij elkaar|algemeen|generale?|ensemble|gesamt\w*)\b"
)
"""How headers say that everything together is meant."""
_FEWEST = 20
_UNIQUE, _FIFTH = 0.9, 0.2
_TENTH, _HALF, _NEARLY, _ALMOST, _HANDFUL = 0.051, 0.5, 0.97, 0.98, 2


def may_be_derived(column: Answered, others: Sequence[Answered]) -> bool:
    """Return whether a column is named an average, or with decimals where hardly another column has them."""
    if _AVERAGE.search(plain(column.header)) or OVERALL.search(plain(column.header)):
        return True
    broken = sum(_has_decimals(one) for one in others)
    return _has_decimals(column) and broken < max(2, _FIFTH * len(others))


def _has_decimals(column: Answered) -> bool:
    found = column.counted
    broken = found.counts[found.values != np.rint(found.values)].sum()
    return bool(broken > _FIFTH * len(column.known))


def follows(column: Answered, ratings: Sequence[Answered]) -> bool:
    """Return whether a column is the mean of what else was answered, or a fixed sum of it."""
    rows = np.flatnonzero(column.states == GIVEN)[:5_000]
    if len(rows) < _FEWEST:
        return False
    others = np.stack([one.values[rows] for one in ratings], axis=1)
    own = column.values[rows]
    met = ~np.isnan(others)
    count = met.sum(axis=1)
    means = np.where(met, others, 0.0).sum(axis=1) / np.maximum(count, 1)
    if np.ptp(own) > 0 and _is_mean(column, (means - own)[count > 0], others.shape[1]):
        return True
    full = met.all(axis=1)
    if full.sum() < 3 * others.shape[1] + 2:
        return False
    design = np.column_stack([np.ones(int(full.sum())), others[full]])
    slopes, *_ = np.linalg.lstsq(design, own[full], rcond=None)
    rest = own[full] - design @ slopes
    return bool(rest.var() < 1e-3 * own[full].var())


def _is_mean(column: Answered, apart: Values, count: int) -> bool:
    """Whether a column is as near to the mean of others as rounding to tenths or whole ones leaves it."""
    off = np.abs(apart)
    if np.mean(off <= _TENTH) > _UNIQUE:
        return True
    whole = bool(np.mean(column.known == np.rint(column.known)) > _ALMOST)
    needed = _NEARLY if _AVERAGE.search(plain(column.header)) else 1.0
    return whole and count > _HANDFUL and bool(np.mean(off <= _HALF + _TENTH / 10) >= needed)
