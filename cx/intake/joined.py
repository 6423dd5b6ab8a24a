"""Several files as one table: rows together, or volumes and impact joined on the touchpoint's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

import numpy as np
import pandas as pd

from cx.errors import ArgumentError, RoleMissing, TableError
from cx.intake.names import folded
from cx.intake.periods import in_order
from cx.intake.tables import touchpoints
from cx.records.choices import Choices
from cx.records.finding import Finding
from cx.records.touchpoints import KEY_COLUMNS, Touchpoints, impact_part_column
from cx.records.workbook import Workbook

SUMMED = ("volume", "n")
AVERAGED = ("impact", "sd", "cost", "expectation", "importance")
DETAILS = ("journey", "channel", "segment", "period")


def together(workbooks: Sequence[Workbook], choices: Choices | None = None) -> Touchpoints:
    """Return one table from several files, each understood with the same choices.

    A file beside others may lack satisfaction, and a choice may name a column that only some of them have.

    Raises
    ------
    TableError
        As :func:`cx.intake.touchpoints` and :func:`combined`.
    ArgumentError
        When no file has a column or sheet that a choice names.
    """
    choices = choices or Choices()
    if len(workbooks) == 1:
        return touchpoints(workbooks[0], choices)
    known = [_known(workbook, choices) for workbook in workbooks]
    for name in choices.roles:
        if not any(name in part.roles for part in known):
            touchpoints(
                workbooks[0], Choices(sheet=choices.sheet, roles={name: choices.roles[name]}), partial=True
            )
    return combined(
        [touchpoints(book, part, partial=True) for book, part in zip(workbooks, known, strict=True)]
    )


def _known(workbook: Workbook, choices: Choices) -> Choices:
    """The choices without what this file does not have."""
    from cx.intake.understanding import understand

    kept = choices
    if choices.sheet is not None and workbook.sheet(choices.sheet) is None:
        kept = replace(kept, sheet=None)
    for name in choices.roles:
        try:
            understand(workbook, Choices(sheet=kept.sheet, roles={name: "ignore"}))
        except ArgumentError:
            kept = replace(kept, roles={other: role for other, role in kept.roles.items() if other != name})
    try:
        understand(workbook, Choices(sheet=kept.sheet, impact_parts=kept.impact_parts))
    except ArgumentError:
        kept = replace(kept, impact_parts=())
    return kept


def combined(parts: Sequence[Touchpoints]) -> Touchpoints:
    """Return several tables as one.

    Tables with satisfaction are put below each other. Tables without it (volumes from operations, impact from a
    model) are joined on the touchpoint's name, without regard to letter case and spaces, and on journey, channel,
    segment and period where both sides have them.

    Parameters
    ----------
    parts
        The tables; a single one is returned as it is.

    Raises
    ------
    RoleMissing
        When none has satisfaction.
    TableError
        When satisfaction is on different scales.
    """
    if len(parts) == 1:
        return parts[0]
    scored = [part for part in parts if _has_scores(part)]
    if not scored:
        raise RoleMissing("no_satisfaction_anywhere", files=", ".join(_file(part) for part in parts))
    first, *others = _with_periods(scored)
    whole = first
    for part in others:
        whole = _below(whole, part)
    for part in parts:
        if not _has_scores(part):
            whole = _beside(whole, part)
    return whole


def _has_scores(part: Touchpoints) -> bool:
    return bool(part.rows["satisfaction"].notna().any())


def _file(part: Touchpoints) -> str:
    return ", ".join(dict.fromkeys(source.file for source in part.sources))


def _keys(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(zip(*([folded(str(value)) for value in rows[key]] for key in KEY_COLUMNS), strict=True))


def _with_periods(parts: Sequence[Touchpoints]) -> list[Touchpoints]:
    """Files that hold the same touchpoints and no periods are periods themselves."""
    if len(parts) == 1 or any(part.periods for part in parts):
        return list(parts)
    keys = [set(_keys(part.rows)) for part in parts]
    alike = min(len(keys[0] & other) / max(1, min(len(keys[0]), len(other))) for other in keys[1:])
    if alike <= 0.5:
        return list(parts)
    names = [PurePath(_file(part)).stem for part in parts]
    if len(set(names)) < len(names):
        return list(parts)
    told = Finding("info", "period_from_file")
    return [
        replace(
            part,
            rows=part.rows.assign(period=name),
            periods=(name,),
            findings=(*part.findings, *((told,) if part is parts[0] else ())),
        )
        for part, name in zip(parts, names, strict=True)
    ]


def _below(whole: Touchpoints, part: Touchpoints) -> Touchpoints:
    """The rows of a second table below those of the first; a repeated row counts once."""
    _check_scales(whole, part)
    rows, repeats = _without_repeats(whole, part)
    kinds = {whole.impact_kind, part.impact_kind} - {"none"}
    alike = whole.impact_parts == part.impact_parts or "none" in (whole.impact_kind, part.impact_kind)
    leading = whole if whole.impact_kind != "none" else part
    told: tuple[Finding, ...] = ()
    if len(kinds) > 1 or not alike:
        rows = rows.drop(columns=[name for name in rows if str(name).startswith("impact part")]).assign(
            impact=np.nan
        )
        told = (
            Finding("warning", "impact_not_combined", details={"file": _file(part), "other": _file(whole)}),
        )
    together_rows = pd.concat([whole.rows, rows], ignore_index=True)
    return replace(
        whole,
        rows=together_rows,
        impact_kind=leading.impact_kind,
        impact_scale=leading.impact_scale,
        impact_parts=leading.impact_parts,
        goal=leading.goal,
        periods=in_order(together_rows["period"]),
        sources=(*whole.sources, *part.sources),
        findings=(*whole.findings, *part.findings, *repeats, *told),
        cells={**part.cells, **whole.cells},
    )


def _check_scales(whole: Touchpoints, part: Touchpoints) -> None:
    one, other = whole.scale, part.scale
    if (one.minimum, one.maximum) != (other.minimum, other.maximum):
        raise TableError(
            "scales_differ",
            file=_file(whole),
            low=float(one.minimum),
            high=float(one.maximum),
            other=_file(part),
            other_low=float(other.minimum),
            other_high=float(other.maximum),
        )


def _without_repeats(whole: Touchpoints, part: Touchpoints) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    places = {key: place for place, key in reversed(list(enumerate(_keys(whole.rows))))}
    kept, told = [], []
    for key, (_, row) in zip(_keys(part.rows), part.rows.iterrows(), strict=True):
        kept.append(key not in places)
        if key in places:
            first = whole.rows.iloc[places[key]]
            details = {"file": _file(part), "first": str(first["row"]), "first_file": str(first["file"])}
            told.append(_about(part, row, "error", "duplicate_across", details))
    return part.rows[np.array(kept, dtype=bool)], tuple(told)


def _about(
    part: Touchpoints, row: pd.Series, severity: str, code: str, details: dict[str, object]
) -> Finding:  # type: ignore[type-arg]
    sheet, number = str(row["sheet"]), int(row["row"])
    return Finding(
        "error" if severity == "error" else "warning",
        code,
        sheet=sheet or None,
        cell=part.cells.get((sheet, number, "touchpoint")),
        row=number,
        value=str(row["touchpoint"]),
        details=details,
    )


def _beside(whole: Touchpoints, part: Touchpoints) -> Touchpoints:
    """The numbers of a table without satisfaction, joined on the touchpoint's name."""
    matches = _matches(whole.rows, part.rows)
    told = [
        _about(part, row, "error", "join_unmatched", {"file": _file(part)})
        for (_, row), found in zip(part.rows.iterrows(), matches, strict=True)
        if not found
    ]
    missing = _missing(whole, matches, part)
    rows, split = _filled(whole.rows, part, matches)
    if split:
        missing.append(Finding("info", "join_split", details={"file": _file(part)}))
    joined = replace(
        whole,
        rows=rows,
        sources=(*whole.sources, *part.sources),
        findings=(*whole.findings, *part.findings, *told, *missing),
    )
    return _with_impact(joined, part) if part.impact_kind != "none" else joined


