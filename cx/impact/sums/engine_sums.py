"""Moments out of the whole sums of an engine: centred in exact arithmetic, and only then real numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from cx.engine import GroupSums
from cx.impact.sums.answers import Numbers
from cx.impact.sums.histogram import Histogram
from cx.impact.sums.moments import Moments

Exact = npt.NDArray[np.object_]
"""Whole numbers of any length."""


def moments_of(sums: GroupSums, factors: Sequence[int], outcome_factor: int = 1) -> Moments:
    """Return the moments that whole sums hold.

    Parameters
    ----------
    sums
        As :func:`cx.engine.group_sums` returns them.
    factors, outcome_factor
        What the ratings of each touchpoint, and the outcome, were multiplied by.

    Notes
    -----
    Everything is taken about the nearest whole number to its mean, in integers of any length; one division by
    the factors rounds each sum once.
    """
    p = len(factors)
    whole = np.array(sums.products, dtype=object)
    total = whole.sum(axis=0)
    middles = [_nearest(total[0, 2 + p + j], total[0, 2 + j]) for j in range(p)]
    middle = _nearest(total[0, 1], total[0, 0])
    centred = _about(whole, [(1, 0, middle), *((2 + p + j, 2 + j, own) for j, own in enumerate(middles))])
    units = np.array([1, outcome_factor, *[1] * p, *factors], dtype=object)
    rated = np.array([int(total[0, 2 + j]) for j in range(p)], dtype=np.int64)
    rows = int(total[0, 0])
    return Moments(
        (centred / np.outer(units, units)).astype(np.float64),
        np.array([own / factor for own, factor in zip(middles, factors, strict=True)]),
        middle / outcome_factor,
        rows,
        float(rows),
        rated,
        rated,
        tuple(_histogram(sums, j, factors[j], middle, outcome_factor) for j in range(p)),
    )


def contrast_sums(sums: GroupSums, outcome_factor: int = 1) -> tuple[Numbers, Numbers]:
    """Return (groups, 2 + 3 p, 2 + 3 p) sums for penalty and reward, and their totals (2 + 3 p,)."""
    whole = np.array(sums.contrasts, dtype=object)
    total = whole.sum(axis=0)
    units = np.array([1] * (len(total) - 1) + [outcome_factor], dtype=object)
    centred = _about(whole, [(-1, 0, _nearest(total[0, -1], total[0, 0]))])
    return (centred / np.outer(units, units)).astype(np.float64), total[0].astype(np.float64)


def _about(whole: Exact, middles: Sequence[tuple[int, int, int]]) -> Exact:
    """Sums of products, with some columns about a number: which column, that of its ones, the number."""
    found = whole.copy()
    for column, ones, middle in middles:
        found[:, column] -= middle * whole[:, ones]
    rows = found.copy()
    for column, ones, middle in middles:
        found[:, :, column] -= middle * rows[:, :, ones]
    return found


def _nearest(total: int, count: int) -> int:
    return round(Fraction(total, count)) if count else 0


def _histogram(sums: GroupSums, j: int, factor: int, middle: int, outcome_factor: int) -> Histogram:
    ratings = sorted({rating for _, rating, *_ in sums.ratings[j] if rating is not None})
    places: dict[int | None, int] = {
        None: 0,
        **{rating: place for place, rating in enumerate(ratings, start=1)},
    }
    groups = {group: place for place, group in enumerate(sums.groups)}
    found = np.zeros((3, len(groups), 1 + len(ratings)))
    for group, rating, n, y, squares in sums.ratings[j]:
        at = groups[group], places[rating]
        found[0][at] = n
        found[1][at] = (y - n * middle) / outcome_factor
        found[2][at] = (squares - 2 * middle * y + n * middle**2) / outcome_factor**2
    return Histogram(np.array([rating / factor for rating in ratings]), *found)
