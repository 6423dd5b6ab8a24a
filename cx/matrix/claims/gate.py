"""The one gate: estimates in, and out comes what may be said of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from cx.matrix.certainty import Certainty, certainties
from cx.matrix.claims.headline import headline_of
from cx.matrix.claims.ranking import Ranked, ranked
from cx.matrix.rows import Drawn, Group, folded, impact_claim
from cx.matrix.strategy import priorities
from cx.records import (
    BORDERLINE,
    Bubble,
    Claim,
    Claims,
    Crosshair,
    Evidence,
    Finding,
    ImpactClaim,
    Matrix,
    Priority,
    Quadrant,
    Settings,
    TargetClaim,
    Touchpoints,
    Toward,
)
from cx.statistics import reach

if TYPE_CHECKING:
    from cx.impact.claims import Ranks

HARDLY_DIFFER = 0.6
"""From this part of noise on, the impacts themselves are hardly apart (METHODS 10.3)."""


@dataclass(frozen=True)
class Judged:
    """One touchpoint: where it may be drawn, and what may be said of it."""

    quadrant: Quadrant | None
    certainty: Certainty | None
    priority: Priority | None
    signed_impact: float | None
    evidence: Evidence | None
    claim: Claim


@dataclass(frozen=True)
class Verdict:
    """All touchpoints in view, in the order of the file."""

    impact: ImpactClaim
    each: tuple[Judged, ...]
    noise: float | None
    """The part of the differences in derived impact that is noise."""


def judged(
    seen: Drawn,
    base: Drawn,
    touchpoints: Touchpoints,
    settings: Settings,
    crosshair: Crosshair,
    target: float,
) -> Verdict:
    """Return what may be said of the touchpoints in view.

    Parameters
    ----------
    seen, base
        The touchpoints in view, and those that the crosshair is computed from.
    crosshair
        Its level line is ``None`` where impact is not known: then nothing speaks of it.
    target
        The satisfaction to aim for.
    """
    sure = certainties(seen, base, touchpoints, settings, crosshair)
    known = impact_claim(touchpoints)
    order = _priorities(seen, touchpoints, settings, target, known=known)
    asked = Ranked(seen, base, touchpoints, settings, crosshair, tuple(order), sure.told)
    ranges = {} if known == "none" else ranked(asked)
    ties = {} if ranges else _ties(order)
    signed = seen.height if touchpoints.impact_kind == "derived" else np.full(len(order), np.nan)
    said = {folded(name): one for name, one in touchpoints.evidence.items()}
    each = []
    for j, group in enumerate(seen.groups):
        drawn_in = seen.quadrant(j, (crosshair.satisfaction, crosshair.impact))
        evidence = said.get(folded(group.name))
        way = _toward(group, float(seen.impact[j]), evidence, seen, known)
        claim = _claim(group, drawn_in, sure.each[j], way, evidence, ranges.get(group.id))
        if j in ties:
            claim = replace(claim, rank_low=ties[j][0], rank_high=ties[j][1])
        each.append(Judged(drawn_in, sure.each[j], order[j], _known(signed[j]), evidence, claim))
    up = sure.told.impact if sure.told else None
    return Verdict(known, tuple(each), None if up is None else up.noise.mean)


def claimed(matrix: Matrix, verdict: Verdict) -> Matrix:
    """Return the matrix with its claims: notes from its findings, and what the headline rests on."""
    whole = noted(_aimed(matrix), _hardly_differ(verdict))
    bubbles = whole.bubbles
    axes = {bubble.certainty_axis for bubble in bubbles if bubble.certainty_axis is not None}
    claims = Claims(
        impact=verdict.impact,
        certainty_axis="satisfaction" if "satisfaction" in axes else next(iter(axes), None),
        touchpoints=tuple(bubble.claim for bubble in bubbles if bubble.claim is not None),
        noise=verdict.noise,
    )
    told = replace(whole, claims=claims)
    return replace(told, claims=replace(claims, headline=headline_of(told)))


def _priorities(
    seen: Drawn, touchpoints: Touchpoints, settings: Settings, target: float, *, known: ImpactClaim
) -> list[Priority | None]:
    result: list[Priority | None] = [None] * len(seen.groups)
    if known == "none":
        return result
    places = np.flatnonzero(~np.isnan(seen.impact))
    found = priorities(
        [seen.groups[place].name for place in places],
        seen.satisfaction[places],
        seen.height[places],
        seen.volume[places],
        target=target,
        scale=touchpoints.scale,
        terms=settings.priority_terms,
        derived=touchpoints.impact_kind == "derived",
    )
    for place, priority in zip(places, found, strict=True):
        result[int(place)] = priority
    return result


def _ties(order: Sequence[Priority | None]) -> dict[int, tuple[int, int]]:
    """The ranks that touchpoints share whose score and impact are the same: only names tell them apart."""
    alike: dict[tuple[float, float], list[int]] = {}
    for j, one in enumerate(order):
        if one is not None:
            alike.setdefault((one.score, one.impact), []).append(j)
    found: dict[int, tuple[int, int]] = {}
    for places in alike.values():
        ranks = [one.rank for j in places if (one := order[j]) is not None]
        found |= dict.fromkeys(places, (min(ranks), max(ranks))) if len(places) > 1 else {}
    return found


def _toward(
    group: Group, impact: float, evidence: Evidence | None, seen: Drawn, known: ImpactClaim
) -> Toward:
    """Of derived impact what the effect's interval says; of a given one its sign."""
    if known == "none" or math.isnan(impact):
        return "unclear"
    if folded(group.name) in seen.negative:
        return "negative"
    if evidence is not None:
        return evidence.toward
    return "positive" if impact > 0 else "unclear"