def _with_impact(whole: Touchpoints, part: Touchpoints) -> Touchpoints:
    if whole.impact_kind != "none":
        details = {"file": _file(part), "other": whole.sources[0].file}
        return replace(
            whole, findings=(*whole.findings, Finding("warning", "impact_not_combined", details=details))
        )
    return replace(
        whole,
        impact_kind=part.impact_kind,
        impact_scale=part.impact_scale,
        impact_parts=part.impact_parts,
        goal=part.goal,
    )


def _matches(rows: pd.DataFrame, others: pd.DataFrame) -> list[list[int]]:
    """For each row of ``others`` the rows of the same touchpoint that nothing else tells apart."""
    by_name: dict[str, list[int]] = {}
    for place, name in enumerate(rows["touchpoint"]):
        by_name.setdefault(folded(str(name)), []).append(place)
    details = {key: [folded(str(value)) for value in rows[key]] for key in DETAILS}
    found = []
    for values in others[["touchpoint", *DETAILS]].itertuples(index=False, name=None):
        name, *wanted = (folded(str(value)) for value in values)
        asked = [(details[key], value) for key, value in zip(DETAILS, wanted, strict=True) if value]
        found.append(
            [
                place
                for place in by_name.get(name, [])
                if all(column[place] in ("", value) for column, value in asked)
            ]
        )
    return found


