"""A file as respondents' answers, for what is derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.errors import NothingUsable, TableError
from cx.intake.columns import column_named
from cx.intake.digest import Digest, digest
from cx.intake.findings import Noticed
from cx.intake.naming import names_in
from cx.intake.sheet import Table
from cx.intake.survey import Survey, core_values, quartered, set_aside
from cx.intake.survey.answers import BLANK, SILENT, UNREAD, Answered, labelled_scale
from cx.intake.survey.people import batteries
from cx.intake.understanding import understanding_of
from cx.intake.words import folded
from cx.intake.words.headers import overall
from cx.records.file import Choices, Responses, Role, TouchpointName, Workbook
from cx.records.finding import Finding
from cx.records.scale import Direction, Scale

MET: Final = -9999.0
"""In a rating column: the touchpoint was met and not rated. No scale and no code reaches this far."""
_TRAITS: tuple[Role, ...] = ("segment", "period", "channel", "journey")
_MOST_PLACES = 20_000_000
"""Respondents times touchpoints: each of them takes room, also where nobody gave a rating."""


def responses(workbook: Workbook, choices: Choices | None = None) -> Responses:
    """Return respondents' answers, codes told apart from ratings, with the role of each column.

    Ratings are numbers on their own scale; blank: not met; -9999: met and not rated. A file with one row a
    rating becomes one row a respondent.

    Its parameters are those of :func:`cx.intake.understand`.

    Raises
    ------
    TableError
        When the rows are neither respondents nor ratings, or hold nothing that can be used.
    ArgumentError
        When a choice names a sheet or a column that is not there.
    """
    choices = choices or Choices()
    found = digest(workbook, choices)
    if found.error is not None:
        raise found.error
    if found.survey is None or found.table is None or not found.survey.ratings:
        raise TableError("no_respondents", file=workbook.name)
    source = understanding_of(workbook, choices, found).source
    wide = _wide if found.shape == "responses" else _pivoted
    rows, scales = wide(found.survey, found.table, found, choices)
    if rows.empty:
        raise NothingUsable("no_respondents", file=workbook.name)
    outcomes = tuple(column.header for column in found.survey.outcomes)
    directions = _directions(found.survey)
    return Responses(
        rows=rows,
        drivers=tuple(scales),
        outcomes=outcomes,
        leading=_leading(found.survey),
        weight=_header(found, "weight"),
        respondent=_header(found, "respondent"),
        cluster=_cluster(found, choices),
        likely_cluster=_likely_cluster(found),
        batteries=_batteries(found.survey) if found.shape == "responses" else (),
        segments=tuple(header for role in _TRAITS for header in _headers(found, role)),
        scales=scales,
        not_met={} if choices.missing_codes is None else dict.fromkeys(outcomes, choices.missing_codes),
        no_answer=dict.fromkeys(scales, (f"{MET:g}",)),
        blanks=dict.fromkeys(scales, "not_met"),
        outcome_directions=directions,
        expected={name: one.header for name, one in found.survey.expected.items() if name in scales},
        names=_names_of(scales, found, choices),
        sources=(source,),
        findings=(*source.findings, *_aside(found), *_about_directions(directions)),
    )


def _cluster(found: Digest, choices: Choices) -> str | None:
    """The header of the column of clusters, where a person chose one."""
    if not choices.cluster or found.table is None:
        return None
    return found.table.headers[column_named(found.table, choices.cluster)]


def _likely_cluster(found: Digest) -> str | None:
    """The header of the column of which a person is asked whether its values are clusters."""
    return next((one.column for one in found.findings if one.code == "clusters_likely"), None)


def _batteries(survey: Survey) -> tuple[tuple[str, ...], ...]:
    groups = batteries(survey.ratings, survey.scales)
    return tuple(tuple(column.header for column in group) for group in groups)


def _names_of(drivers: Iterable[str], found: Digest, choices: Choices) -> dict[str, TouchpointName]:
    """The names of the columns that rate a touchpoint."""
    known = {folded(one.source): one for one in names_in(found, choices.names)}
    return {name: known[folded(name)] for name in drivers if folded(name) in known}


def _leading(survey: Survey) -> str | None:
    """The one outcome; of several the one that a person named, else the one that is about everything."""
    names = [column.header for column in survey.outcomes]
    named = {reading.header for reading in survey.readings if reading.reason == "by_hand"}
    by_hand, whole = [name for name in names if name in named], [name for name in names if overall(name)]
    return next((found[0] for found in (by_hand, names, whole) if len(found) == 1), None)


def _directions(survey: Survey) -> dict[str, Direction]:
    """Which end of an outcome is good, where the labels of its numbers say so."""
    labels = {column.header: labelled_scale(column) for column in survey.outcomes}
    return {name: one.direction for name, one in labels.items() if one and one.direction}


def _about_directions(directions: Mapping[str, Direction]) -> tuple[Finding, ...]:
    return tuple(
        Finding("info", f"outcome_labelled_{direction}", column=name)
        for name, direction in directions.items()
    )


def _aside(found: Digest) -> tuple[Finding, ...]:
    if found.shape != "responses" or not (found.survey and found.table and found.roles):
        return ()
    return set_aside(found.table, found.roles, found.survey.readings)


def _header(found: Digest, role: Role) -> str | None:
    return next(iter(_headers(found, role)), None)


def _headers(found: Digest, role: Role) -> tuple[str, ...]:
    """The columns of a role: a person may say of several that they group the respondents."""
    readings = found.survey.readings if found.survey else ()
    return tuple(reading.header for reading in readings if reading.role == role)


def _wide(
    survey: Survey, table: Table, found: Digest, choices: Choices
) -> tuple[pd.DataFrame, dict[str, Scale]]:
    """One row a respondent already."""
    kept = np.ones(table.height, dtype=bool) if survey.kept is None else survey.kept
    columns: dict[str, object] = {one.header: _ratings(one, choices)[kept] for one in survey.ratings}
    columns |= {one.header: _outcome(one, table)[kept] for one in survey.outcomes}
    columns |= {one.header: core_values(one)[kept] for one in survey.expected.values()}
    columns |= {name: held[kept] for name, held in _about(survey, table, found, choices).items()}
    rest = [place for place, header in enumerate(table.headers) if header not in columns]
    columns |= {table.headers[place]: _mark(table, place)[kept] for place in rest}
    scales = {column.header: survey.scales[column.header] for column in survey.ratings}
    return pd.DataFrame(columns, index=pd.RangeIndex(int(kept.sum()))), scales


def _mark(table: Table, place: int) -> npt.NDArray[np.float64]:
    """What a column without a role holds, as numbers: enough to tell a respondent from a copy of another."""
    column = table.columns[place]
    return np.where(column.codes >= 0, column.codes, column.numbers)


def _ratings(column: Answered, choices: Choices) -> npt.NDArray[np.float64]:
    met = (column.states == SILENT) | (column.states == UNREAD)
    if choices.blanks == "no_answer":
        met |= column.states == BLANK
    return np.where(met, MET, column.values) if met.any() else column.values  # noqa: PD011 - not of pandas


def _outcome(column: Answered, table: Table) -> npt.NDArray[np.generic]:
    """Numbers where it has them, else its labels as typed."""
    if len(column.known) and not (column.spoken and column.spoken.high - column.spoken.low <= 1):
        return column.values  # noqa: PD011 - not of pandas
    return table.labels(column.place).texts


def _about(
    survey: Survey, table: Table, found: Digest, choices: Choices
) -> dict[str, npt.NDArray[np.generic]]:
    """The weight, and what names and groups the respondents."""
    columns: dict[str, npt.NDArray[np.generic]] = {}
    weight = _header(found, "weight")
    if weight is not None and survey.weights is not None:
        columns[weight] = survey.weights
    for role in ("respondent", *_TRAITS):
        for header in _headers(found, role):
            columns[header] = _names(table, role, table.headers.index(header))
    for cluster in (_cluster(found, choices), _likely_cluster(found)):
        if cluster is None or cluster in columns:
            continue
        columns[cluster] = table.labels(table.headers.index(cluster)).texts
    return columns


def _names(table: Table, role: Role, place: int) -> npt.NDArray[np.object_]:
    """Who or what each row names; moments as the quarters that satisfaction is counted by."""
    labels = table.labels(place)
    quarters = quartered(table, [place], {role: labels}, Noticed(table))
    return quarters.get(role, labels).texts


def _pivoted(
    survey: Survey, table: Table, found: Digest, choices: Choices
) -> tuple[pd.DataFrame, dict[str, Scale]]:
    """One row a rating becomes one row a respondent: the mean where one rated a touchpoint twice."""
    header = _header(found, "respondent")
    if header is None:
        raise TableError("no_respondents", file=found.sheet.name if found.sheet else "")
    people = table.labels(table.headers.index(header))
    names = table.labels(table.headers.index(str(_header(found, "touchpoint"))))
    kept = (people.ids > 0) & (names.ids > 0) & (survey.kept if survey.kept is not None else True)
    who, firsts, at = np.unique(people.ids[kept], return_index=True, return_inverse=True)
    what, shown, of = np.unique(names.ids[kept], return_index=True, return_inverse=True)
    if len(who) * len(what) > _MOST_PLACES:
        counted = {"people": len(who), "touchpoints": len(what), "most": _MOST_PLACES // len(who)}
        raise TableError("touchpoints_beyond_room", file=found.sheet.name if found.sheet else "", **counted)
    column = survey.ratings[0]
    ratings = _means(_ratings(column, choices)[kept], at, of, (len(who), len(what)))
    texts = [str(text) for text in names.texts[kept][shown]]
    order = np.argsort(shown, kind="stable")
    columns: dict[str, object] = {texts[place]: ratings[:, place] for place in order}
    others = {one.header: _outcome(one, table) for one in survey.outcomes}
    others |= _about(survey, table, found, choices)
    columns |= {name: held[kept][firsts] for name, held in others.items()}
    frame = pd.DataFrame(columns, index=pd.RangeIndex(len(who)))
    return frame, {texts[place]: survey.scales[column.header] for place in order}


def _means(
    values: npt.NDArray[np.float64],
    rows: npt.NDArray[np.intp],
    columns: npt.NDArray[np.intp],
    shape: tuple[int, int],
) -> npt.NDArray[np.float64]:
    """Per respondent and touchpoint the mean rating; met and not rated where no rating says more."""
    cells = rows * shape[1] + columns
    rated = ~np.isnan(values) & (values != MET)
    size = shape[0] * shape[1]
    n = np.bincount(cells[rated], minlength=size)
    sums = np.bincount(cells[rated], values[rated], minlength=size)
    with np.errstate(invalid="ignore"):
        found = sums / np.where(n > 0, n, np.nan)
    found[np.isnan(found) & (np.bincount(cells[values == MET], minlength=size) > 0)] = MET
    return found.reshape(shape)
