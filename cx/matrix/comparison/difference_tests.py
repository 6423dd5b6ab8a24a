"""Tests of differences between means, and which of several hold together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cx.records import ALONE, Precision, Sums

LEVEL = 0.95
CLAIMED = 0.90
"""How probable it must be that two sides lie in different quadrants before anything says so."""
_LEAST = 1e-9


@dataclass(frozen=True)
class Difference:
    """A two-sided test of a difference between two means, with its 95% interval."""

    low: float
    high: float
    p: float


@dataclass(frozen=True)
class Spread:
    """The error of a difference, and how far its two sides go together."""

    error: float
    freedom: float
    correlation: float = 0.0
    """Of the two means: above 0 where the same respondents or clusters stand behind both."""


def spread(before: Precision, after: Precision, times: float = 1.0) -> Spread | None:
    """Return the error of the difference between two means; ``None`` where it has none.

    Parameters
    ----------
    before, after
        How exactly each mean is known, and whose answers it is made of.
    times
        What a point of the earlier scale is on the later one.

    Notes
    -----
    Two sets of respondents: variances add up, Welch's degrees of freedom. The same respondents (or clusters)
    on both sides: what each adds to the difference is squared and summed, so that of answers in pairs it is
    the paired t test; who is on one side only counts there. Degrees of freedom by Satterthwaite over three
    parts: those of the earlier side only, of the later side only, and of both.

    References
    ----------
    Welch, B. L. (1947). The generalization of "Student's" problem when several different population
    variances are involved. Biometrika, 34, 28-35.
    Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance components. Biometrics
    Bulletin 2(6).
    """
    found = _in_common(before.sums, after.sums, times) if before.sums and after.sums else None
    if found is not None:
        return found
    parts = ((before.error * times) ** 2, after.error**2)
    freedom = (before.freedom, after.freedom)
    return _spread(parts, freedom) if min(freedom) >= 1 - _LEAST else None


def difference(change: float, error: Spread) -> Difference | None:
    """Return the t test of a difference; ``None`` where it has no error.

    Examples
    --------
    >>> found = difference(0.5, Spread(0.26101, 177.6))
    >>> round(found.p, 4), round(found.low, 3), round(found.high, 3)
    (0.057, -0.015, 1.015)
    """
    from scipy.special import stdtr, stdtrit  # a tenth of the time that scipy.stats takes to import

    if not error.error > 0:
        return None
    reach = float(stdtrit(error.freedom, (1 + LEVEL) / 2)) * error.error
    p = float(2 * stdtr(error.freedom, -abs(change) / error.error))
    return Difference(change - reach, change + reach, p)


def crossing(sides: tuple[float, float], correlation: float = 0.0) -> float:
    """Return the probability that a value went from below a line to at or above it.

    Parameters
    ----------
    sides
        How far the line lies above the earlier mean, and the later mean above the line, each in its errors.
    correlation
        Of the two means.

    Notes
    -----
    P(X < a, Y < b) of two normal variables with correlation -r, by one integral over X.

    Examples
    --------
    >>> round(crossing((1.645, 1.645)), 4), round(crossing((0.0, 0.0), 0.5), 4)
    (0.9025, 0.1667)
    """
    from scipy.special import ndtr

    below, above = sides
    if abs(correlation) < _LEAST:
        return float(ndtr(below) * ndtr(above))
    r = -min(max(correlation, -_ALL_BUT), _ALL_BUT)
    end = min(max(below, -_FAR), _FAR)
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    x = (end + _FAR) / 2 * nodes + (end - _FAR) / 2
    density = np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)
    inside = ndtr((above - r * x) / math.sqrt(1 - r**2))
    return float((weights * density * inside).sum() * (end + _FAR) / 2)


def _in_common(before: Sums, after: Sums, times: float) -> Spread | None:
    """The error where somebody is on both sides; ``None`` where nobody is, or one side has no spread."""
    _, of_before, of_after = np.intersect1d(before.keys, after.keys, assume_unique=True, return_indices=True)
    known = before.keys[of_before] >= ALONE
    of_before, of_after = of_before[known], of_after[known]
    sizes = before.size, after.size
    if not len(of_before) or min(sizes) <= 1 + _LEAST:
        return None
    earlier, later = (
        residuals * math.sqrt(size / (size - 1))
        for residuals, size in zip((before.residuals * times, after.residuals), sizes, strict=True)
    )
    both = later[of_after] - earlier[of_before]
    alone = [np.delete(parts, places) for parts, places in ((earlier, of_before), (later, of_after))]
    squares = [float(part @ part) for part in (*alone, both)]
    weights = [before.weights[of_before], after.weights[of_after]]
    shares = [float(w.sum() ** 2 / (w @ w)) / size for w, size in zip(weights, sizes, strict=True)]
    rest = [max(1.0 - share, _LEAST) * (size - 1) for share, size in zip(shares, sizes, strict=True)]
    shared = min(share * (size - 1) for share, size in zip(shares, sizes, strict=True))
    found = _spread(squares, (*rest, shared))
    if found is None:
        return None
    product = float(earlier[of_before] @ later[of_after])
    ends = math.sqrt(float(earlier @ earlier) * float(later @ later))
    return Spread(found.error, found.freedom, product / ends if ends > 0 else 0.0)


def _spread(squares: Sequence[float], freedom: Sequence[float]) -> Spread | None:
    total = sum(squares)
    if not total > 0:
        return None
    parts = [square**2 / free for square, free in zip(squares, freedom, strict=True) if square > 0]
    return Spread(math.sqrt(total), total**2 / sum(parts))


_ALL_BUT, _FAR, _NODES = 0.999_999, 9.0, 80