def _missing(whole: Touchpoints, matches: Sequence[Sequence[int]], part: Touchpoints) -> list[Finding]:
    met = {place for places in matches for place in places}
    names = dict.fromkeys(str(whole.rows["touchpoint"].iloc[place]) for place in met)
    absent: dict[str, int] = {}
    for place, name in enumerate(whole.rows["touchpoint"]):
        if str(name) not in names:
            absent.setdefault(str(name), place)
    return [
        _about(whole, whole.rows.iloc[place], "warning", "join_missing", {"file": _file(part)})
        for place in absent.values()
    ]


def _filled(
    rows: pd.DataFrame, part: Touchpoints, matches: Sequence[Sequence[int]]
) -> tuple[pd.DataFrame, bool]:
    """The rows with the other table's numbers where they had none, and whether a volume was divided."""
    filled = rows.copy()
    split = False
    for column in SUMMED:
        sums, divided = _summed(rows, part.rows[column].to_numpy(float), matches)
        split |= divided and column == "volume"
        filled[column] = filled[column].fillna(pd.Series(sums, index=filled.index))
    parts = [impact_part_column(place) for place in range(len(part.impact_parts))]
    for column in (*AVERAGED, *parts):
        means = pd.Series(
            _averaged(len(rows), part.rows[column].to_numpy(float), matches), index=filled.index
        )
        filled[column] = filled[column].fillna(means) if column in filled else means
    return filled, split


def _summed(
    rows: pd.DataFrame,
    values: np.ndarray,
    matches: Sequence[Sequence[int]],  # type: ignore[type-arg]
) -> tuple[list[float], bool]:
    """Counts add up; one that belongs to several rows of a period is divided by their answers, else evenly."""
    sums = [float("nan")] * len(rows)
    answers = rows["n"].to_numpy(float)
    periods = rows["period"].tolist()
    divided = False
    for value, places in zip(values, matches, strict=True):
        if np.isnan(value):
            continue
        for period in dict.fromkeys(periods[place] for place in places):
            inside = [place for place in places if periods[place] == period]
            divided |= len(inside) > 1
            known = answers[inside]
            shares = known / known.sum() if np.all(known > 0) else np.full(len(inside), 1 / len(inside))
            for place, share in zip(inside, shares, strict=True):
                sums[place] = (0.0 if np.isnan(sums[place]) else sums[place]) + float(value * share)
    return sums, divided


def _averaged(count: int, values: np.ndarray, matches: Sequence[Sequence[int]]) -> list[float]:  # type: ignore[type-arg]
    met: list[list[float]] = [[] for _ in range(count)]
    for value, places in zip(values, matches, strict=True):
        for place in places if not np.isnan(value) else ():
            met[place].append(float(value))
    return [sum(found) / len(found) if found else float("nan") for found in met]
