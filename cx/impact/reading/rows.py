"""What only the rows themselves show: copies, straight lines, and columns that average others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from cx.impact.reading.cells import Flags, Numbers
from cx.impact.sums import Answers
from cx.records import Finding

_LINE = 5
_SHORT_LINE = 3
_BINARY = 1
_SAME = 0.995
_NEARLY_SAME = 0.98
_CHANCE = 10.0
_TWO = 2
_NOTABLE = 0.05
_UNIQUE = 0.9
_SAMPLE = 20_000
"""So many rows show whether a column averages the others."""


@dataclass(frozen=True)
class RowFindings:
    """What the rows show."""

    straight: Flags
    """(rows,) respondents who gave every touchpoint the same rating."""
    findings: tuple[Finding, ...]


def seen_in(answers: Answers, others: pd.DataFrame) -> RowFindings:
    """Return what the rows show that moments cannot.

    Parameters
    ----------
    others
        The other columns of the same rows.

    Notes
    -----
    Straight line: the same rating for at least five touchpoints (or for all, of three or four), on a scale of
    more than two answers. Copies: rows that agree in ratings, outcome and all other columns (but
    those that name the row) beyond ten times what chance would
    give if touchpoints were answered independently; straight lines and rows with fewer than five ratings
    (or fewer than there are touchpoints) are not counted.
    """
    counts, low, high = _spans(answers)
    straight = _straight(answers, counts, low, high)
    telling = others.loc[:, [_repeats(others.iloc[:, j]) for j in range(others.shape[1])]]
    copies = _copies(answers, telling, (counts >= min(_LINE, len(answers.names))) & (low < high))
    return RowFindings(
        straight, (*_about_straight(straight), *_about_copies(answers, telling, copies), *_averages(answers))
    )


def _spans(answers: Answers) -> tuple[Numbers, Numbers, Numbers]:
    first = answers.ratings[:, 0]
    counts, low, high = np.zeros(len(first)), np.full(len(first), np.nan), np.full(len(first), np.nan)
    for j in range(len(answers.names)):
        column = answers.ratings[:, j]
        if answers.unrated is not None:
            column = np.where(answers.unrated[:, j], np.nan, column)
        counts += ~np.isnan(column)
        np.fmin(low, column, out=low)
        np.fmax(high, column, out=high)
    return counts, low, high


def _straight(answers: Answers, counts: Numbers, low: Numbers, high: Numbers) -> Flags:
    p = len(answers.names)
    if p < _SHORT_LINE or max(scale.width for scale in answers.scales) <= _BINARY:
        return np.zeros(answers.rows, dtype=bool)
    return np.asarray((counts >= min(_LINE, p)) & (low == high))


def _about_straight(straight: Flags) -> list[Finding]:
    n = int(straight.sum())
    if not n:
        return []
    share = n / len(straight)
    details = {"n": n, "percent": round(100 * share, 2)}
    return [Finding("warning" if share >= _NOTABLE else "info", "straight_liners", details=details)]


def _copies(answers: Answers, telling: pd.DataFrame, eligible: Flags) -> int:
    keys = _keys(answers)
    again = pd.Series(keys[eligible]).duplicated(keep=False).to_numpy()
    alike = np.flatnonzero(eligible)[again]
    marks = keys[alike]
    if alike.size and telling.shape[1]:
        rows = telling.iloc[alike].astype(str)
        marks = marks ^ pd.util.hash_pandas_object(rows, index=False).to_numpy()
    return int(pd.Series(marks).duplicated().sum())


def _repeats(column: pd.Series) -> bool:
    # A column with a new value in nearly every row names the row: its copies would differ in it.
    return bool(column.nunique() < _UNIQUE * len(column))


def _keys(answers: Answers) -> np.ndarray:
    random = np.random.default_rng(0)
    factors = random.integers(1, 2**62, len(answers.names) + 1, dtype=np.uint64) * 2 + 1
    keys = np.zeros(answers.rows, dtype=np.uint64)
    columns = [answers.outcome, *(answers.ratings[:, j] for j in range(len(answers.names)))]
    for factor, column in zip(factors, columns, strict=True):
        bits = np.ascontiguousarray(np.where(np.isnan(column), np.nan, column + 0.0)).view(np.uint64)
        keys = (keys ^ (bits >> np.uint64(32)) ^ bits) * factor
        keys ^= keys >> np.uint64(29)
    return keys


def _about_copies(answers: Answers, telling: pd.DataFrame, copies: int) -> list[Finding]:
    if not copies or copies <= _CHANCE * _by_chance(answers, telling):
        return []
    percent = round(100 * copies / answers.rows, 2)
    return [Finding("warning", "copied_rows", details={"n": copies, "percent": percent})]


def _by_chance(answers: Answers, telling: pd.DataFrame) -> float:
    # Pairs of rows times the probability that two of them agree in every column.
    agree = answers.rows * (answers.rows - 1) / 2
    for column in [answers.outcome, *(answers.ratings[:, j] for j in range(len(answers.names)))]:
        _, counts = np.unique(column, return_counts=True)
        agree *= float(((counts / counts.sum()) ** 2).sum())
    for j in range(telling.shape[1]):
        agree *= float((telling.iloc[:, j].value_counts(normalize=True, dropna=False) ** 2).sum())
    return agree


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
