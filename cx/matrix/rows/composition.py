"""Impact composed of several columns: effects on churn, revenue, NPS, CES (METHODS 6)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cx.records import ImpactPart

Numbers = NDArray[np.float64]


def totals(values: Numbers, parts: tuple[ImpactPart, ...]) -> Numbers:
    """Return the sum of each part over the touchpoints that have every part.

    Parameters
    ----------
    values
        Shape (touchpoints, parts): effects in each column's own unit; NaN where there is none.
    parts
        Weight and direction of each column.

    Returns
    -------
    numpy.ndarray
        Shape (parts,): sums of d v_j with d = +1 or -1, so that more is more impact.
    """
    complete = ~np.isnan(values).any(axis=1)
    summed: Numbers = (values * _signs(parts))[complete].sum(axis=0)
    return summed


def composed(values: Numbers, parts: tuple[ImpactPart, ...], whole: Numbers | None = None) -> Numbers:
    """Return the relative impact of each touchpoint: weighted shares, added; over the whole it sums to 1.

    Parameters
    ----------
    values
        Shape (touchpoints, parts): effects in each column's own unit; NaN where there is none.
    parts
        Weight and direction of each column. Weights are normalised to sum to 1.
    whole
        Shape (parts,): the sums that the shares are of (see :func:`totals`), where ``values`` is a part of
        the whole; by default those of ``values``.

    Returns
    -------
    numpy.ndarray
        Shape (touchpoints,): the share of each; NaN where a touchpoint lacks one of the parts.

    Notes
    -----
    share_j = d v_j / sum(d v_j) per column, with d = +1 or -1; then the weighted sum over the columns. A
    column whose effects are all zero adds nothing, and its weight goes to the others.

    Examples
    --------
    >>> parts = (ImpactPart("churn", 1, "lower"), ImpactPart("NPS", 3))
    >>> composed(np.array([[-2.0, 1.0], [-2.0, 3.0]]), parts)
    array([0.3125, 0.6875])
    """
    sums = totals(values, parts) if whole is None else whole
    weights = np.array([part.weight for part in parts], dtype=float)
    usable = (sums > 0) & (weights > 0)
    if not usable.any():
        return np.full(len(values), np.nan)
    shares: Numbers = (values * _signs(parts))[:, usable] / sums[usable]
    result = shares @ (weights[usable] / weights[usable].sum())
    return np.where(np.isnan(values).any(axis=1), np.nan, result)


def refused(values: Numbers, parts: tuple[ImpactPart, ...]) -> NDArray[np.bool_]:
    """Return which effects point against the direction that was set for their column."""
    against: NDArray[np.bool_] = np.nan_to_num(values * _signs(parts)) < 0
    return against


def _signs(parts: tuple[ImpactPart, ...]) -> Numbers:
    return np.array([1.0 if part.direction == "higher" else -1.0 for part in parts])
