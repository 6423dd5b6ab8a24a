"""One pass over the rows: sums of squares and products, and histograms, per group of rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.impact.sums.answers import GROUPS, Answers, Numbers
from cx.impact.sums.histogram import Histogram, Tally

_CELLS = 800_000
_GLANCE = 10_000
_ONE = np.float64(1.0).view(np.int64)
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Moments:
    """Weighted sums of all products of the model's columns, per group of rows.

    The columns are the constant, the outcome, then per touchpoint ``z`` (1 = met, else 0) and then per
    touchpoint ``z * x`` (its rating, 0 where not met), the outcome and the ratings about their centres.
    """

    sums: Numbers
    """(groups, 2 + 2 p, 2 + 2 p)."""
    centres: Numbers
    """(p,) what was subtracted from the ratings."""
    outcome_centre: float
    rows: int
    n_eff: float
    met: Whole
    """(p,) how many rows met the touchpoint, unweighted."""
    rated: Whole
    """(p,) how many rows rated it."""
    histograms: tuple[Histogram, ...]

    @property
    def touchpoints(self) -> int:
        """How many touchpoints there are."""
        return len(self.centres)

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.sums)

    @cached_property
    def total(self) -> Numbers:
        """The sums over all groups."""
        return np.asarray(self.sums.sum(axis=0))

    def without_each_group(self) -> Numbers:
        """Return (groups, s, s) sums with one group left out at a time."""
        return np.asarray(self.total - self.sums)

    def drawn(self, counts: Numbers) -> Numbers:
        """Return (draws, s, s) sums of groups taken ``counts`` (draws, groups) times."""
        flat = self.sums.reshape(self.groups, -1)
        return np.asarray((counts @ flat).reshape(len(counts), *self.sums.shape[1:]))


def gathered(answers: Answers) -> Moments:
    """Return the moments of the answers, in one pass.

    Parameters
    ----------
    answers
        Rows of ratings and the outcome.

    Notes
    -----
    Groups are the row number mod 200, or those given. Sums are taken about a provisional centre per column
    (the mean of its first ratings), so that they stay exact however far the ratings lie from 0.
    """
    centres, centre = _centres(answers.ratings), float(answers.outcome[:_GLANCE].mean())
    p = len(centres)
    tally = Tally(answers, centre)

    def expand(start: int, stop: int, block: Numbers) -> None:
        np.subtract(answers.outcome[start:stop], centre, out=block[:, 1])
        ratings = answers.ratings[start:stop] - centres
        block[:, 2 : 2 + p] = _met(ratings)
        block[:, 2 + p :] = ratings

    sums = _products(answers, 2 + 2 * p, expand)
    used = sums[:, 0, 0] > 0
    return Moments(
        sums[used],
        centres,
        centre,
        answers.rows,
        effective(answers.weights, answers.rows),
        tally.rated + _unrated(answers),
        tally.rated,
        tuple(histogram.kept(used) for histogram in tally.histograms),
    )


def of_columns(answers: Answers, width: int, fill: Callable[[int, int, Numbers], None]) -> Numbers:
    """Return (groups, 1 + width, 1 + width) sums of products of any columns, the constant first.

    Parameters
    ----------
    answers
        Give weights and groups.
    width
        How many columns there are beside the constant.
    fill
        ``fill(start, stop, block)`` writes those rows' columns into ``block[:, 1:]``.
    """
    sums = _products(answers, 1 + width, fill)
    return sums[sums[:, 0, 0] > 0]


def effective(weights: Numbers | None, rows: int) -> float:
    """Return Kish's effective number of rows.

    References
    ----------
    Kish, L. (1965). Survey Sampling.

    Examples
    --------
    >>> effective(np.array([1.0, 1.0, 2.0]), 3)
    2.6666666666666665
    """
    return float(rows) if weights is None else float(weights.sum() ** 2 / (weights @ weights))


def _products(answers: Answers, width: int, fill: Callable[[int, int, Numbers], None]) -> Numbers:
    if answers.groups is None:
        return _interleaved(answers, width, fill)
    return _sorted(answers, width, fill)


def _interleaved(answers: Answers, width: int, fill: Callable[[int, int, Numbers], None]) -> Numbers:
    groups = min(GROUPS, answers.rows)
    step = groups * max(1, _CELLS // (width * groups))
    sums = np.zeros((groups, width, width))
    product: Numbers | None = None  # a wide table of few rows needs no second of it
    block = np.empty((step, width))
    for start in range(0, answers.rows, step):
        stop = min(start + step, answers.rows)
        whole = -(-(stop - start) // groups) * groups
        _filled(answers, start, stop, block[: stop - start], fill)
        block[stop - start : whole] = 0.0
        apart = block[:whole].reshape(-1, groups, width).transpose(1, 2, 0)
        if not start:
            np.matmul(apart, apart.transpose(0, 2, 1), out=sums)
            continue
        product = np.matmul(apart, apart.transpose(0, 2, 1), out=product)
        sums += product
    return sums


def _sorted(answers: Answers, width: int, fill: Callable[[int, int, Numbers], None]) -> Numbers:
    groups = np.asarray(answers.groups)
    sums = np.zeros((int(groups.max()) + 1, width, width))
    step = max(1, _CELLS // width)
    block = np.empty((step, width))
    for start in range(0, answers.rows, step):
        stop = min(start + step, answers.rows)
        rows = block[: stop - start]
        _filled(answers, start, stop, rows, fill)
        of = groups[start:stop]
        order = np.argsort(of, kind="stable")
        cuts = np.flatnonzero(np.diff(of[order])) + 1
        for part in np.split(order, cuts):
            sums[of[part[0]]] += rows[part].T @ rows[part]
    return sums


def _filled(
    answers: Answers, start: int, stop: int, block: Numbers, fill: Callable[[int, int, Numbers], None]
) -> None:
    block[:, 0] = 1.0
    fill(start, stop, block)
    if answers.weights is not None:
        block *= np.sqrt(answers.weights[start:stop])[:, np.newaxis]


def _met(ratings: Numbers) -> Numbers:
    """Return 1 where there is a rating, else 0, and put 0 in the place of NaN."""
    # On the bits: all ones keep a number, all zeros make it 0. Twice as fast as assigning through a mask.
    keep = np.subtract(np.isnan(ratings), 1, dtype=np.int64)
    bits = ratings.view(np.int64)
    bits &= keep
    keep &= _ONE
    return keep.view(np.float64)


def _unrated(answers: Answers) -> Whole | int:
    return 0 if answers.unrated is None else answers.unrated.sum(axis=0)


def _centres(ratings: Numbers) -> Numbers:
    first = ratings[:_GLANCE]
    known = ~np.isnan(first)
    sums = np.where(known, first, 0.0).sum(axis=0)
    return np.asarray(sums / np.maximum(known.sum(axis=0), 1))
