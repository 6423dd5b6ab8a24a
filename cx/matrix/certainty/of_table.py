"""Certainty of a table of touchpoints: by the normal approximation, from n and sd or n and a share."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cx.matrix.certainty.probabilities import Certainty, certainty
from cx.matrix.lines import is_high
from cx.matrix.rows import Drawn, Group, axis_values, precision_of, standard_error
from cx.records import Crosshair, Settings, Touchpoints

if TYPE_CHECKING:
    from cx.impact.claims import Noise

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class LineErrors:
    """How far the line itself moves with the touchpoints that define it."""

    variances: Numbers
    """(base,) of each touchpoint's satisfaction; NaN where unknown."""
    weights: Numbers
    """(base,) the part of each in the line; 0 for one that does not move it."""

    @property
    def of_line(self) -> float:
        """The variance of the line; what is unknown adds nothing."""
        return float((self.weights**2) @ np.nan_to_num(self.variances))

    def of_distances(self, variances: Numbers, weights: Numbers) -> Numbers:
        """Return the variances of touchpoint minus line: sd²/n (1 - 2 w) + the line's own."""
        return np.asarray(variances * (1 - 2 * weights) + self.of_line)


def approximated(
    seen: Drawn, base: Drawn, touchpoints: Touchpoints, settings: Settings, crosshair: Crosshair
) -> list[Certainty | None]:
    """Return the certainty of each touchpoint in view; ``None`` where its error is unknown.

    Notes
    -----
    z = (m - line) / sqrt(v); v = sd²/n where the line is fixed, else with the line's own error in it (of a
    median that of the mean is taken). What part of the distances is noise is told by the touchpoints that
    define the line; the probability of lying high is the mean of Phi(z sqrt(1 - B)) over it. Impact has no
    known error here: certainty speaks about satisfaction alone.
    """
    errors = line_errors(base, touchpoints, settings, crosshair)
    own = variances(seen, touchpoints)
    if not np.isfinite(own).any():
        return [None] * len(seen.groups)
    noise = _noise(base, errors, crosshair)
    z = _z(seen, errors.of_distances(own, _weights_of(seen, base, errors)), crosshair)
    high = noise.probability_high(np.nan_to_num(z))
    return [
        None if math.isnan(own[j]) else _certainty(seen, j, crosshair, float(z[j]), float(high[j]))
        for j in range(len(seen.groups))
    ]


def variances(groups: Drawn, touchpoints: Touchpoints) -> Numbers:
    """Return (touchpoints,) the squared error of each satisfaction, sd²/n in a table; NaN where unknown."""
    errors = [_error(one, touchpoints) for one in groups.groups]
    return np.array([math.nan if error is None else error**2 for error in errors], dtype=float)


def _error(group: Group, touchpoints: Touchpoints) -> float | None:
    exact = precision_of(group, touchpoints)
    if exact is not None:
        return exact.error
    return standard_error(group.satisfaction, group.n, group.sd, touchpoints.scale)


def line_errors(
    base: Drawn, touchpoints: Touchpoints, settings: Settings, crosshair: Crosshair
) -> LineErrors:
    """Return what the line of satisfaction owes to the touchpoints that define it."""
    known = variances(base, touchpoints)
    weights = np.zeros(len(base.groups))
    if crosshair.frozen or crosshair.rule in ("midpoint", "fixed"):
        return LineErrors(known, weights)
    everyone = np.ones(len(base.groups), dtype=bool)
    axis = axis_values(base, base.satisfaction, everyone, settings)
    kept = ~axis.small if not axis.small.all() else everyone
    volumes = np.where(kept, np.nan_to_num(axis.volumes), 0.0)
    parts = volumes if crosshair.rule == "weighted" and volumes.sum() > 0 else kept.astype(float)
    return LineErrors(known, parts / parts.sum() if parts.sum() > 0 else weights)


def _noise(base: Drawn, errors: LineErrors, crosshair: Crosshair) -> Noise:
    from cx.impact.claims import noise  # the first page does not wait for it

    z = _z(base, errors.of_distances(errors.variances, errors.weights), crosshair)
    defining = errors.weights > 0 if errors.weights.any() else np.ones(len(z), dtype=bool)
    return noise(z[defining])


def _z(groups: Drawn, variance: Numbers, crosshair: Crosshair) -> Numbers:
    """(touchpoints,) distances in standard errors; NaN where there is no error."""
    known = variance > 0
    distance = groups.satisfaction - crosshair.satisfaction
    z = np.full(len(distance), np.nan)
    z[known] = distance[known] / np.sqrt(variance[known])
    return z


def _weights_of(seen: Drawn, base: Drawn, errors: LineErrors) -> Numbers:
    """(seen,) the part that each touchpoint in view has in the line."""
    if not errors.weights.any():
        return np.zeros(len(seen.groups))
    parts = {group.id: weight for group, weight in zip(base.groups, errors.weights, strict=True)}
    return np.array([parts.get(group.id, 0.0) for group in seen.groups])


def _certainty(seen: Drawn, place: int, crosshair: Crosshair, z: float, high: float) -> Certainty | None:
    quadrant = seen.quadrant(place, (crosshair.satisfaction, crosshair.impact))
    if quadrant is None:
        return None
    if math.isnan(z):
        high = 1.0 if is_high(seen.groups[place].satisfaction, crosshair.satisfaction) else 0.0
    return certainty(quadrant, high, None)
