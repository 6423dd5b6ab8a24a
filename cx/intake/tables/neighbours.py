"""Witnesses that look at two columns of numbers of one table of touchpoints together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

import numpy as np
import numpy.typing as npt

from cx.intake.tables.column_profile import Seen

Told = Iterator[tuple[int, str, float]]
_MOST, _FEWEST = 24, 4
_NEARLY_ALL, _HALF = 0.9, 0.5
_SPREAD_FROM, _SPREAD_TO, _ALIKE = 0.08, 0.5, 0.4
_FEW, _CLOSE = 0.34, 0.15
_FEWER = 0.9
_ROUNDED = 0.051


def heard(columns: Sequence[Seen]) -> Told:
    """Yield position, witness and strength for all pairs of columns; of very many only the first."""
    numeric = [one for one in columns if one.is_numbers][:_MOST]
    counted = [one for one in numeric if one.counts]
    short = [one for one in numeric if one.is_short or one.is_long]
    yield from _once(_within(counted))
    yield from _once(_spreads(short))
    yield from _once(_targets(short))
    yield from _once(_differences(numeric))


def _once(told: Told) -> Told:
    """Each witness once for each column, however many neighbours say the same."""
    yield from dict.fromkeys(told)


def _both(one: Seen, other: Seen) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    rows = np.isfinite(one.numbers.values) & np.isfinite(other.numbers.values)
    return one.numbers.values[rows], other.numbers.values[rows]


def _within(counted: Sequence[Seen]) -> Told:
    """Counts that do not pass those of another column in any row: who answered, of all contacts."""
    for one in counted:
        for other in counted:
            few, many = _both(one, other)
            if one is other or len(few) < _FEWEST or few.sum() > _FEWER * many.sum():
                continue
            if bool((few <= many).all()):
                yield one.place, "within_counts", 1.0
                yield other.place, "holds_counts", 1.0


def _spreads(short: Sequence[Seen]) -> Told:
    """Numbers that are small beside scores and lie close together: how far the answers spread."""
    for one in short:
        if not one.broken or one.low <= 0 or one.spread > _ALIKE:
            continue
        for other in short:
            if one is not other and _SPREAD_FROM * other.high <= one.high <= _SPREAD_TO * other.low:
                yield one.place, "small_beside", 1.0
                break


def _targets(short: Sequence[Seen]) -> Told:
    """A few different numbers close to the scores of another column: what was aimed at."""
    for one in short:
        for other in short:
            own, scores = _both(one, other)
            if one is other or len(own) < _FEWEST or one.different > _FEW * len(one.found):
                continue
            width = float(np.ptp(other.found)) + other.high
            near = bool(np.median(np.abs(own - scores)) <= _CLOSE * width)
            if near and other.different > 2 * one.different:
                yield one.place, "few_near_scores", 1.0
                break


def _differences(numeric: Sequence[Seen]) -> Told:
    """Numbers that are one column less another in each row: the first is what the row is about."""
    for one in numeric:
        if not one.negative or one.negative == len(one.found):
            continue
        for own, other in permutations([side for side in numeric if side is not one], 2):
            rows = [np.isfinite(side.numbers.values) for side in (one, own, other)]
            both = rows[0] & rows[1] & rows[2]
            if int(both.sum()) < _FEWEST or own.place > other.place:
                continue
            left = own.numbers.values - other.numbers.values
            for sign in (1.0, -1.0):
                if bool(np.allclose(sign * left[both], one.numbers.values[both], atol=_ROUNDED)):
                    yield one.place, "is_difference", 1.0
                    yield own.place, "has_difference", sign
                    yield other.place, "has_difference", -sign
