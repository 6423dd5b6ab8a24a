"""The numbers of a table without satisfaction beside those of one that has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress, product

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.errors import TableError
from cx.intake.findings import about_rows, file_of
from cx.intake.join.aliases import named_alike
from cx.intake.join.matching import proposals, without_exposure, without_strange_periods
from cx.intake.words import folded, join_key
from cx.records.file import LENS_NUMBERS, LENS_TEXTS, Touchpoints, Unscored, impact_part_column
from cx.records.finding import Finding

SUMMED = ("volume", "n")
AVERAGED = ("impact", "sd", "cost", "expectation", "importance")
DETAILS = ("journey", "channel", "segment", "period")
_MOST_MATCHES = 1_000_000
"""So many pairs of rows are put beside each other; more come of rows that nothing tells apart."""


def beside(whole: Touchpoints, part: Touchpoints, settled: Mapping[str, str] | None = None) -> Touchpoints:
    """Return a table with the numbers of one without satisfaction, joined on the touchpoint's name.

    Parameters
    ----------
    whole, part
        The table with satisfaction, and the one without.
    settled
        The matches that a person made; what was matched or refused is not proposed again.

    Raises
    ------
    TableError
        When very many rows of both tables have one name and nothing tells them apart.
    """
    whole, part = named_alike(whole, part)
    part, strange = without_strange_periods(whole, part)
    whole = without_exposure(whole, part)
    matches = _matches(whole.rows, part.rows)
    told = _unmatched(part, matches)
    missing = _missing(whole, matches, part)
    rows, split = _filled(whole.rows, part, matches)
    if split:
        missing.append(Finding("info", "join_split", details={"file": file_of(part)}))
    joined = replace(
        whole,
        rows=rows,
        guess_about=whole.guess_about if "guess" in whole.rows else part.guess_about,
        unscored={**_unscored(part, matches), **part.unscored, **whole.unscored},
        called={**part.called, **whole.called},
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
        impact_claim=part.impact_claim,
    )


def _matches(rows: pd.DataFrame, others: pd.DataFrame) -> list[list[int]]:
    """For each row of ``others`` the rows of the same touchpoint that nothing else tells apart."""
    index = _Index(rows)
    found, left = [], _MOST_MATCHES
    for name, *values in others[["touchpoint", *DETAILS]].itertuples(index=False, name=None):
        places = index.places(join_key(str(name)), tuple(folded(str(value)) for value in values))
        found.append(places)
        left -= len(places)
        if left < 0:
            raise TableError("join_beyond_reason", touchpoint=name, limit=_MOST_MATCHES)
    return found


class _Index:
    """Rows by their touchpoint and details, so that looking for one does not go through all of its name."""

    def __init__(self, rows: pd.DataFrame) -> None:
        texts = [[folded(str(value)) for value in rows[key]] for key in DETAILS]
        names = (join_key(str(name)) for name in rows["touchpoint"])
        self.keys = list(zip(names, *texts, strict=True))
        self.by_asked: dict[tuple[bool, ...], dict[tuple[str, ...], list[int]]] = {}

    def places(self, name: str, details: tuple[str, ...]) -> list[int]:
        """Return the rows of that name whose details are the same, or blank, wherever one is asked for."""
        asked = tuple(map(bool, details))
        if asked not in self.by_asked:
            self.by_asked[asked] = self._by(asked)
        known = self.by_asked[asked]
        keys = product(*(("", text) for text in details if text))
        return sorted(place for key in keys for place in known.get((name, *key), ()))

    def _by(self, asked: tuple[bool, ...]) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        for place, key in enumerate(self.keys):
            found.setdefault(tuple(compress(key, (True, *asked))), []).append(place)
        return found


def _unmatched(part: Touchpoints, matches: Sequence[Sequence[int]]) -> list[Finding]:
    """One finding for each name that matches nothing, at its first row; in the order of their last rows."""
    names = [str(name) for name in part.rows["touchpoint"]]
    absent: dict[str, int] = {}
    for place, found in reversed(list(enumerate(matches))):
        if not found:
            absent[names[place]] = place
    details = {"file": file_of(part)}
    return about_rows(part, list(absent.values())[::-1], "error", "join_unmatched", details)


def _missing(whole: Touchpoints, matches: Sequence[Sequence[int]], part: Touchpoints) -> list[Finding]:
    met = {place for places in matches for place in places}
    names = [str(name) for name in whole.rows["touchpoint"]]
    known = {names[place] for place in met}
    absent: dict[str, int] = {}
    for place, name in enumerate(names):
        if name not in known:
            absent.setdefault(name, place)
    details = {"file": file_of(part)}
    return about_rows(whole, list(absent.values()), "warning", "join_missing", details)


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
    parts += [name for name in LENS_NUMBERS if name in part.rows]
    for column in LENS_TEXTS:
        if column in part.rows:
            filled[column] = _texts(filled, part, column, matches)
    for column in (*AVERAGED, *parts):
        means = pd.Series(
            _averaged(len(rows), part.rows[column].to_numpy(float), matches), index=filled.index
        )
        filled[column] = filled[column].fillna(means) if column in filled else means
    return filled, split


def _texts(rows: pd.DataFrame, part: Touchpoints, column: str, matches: Sequence[Sequence[int]]) -> list[str]:
    """The texts of a column, blank ones filled with the first that the other table has."""
    own = [""] * len(rows) if column not in rows else [str(text) for text in rows[column]]
    for text, places in zip(part.rows[column], matches, strict=True):
        for place in places:
            own[place] = own[place] or str(text)
    return own


def _unscored(part: Touchpoints, matches: Sequence[Sequence[int]]) -> dict[str, Unscored]:
    """The touchpoints of the part that the table does not have: their volume, and a given impact."""
    volumes: dict[str, list[float]] = {}
    impacts: dict[str, list[float]] = {}
    columns = (part.rows[name] for name in ("touchpoint", "volume", "impact"))
    for name, volume, impact, places in zip(*columns, matches, strict=True):
        if not places:
            volumes.setdefault(str(name), []).extend([] if np.isnan(volume) else [float(volume)])
            impacts.setdefault(str(name), []).extend([] if np.isnan(impact) else [float(impact)])
    given = part.impact_kind == "given"
    return {
        name: Unscored(sum(found) if found else None, _mean(impacts[name]) if given else None)
        for name, found in volumes.items()
    }


def _mean(found: Sequence[float]) -> float | None:
    return sum(found) / len(found) if found else None


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
