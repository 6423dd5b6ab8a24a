"""Shares and how exactly they are known: intervals, tests, and what answers that stand together cost."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

_Z = 1.959963984540054


def wilson(count: float, n: float) -> tuple[float, float]:
    """Return the 95% interval of a share by Wilson's score.

    Parameters
    ----------
    count, n
        How many of how many; both divided by the design effect where they stand together.

    Examples
    --------
    >>> [round(end, 4) for end in wilson(81, 263)]
    [0.2553, 0.3662]
    """
    share, square = count / n, _Z * _Z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = _Z * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return max(0.0, centre - half), min(1.0, centre + half)


def design_effect(counts: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]) -> float:
    """Return how many times as wide the variance of a share is as if every contact stood alone; at least 1.

    Parameters
    ----------
    counts, sizes
        (C,) of each customer the contacts that count, and all contacts.

    Notes
    -----
    The variance is that of whole customers, sum of (count - p * size)² / n² times C / (C - 1), over
    p (1 - p) / n. The sums are whole numbers, so that every engine gives the same bits. One customer alone,
    or a share of 0 or 1, tells nothing: 1.

    References
    ----------
    Kish (1965), Survey Sampling; Binder (1983), International Statistical Review 51(3).

    Examples
    --------
    >>> design_effect(np.array([2, 0, 0, 2]), np.array([2, 2, 2, 2]))
    2.6666666666666665
    >>> design_effect(np.array([1, 1]), np.array([2, 2]))
    1.0
    """
    return design_effect_of_sums(
        len(counts),
        int(counts.sum()),
        int(sizes.sum()),
        (int((counts * counts).sum()), int((counts * sizes).sum()), int((sizes * sizes).sum())),
    )


def design_effect_of_sums(clusters: int, count: int, n: int, products: tuple[int, int, int]) -> float:
    """Return the same from sums over customers.

    Parameters
    ----------
    clusters, count, n
        Customers, contacts that count, and all contacts.
    products
        Over customers: the sums of counts squared, of count times size, and of sizes squared.
    """
    if clusters < 2 or not 0 < count < n:  # noqa: PLR2004 - one alone has no variance
        return 1.0
    of_counts, of_both, of_sizes = products
    # whole numbers up to the only division: sum of (n * count_c - count * size_c)²
    squares = n * n * of_counts - 2 * n * count * of_both + count * count * of_sizes
    return max(1.0, squares * clusters / ((clusters - 1) * n * count * (n - count)))


def newcombe(a: int, of_a: int, b: int, of_b: int) -> tuple[float, float]:
    """Return the 95% interval of the difference of two shares, b minus a.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17, method 10: hybrid of two Wilson intervals.

    Examples
    --------
    >>> [round(end, 4) for end in newcombe(48, 80, 56, 70)]
    [0.0524, 0.3339]
    """
    low_a, high_a = wilson(a, of_a)
    low_b, high_b = wilson(b, of_b)
    share_a, share_b = a / of_a, b / of_b
    change = share_b - share_a
    low = change - math.hypot(share_b - low_b, high_a - share_a)
    high = change + math.hypot(high_b - share_b, share_a - low_a)
    return low, high


def two_shares_p(a: int, of_a: int, b: int, of_b: int) -> float:
    """Return the two-sided p of the pooled z test that two shares are equal; 1 where both are 0 or both 1.

    Examples
    --------
    >>> round(two_shares_p(48, 80, 56, 70), 6)
    0.008045
    """
    pooled = (a + b) / (of_a + of_b)
    error = math.sqrt(pooled * (1 - pooled) * (1 / of_a + 1 / of_b))
    return math.erfc(abs(b / of_b - a / of_a) / error / math.sqrt(2)) if error else 1.0
