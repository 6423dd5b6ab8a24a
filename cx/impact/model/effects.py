"""Effects per point and effects of exposure, with intervals from leaving out one group at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cx.impact.model.groups_left_out import WIDE, coefficients
from cx.impact.model.joint import Model, exposures, means
from cx.impact.model.sweep import Fit, Numbers, coefficients_of, regression
from cx.impact.sums import Moments
from cx.records import Estimate, Replicates

LEVEL = 0.95
_CELLS = 4_000_000


@dataclass(frozen=True)
class Effects:
    """The joint regression: per touchpoint its effect, exposure effect and variance inflation."""

    effects: tuple[Estimate | None, ...]
    """``None``: without spread, or not to be separated from other touchpoints."""
    exposure_effects: tuple[Estimate | None, ...]
    inflation: tuple[float | None, ...]
    replicates: Replicates
    fit: Fit


def estimated(moments: Moments, model: Model) -> Effects:
    """Return the coefficients of the joint model, with 95% intervals.

    Notes
    -----
    Ordinary least squares on the moments. Intervals: delete-a-group jackknife with t(G - 1): the variance is
    (G - 1)/G times the sum of squared deviations of the estimates without each group.

    References
    ----------
    Kott, P. S. (2001). The delete-a-group jackknife. Journal of Official Statistics 17(4).
    """
    fit = regression(model.products(moments.total[np.newaxis])[0])
    replicates = _without_each_group(moments, model, fit)
    p = moments.touchpoints
    per_column = np.zeros((moments.groups, 2, p))
    whole = np.full((2, p), np.nan)
    inflation = np.full(p, np.nan)
    kinds, owners = model.is_rating.astype(int), model.owners
    per_column[:, kinds, owners] = np.where(fit.determined, replicates, 0.0)
    whole[kinds, owners] = np.where(fit.determined, fit.coefficients, np.nan)
    inflation[owners[model.is_rating]] = fit.inflation[model.is_rating]
    return Effects(
        tuple(_estimate(whole[1, j], per_column[:, 1, j]) for j in range(p)),
        tuple(_estimate(whole[0, j], per_column[:, 0, j]) for j in range(p)),
        tuple(float(value) if np.isfinite(value) else None for value in inflation),
        Replicates(per_column[:, 1], per_column[:, 0], exposures(moments.without_each_group())),
        fit,
    )


def jackknifed(value: float, replicates: Numbers) -> Estimate:
    """Return an estimate with the 95% interval that its values without each group give.

    Parameters
    ----------
    value
        The estimate from all rows.
    replicates
        (groups,) the estimate with one group left out.

    Examples
    --------
    >>> found = jackknifed(2.0, np.array([2.5, 2.0, 1.5]))  # the mean of 1, 2, 3: 2 -+ 4.3027 * 0.5774
    >>> round(found.low, 4), round(found.high, 4)
    (-0.4841, 4.4841)
    """
    from scipy.special import stdtrit  # a tenth of the time that scipy.stats takes to import

    groups = len(replicates)
    if groups < 2:  # noqa: PLR2004 - a spread needs two
        return Estimate(value)
    spread = float(((replicates - replicates.mean()) ** 2).sum()) * (groups - 1) / groups
    reach = float(stdtrit(groups - 1, (1 + LEVEL) / 2)) * spread**0.5
    return Estimate(value, value - reach, value + reach)


def _without_each_group(moments: Moments, model: Model, fit: Fit) -> Numbers:
    if model.columns >= WIDE:
        return _improved(moments, model, fit)
    sums = moments.without_each_group()
    kept = np.flatnonzero(fit.kept)
    places = np.append(kept, model.columns)
    found = np.zeros((len(sums), model.columns))
    step = max(1, _CELLS // sums[0].size)
    for start in range(0, len(sums), step):
        products = model.products(sums[start : start + step])[:, places][:, :, places]
        found[start : start + step, kept] = coefficients_of(products)
    return found


def _improved(moments: Moments, model: Model, fit: Fit) -> Numbers:
    """The same for a wide model: ratings about the means of all rows, exposure effects moved to each own."""
    kept, p = np.flatnonzero(fit.kept), moments.touchpoints
    centres = means(moments.total[np.newaxis])
    total = model.turned(moments.total[np.newaxis], centres)[0]
    found = np.zeros((moments.groups, model.columns))
    found[:, kept] = coefficients(
        total, moments.sums, kept, lambda sums, vectors: model.times(sums, centres, vectors)
    )
    slopes = np.zeros((moments.groups, p))
    slopes[:, model.owners[model.is_rating]] = found[:, model.is_rating]
    moved = slopes * (means(moments.without_each_group()) - centres)
    found[:, ~model.is_rating] += moved[:, model.owners[~model.is_rating]]
    return np.where(fit.kept, found, 0.0)


def _estimate(value: float, replicates: Numbers) -> Estimate | None:
    return None if np.isnan(value) else jackknifed(float(value), replicates)
