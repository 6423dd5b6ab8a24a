"""The numbers of a table without satisfaction beside those of one that has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.intake.findings import about_row, file_of
from cx.intake.join.matching import join_key, proposals, without_exposure, without_strange_periods
from cx.intake.words import folded
from cx.records.file import Touchpoints, impact_part_column
from cx.records.finding import Finding

SUMMED = ("volume", "n")
AVERAGED = ("impact", "sd", "cost", "expectation", "importance")
DETAILS = ("journey", "channel", "segment", "period")


def beside(whole: Touchpoints, part: Touchpoints, settled: Mapping[str, str] | None = None) -> Touchpoints:
    """Return a table with the numbers of one without satisfaction, joined on the touchpoint's name.

    Parameters
    ----------
    whole, part
        The table with satisfaction, and the one without.
    settled
        The matches that a person made; what was matched or refused is not proposed again.
    """
    part, strange = without_strange_periods(whole, part)
    whole = without_exposure(whole, part)
    matches = _matches(whole.rows, part.rows)
    told = [
        about_row(part, row, "error", "join_unmatched", {"file": file_of(part)})
        for (_, row), found in zip(part.rows.iterrows(), matches, strict=True)
        if not found
    ]
    told = list({finding.value: finding for finding in reversed(told)}.values())[::-1]
    missing = _missing(whole, matches, part)
    rows, split = _filled(whole.rows, part, matches)
    if split:
        missing.append(Finding("info", "join_split", details={"file": file_of(part)}))
    joined = replace(
        whole,
        rows=rows,
        sources=(*whole.sources, *part.sources),
        findings=(
            *whole.findings,
            *part.findings,
            *strange,
            *told,
            *proposals(whole, part, settled or {}),
            *missing,
        ),
    )
    return _with_impact(joined, part) if part.impact_kind != "none" else joined


def _with_impact(whole: Touchpoints, part: Touchpoints) -> Touchpoints:
    if whole.impact_kind != "none":
        details = {"file": file_of(part), "other": whole.sources[0].file}
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
        by_name.setdefault(join_key(str(name)), []).append(place)
    details = {key: [folded(str(value)) for value in rows[key]] for key in DETAILS}
    found = []
    for values in others[["touchpoint", *DETAILS]].itertuples(index=False, name=None):
        name, wanted = join_key(str(values[0])), [folded(str(value)) for value in values[1:]]
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
        about_row(whole, whole.rows.iloc[place], "warning", "join_missing", {"file": file_of(part)})
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
    values: npt.NDArray[np.float64],
    matches: Sequence[Sequence[int]],
) -> tuple[list[float], bool]:
    """Counts add up; one for several rows of a period is divided by their answers, else evenly."""
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


def _averaged(count: int, values: npt.NDArray[np.float64], matches: Sequence[Sequence[int]]) -> list[float]:
    met: list[list[float]] = [[] for _ in range(count)]
    for value, places in zip(values, matches, strict=True):
        for place in places if not np.isnan(value) else ():
            met[place].append(float(value))
    return [sum(found) / len(found) if found else float("nan") for found in met]
