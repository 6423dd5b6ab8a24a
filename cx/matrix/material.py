"""What lenses are handed of a matrix and its table (METHODS 12)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

import numpy as np

from cx.matrix.rows import drawn, folded, impact_claim, precision_of, visible
from cx.matrix.rows.with_impact import Drawn
from cx.records import Matrix, Touchpoints
from cx.records.file import Unscored
from cx.records.lenses import Assessment, LensSettings, Material

T = TypeVar("T")


def material(
    matrix: Matrix,
    touchpoints: Touchpoints,
    *,
    assessments: Sequence[Assessment] = (),
    settings: LensSettings | None = None,
) -> Material:
    """Return what lenses read: the touchpoints in view, those without satisfaction too.

    Parameters
    ----------
    matrix
        The matrix of the table, whose view and crosshair hold.
    touchpoints
        The table that it was built from.
    assessments
        What people said of its touchpoints.
    settings
        What a person chose for the lenses.

    Notes
    -----
    Each touchpoint has one reading, whatever bubbles are drawn per: impact and satisfaction are those of the
    whole touchpoint. Impact that the data do not carry is none. What respondents expected and got is known of
    all of them together; of a part of them the rows in view say it.
    """
    asked = settings or LensSettings()
    filters = matrix.settings.filters
    seen = drawn(touchpoints, replace(matrix.settings, unit="touchpoint"), filters)
    others = touchpoints.unscored
    satisfaction: dict[str, tuple[float, float | None]] = {}
    for group in seen.groups:
        exact = precision_of(group, touchpoints)
        satisfaction[group.name] = (group.satisfaction, exact.error if exact else None)
    known = impact_claim(touchpoints) != "none"
    column = _column_of(touchpoints, asked.segment)
    rows = visible(touchpoints, filters)
    return Material(
        touchpoints=replace(touchpoints, rows=rows),
        impact=_impact(seen) | _of(others, "impact") if known else {},
        satisfaction=satisfaction,
        volume=_volume(seen) | _of(others, "volume"),
        crosshair=matrix.crosshair.satisfaction,
        impact_crosshair=matrix.crosshair.impact if known else None,
        paired=_named(touchpoints.paired, satisfaction) if len(rows) == len(touchpoints.rows) else {},
        levels=_named(touchpoints.levels, satisfaction),
        overall_levels=touchpoints.overall_levels,
        month_levels=touchpoints.month_levels,
        standards=_named(touchpoints.standards, satisfaction),
        effects=_named(touchpoints.segment_effects.get(column, {}), satisfaction),
        exposure_effects=_exposure_effects(touchpoints),
        differing=frozenset(touchpoints.differing.get(column, ())),
        assessments=tuple(_of_today(one, matrix) for one in assessments),
        settings=replace(asked, segment=column),
    )


def _of_today(one: Assessment, matrix: Matrix) -> Assessment:
    """An assessment under the name that its touchpoint has now: it is known by its bubble."""
    bubble = matrix.bubble(one.touchpoint)
    return one if bubble is None or bubble.name == one.name else replace(one, name=bubble.name)


def _impact(seen: Drawn) -> dict[str, float]:
    """Touchpoint to impact, below 0 for a negative driver."""
    drawn_ones = zip(seen.groups, seen.height.tolist(), strict=True)
    others = zip(seen.missing, seen.missing_impact.tolist(), strict=True)
    return {group.name: value for group, value in (*drawn_ones, *others) if not math.isnan(value)}


def _of(others: Mapping[str, Unscored], figure: Literal["impact", "volume"]) -> dict[str, float]:
    """What further files say of touchpoints that have no satisfaction."""
    found = {name: one.impact if figure == "impact" else one.volume for name, one in others.items()}
    return {name: value for name, value in found.items() if value is not None}


def _volume(seen: Drawn) -> dict[str, float]:
    return {group.name: group.volume for group in (*seen.groups, *seen.missing) if not np.isnan(group.volume)}


def _named(found: Mapping[str, T], names: Mapping[str, object]) -> dict[str, T]:
    """What a file calls its touchpoints, by the names of the matrix where they differ in letter case only."""
    known = {folded(name): name for name in names}
    return {known.get(folded(name), name): value for name, value in found.items()}


def _exposure_effects(touchpoints: Touchpoints) -> dict[str, float]:
    """Touchpoint to what meeting it does to the outcome; above 0 is good for the business."""
    return {
        name: one.exposure_effect.value * one.good
        for name, one in touchpoints.evidence.items()
        if one.exposure_effect is not None
    }


def _column_of(touchpoints: Touchpoints, wanted: str) -> str:
    """The column of segments that was asked for, else the only one; empty without one."""
    columns = [*touchpoints.segment_effects]
    if wanted:
        return next((name for name in columns if folded(name) == folded(wanted)), wanted)
    return columns[0] if len(columns) == 1 else ""
