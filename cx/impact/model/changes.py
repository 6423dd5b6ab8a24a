"""What the outcome may become when touchpoints improve, or more people meet them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cx.errors import ArgumentError
from cx.impact.model.effects import jackknifed
from cx.impact.model.outcome_limits import Possible
from cx.impact.model.shrunk_effects import Shrunk
from cx.impact.model.sweep import Numbers
from cx.records import Driver, DriverResult, Estimate, Finding

_ENDS = (0.025, 0.975)


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
    at_most: bool = False
    """Whether the straight line leads beyond what the outcome can be, so that the change is one at most."""
    straight: float = 0.0
    """The change by the straight line."""


def what_if(
    result: DriverResult,
    changes: Mapping[str, Change | float],
    *,
    factor: float | None = None,
    by: Shrunk | None = None,
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
    by
        Effects from :func:`cx.impact.shrunk`, where touchpoints were chosen by them; ``None``: the estimates.

    Raises
    ------
    cx.errors.ArgumentError
        For a touchpoint that the result does not have.

    Notes
    -----
    Change = b dx e + (a + b m) de per touchpoint, in raw units: b its effect, e its exposure, a + b m its
    exposure effect. Satisfaction is cut at the ends of its scale and exposure at 0 and 1. The interval comes
    from the same groups of rows as those of the effects. The outcome stays possible: a score within its
    scale, a share along the logit where the straight line leaves 2% to 98%; the ends of the interval
    likewise, and the parts in proportion. It takes the association for a cause: what customers would do if
    only this changed is not in the data.
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
    linear, parts = _linear(result, dx, de, by)
    possible = Possible.of(result)
    change = _bent(linear, possible)
    at_most = not possible.within(linear.value)
    parts = parts * (change.value / linear.value) if at_most and linear.value else parts
    return WhatIf(
        result.outcome,
        change,
        None if factor is None else scaled(change, factor),
        {name: float(parts[names.index(name)]) for name in applied},
        applied,
        (*findings, *_beyond(result, linear.value, change.value, at_most=at_most)),
        at_most,
        linear.value,
    )


def scaled(estimate: Estimate, factor: float) -> Estimate:
    """Return an estimate times a factor; the ends change places where it is below 0."""
    if estimate.low is None or estimate.high is None:
        return Estimate(factor * estimate.value)
    low, high = sorted((factor * estimate.low, factor * estimate.high))
    return Estimate(factor * estimate.value, low, high)


def _linear(result: DriverResult, dx: Numbers, de: Numbers, by: Shrunk | None) -> tuple[Estimate, Numbers]:
    """The change by the straight line, and (p,) its parts."""
    effects, met, exposure = _whole(result)
    if by is not None:
        parts = by.effects * dx * exposure + by.exposure_effects * de
        drawn = (by.drawn[0] * dx * exposure + by.drawn[1] * de).sum(axis=1)
        low, high = np.quantile(drawn, _ENDS)
        value = float(parts.sum())
        return Estimate(value, min(float(low), value), max(float(high), value)), parts
    parts = effects * dx * exposure + met * de
    r = result.replicates
    replicates = (r.effects * dx * r.exposures + r.exposure_effects * de).sum(axis=1)
    return jackknifed(float(parts.sum()), replicates), parts


def _bent(linear: Estimate, possible: Possible) -> Estimate:
    ends = (None if end is None else float(possible.change(end)) for end in (linear.low, linear.high))
    return Estimate(float(possible.change(linear.value)), *ends)


def _beyond(result: DriverResult, linear: float, change: float, *, at_most: bool) -> list[Finding]:
    if not at_most:
        return []
    mean, by = result.outcome_mean, 1.0
    code = "outcome_cut"
    if result.two_valued:
        code, low = "outcome_on_logit", result.outcome_ends[0] or 0.0
        mean, by = mean - low, 100.0 / ((result.outcome_ends[1] or 1.0) - low)
    details: dict[str, object] = {
        "now": round(mean * by, 2),
        "straight": round((mean + linear) * by, 2),
        "end": round((mean + change) * by, 2),
    }
    return [Finding("warning", code, column=result.outcome, details=details)]


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
