"""The two lines that divide the matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cx.records import CrosshairRule, Scale

Numbers = NDArray[np.float64]
_ROUNDING = 1e-6


@dataclass(frozen=True)
class AxisValues:
    """The values of one axis over the touchpoints that a line is computed from."""

    values: Numbers
    """One value a touchpoint, none missing."""
    volumes: Numbers
    """Their volumes; NaN where there is none."""
    small: NDArray[np.bool_]
    """Whether the touchpoint's base is small."""
    scale: Scale | None
    """The axis' own scale; ``None`` for a share."""


def line(axis: AxisValues, rule: CrosshairRule) -> float:
    """Return where a line lies by a rule that depends on the data or the scale.

    Parameters
    ----------
    axis
        The values, volumes and scale of the axis.
    rule
        ``mean``, ``median``, ``weighted`` (mean weighted by volume; the plain mean without volumes) or
        ``midpoint`` (of the scale; 1/k for shares of k touchpoints; the middle of the observed values
        for numbers on no known scale).

    Returns
    -------
    float
        In the units of the axis.

    Notes
    -----
    Touchpoints of small base are left out of a line that depends on the data, unless all are small.

    References
    ----------
    Martilla, J. A. & James, J. C. (1977). Importance-performance analysis. Journal of Marketing 41(1).

    Examples
    --------
    >>> values = np.array([6.0, 7.0, 9.0])
    >>> none = np.full(3, np.nan)
    >>> line(AxisValues(values, none, np.zeros(3, bool), Scale(1, 10)), "median")
    7.0
    """
    if rule == "midpoint":
        return midpoint(axis)
    kept = ~axis.small if not axis.small.all() else np.ones_like(axis.small)
    values, volumes = axis.values[kept], np.nan_to_num(axis.volumes[kept])
    if rule == "median":
        return float(np.median(values))
    if rule == "weighted" and volumes.sum() > 0:
        return float(volumes @ values / volumes.sum())
    return float(values.mean())


def line_per_draw(axis: AxisValues, draws: Numbers, rule: CrosshairRule) -> Numbers:
    """Return (draws,) where the line lies in each draw, by a rule that depends on the data.

    Parameters
    ----------
    axis
        As for :func:`line`.
    draws
        (draws, touchpoints) the values of the axis in each draw; where one is missing its own value stands.
    rule
        ``mean``, ``median`` or ``weighted``.

    Examples
    --------
    >>> none = np.full(3, np.nan)
    >>> axis = AxisValues(np.array([6.0, 7.0, 9.0]), none, np.zeros(3, bool), None)
    >>> line_per_draw(axis, np.array([[6.0, 7.0, 8.0], [6.0, np.nan, 9.0]]), "median").tolist()
    [7.0, 7.0]
    """
    kept = ~axis.small if not axis.small.all() else np.ones_like(axis.small)
    values = np.where(np.isnan(draws), axis.values, draws)[:, kept]
    volumes = np.nan_to_num(axis.volumes[kept])
    if rule == "median":
        return np.asarray(np.median(values, axis=1))
    if rule == "weighted" and volumes.sum() > 0:
        return np.asarray(values @ volumes / volumes.sum())
    return np.asarray(values.mean(axis=1))


def midpoint(axis: AxisValues) -> float:
    """Return the middle of the axis' scale; without one 1/k for shares, else of the observed range."""
    if axis.scale is not None:
        return axis.scale.midpoint
    if is_share(axis.values):
        return 1 / axis.values.size
    return float((axis.values.min() + axis.values.max()) / 2)


def is_share(values: Numbers) -> bool:
    """Return whether the values are shares of one whole."""
    return bool(abs(values.sum() - 1) < _ROUNDING and (values > -1).all() and (values <= 1).all())
