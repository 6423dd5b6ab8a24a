"""Shapley (LMG) values of R², exactly, for many correlation matrices at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import comb

import numpy as np
import numpy.typing as npt

from cx.impact.model.sweep import Numbers
from cx.impact.model.triangles import both, swept, triangles, without

MOST = 25
"""More drivers than this are too many for exact values."""
_BLOCK = 1 << 20
_HANDS, _FEWEST = 2, 16
"""Threads at work at once, which leaves the others to other people; and the fewest matrices that pay one."""
Whole = npt.NDArray[np.int64]


def values(
    matrices: Numbers,
    widths: Sequence[int] | None = None,
    factor: Numbers | None = None,
    progress: Callable[[float], None] | None = None,
) -> Numbers:
    """Return the Shapley value of each driver in the R² of the last column.

    Parameters
    ----------
    matrices
        (q + 1, q + 1) or (q + 1, q + 1, batch): correlations, the outcome last.
    widths
        How many columns each driver has, in order; 1 each by default.
    factor
        (q + 1,): what the unexplained part is multiplied by in a model of so many columns; 1 by default.
        With (n - 1) / (n - 1 - 2 k) the values are those of the adjusted R² of METHODS 1.
    progress
        Called with the part that is done, 0..1.

    Returns
    -------
    (drivers,) or (drivers, batch) array; sums to the R² of the whole model.

    Notes
    -----
    phi_j = sum over S without j of |S|! (p - |S| - 1)! / p! * (R²(S + j) - R²(S)). All 2^p values of R² come
    from one recursion over the drivers: out, or in and swept out of the matrix. Level k holds 2^k matrices
    of the drivers that are left, as one array; as soon as that would outgrow the processor's cache the two
    branches are followed one after the other, so that memory stays bounded at any p. Summed as
    phi_j = sum over T with j of c(T) R²(T) - sum over S of w(S) R²(S), c(T) = w(|T| - 1) + w(|T|), which
    needs every R² once.

    References
    ----------
    Lindeman, R. H., Merenda, P. F. & Gold, R. Z. (1980). Introduction to Bivariate and Multivariate Analysis.
    Grömping, U. (2006). Relative importance for linear regression in R. Journal of Statistical Software
    17(1).

    Examples
    --------
    >>> R = np.array([[1.0, 0.5, 0.6], [0.5, 1.0, 0.4], [0.6, 0.4, 1.0]])
    >>> values(R).round(10).tolist()
    [0.2866666667, 0.0866666667]
    """
    batch = matrices if matrices.ndim == 3 else matrices[:, :, np.newaxis]  # noqa: PLR2004 - axes
    columns = np.array(widths if widths is not None else [1] * (len(batch) - 1), dtype=np.int64)
    order = np.argsort(-columns, kind="stable")
    walk = _Walk.over(columns[order], batch.shape[2], factor, progress)
    walk.follow(triangles(_in_order(batch, columns, order))[:, np.newaxis], _Place.start())
    found = np.empty_like(walk.sums)
    found[order] = walk.sums - walk.base
    return found if matrices.ndim == 3 else found[:, 0]  # noqa: PLR2004 - axes


def values_of_many(matrices: Numbers, widths: Sequence[int], factor: Numbers) -> Numbers:
    """Return the same for many matrices, (drivers, batch), on two processors where there are.

    Examples
    --------
    >>> R = np.array([[1.0, 0.5, 0.6], [0.5, 1.0, 0.4], [0.6, 0.4, 1.0]])
    >>> values_of_many(np.dstack([R] * 40), [1, 1], np.ones(3)).shape
    (2, 40)
    """
    batch = matrices.shape[2]
    hands = min(_HANDS, os.cpu_count() or 1, max(1, batch // _FEWEST))
    cuts = np.array_split(np.arange(batch), hands)
    parts = [np.ascontiguousarray(matrices[:, :, cut[0] : cut[-1] + 1]) for cut in cuts]
    with ThreadPoolExecutor(hands) as pool:
        return np.concatenate(list(pool.map(lambda part: values(part, widths, factor), parts)), axis=1)


@dataclass(frozen=True)
class _Place:
    """Where the walk stands: which drivers were decided, and how."""

    level: int
    spread: tuple[int, ...]
    """Drivers that are in for the upper half of the subsets, and out for the lower."""
    inside: tuple[int, ...]
    """Drivers that are in for all subsets."""
    sizes: Whole
    """(subsets,) how many drivers each subset has."""
    columns: Whole
    """(subsets,) how many columns they have."""

    @classmethod
    def start(cls) -> _Place:
        return cls(0, (), (), np.zeros(1, np.int64), np.zeros(1, np.int64))

    def without(self) -> _Place:
        return _Place(self.level + 1, self.spread, self.inside, self.sizes, self.columns)

    def along(self, width: int) -> _Place:
        inside = (*self.inside, self.level)
        return _Place(self.level + 1, self.spread, inside, self.sizes + 1, self.columns + width)

    def both(self, width: int) -> _Place:
        sizes = np.concatenate([self.sizes, self.sizes + 1])
        columns = np.concatenate([self.columns, self.columns + width])
        return _Place(self.level + 1, (*self.spread, self.level), self.inside, sizes, columns)


@dataclass
class _Walk:
    """The sums that the walk over all subsets gathers."""

    widths: Whole
    once: Numbers
    """w(s) = s! (p - s - 1)! / p!, and 0 for the whole set."""
    factor: Numbers
    sums: Numbers
    base: Numbers
    progress: Callable[[float], None] | None
    done: int = 0

    @classmethod
    def over(
        cls, widths: Whole, batch: int, factor: Numbers | None, progress: Callable[[float], None] | None
    ) -> _Walk:
        p = len(widths)
        once = np.array([*(1 / (p * comb(p - 1, size)) for size in range(p)), 0.0])
        factor = np.ones(int(widths.sum()) + 1) if factor is None else factor
        return cls(widths, once, factor, np.zeros((p, batch)), np.zeros(batch), progress)

    def follow(self, cells: Numbers, place: _Place) -> None:
        """Decide the driver of this level, for all subsets so far."""
        if place.level == len(self.widths):
            self.gather(cells[0], place)
            return
        width = int(self.widths[place.level])
        rest = without(cells, width)
        if 2 * rest.nbytes <= _BLOCK:
            self.follow(both(cells, width), place.both(width))
        else:
            self.follow(rest, place.without())
            self.follow(swept(cells, width), place.along(width))

    def gather(self, unexplained: Numbers, place: _Place) -> None:
        """Add what the subsets at the end of a walk say."""
        explained = 1 - unexplained * self.factor[place.columns][:, np.newaxis]
        # No product of BLAS: how it adds up depends on how many threads are free, and bits would with it.
        self.base += np.einsum("s,sb->b", self.once[place.sizes], explained)
        twice = self.once + np.concatenate([[0.0], self.once[:-1]])
        explained *= twice[place.sizes][:, np.newaxis]
        for driver in reversed(place.spread):
            half = len(explained) // 2
            self.sums[driver] += explained[half:].sum(axis=0)
            explained = explained[:half] + explained[half:]
        self.sums[list(place.inside)] += explained[0]
        before, self.done = self.done, self.done + len(place.sizes)
        hundredths = 100 / 2 ** len(self.widths)
        if self.progress is not None and int(before * hundredths) < int(self.done * hundredths):
            self.progress(self.done * hundredths / 100)


def _in_order(matrices: Numbers, widths: Whole, order: Whole) -> Numbers:
    # Wide drivers first: most of the work is done on the last ones.
    ends = np.cumsum(widths)
    places = [place for j in order for place in range(ends[j] - widths[j], ends[j])]
    places.append(len(matrices) - 1)
    return matrices[np.ix_(places, places)]
