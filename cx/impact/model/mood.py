"""One mood behind all answers: how much of the ratings it is, and what stands in spite of it."""

from __future__ import annotations

import numpy as np

from cx.impact.model.effects import jackknifed
from cx.impact.model.joint import Model
from cx.impact.model.sweep import Numbers
from cx.impact.sums import Moments
from cx.records import Driver, Estimate, Replicates

_BOTH = 30
_STEPS = 100
_FEWEST = 3


def between(moments: Moments, model: Model, products: Numbers) -> Numbers:
    """Return (p, p) correlations of the ratings of those who rated both; 0 for few of them.

    Parameters
    ----------
    products
        (columns + 1, columns + 1) centred products of the model's columns.

    Notes
    -----
    The spread of each rating is that of all who rated it, so that values are near those of the pairs alone;
    they are cut to -1..1. 0 on the diagonal, and where fewer than 30 rated both.
    """
    p, total = moments.touchpoints, moments.total
    ratings = np.flatnonzero(model.is_rating)
    owners = model.owners[ratings]
    both = total[2 : 2 + p, 2 : 2 + p][np.ix_(owners, owners)]
    enough = both * moments.rows / total[0, 0] >= _BOTH
    spread = np.sqrt(np.diag(products)[ratings] / np.diag(both))
    mean = np.divide(products[np.ix_(ratings, ratings)], both, out=np.zeros_like(both), where=enough)
    found = np.zeros((p, p))
    found[np.ix_(owners, owners)] = np.clip(mean / np.outer(spread, spread), -1.0, 1.0)
    np.fill_diagonal(found, 0.0)
    return found


def first_factor(correlations: Numbers) -> float | None:
    """Return the part of the ratings' variance that their first common factor holds, 0..1.

    Parameters
    ----------
    correlations
        (p, p), 0 on the diagonal.

    Returns
    -------
    ``None`` for fewer than three ratings: two correlate, and no factor can be told.

    Notes
    -----
    Principal axes: the diagonal holds what the factor explains of each rating, found step by step.

    References
    ----------
    Harman, H. H. (1976). Modern Factor Analysis.

    Examples
    --------
    >>> alike = np.full((4, 4), 0.49)
    >>> np.fill_diagonal(alike, 0.0)
    >>> round(first_factor(alike), 4)
    0.49
    """
    known = np.abs(correlations).sum(axis=0) > 0
    matrix = correlations[known][:, known]
    if len(matrix) < _FEWEST:
        return None if len(correlations) < _FEWEST else 0.0
    own = np.abs(matrix).max(axis=0)
    for _ in range(_STEPS):
        worth, ways = np.linalg.eigh(matrix + np.diag(own))
        now = np.clip(max(worth[-1], 0.0) * ways[:, -1] ** 2, 0.0, 1.0)
        if np.abs(now - own).max() < 1e-6:  # noqa: PLR2004 - of a share
            break
        own = now
    return float(own.sum() / len(correlations))


def contrasts(drivers: tuple[Driver, ...], replicates: Replicates, turn: int) -> tuple[Estimate | None, ...]:
    """Return each effect against the mean of all, per standard deviation of the rating.

    Parameters
    ----------
    turn
        1 where a higher outcome is good for the business, else -1: then above 0 is good.

    Notes
    -----
    A mood that lifts ratings and outcome alike lifts every effect; differences between effects stay as they
    are (exactly so where it lifts all ratings alike).
    """
    known = np.array([driver.effect is not None for driver in drivers])
    if not known.any():
        return (None,) * len(drivers)
    units = turn * np.array([driver.sd for driver in drivers])
    values = units * np.array([driver.effect or 0.0 for driver in drivers])
    drawn = replicates.effects * units
    values = values - values[known].mean()
    drawn = drawn - drawn[:, known].mean(axis=1, keepdims=True)
    return tuple(jackknifed(float(values[j]), drawn[:, j]) if known[j] else None for j in range(len(drivers)))
