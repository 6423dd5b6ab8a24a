"""How far a mean reaches by Student's t, and the difference of two figures of the same people."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
LEVEL = 0.975
"""The upper end of a 95% interval."""


def reach(error: float | None, freedom: float | None) -> float | None:
    """Return half the 95% interval; ``None`` where the error is not known, or nothing is left to know it by.

    Examples
    --------
    >>> round(reach(0.5, 9), 6)
    1.131079
    >>> reach(0.5, 0), reach(None, 9)
    (None, None)
    """
    if error is None or freedom is None or not freedom > 0:
        return None
    from scipy.special import stdtrit  # a tenth of the time that scipy.stats takes to import

    return float(stdtrit(freedom, LEVEL)) * error


@dataclass(frozen=True)
class PairedMeans:
    """The means of two figures over the people who gave both."""

    first: float
    second: float
    error: float | None
    """Standard error of the difference of the means; ``None`` of fewer than two people."""
    freedom: float | None
    n: int


def paired_means(first: Numbers, second: Numbers, weights: Numbers | None = None) -> PairedMeans | None:
    """Return the means of two figures of the same people, and the error of their difference.

    Parameters
    ----------
    first, second
        (people,) NaN where one did not give it.
    weights
        (people,) how much each counts; ``None``: all alike.

    Notes
    -----
    Of the differences d: s² = sum of w (d - mean)² / sum of w, times n_eff / (n_eff - 1), with n_eff the
    effective number (sum of w)² / sum of w²; the error is s / sqrt(n_eff), with n_eff - 1 degrees of freedom.
    Without weights s² is var(first) + var(second) - 2 cov. ``None`` where nobody gave both.

    Examples
    --------
    >>> found = paired_means(np.array([5.0, 6, 7, np.nan]), np.array([6.0, 6, 9, 4]))
    >>> found.first, found.second, round(found.error, 6), found.freedom, found.n
    (6.0, 7.0, 0.57735, 2.0, 3)
    """
    kept = ~np.isnan(first) & ~np.isnan(second)
    own = np.ones(len(first)) if weights is None else weights
    kept &= np.nan_to_num(own) > 0
    n = int(kept.sum())
    if not n:
        return None
    one, other, w = first[kept], second[kept], own[kept]
    total, n_eff = float(w.sum()), float(w.sum() ** 2 / (w @ w))
    means = float(w @ one) / total, float(w @ other) / total
    if n < _FEWEST or not n_eff > 1:
        return PairedMeans(*means, None, None, n)
    difference = one - other
    spread = float(w @ (difference - (means[0] - means[1])) ** 2) / total * n_eff / (n_eff - 1)
    return PairedMeans(*means, math.sqrt(spread / n_eff), n_eff - 1, n)


def pooled_pairs(
    n: Numbers, weight: Numbers, squares: Numbers, means: tuple[Numbers, Numbers], spread: Numbers
) -> PairedMeans | None:
    """Return what :func:`paired_means` gives of several parts of the people together, by the sums of each.

    Parameters
    ----------
    n, weight, squares
        (parts,) how many gave both, the sum of their weights, and of the squares of those.
    means
        (parts,) of the first figure and of the second; whatever it is where nobody gave both.
    spread
        (parts,) sum of weight times squared deviation of the difference from its mean in that part.

    Examples
    --------
    >>> one = np.array([2.0]), np.array([2.0]), np.array([2.0])
    >>> pooled_pairs(*one, (np.array([5.5]), np.array([6.0])), np.array([0.5])).error
    0.5
    """
    kept = n > 0
    if not kept.any():
        return None
    w = weight[kept]
    total, n_eff = float(w.sum()), float(w.sum() ** 2 / squares[kept].sum())
    first, second = (float(w @ one[kept]) / total for one in means)
    people = int(n[kept].sum())
    if people < _FEWEST or not n_eff > 1:
        return PairedMeans(first, second, None, None, people)
    own = (means[0] - means[1])[kept] - (first - second)
    within = float(spread[kept].sum() + w @ own**2) / total * n_eff / (n_eff - 1)
    return PairedMeans(first, second, math.sqrt(within / n_eff), n_eff - 1, people)


_FEWEST = 2
