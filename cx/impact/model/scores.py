"""Scores of one touchpoint, with their 95% intervals."""

from __future__ import annotations

import math

import numpy as np

from cx.impact.model.sweep import Numbers
from cx.records import Estimate, Precision, Scale, Score

_Z = 1.959963984540054
_LEVEL = 0.975
_TWO = 2
_TOP = 1.0
_PROMOTER, _DETRACTOR = 9.0, 6.0
_NARROW, _WIDE = 2.0, 10.0
_SLACK = 1e-9


def mean(value: float, sd: float, n: float) -> Estimate:
    """Return a mean with its interval, m -+ t s / sqrt(n).

    Parameters
    ----------
    value, sd
        The mean and the standard deviation (with n - 1).
    n
        The base; Kish's effective number where answers are weighted.

    Examples
    --------
    >>> found = mean(3.81, 1.0119987, 100)
    >>> round(found.low, 5), round(found.high, 5)
    (3.6092, 4.0108)
    """
    from scipy.special import stdtrit  # a tenth of the time that scipy.stats takes to import

    if n < _TWO or math.isnan(sd):
        return Estimate(value)
    reach = float(stdtrit(n - 1, _LEVEL)) * sd / math.sqrt(n)
    return Estimate(value, value - reach, value + reach)


def with_error(value: float, error: float, freedom: float) -> Estimate:
    """Return a mean with the interval that its error gives, m -+ t(freedom) * error.

    Examples
    --------
    >>> found = with_error(3.81, 0.10119987, 99)
    >>> round(found.low, 5), round(found.high, 5)
    (3.6092, 4.0108)
    """
    from scipy.special import stdtrit  # a tenth of the time that scipy.stats takes to import

    if not error >= 0 or not freedom > 0:
        return Estimate(value)
    reach = float(stdtrit(freedom, _LEVEL)) * error
    return Estimate(value, value - reach, value + reach)


def share(hits: float, n: float) -> Estimate:
    """Return a share with Wilson's interval.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.

    Examples
    --------
    >>> found = share(81, 263)
    >>> round(found.low, 5), round(found.high, 5)
    (0.25529, 0.36621)
    >>> round(share(0, 20).high, 5), round(share(70, 100).low, 5)
    (0.16113, 0.60415)
    """
    part, square = hits / n, _Z**2
    middle = (part + square / (2 * n)) / (1 + square / n)
    reach = _Z * math.sqrt(part * (1 - part) / n + square / (4 * n**2)) / (1 + square / n)
    return Estimate(part, max(0.0, middle - reach), min(1.0, middle + reach))


def net_promoter(promoters: float, detractors: float, n: float) -> Estimate:
    """Return the NPS, -100..100, with its adjusted Wald interval.

    Parameters
    ----------
    promoters, detractors
        How many gave 9 or 10, and 0 to 6.
    n
        All who answered.

    Notes
    -----
    The interval is that of n + 3 answers of which 3/4 are added to promoters and 3/4 to detractors, cut at
    -100 and 100.

    References
    ----------
    Bonett, D. G. & Price, R. M. (2012). Adjusted Wald confidence interval for a difference of binomial
    proportions based on paired data. Journal of Educational and Behavioral Statistics 37(4).

    Examples
    --------
    >>> found = net_promoter(50, 20, 100)
    >>> round(found.value, 1), round(found.low, 3), round(found.high, 3)
    (30.0, 14.051, 44.201)
    """
    more, up, down = n + 3, (promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)
    reach = _Z * math.sqrt((up + down - (up - down) ** 2) / more)
    low, high = 100 * max(-1.0, up - down - reach), 100 * min(1.0, up - down + reach)
    return Estimate(100 * (promoters - detractors) / n, low, high)


def weights_of(score: Score, values: Numbers, scale: Scale) -> Numbers | None:
    """Return what each rating adds to a score's average, or ``None`` where the scale has no such score.

    Parameters
    ----------
    values
        (v,) ratings, turned so that higher is better.

    Notes
    -----
    ``top2``: 1 for the two highest answers of a scale of 3 to 11 answers. ``nps``: 100 for 9 and 10, -100
    for 0 to 6, on a scale of 0 to 10.

    Examples
    --------
    >>> weights_of("nps", np.array([5.0, 8.0, 9.0]), Scale(0, 10)).tolist()
    [-100.0, 0.0, 100.0]
    """
    if score == "mean":
        return values
    if score == "top2":
        if not _NARROW <= scale.width <= _WIDE:
            return None
        return (values >= scale.maximum - _TOP - _SLACK).astype(np.float64)
    if (scale.minimum, scale.maximum) != (0, 10):
        return None
    promoters, detractors = values >= _PROMOTER - _SLACK, values <= _DETRACTOR + _SLACK
    return 100.0 * promoters - 100.0 * detractors


def estimate(score: Score, values: Numbers, counts: Numbers, n: float, scale: Scale) -> Estimate | None:
    """Return a score of weighted counts with its interval, or ``None`` where the scale has no such score.

    Parameters
    ----------
    values, counts
        (v,) ratings and their weights.
    n
        The (effective) number of ratings.
    """
    weights = weights_of(score, values, scale)
    if weights is None or not counts.sum() > 0:
        return None
    parts = counts / counts.sum()
    if score == "top2":
        return share(float(parts @ weights) * n, n)
    if score == "nps":
        return net_promoter(float(parts[weights > 0].sum()) * n, float(parts[weights < 0].sum()) * n, n)
    return mean(float(parts @ values), deviation(values, counts, n), n)


def deviation(values: Numbers, counts: Numbers, n: float) -> float:
    """Return the standard deviation of weighted counts, with n - 1; NaN below two ratings.

    Examples
    --------
    >>> round(deviation(np.arange(1.0, 6.0), np.array([4.0, 6, 20, 45, 25]), 100), 7)
    1.0119987
    """
    if n < _TWO or not counts.sum() > 0:
        return math.nan
    parts = counts / counts.sum()
    about = values - parts @ values
    return math.sqrt(float(parts @ about**2) * n / (n - 1))


def as_alone(
    n: float, exact: Precision, values: Numbers, counts: Numbers, score: Score, scale: Scale
) -> float:
    """Return how many answers that stand alone would be as exact as answers in clusters.

    Parameters
    ----------
    n
        The effective number of answers.
    exact
        The error of the score with whole clusters, and its degrees of freedom.
    values, counts
        (v,) ratings and their weights.

    Notes
    -----
    n / max(1, design effect), and (1.96 / t)² of that: intervals that use the normal quantile are then as
    wide as those with t of so few clusters.
    """
    from scipy.special import stdtrit

    worth = weights_of(score, values, scale)
    if worth is None or not exact.freedom > 0 or not exact.error > 0:
        return n
    alone = (deviation(worth, counts, n) / exact.error) ** 2
    return float(min(n, alone) * (_Z / stdtrit(exact.freedom, _LEVEL)) ** 2)
