"""What may be said of the drivers of one outcome: gathered from estimates, intervals and draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cx.impact.claims.calibration import IMPACT_STEP, for_ranks, noise_of
from cx.impact.claims.ranks import Ranks, ranks
from cx.impact.claims.robustness import robustness_pair
from cx.records import Claim, Claims, Driver, DriverResult, Finding, Headline, ImpactClaim

Numbers = npt.NDArray[np.float64]
_HALF = 0.5


def claimed(result: DriverResult) -> DriverResult:
    """Return the result with what may be said of it.

    Notes
    -----
    Impact is ``none`` where the drivers explain too little for intervals (``draws`` without shares), and
    before anything was drawn where R², corrected for what noise explains twice, is not above 0. Before the
    draws, nothing is known of ranks: ``unclear``. Ranks are those of the share.
    """
    drawn = None if result.draws is None else result.draws.shares
    shares = None if drawn is None else _possible(drawn)
    found = None if shares is None else _ranks(result, shares)
    impact = _impact(result, found)
    result = replace(result, claims=Claims(impact=impact))
    claims = Claims(
        impact=impact,
        certainty_axis=None if impact == "none" else "impact" if found else None,
        headline=_headline(result, impact),
        touchpoints=_touchpoints(result, None if impact == "none" else found),
        noise=None if shares is None else noise_of(_distances(shares)).mean,
    )
    return replace(result, claims=claims)


def _impact(result: DriverResult, found: Ranks | None) -> ImpactClaim:
    if found is not None:
        return "shown" if found.any_told_apart else "unclear"
    too_little = any(finding.code == "explains_too_little" for finding in result.findings)
    spare = result.n_eff - 1 - 2 * result.columns
    corrected = 1 - (1 - result.r2) * (result.n_eff - 1) / spare if spare > 0 else 0.0
    return "none" if too_little or result.draws is not None or corrected <= 0 else "unclear"


def _possible(shares: Numbers) -> Numbers:
    """The shares in each draw as they can be: none below 0, together 1.

    Where R² is small, some draws explain next to nothing, and their shares lie so far out that no two
    touchpoints could be told apart, whatever the other draws say. Priorities are ranked by such shares too.
    """
    parts = np.maximum(shares, 0.0)
    return np.asarray(parts / parts.sum(axis=1, keepdims=True))


def _distances(shares: Numbers) -> Numbers:
    return np.asarray(shares - 1 / shares.shape[1])


def _ranks(result: DriverResult, shares: Numbers) -> Ranks:
    order = [driver.name for driver in result.ranked]
    place = np.array([order.index(driver.name) + 1 for driver in result.drivers])
    off = _distances(shares)
    return ranks(shares, for_ranks(off, noise_of(off), IMPACT_STEP), place)


def _touchpoints(result: DriverResult, found: Ranks | None) -> tuple[Claim, ...]:
    return tuple(
        _claim(driver, result, None if found is None else (found, j))
        for j, driver in enumerate(result.drivers)
    )


def _claim(driver: Driver, result: DriverResult, found: tuple[Ranks, int] | None) -> Claim:
    df = result.n_eff - 1 - result.columns
    robust, bound = robustness_pair(
        driver.effect, driver.effect_low, driver.effect_high, groups=result.groups, df=df
    )
    plain = Claim(
        driver.name,
        quadrant_claim=False,
        direction=result.toward(driver),
        robustness=robust,
        robustness_bound=bound,
        notes=notes(driver.name, result.findings),
    )
    if found is None:
        return plain
    told, j = found
    return replace(
        plain, rank_low=told.low[j], rank_high=told.high[j], first=told.first[j], top3=told.top3[j]
    )


def notes(name: str, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the codes of the findings that name a touchpoint."""
    about = (f.code for f in findings if f.details.get("touchpoint", f.column) == name)
    return tuple(dict.fromkeys(about))


def _headline(result: DriverResult, impact: ImpactClaim) -> Headline:
    """How few touchpoints hold at least half of the impact; nothing of it where it is not shown."""
    if impact == "none":
        return Headline("unknown")
    held = 0.0
    names: list[str] = []
    for driver in result.ranked:
        held += driver.share
        names.append(driver.name)
        if held >= _HALF:
            break
    return Headline("fix_first" if impact == "shown" else "unclear", tuple(names), held)
