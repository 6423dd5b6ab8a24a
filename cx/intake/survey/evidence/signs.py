"""What says that columns read as ratings are ratings: a header, the form of the answers, what they share.

Whole numbers of a short scale stand in stock lists and match results as well. Where no header asks or names a
judgement, no answer is a word, nothing else of a survey is in the file, and the columns do not go along with
each other as what one person says does, they may be anything.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers import Answered, stated_scale
from cx.intake.survey.evidence.standard import standard
from cx.intake.words.headers import asks, explained
from cx.process import steps

_MOST_ROWS, _MOST_COLUMNS = 1_500, 60
_FEWEST_ROWS, _TWO = 8, 2
_SHARED, _ALONE = 3.0, -2.0
"""Standard errors above nothing from which on columns share something; log-odds below which one does not."""
_BATTERY = 4.0
"""Standard errors above nothing from which on one that shares nothing stands out."""
_KIN = 2.7
"""Standard errors of one correlation from which on a column is of a kind with another."""
_MOST_ALONE = 0.4

Matrix = npt.NDArray[np.float64]


def tells_rating(one: Answered) -> bool:
    """Return whether a header or the form of the answers says that a column is a judgement.

    Parameters
    ----------
    one
        A column of answers: words of a scale, labelled numbers, a scale in the header, a question or a word
        for a judgement speak for it.
    """
    formed = one.spoken is not None or bool(one.labels) or one.legend is not None or bool(one.coded)
    said = asks(one.header) or explained(one.header, "satisfaction") > 0
    return formed or said or stated_scale(one) is not None


def shares_mood(ratings: Sequence[Answered]) -> bool:
    """Return whether columns go along with each other beyond chance.

    Notes
    -----
    The mean of m correlations of unrelated columns over n rows has a standard error of about 1/√(n·m).
    """
    r, n = _correlations(ratings)
    return len(r) >= _TWO and _mean(r) > _SHARED * _error(r, n)


def stands_alone(ratings: Sequence[Answered]) -> tuple[Answered, ...]:
    """Return the ratings that go along with none of a battery whose others surely go along with each other.

    Notes
    -----
    The mean m of one column's correlations with k - 1 others that share ρ among them has a standard error
    s = √((1 + (k - 2)ρ) / ((k - 1)n)): about ρ where it is one of them, about 0 where it has nothing to do
    with them. The log-odds of the first are (2mρ - ρ²) / 2s²: a few answers tell too little to ask.
    """
    r, n = _correlations(ratings)
    count = len(r)
    if count <= _TWO or _mean(r) <= _BATTERY * _error(r, n):
        return ()
    along, shared = (r.sum(axis=1) - 1) / (count - 1), _mean(r)
    error = ((1 + (count - 2) * shared) / ((count - 1) * n)) ** 0.5
    member = (2 * along * shared - shared**2) / (2 * error**2)
    closest = np.abs(r - np.eye(count)).max(axis=1) * n**0.5
    free = (member < _ALONE) & (closest < _KIN)
    alone = tuple(one for one, own in zip(ratings, free, strict=False) if own)
    return alone if len(alone) <= _MOST_ALONE * count else ()


def _correlations(ratings: Sequence[Answered]) -> tuple[Matrix, float]:
    """Correlations of all pairs over rows that hold both, and how many rows a column has."""
    held = [one.values[:: max(1, len(one.values) // _MOST_ROWS)] for one in steps(ratings[:_MOST_COLUMNS])]
    if len(held) < _TWO:
        return np.ones((0, 0)), 0.0
    values = np.stack(held, axis=1)
    known = (~np.isnan(values)).astype(float)
    z, both = standard(values), known.T @ known
    r = np.where(both >= _FEWEST_ROWS, z.T @ z / np.maximum(both, 1.0), 0.0)
    np.fill_diagonal(r, 1.0)
    return np.asarray(r), float(known.sum(axis=0).mean())


def _mean(r: Matrix) -> float:
    count = len(r)
    return float((r.sum() - np.trace(r)) / (count * (count - 1)))


def _error(r: Matrix, n: float) -> float:
    return float((2 / (len(r) * (len(r) - 1) * max(n, 1.0))) ** 0.5)
