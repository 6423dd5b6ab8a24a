"""What only the rows themselves show: copies, straight lines, and columns that average others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cx.impact.reading.cells import Flags, Numbers
from cx.impact.reading.copies import about_copies
from cx.impact.sums import Answers
from cx.records import Finding, Scale

LINE = 5
SHORT_LINE = 3
_BINARY = 1
_SAME = 0.995
_NEARLY_SAME = 0.98
_TWO = 2
_NOTABLE = 0.05
_SAMPLE = 20_000
"""So many rows show whether a column averages the others."""


@dataclass(frozen=True)
class RowFindings:
    """What the rows show."""

    straight: Flags
    """(rows,) respondents who gave all touchpoints of a question the same rating."""
    findings: tuple[Finding, ...]


def seen_in(answers: Answers, others: pd.DataFrame) -> RowFindings:
    """Return what the rows show that moments cannot.

    Parameters
    ----------
    others
        The other columns of the same rows.

    Notes
    -----
    Straight line: the same rating for all touchpoints of one question (``answers.batteries``), at least five
    (or all, where there are three or four in all), on a scale of more than two answers. Copies: see
    :mod:`cx.impact.reading.copies`; rows in which all ratings, or all but one, are the same, and rows with
    fewer than five ratings (or fewer than there are touchpoints) are not counted.
    """
    counts, low, high = _spans(answers, range(len(answers.names)))
    straight = _straight(answers)
    eligible = (counts >= least_of(len(answers.names))) & _varied(answers, counts, low, high)
    copies = about_copies(answers, others, eligible)
    return RowFindings(
        straight, (*about_straight(int(straight.sum()), answers.rows), *copies, *_averages(answers))
    )


def _spans(answers: Answers, columns: Sequence[int]) -> tuple[Numbers, Numbers, Numbers]:
    """How many of some columns each respondent rated, the lowest and the highest of these ratings."""
    first = answers.ratings[:, 0]
    counts, low, high = np.zeros(len(first)), np.full(len(first), np.nan), np.full(len(first), np.nan)
    for j in columns:
        column = answers.ratings[:, j]
        if answers.unrated is not None:
            column = np.where(answers.unrated[:, j], np.nan, column)
        counts += ~np.isnan(column)
        np.fmin(low, column, out=low)
        np.fmax(high, column, out=high)
    return counts, low, high


def _varied(answers: Answers, counts: Numbers, low: Numbers, high: Numbers) -> Flags:
    """(rows,) whether more than one rating differs from the others."""
    lowest, highest = np.zeros(len(counts)), np.zeros(len(counts))
    for j in range(len(answers.names)):
        lowest += answers.ratings[:, j] == low
        highest += answers.ratings[:, j] == high
    most = np.maximum(lowest, highest)
    return np.asarray((low < high) & ((most < counts - 1) | (counts <= SHORT_LINE)))


def _straight(answers: Answers) -> Flags:
    found, p = np.zeros(answers.rows, dtype=bool), len(answers.names)
    for columns in questions_of(answers.batteries or (0,) * p, answers.scales):
        counts, low, high = _spans(answers, columns)
        found |= (counts >= least_of(p)) & (low == high)
    return found


def least_of(touchpoints: int) -> int:
    """Return how many of so many ratings show a straight line, or a copy that is no accident."""
    return min(LINE, touchpoints)


def questions_of(batteries: Sequence[int], scales: Sequence[Scale]) -> list[list[int]]:
    """Return the places of the touchpoints of each question that shows straight lines.

    Examples
    --------
    >>> questions_of((0, 0, 0, 0, 0, 1), [Scale(1, 5)] * 6)
    [[0, 1, 2, 3, 4]]
    """
    asked, p = np.array(batteries, dtype=np.int64), len(scales)
    if p < SHORT_LINE:
        return []
    each = [np.flatnonzero(asked == battery).tolist() for battery in range(int(asked.max()) + 1)]
    return [
        columns
        for columns in each
        if len(columns) >= least_of(p) and max(scales[j].width for j in columns) > _BINARY
    ]


def about_straight(n: int, rows: int) -> list[Finding]:
    """Return the finding of so many straight lines among so many rows; none of none."""
    if not n:
        return []
    share = n / rows
    details = {"n": n, "percent": round(100 * share, 2)}
    return [Finding("warning" if share >= _NOTABLE else "info", "straight_liners", details=details)]


def _averages(answers: Answers) -> list[Finding]:
    if len(answers.names) <= _TWO:
        return []
    step = max(1, answers.rows // _SAMPLE)
    ratings, outcome = answers.ratings[::step], answers.outcome[::step]
    known = ~np.isnan(ratings)
    filled = np.where(known, ratings, 0.0)
    sums, counts = filled.sum(axis=1), known.sum(axis=1)
    found = []
    for j, name in enumerate(answers.names):
        rows = known[:, j] & (counts > _TWO)
        others = (sums[rows] - filled[rows, j]) / (counts[rows] - 1)
        if _correlation(filled[rows, j], others) > _SAME:
            found.append(Finding("warning", "average_of_others", column=name, details={"touchpoint": name}))
    rows = counts >= _TWO
    agreement = _correlation(outcome[rows], sums[rows] / counts[rows])
    if agreement > _NEARLY_SAME:
        found.append(Finding("warning", "outcome_is_average", details={"r": round(agreement, 3)}))
    return found


def _correlation(one: Numbers, other: Numbers) -> float:
    if len(one) <= _TWO:
        return 0.0
    a, b = one - one.mean(), other - other.mean()
    # Sums, not dot products: those wake the threads of the matrix library, dear on a busy machine.
    spread = float((a * a).sum() * (b * b).sum())
    return float((a * b).sum()) / spread**0.5 if spread > 0 else 0.0
