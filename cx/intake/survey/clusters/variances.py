"""How much of what answers differ in lies between clusters, and how much within them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers import Values
from cx.process import steps

Whole = npt.NDArray[np.int64]
Item = tuple[Whole | slice, Values]
"""Rows of the table, and the ratings that they give one touchpoint; a slice: all of them."""
Variances = tuple[float, float, float, float]
"""Intraclass correlation, F, degrees of freedom between and within."""
_FEWEST = 10
_SIDE_BY_SIDE, _MOST_CELLS = 16, 8_000_000
"""So many items are added up at once; so many cells are kept for the next column."""
_ROUNDING = 1e-9
"""What is left within clusters, of all squares, that may be nothing but rounding."""


@dataclass(frozen=True)
class _Side:
    """Items that the same rows answered."""

    values: Values
    """(rows, items) ratings less the mean of their item; 0 where there is none."""
    known: Values
    """The same shape: 1 where there is a rating, else 0."""
    items: Sequence[Item]


@dataclass(frozen=True)
class Sides:
    """Items, ready to be looked at by one column of clusters after the other."""

    items: Sequence[Item]

    def variances(self, ids: Whole, amounts: Values | None) -> Iterator[list[Variances | None]]:
        """Go through the items, some at a time.

        Parameters
        ----------
        ids
            (rows,) the cluster of each row, from 1; 0 for none.
        amounts
            (rows,) the number behind each cluster, which all its rows hold: the line along it is taken out.
        """
        worth = None if amounts is None else _worth(ids, amounts)
        if not self._are_many:
            for rows, values in steps(self.items):
                yield [variances(ids[rows], values, worth)]
            return
        for side in self._kept if self._is_small else steps(self._made()):
            yield _side_by_side(ids, side, worth)

    @property
    def _are_many(self) -> bool:
        """Whether so many items share their rows that it pays to load what adds them up at once."""
        return len(self.items) > _SIDE_BY_SIDE and all(isinstance(rows, slice) for rows, _ in self.items)

    @property
    def _is_small(self) -> bool:
        return sum(len(values) for _, values in self.items) <= _MOST_CELLS

    @cached_property
    def _kept(self) -> Sequence[_Side]:
        return tuple(steps(self._made()))

    def _made(self) -> Iterator[_Side]:
        for start in range(0, len(self.items), _SIDE_BY_SIDE):
            some = self.items[start : start + _SIDE_BY_SIDE]
            values = np.stack([values for _, values in some], axis=1)
            known = ~np.isnan(values)
            values[~known] = 0.0
            means = values.sum(axis=0) / np.maximum(known.sum(axis=0), 1)
            yield _Side((values - means) * known, known.astype(np.float64), some)


def _worth(ids: Whole, amounts: Values) -> Values:
    """The number behind each cluster; its rows all hold the same."""
    worth = np.full(int(ids.max(initial=0)) + 1, np.nan)
    worth[ids] = amounts
    worth[0] = np.nan
    return worth


def _side_by_side(ids: Whole, side: _Side, worth: Values | None) -> list[Variances | None]:
    """The variances of items that the same rows answered, by sums of all of them at once."""
    from scipy.sparse import csc_array  # only where clusters are looked for

    rows, count = len(ids), int(ids.max(initial=0)) + 1
    member = csc_array((np.ones(rows), ids, np.arange(rows + 1)), shape=(count, rows))
    sizes, sums = (member @ side.known)[1:], (member @ side.values)[1:]
    inside = (ids > 0).astype(np.float64)
    squares = np.einsum("i,ij,ij->j", inside, side.values, side.values)
    means = sums / np.maximum(sizes, 1.0)
    within = squares - (sums * means).sum(axis=0)
    if worth is not None:
        means = means - _lines(worth[1:], sizes, means)
    n, k = sizes.sum(axis=0), np.count_nonzero(sizes, axis=0)
    grand = (sizes * means).sum(axis=0) / np.maximum(n, 1.0)
    between = (sizes * (means - grand) ** 2).sum(axis=0)
    often = (sizes**2).sum(axis=0)
    return [
        variances(ids, side.items[at][1], worth)
        if within[at] <= _ROUNDING * squares[at]
        else _told(n[at], int(k[at]), between[at], within[at], often[at])
        for at in range(len(n))
    ]


def variances(ids: Whole, values: Values, worth: Values | None = None) -> Variances | None:
    """Return the variances of one item; ``None`` with too few answers to tell.

    Parameters
    ----------
    ids
        (answers,) the cluster of each, from 1; 0 for none.
    values
        (answers,) NaN where there is none.
    worth
        (clusters + 1,) the number behind each: the line along it, which moves whole clusters, is taken out.

    Examples
    --------
    >>> ids = np.repeat(np.arange(1, 11), 2)
    >>> icc, f, between, within = variances(ids, np.tile([1.0, 2.0], 10) + np.repeat([0.0, 3.0], 10))
    >>> round(icc, 3), round(f, 3), between, within
    (0.818, 10.0, 9.0, 10.0)
    """
    used = (ids > 0) & ~np.isnan(values)
    at, x = (ids, values) if used.all() else (ids[used], values[used])
    often = np.bincount(at)
    means = np.bincount(at, x) / np.maximum(often, 1)
    apart = x - means[at]
    sizes = often[often > 0].astype(np.float64)
    means = means[often > 0]
    if worth is not None:
        means = means - _lines(worth[: len(often)][often > 0], sizes[:, None], means[:, None])[:, 0]
    n = float(len(at))
    between = float(sizes @ (means - sizes @ means / max(n, 1.0)) ** 2)
    return _told(n, len(sizes), between, float(apart @ apart), float(sizes @ sizes))


def _lines(worth: Values, sizes: Values, means: Values) -> Values:
    """(clusters, items) what the line of the answers along a quantity adds to the means of the clusters."""
    known = np.isfinite(worth)
    amounts, weight = np.where(known, worth, 0.0)[:, None], np.where(known[:, None], sizes, 0.0)
    x = amounts - (weight * amounts).sum(axis=0) / np.maximum(weight.sum(axis=0), 1.0)
    square, along = (weight * x * x).sum(axis=0), (weight * x * means).sum(axis=0)
    slope = np.divide(along, square, out=np.zeros_like(along), where=square > 0)
    return np.where(known[:, None], x * slope, 0.0)


def _told(n: float, k: int, between: float, within: float, often: float) -> Variances | None:
    """The same of sums of squares, ``often`` that of the sizes of clusters."""
    if k < _FEWEST or n <= k:
        return None
    one, other = within / (n - k), between / (k - 1)
    each = (n - often / n) / (k - 1)
    whole = other + (each - 1) * one
    if not one > 0 or not whole > 0:
        return None
    return float((other - one) / whole), float(other / one), float(k - 1), float(n - k)
