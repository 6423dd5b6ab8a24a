"""Rows that are copies of others, told apart from people who happen to answer alike."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.impact.reading.cells import Flags, Numbers
from cx.impact.sums import Answers
from cx.records import Finding

_UNIQUE = 0.9
MOST, _FEW = 100_000, 20_000
"""So many rows show how often people nearly agree, of many and of few columns."""
_SHOWING = 16
"""So many columns show how often rows differ in one of them, and in two."""
_LUMPY = 2.0
"""Where people answer in a few styles they agree more often than nearly agreeing suggests."""
_SIGMAS = 3.0
_TWO = 2
Keys = npt.NDArray[np.uint64]


def about_copies(answers: Answers, others: pd.DataFrame, eligible: Flags) -> list[Finding]:
    """Return the finding of rows that agree in everything with another, beyond what chance gives.

    Parameters
    ----------
    others
        The other columns of the same rows; one with a new value in nearly every row names the row and is not
        looked at.
    eligible
        (rows,) whether a row has enough different ratings for its copy to be no accident.

    Notes
    -----
    Chance is measured where it shows, in pairs of rows that *nearly* agree: people of one mood, or a common
    way of answering, agree in all ratings about as often as in all but one or two of them suggest, while
    copies agree in all and never nearly. With m1 and m2 pairs per rating and per pair of ratings that differ
    in just these, chance alone gives about m1² / m2 pairs that agree in all (m falls by the same factor from
    step to step). Copies have to pass twice that, three standard errors and one more: of 3,000 simulated
    files of independent people (5 to 14 ratings, correlations .3 to .8, ceilings, styles of answering) 2 did.
    Of more than 100,000 rows those count whose first two columns fall into one of several parts, so that no
    pair is torn; that part stands for all by how many of the pairs that agree in these columns it has.
    """
    telling = others.loc[:, [_repeats(others.iloc[:, j]) for j in range(others.shape[1])]]
    hashes = _hashes(answers, eligible)
    copies = _copies(hashes.sum(axis=1, dtype=np.uint64), np.flatnonzero(eligible), telling)
    if not copies or copies <= _by_chance(hashes, telling):
        return []
    return [copied(copies, answers.rows)]


def copied(n: int, rows: int) -> Finding:
    """Return the finding of so many copies among so many rows."""
    return Finding("warning", "copied_rows", details={"n": n, "percent": round(100 * n / rows, 2)})


def _repeats(column: pd.Series) -> bool:
    # A column with a new value in nearly every row names the row: its copies would differ in it.
    return bool(column.nunique() < _UNIQUE * len(column))


def _hashes(answers: Answers, eligible: Flags) -> Keys:
    """(eligible rows, 1 + ratings) a random number for each value; their sum tells rows apart."""
    columns = [answers.outcome, *(answers.ratings[:, j] for j in range(len(answers.names)))]
    found = np.empty((int(eligible.sum()), len(columns)), dtype=np.uint64, order="F")
    for j, column in enumerate(columns):
        found[:, j] = _mixed(column[eligible], j)
    return found


def _mixed(column: Numbers, place: int) -> Keys:
    bits = np.where(np.isnan(column), np.nan, column + 0.0).view(np.uint64)
    mixed = bits ^ np.uint64(0x9E3779B97F4A7C15 * (place + 1) % 2**64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed ^= mixed >> np.uint64(shift)
        mixed *= np.uint64(factor)
    return np.asarray(mixed ^ (mixed >> np.uint64(31)))


def _copies(keys: Keys, rows: npt.NDArray[np.intp], telling: pd.DataFrame) -> int:
    again = pd.Series(keys).duplicated(keep=False).to_numpy()
    marks = keys[again]
    if marks.size and telling.shape[1]:
        cells = telling.iloc[rows[again]].astype(str)
        told = pd.util.hash_pandas_object(cells, index=False).to_numpy(dtype=np.uint64)
        marks = np.bitwise_xor(marks, told)
    return int(pd.Series(marks).duplicated().sum())


def _by_chance(hashes: Keys, telling: pd.DataFrame) -> float:
    """How many copies chance may show at most."""
    parts = -(-len(hashes) // MOST)
    within, times = hashes, 1.0
    if parts > 1:
        ends = hashes[:, 0] + hashes[:, 1]
        some = ends % np.uint64(parts) == 0
        within, times = hashes[some], _pairs(ends) / max(_pairs(ends[some]), 1)
    asked = left_aside(hashes.shape[1], len(hashes))
    keys = within.sum(axis=1, dtype=np.uint64)
    pairs = [_pairs(keys - within[:, list(left)].sum(axis=1, dtype=np.uint64)) for left in asked]
    return copies_by_chance(dict(zip(asked, pairs, strict=True)), times, _agreement(telling))


def left_aside(columns: int, rows: int) -> list[tuple[int, ...]]:
    """Return which columns are left aside to see how often rows nearly agree: none, each, and each pair.

    Of many rows fewer columns show it as well, and not the first two, by which rows are chosen.

    Examples
    --------
    >>> left_aside(2, 100)
    [(), (0,), (1,), (0, 1)]
    """
    start, most = (_TWO, _SHOWING // 2) if rows > _FEW and columns >= 2 * _TWO else (0, _SHOWING)
    looked_at = range(start, columns, -(-(columns - start) // most))
    return [(), *((j,) for j in looked_at), *combinations(looked_at, 2)]


def copies_by_chance(pairs: Mapping[tuple[int, ...], int], times: float, agreement: float = 1.0) -> float:
    """Return how many copies chance may show at most.

    Parameters
    ----------
    pairs
        Which columns are left aside, to how many pairs of some rows agree in all others.
    times
        How many times as many pairs all rows have.
    agreement
        The probability that two rows agree in all other columns.
    """
    whole = pairs[()]
    one = {left[0]: n - whole for left, n in pairs.items() if len(left) == 1}
    two = [n - whole - one[left[0]] - one[left[1]] for left, n in pairs.items() if len(left) == _TWO]
    per_column, per_pair = float(np.mean([*one.values()])), float(np.mean(two)) if two else 0.0
    if not per_column and not per_pair:
        return 0.0
    expected = _LUMPY * per_column**2 / max(per_pair, per_column) * times * agreement
    return float(expected + _SIGMAS * expected**0.5 + 1)


def _pairs(keys: Keys) -> int:
    ordered = np.sort(keys)
    ends = np.flatnonzero(np.append(ordered[1:] != ordered[:-1], True))
    lengths: npt.NDArray[np.int64] = np.diff(ends, prepend=-1)
    return int((lengths * (lengths - 1) // 2).sum())


def _agreement(telling: pd.DataFrame) -> float:
    """The probability that two rows agree in all other columns, were these independent."""
    agree = 1.0
    for j in range(telling.shape[1]):
        agree *= float((telling.iloc[:, j].value_counts(normalize=True, dropna=False) ** 2).sum())
    return agree
