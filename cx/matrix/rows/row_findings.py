"""What building the matrix brings to light, as findings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cx.matrix.lines import is_share
from cx.matrix.rows.aggregate import Group
from cx.matrix.rows.with_impact import Drawn
from cx.records import Bubble, Finding, Matrix, Severity, Touchpoints

_WHY_NONE = ("impact_no_outcome", "impact_one_touchpoint", "impact_few_answers")
"""Findings that say why answers carry no impact, and what would do."""


def findings_of(matrix: Matrix, touchpoints: Touchpoints, seen: Drawn, base: Drawn) -> Matrix:
    """Return the matrix with the findings of its table, and with what was seen while building it."""
    found = (
        *(_not_drawn(group) for group in seen.missing if not _told(group.rows, "satisfaction", touchpoints)),
        *_about_impact(matrix, touchpoints, base),
        *_about_volume(matrix, touchpoints),
        *_about_base(matrix, touchpoints),
        *_about_view(matrix, touchpoints),
    )
    return replace(matrix, findings=(*touchpoints.findings, *found))


def findings_about(matrix: Matrix, bubble: Bubble) -> tuple[Finding, ...]:
    """Return the findings about the rows of one bubble, and those that name it."""
    rows = set(bubble.rows)
    return tuple(
        finding
        for finding in matrix.findings
        if finding.details.get("touchpoint") == bubble.label
        or (
            # touchpoints that are columns of ratings share the row of the header
            finding.details.get("touchpoint", bubble.name) == bubble.name
            and (finding.sheet or "", finding.row) in rows
        )
    )


def _told(rows: tuple[tuple[str, int], ...], column: str, touchpoints: Touchpoints) -> bool:
    """Whether a finding about one of the cells behind it says so already."""
    cells = {touchpoints.cells.get((sheet, row, column)) for sheet, row in rows} - {None}
    return bool(cells & {finding.cell for finding in touchpoints.findings})


def _not_drawn(group: Group) -> Finding:
    sheet, row = group.rows[0]
    return Finding(
        "error", "touchpoint_not_drawn", sheet or None, row=row, details={"touchpoint": group.name}
    )


def _about_impact(matrix: Matrix, touchpoints: Touchpoints, base: Drawn) -> list[Finding]:
    if matrix.impact_kind == "none" or not matrix.has_impact:
        code = "no_impact" if matrix.impact_kind == "none" else "impact_not_shown"
        said = any(one.code in _WHY_NONE for one in touchpoints.findings)
        return [Finding("warning", code)] if matrix.bubbles and not said else []
    found = [
        _about(bubble, "warning", "negative_impact", "impact", touchpoints)
        for bubble in matrix.bubbles
        if matrix.impact_kind != "derived" and (bubble.impact or 0) < 0
    ]
    known = base.impact[~np.isnan(base.impact)]
    without_scale = matrix.impact_kind == "given" and touchpoints.impact_scale is None
    if matrix.crosshair.rule == "midpoint" and without_scale and known.size and not is_share(known):
        low, high = float(known.min()), float(known.max())
        found.append(Finding("warning", "impact_scale_unknown", details={"low": low, "high": high}))
    return [*found, *_about_shares(matrix, known.size)]


def _about_shares(matrix: Matrix, whole: int) -> list[Finding]:
    """Shares among fewer touchpoints are larger, while a frozen line stays that of all of them."""
    inside = sum(bubble.impact is not None for bubble in matrix.bubbles)
    narrowed = bool(matrix.settings.filters.segments or matrix.settings.filters.period)
    if matrix.impact_kind == "given" or not (matrix.crosshair.frozen and narrowed and inside != whole):
        return []
    return [Finding("info", "shares_of_fewer", details={"n": inside, "whole": whole})]


def _about_volume(matrix: Matrix, touchpoints: Touchpoints) -> list[Finding]:
    if not matrix.bubbles:
        return []
    if not matrix.has_volume:
        found = [Finding("info", "no_volume")]
        if matrix.crosshair.rule == "weighted":
            found.append(Finding("warning", "weighted_without_volume"))
        return found
    return [
        _about(bubble, "warning", "volume_zero_or_blank", "volume", touchpoints)
        for bubble in matrix.bubbles
        if not bubble.volume and not _told(bubble.rows, "volume", touchpoints)
    ]


def _about(
    bubble: Bubble, severity: Severity, code: str, column: str, touchpoints: Touchpoints, **details: object
) -> Finding:
    """A finding about one touchpoint; with its cell where it is made of one row."""
    sheet, row = bubble.rows[0]
    named = {"touchpoint": bubble.label, **details}
    if len(bubble.rows) > 1:
        return Finding(severity, code, sheet or None, details=named)
    cell = touchpoints.cells.get((sheet, row, column))
    return Finding(severity, code, sheet or None, cell, row=row, details=named)


def _about_base(matrix: Matrix, touchpoints: Touchpoints) -> list[Finding]:
    limit = matrix.settings.min_n
    found = [
        _about(b, "warning", "small_base", "n", touchpoints, n=int(b.n or 0), limit=limit)
        for b in matrix.bubbles
        if b.small_base
    ]
    data_driven = matrix.crosshair.rule in ("mean", "median", "weighted")
    if found and data_driven and len(found) == len(matrix.bubbles):
        found.append(Finding("warning", "all_small_base", details={"limit": limit}))
    return found


def _about_view(matrix: Matrix, touchpoints: Touchpoints) -> list[Finding]:
    found = _without_period(touchpoints)
    blank = len(found)
    others = [period for period in touchpoints.periods if period != matrix.period]
    if others and matrix.settings.filters.period is None:
        rows = int((touchpoints.rows["period"] != matrix.period).sum()) - blank
        details = {"period": matrix.period, "n": rows, "others": ", ".join(others)}
        found.append(Finding("info", "latest_period", details=details))
    if matrix.crosshair.frozen:
        found.append(Finding("info", "crosshair_frozen"))
    return found


def _without_period(touchpoints: Touchpoints) -> list[Finding]:
    if not touchpoints.periods:
        return []
    rows = touchpoints.rows[(touchpoints.rows["period"] == "").to_numpy()]
    return [
        Finding(
            "error",
            "row_without_period",
            sheet or None,
            touchpoints.cells.get((sheet, row, "period")),
            row=row,
            details={"touchpoint": name},
        )
        for sheet, row, name in zip(rows["sheet"], rows["row"].astype(int), rows["touchpoint"], strict=True)
    ]
