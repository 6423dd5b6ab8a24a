"""Shares of cases in two periods: intervals and tests."""

from __future__ import annotations

import math

_Z = 1.959963984540054


def wilson(count: int, n: int) -> tuple[float, float]:
    """Return the 95% interval of a share by Wilson's score.

    Examples
    --------
    >>> [round(end, 4) for end in wilson(81, 263)]
    [0.2553, 0.3662]
    """
    share, square = count / n, _Z * _Z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = _Z * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return max(0.0, centre - half), min(1.0, centre + half)


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
