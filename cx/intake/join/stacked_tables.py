"""The rows of several tables below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

import numpy as np
import pandas as pd

from cx.errors import TableError
from cx.intake.cells import in_order
from cx.intake.findings import about_row, file_of
from cx.intake.join import file_periods
from cx.intake.join.aliases import named_alike
from cx.intake.words import folded
from cx.records.file import KEY_COLUMNS, Touchpoints, impact_part_column
from cx.records.finding import Finding
from cx.records.precision import Clusters

_MANY = 0.5


def _keys(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(zip(*([folded(str(value)) for value in rows[key]] for key in KEY_COLUMNS), strict=True))


def with_periods(parts: Sequence[Touchpoints]) -> list[Touchpoints]:
    """Files that hold the same touchpoints and no periods are periods themselves.

    Each gets the period that its name says, else that of the days of its answers, else its whole name.
    """
    if len(parts) == 1 or any(part.periods for part in parts):
        return list(parts)
    keys = [set(_keys(part.rows)) for part in parts]
    alike = min(len(keys[0] & other) / max(1, min(len(keys[0]), len(other))) for other in keys[1:])
    if alike <= _MANY:
        return list(parts)
    names, told = _periods(parts)
    if len(set(names)) < len(names):
        return list(parts)
    return [
        replace(
            part,
            rows=part.rows.assign(period=name),
            periods=(name,),
            findings=(*part.findings, *((told,) if part is parts[0] else ())),
        )
        for part, name in zip(parts, names, strict=True)
    ]


def _periods(parts: Sequence[Touchpoints]) -> tuple[list[str], Finding]:
    """The period of each file, and what is said about it."""
    stems = [PurePath(file_of(part)).stem for part in parts]
    named = file_periods.from_names(stems)
    days = None if named else file_periods.from_days([part.days for part in parts])
    if days:
        return days[1], Finding("info", "period_from_days", column=days[0])
    return named or stems, Finding("info", "period_from_file")


def below(whole: Touchpoints, part: Touchpoints) -> Touchpoints:
    """The rows of a second table below those of the first; a repeated row counts once."""
    _check_scales(whole, part)
    whole, part = named_alike(whole, part)
    rows, repeats = _without_repeats(whole, part)
    kinds = {whole.impact_kind, part.impact_kind} - {"none"}
    alike = whole.impact_parts == part.impact_parts or "none" in (whole.impact_kind, part.impact_kind)
    leading = whole if whole.impact_kind != "none" else part
    told: tuple[Finding, ...] = ()
    if len(kinds) > 1 or not alike:
        parts = [impact_part_column(place) for place in range(len(part.impact_parts))]
        rows = rows.drop(columns=parts).assign(impact=np.nan)
        told = (
            Finding(
                "warning", "impact_not_combined", details={"file": file_of(part), "other": file_of(whole)}
            ),
        )
    rows, clusters = _renumbered(whole, part, rows)
    together_rows = pd.concat([whole.rows, rows], ignore_index=True)
    return replace(
        whole,
        rows=together_rows,
        impact_kind=leading.impact_kind,
        impact_scale=leading.impact_scale,
        impact_parts=leading.impact_parts,
        goal=leading.goal,
        impact_claim=leading.impact_claim,
        periods=in_order(together_rows["period"]),
        sources=(*whole.sources, *part.sources),
        findings=(*whole.findings, *part.findings, *repeats, *told),
        cells={**part.cells, **whole.cells},
        clusters=clusters,
        called={**part.called, **whole.called},
    )


def _renumbered(
    whole: Touchpoints, part: Touchpoints, rows: pd.DataFrame
) -> tuple[pd.DataFrame, Clusters | None]:
    """The rows below with numbers of their own, and whose answers stand behind all rows."""
    if "answers" not in rows:
        return rows, whole.clusters
    known = whole.rows["answers"].max() if "answers" in whole.rows else np.nan
    shift = 0 if np.isnan(known) else int(known) + 1
    rows = rows.assign(answers=rows["answers"] + shift)
    above = whole.clusters or Clusters()
    both = above.above(part.clusters, shift)
    return rows, both if both.parts else None


def _check_scales(whole: Touchpoints, part: Touchpoints) -> None:
    one, other = whole.scale, part.scale
    if (one.minimum, one.maximum) != (other.minimum, other.maximum):
        raise TableError(
            "scales_differ",
            file=file_of(whole),
            low=float(one.minimum),
            high=float(one.maximum),
            other=file_of(part),
            other_low=float(other.minimum),
            other_high=float(other.maximum),
        )


def _without_repeats(whole: Touchpoints, part: Touchpoints) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    places = {key: place for place, key in reversed(list(enumerate(_keys(whole.rows))))}
    first = [places.get(key, -1) for key in _keys(part.rows)]
    repeats = np.array(first, dtype=int) >= 0
    # taken out together: taking very many rows out of a table one by one is slow
    again = part.rows.loc[repeats, ["sheet", "row", "touchpoint"]].to_dict("records")
    before = whole.rows.iloc[[place for place in first if place >= 0]][["row", "file"]].to_dict("records")
    told = [
        about_row(
            part,
            row,
            "error",
            "duplicate_across",
            {"file": file_of(part), "first": str(known["row"]), "first_file": str(known["file"])},
        )
        for row, known in zip(again, before, strict=True)
    ]
    return part.rows[~repeats], tuple(told)