def _claim(
    group: Group,
    drawn_in: Quadrant | None,
    sure: Certainty | None,
    way: Toward,
    evidence: Evidence | None,
    range_: tuple[Ranks, int] | None,
) -> Claim:
    label = f"{group.name} ({group.member})" if group.member else group.name
    carried = drawn_in is not None and (sure is None or sure.value >= BORDERLINE)
    plain = Claim(
        label,
        quadrant_claim=carried,
        direction=way,
        robustness=evidence.robustness if evidence else None,
        robustness_bound=evidence.robustness_bound if evidence else None,
    )
    if range_ is None:
        return plain
    ranks, j = range_
    return replace(
        plain, rank_low=ranks.low[j], rank_high=ranks.high[j], first=ranks.first[j], top3=ranks.top3[j]
    )


def _hardly_differ(verdict: Verdict) -> tuple[Finding, ...]:
    told_apart = verdict.impact == "shown"  # then it is not said that who is high is chance
    if told_apart or verdict.noise is None or verdict.noise <= HARDLY_DIFFER:
        return ()
    return (Finding("warning", "impacts_hardly_differ", details={"percent": round(100 * verdict.noise)}),)


def _aimed(matrix: Matrix) -> Matrix:
    """The matrix with claims that say where satisfaction lies from the target."""
    aimed = tuple(
        replace(one, claim=replace(one.claim, target=_from_target(one, matrix.target))) if one.claim else one
        for one in matrix.bubbles
    )
    return replace(matrix, bubbles=aimed)


def _from_target(bubble: Bubble, target: float) -> TargetClaim:
    """Where nothing is known of its error, what was measured is told as it is."""
    exact = bubble.precision
    half = reach(exact.error, exact.freedom) if exact else None
    if half is not None and abs(bubble.satisfaction - target) <= half:
        return "unclear"
    return "below" if bubble.satisfaction < target else "reached"


def noted(matrix: Matrix, more: Sequence[Finding]) -> Matrix:
    """Return the matrix with more findings, its claims with the codes of those that bear upon each."""
    found = (*matrix.findings, *more)
    codes = _codes(found)
    bubbles = tuple(
        replace(bubble, claim=replace(bubble.claim, notes=_notes(bubble.label, bubble.name, codes)))
        if bubble.claim is not None
        else bubble
        for bubble in matrix.bubbles
    )
    touchpoints = tuple(bubble.claim for bubble in bubbles if bubble.claim is not None)
    claims = replace(matrix.claims, touchpoints=touchpoints) if matrix.claims.touchpoints else matrix.claims
    return replace(matrix, bubbles=bubbles, findings=found, claims=claims)


def _codes(findings: Sequence[Finding]) -> dict[str, list[str]]:
    """The codes of the findings by what they name: a touchpoint, or the column that holds its ratings."""
    found: dict[str, list[str]] = {}
    for finding in findings:
        about = finding.details.get("touchpoint", finding.column)
        if about is not None:
            found.setdefault(str(about), []).append(finding.code)
    return found


def _notes(label: str, name: str, codes: dict[str, list[str]]) -> tuple[str, ...]:
    both = (*codes.get(label, ()), *(codes.get(name, ()) if name != label else ()))
    return tuple(dict.fromkeys(both))


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
