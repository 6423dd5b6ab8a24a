"""How exactly each touchpoint in view is known: from its answers, else from n and the standard deviation."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from cx.matrix.rows.aggregate import Group, folded
from cx.records import AxisDraws, Precision, Scale, Touchpoints

Numbers = NDArray[np.float64]
_ANSWERS_FOR_SPREAD = 2
_TOO_SMALL = 1.15
"""The spread of shares over draws is some 15% too small (METHODS 10.3)."""


def precision_of(
    group: Group, touchpoints: Touchpoints, impact_error: float | None = None
) -> Precision | None:
    """Return the error of a touchpoint's satisfaction; ``None`` where n or the spread is not known.

    Parameters
    ----------
    impact_error
        The standard error of its impact, where it is known.

    Notes
    -----
    Where answers stand together (a respondent answers twice, or clusters are used) the error is that of whole
    respondents or clusters. Else it is that of the rows: each with the effective number of its answers, put
    together by their weights, and what lies between the rows' means added. A table with n and sd has
    sd / sqrt(n), of a share sqrt(p (1 - p) / n).
    """
    sums = touchpoints.clusters.of(group.answers) if touchpoints.clusters else None
    n_eff, error, freedom = _of_rows(group, touchpoints.scale)
    if sums is not None and sums.together:
        error, freedom = sums.error, sums.size - 1
    if not error > 0:
        return None
    return Precision(n_eff, error, freedom, impact_error, sums)


def _of_rows(group: Group, scale: Scale) -> tuple[float, float, float]:
    """(n_eff, error, freedom) of rows that have nobody in common; the error NaN where it is not known."""
    if group.exact is None:
        error = standard_error(group.satisfaction, group.n, group.sd, scale)
        return group.n, math.nan if error is None else error, group.n - 1
    means, errors, weights, bases, freedom = group.exact
    parts, n_eff = weights / weights.sum(), float(weights.sum() ** 2 / (weights**2 / bases).sum())
    spreads, told = errors**2 * bases, ~np.isnan(errors)
    if not told.any():
        return n_eff, math.nan, n_eff - 1
    typical = float(parts[told] @ spreads[told] / parts[told].sum())
    within = float(parts**2 @ (np.where(told, spreads, typical) / bases))
    between = float(parts @ (means - parts @ means) ** 2) / n_eff
    return n_eff, math.sqrt(within + between), float(freedom.sum() + len(freedom) - 1)


def standard_error(satisfaction: float, n: float, sd: float, scale: Scale) -> float | None:
    """Return the standard error of a mean from n and sd, or of a share from n alone; ``None`` if unknown.

    Examples
    --------
    >>> standard_error(7.1, 100, 1.5, Scale(1, 10))
    0.15
    >>> round(standard_error(80.0, 100, float("nan"), Scale(0, 100, kind="percent")), 6)
    4.0
    """
    if math.isnan(n) or n < _ANSWERS_FOR_SPREAD:
        return None
    if not math.isnan(sd):
        return sd / math.sqrt(n)
    if scale.kind == "percent":
        share = scale.common(satisfaction)
        return scale.width * math.sqrt(max(0.0, share * (1 - share)) / n)
    return None


def impact_errors(draws: AxisDraws | None) -> dict[str, float]:
    """Return the standard error of each touchpoint's share, by its folded name, from the draws.

    Of names that only letter case tells apart none has one.
    """
    if draws is None or draws.impact is None:
        return {}
    errors = draws.impact.std(axis=0, ddof=1) * _TOO_SMALL
    often = Counter(folded(name) for name in draws.names)
    pairs = zip(map(folded, draws.names), errors.tolist(), strict=True)
    return {name: error for name, error in pairs if often[name] == 1}
