"""Rows that average or add up the rows of their group: known by their numbers, with their names as a hint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels
from cx.intake.columns import Subject
from cx.intake.measures.rows import Kept
from cx.intake.words import may_sum_up

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_LONGEST_GROUP = 60
_FEWEST_ROWS, _TRIED, _HALF, _EXACT = 3, 4, 0.5, 1e-9
_LEAST_SUM = 20
"""Smaller numbers add up by chance."""
_MOST_DECIMALS = 4


@dataclass(frozen=True)
class _Figures:
    """The numbers of some rows, in the order of the sheet."""

    scores: Values
    weights: Values
    """How many stand behind each; NaN where the table does not say."""
    slack: Values
    """By how much each score may differ because it was rounded."""


def without_subtotals(subject: Subject, labels: Mapping[str, Labels], place: int, kept: Kept) -> Kept:
    """Return which rows are used when those that sum up others are set aside; each is noticed.

    Parameters
    ----------
    labels
        For each key column the names per row.
    place
        The position of the column of touchpoints.
    kept
        Which rows are used so far.
    """
    scores = subject.roles.of("satisfaction")
    if not scores:
        return kept
    counts = [*subject.roles.of("volume"), *subject.roles.of("n")]
    texts = list(map(str, labels["touchpoint"].texts))
    sums = {text: may_sum_up(text) for text in set(texts)}
    hint = np.array([sums[text] for text in texts]) & kept
    away = np.zeros(len(kept), dtype=bool)
    for rows in _apart(labels, kept):
        values = subject.numbers(scores[0]).values[rows]
        weights = [subject.numbers(at).values[rows] for at in counts]
        for one in weights or [np.full(len(rows), np.nan)]:
            away[rows] |= _summing(_Figures(values, one, _slack(values)), hint[rows])
    for row in np.flatnonzero(away):
        subject.noticed.cell("warning", "total_row", int(row), place)
    return kept & ~away


def _apart(labels: Mapping[str, Labels], kept: Kept) -> Iterator[npt.NDArray[np.int64]]:
    """The rows of each period and segment."""
    keys = np.stack([labels["period"].ids, labels["segment"].ids], axis=1)[kept]
    rows = np.flatnonzero(kept)
    _, which = np.unique(keys, axis=0, return_inverse=True)
    which = which.reshape(-1)
    for group in range(int(which.max(initial=-1)) + 1):
        yield rows[which == group]


def _slack(scores: Values) -> Values:
    """Half of the last decimal that a score is given with; of a whole one, of what is usual."""
    known = scores[np.isfinite(scores)]
    if not len(known):
        return np.full(len(scores), _HALF)
    decimals = np.array([_decimals(score) for score in known.tolist()])
    own = np.zeros(len(scores))
    own[np.isfinite(scores)] = np.where(decimals == 0, np.median(decimals), decimals)
    return np.asarray(_HALF * 10.0**-own + _EXACT)


def _decimals(score: float) -> int:
    """With how many decimals a number is given, at most four."""
    return next(
        (places for places in range(_MOST_DECIMALS) if abs(score - round(score, places)) < _EXACT),
        _MOST_DECIMALS,
    )


def _summing(figures: _Figures, hint: Flags) -> Flags:
    """Which rows sum up those right above or below them, or all that are no such rows themselves."""
    found = np.zeros(len(hint), dtype=bool)
    if len(hint) < _FEWEST_ROWS:
        return found
    backwards = _Figures(figures.scores[::-1], figures.weights[::-1], figures.slack[::-1])
    found |= _below_groups(figures, hint) | _below_groups(backwards, hint[::-1])[::-1]
    found |= _of_all(figures, hint, found)
    if not hint.any():
        found |= _in_turn(figures) | _in_turn(backwards)[::-1]
    return found


def _below_groups(figures: _Figures, hint: Flags) -> Flags:
    """Rows with such a name that fit the rows since the last one, or since a row without a score."""
    found = np.zeros(len(hint), dtype=bool)
    starts = [0]
    for row in range(len(hint)):
        if not np.isfinite(figures.scores[row]):
            starts.append(row + 1)
        elif hint[row]:
            for start in starts[-_TRIED:]:
                parts = np.arange(start, row)[~found[start:row]]
                if (
                    len(parts)
                    and len(parts) <= _LONGEST_GROUP
                    and any(_matches(figures, row, parts, alone=len(parts) == 1))
                ):
                    found[row] = True
            starts.append(row + 1)
    return found


def _in_turn(figures: _Figures) -> Flags:
    """Rows without such a name whose score and weight both fit all rows since the last one."""
    found = np.zeros(len(figures.scores), dtype=bool)
    start = 0
    for row in range(len(found)):
        if not np.isfinite(figures.scores[row]):
            start = row + 1
        elif 1 < row - start <= _LONGEST_GROUP and all(
            _matches(figures, row, np.arange(start, row), alone=False)
        ):
            found[row], start = True, row + 1
    return found if np.count_nonzero(found) > 1 else np.zeros(len(found), dtype=bool)


def _matches(figures: _Figures, row: int, parts: npt.NDArray[np.int64], *, alone: bool) -> tuple[bool, ...]:
    """Whether the score is the mean of the parts, plain or weighted, and whether the weight is their sum.

    Of one part alone both have to hold: two touchpoints may well have the same score.
    """
    scores, weights = figures.scores[parts], figures.weights[parts]
    own, slack = figures.scores[row], figures.slack[row]
    known, total = np.isfinite(scores), float(weights.sum())
    plain = float(scores[known].mean()) if known.any() else np.nan
    weighted = float((scores * weights).sum() / total) if total > 0 else np.nan
    mean = bool(abs(own - plain) <= slack or abs(own - weighted) <= slack)
    added = bool(abs(figures.weights[row] - total) <= _HALF and total >= _LEAST_SUM)
    if not added and _is_one_of(figures.weights[row], weights):
        return False, False
    return (mean and added,) if alone else (mean, added)


def _is_one_of(own: float, parts: Values) -> bool:
    """Whether fewer stand behind a row than behind one of the parts, and it does not average these."""
    if not np.isfinite(own) or not np.isfinite(parts).all() or len(parts) < 2:  # noqa: PLR2004 - parts
        return False
    return own < float(parts.max()) and abs(own - float(parts.mean())) > _HALF


def _of_all(figures: _Figures, hint: Flags, known: Flags) -> Flags:
    """The first or the last row, where it sums up all rows that do not sum up others themselves."""
    found = np.zeros(len(hint), dtype=bool)
    for place in (0, len(hint) - 1):
        parts = ~known & np.isfinite(figures.scores)
        parts[place] = False
        rest = np.flatnonzero(parts)
        if len(rest) >= _FEWEST_ROWS - 1:
            mean, added = _matches(figures, place, rest, alone=False)
            found[place] = (hint[place] and (mean or added)) or (mean and added)
    return found
