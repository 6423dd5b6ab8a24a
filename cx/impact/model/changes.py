"""What the outcome may become when touchpoints improve, or more people meet them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cx.errors import ArgumentError
from cx.impact.model.effects import jackknifed
from cx.impact.model.sweep import Numbers
from cx.records import Driver, DriverResult, Estimate, Finding


@dataclass(frozen=True)
class Change:
    """What is changed about one touchpoint."""

    satisfaction: float = 0.0
    """Points of its mean rating."""
    exposure: float = 0.0
    """Share of respondents who meet it more, -1..1."""

    @classmethod
    def typed(cls, points: float, percent: float) -> Change:
        """Return the change that a person typed: points of its mean rating, and percentage points of reach.

        Examples
        --------
        >>> Change.typed(0.5, 10)
        Change(satisfaction=0.5, exposure=0.1)
        """
        return cls(float(points), percent / 100)


@dataclass(frozen=True)
class WhatIf:
    """The expected change of the outcome."""

    outcome: str
    change: Estimate
    """In the outcome's raw units, over all respondents."""
    value: Estimate | None
    """The change times the user's factor, in money or customers; ``None`` without a factor."""
    parts: Mapping[str, float]
    """Touchpoint to its part of the change."""
    applied: Mapping[str, Change]
    """Touchpoint to the change as it was applied, within the scale and 0..1 exposure."""
    findings: tuple[Finding, ...] = ()


def what_if(
    result: DriverResult, changes: Mapping[str, Change | float], *, factor: float | None = None
) -> WhatIf:
    """Return the expected change of the outcome for improvements of touchpoints.

    Parameters
    ----------
    result
        From :func:`cx.impact.drivers`.
    changes
        Touchpoint to its change; a plain number is points of satisfaction.
    factor
        What one unit of the outcome is worth, in money or customers.

    Raises
    ------
    cx.errors.ArgumentError
        For a touchpoint that the result does not have.

    Notes
    -----
    Change = b dx e + (a + b m) de per touchpoint, in raw units: b its effect, e its exposure, a + b m its
    exposure effect. Satisfaction is cut at the ends of its scale and exposure at 0 and 1. The interval comes
    from the same groups of rows as those of the effects. It takes the association for a cause: what customers
    would do if only this changed is not in the data.
    """
    wanted = {name: _known(result, name, change) for name, change in changes.items()}
    findings: list[Finding] = []
    applied = {}
    for driver in result.drivers:
        if driver.name in wanted:
            applied[driver.name], seen = _possible(driver, wanted[driver.name])
            findings += seen
    names = [driver.name for driver in result.drivers]
    dx = np.array([applied.get(name, Change()).satisfaction for name in names])
    de = np.array([applied.get(name, Change()).exposure for name in names])
    effects, met, exposure = _whole(result)
    parts = effects * dx * exposure + met * de
    r = result.replicates
    replicates = (r.effects * dx * r.exposures + r.exposure_effects * de).sum(axis=1)
    change = jackknifed(float(parts.sum()), replicates)
    value = None if factor is None else jackknifed(factor * change.value, factor * replicates)
    return WhatIf(
        result.outcome,
        change,
        value,
        {name: float(parts[names.index(name)]) for name in applied},
        applied,
        tuple(findings),
    )


def _known(result: DriverResult, name: str, change: Change | float) -> Change:
    if result.driver(name) is None:
        known = ", ".join(driver.name for driver in result.drivers)
        raise ArgumentError("driver_unknown", value=name, known=known)
    return change if isinstance(change, Change) else Change(float(change))


def _possible(driver: Driver, wanted: Change) -> tuple[Change, list[Finding]]:
    scale = driver.scale
    target = min(max(driver.satisfaction + wanted.satisfaction, scale.minimum), scale.maximum)
    exposure = min(max(driver.exposure + wanted.exposure, 0.0), 1.0)
    applied = Change(target - driver.satisfaction, exposure - driver.exposure)
    details: dict[str, object] = {"touchpoint": driver.name}
    found = []
    if abs(applied.satisfaction - wanted.satisfaction) > 1e-9:  # noqa: PLR2004 - rounding
        found.append(Finding("info", "satisfaction_cut", details={**details, "end": target}))
    if abs(applied.exposure - wanted.exposure) > 1e-9:  # noqa: PLR2004 - rounding
        found.append(Finding("info", "exposure_cut", details={**details, "percent": round(100 * exposure)}))
    if wanted.satisfaction and driver.effect is None:
        found.append(Finding("warning", "effect_unknown", details=details))
    if wanted.exposure and driver.exposure_effect is None:
        found.append(Finding("warning", "exposure_effect_unknown", details=details))
    return applied, found


def _whole(result: DriverResult) -> tuple[Numbers, Numbers, Numbers]:
    effects = [driver.effect or 0.0 for driver in result.drivers]
    met = [driver.exposure_effect or 0.0 for driver in result.drivers]
    return np.array(effects), np.array(met), np.array([driver.exposure for driver in result.drivers])
