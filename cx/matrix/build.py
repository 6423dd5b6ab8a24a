"""Touchpoints to the matrix: crosshair, quadrants, certainty and priority in one record."""

from __future__ import annotations

import math
import re

import numpy as np
from numpy.typing import NDArray

from cx.matrix.claims import Judged, claimed, judged
from cx.matrix.lines import is_high, line
from cx.matrix.rows import (
    Drawn,
    Group,
    axis_values,
    drawn,
    findings_of,
    folded,
    impact_claim,
    impact_errors,
    period_in_view,
    precision_of,
)
from cx.records import Bubble, Crosshair, Filters, Matrix, Precision, Settings, Touchpoints

Numbers = NDArray[np.float64]
_GOAL = re.compile(r"^(?:impact|invloed|effect)\s*(?:(?:on|op)\s+|:\s*)?", re.IGNORECASE)


def build(
    touchpoints: Touchpoints, settings: Settings | None = None, *, whole: Touchpoints | None = None
) -> Matrix:
    """Return the matrix of the touchpoints in view.

    Parameters
    ----------
    touchpoints
        The table as the program understands it.
    settings
        What the user set; by default the mean crosshair over the latest period.
    whole
        The table of all respondents, where ``touchpoints`` are those of one segment: its crosshair stays.

    Raises
    ------
    cx.errors.ImpactRefused
        When a part of a composed impact points against its direction; names the cell.

    Notes
    -----
    The crosshair and the median volume are those of the default view (the latest period, nothing filtered
    away) while filters are on, unless ``settings.freeze`` is off. What is said of the touchpoints passes the
    gate (:mod:`cx.matrix.claims`): nothing else of the program asserts anything. Each line is computed over
    the touchpoints that have a value on its axis, so that adding an impact does not move the line of
    satisfaction.
    """
    settings = settings or Settings()
    filters = settings.filters
    frozen = settings.freeze and (filters.active or whole is not None)
    seen = drawn(touchpoints, settings, filters)
    base = drawn(whole or touchpoints, settings, Filters()) if frozen else seen
    crosshair = _crosshair(base, touchpoints, settings, frozen=frozen)
    target = crosshair.satisfaction if settings.target is None else settings.target
    median_volume = _median(base.volume)
    verdict = judged(seen, base, touchpoints, settings, crosshair, target)
    errors = impact_errors(touchpoints.draws)
    exact = [precision_of(group, touchpoints, errors.get(folded(group.name))) for group in seen.groups]
    bubbles = tuple(
        _bubble(group, impact, one, touchpoints, settings, median_volume, known)
        for group, impact, one, known in zip(seen.groups, seen.impact, verdict.each, exact, strict=True)
    )
    matrix = Matrix(
        bubbles=bubbles,
        crosshair=crosshair,
        scale=touchpoints.scale,
        impact_kind=touchpoints.impact_kind,
        impact_scale=touchpoints.impact_scale,
        goal=settings.goal if settings.goal is not None else goal_of(touchpoints.goal),
        period=period_in_view(touchpoints, filters),
        target=target,
        median_volume=median_volume,
        settings=settings,
        sources=touchpoints.sources,
        part=touchpoints.part,
    )
    return claimed(findings_of(matrix, touchpoints, seen, base), verdict)


def goal_of(header: str) -> str:
    """Return the business goal that a header such as "Impact on NPS" speaks of; empty for none.

    Examples
    --------
    >>> [goal_of(header) for header in ("Impact on NPS", "Invloed op klantverloop", "Impact (NPS)", "Impact")]
    ['NPS', 'klantverloop', 'NPS', '']
    """
    goal = _GOAL.sub("", header.strip()).strip(" -\N{EN DASH}")
    return goal[1:-1].strip() if goal.startswith("(") and goal.endswith(")") else goal


def _crosshair(base: Drawn, touchpoints: Touchpoints, settings: Settings, *, frozen: bool) -> Crosshair:
    rule = settings.crosshair_rule
    with_impact = ~np.isnan(base.impact) & (impact_claim(touchpoints) != "none")
    if rule == "fixed" and settings.fixed is not None:
        impact = settings.fixed[1] if impact_claim(touchpoints) != "none" else None
        return Crosshair(rule, settings.fixed[0], impact, frozen)
    rule = "mean" if rule == "fixed" else rule
    if not with_impact.size:
        return Crosshair(rule, touchpoints.scale.midpoint, None, frozen)
    if rule == "midpoint":
        satisfaction = touchpoints.scale.midpoint
    else:
        everyone = np.ones_like(with_impact)
        satisfaction = line(axis_values(base, base.satisfaction, everyone, settings), rule)
    if not with_impact.any():
        return Crosshair(rule, satisfaction, None, frozen)
    return Crosshair(rule, satisfaction, _impact_line(base, touchpoints, settings, with_impact), frozen)


def _impact_line(base: Drawn, touchpoints: Touchpoints, settings: Settings, kept: NDArray[np.bool_]) -> float:
    rule = "mean" if settings.crosshair_rule == "fixed" else settings.crosshair_rule
    if touchpoints.impact_kind == "derived" and rule in ("mean", "midpoint"):
        return 1 / len({folded(group.name) for group, here in zip(base.groups, kept, strict=True) if here})
    if rule == "midpoint" and touchpoints.impact_scale is not None:
        return touchpoints.impact_scale.midpoint
    if rule == "midpoint" and touchpoints.impact_kind == "composed":
        return float(1 / kept.sum())
    return line(axis_values(base, base.impact, kept, settings), rule)


def _median(volumes: Numbers) -> float | None:
    known = volumes[~np.isnan(volumes)]
    return float(np.median(known)) if known.size and known.max() > 0 else None


def _bubble(
    group: Group,
    impact: float,
    one: Judged,
    touchpoints: Touchpoints,
    settings: Settings,
    median_volume: float | None,
    exact: Precision | None,
) -> Bubble:
    sure = one.certainty
    volume = _known(group.volume)
    return Bubble(
        id=group.id,
        name=group.name,
        group=group.member,
        satisfaction=group.satisfaction,
        impact=_known(impact),
        volume=volume,
        n=_known(group.n),
        sd=_known(group.sd),
        cost=_known(group.cost),
        journeys=group.journeys,
        channels=group.channels,
        segments=group.segments,
        period=period_in_view(touchpoints, settings.filters),
        owner=group.owner,
        note=group.note,
        quadrant=one.quadrant,
        certainty=sure.value if sure else None,
        certainty_axis=sure.axis if sure else None,
        probabilities=sure.probabilities if sure else None,
        small_base=group.n < settings.min_n,
        high_volume=None if volume is None or median_volume is None else is_high(volume, median_volume),
        priority=one.priority,
        rows=group.rows,
        evidence=one.evidence,
        signed_impact=one.signed_impact,
        claim=one.claim,
        precision=exact,
        contacted=None if group.member else touchpoints.contacted.get(group.name),
    )


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
