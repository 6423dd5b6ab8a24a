"""One pass over a file: sheet, table, roles, shape, and the rows that can be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from cx.errors import ImpactRefused, NothingUsable, RoleMissing, TableError
from cx.intake.cells import EMPTY, Labels, Numbers, labels_of, no_labels
from cx.intake.columns import Roles, Subject, notice_periods
from cx.intake.findings import Noticed, notice_table
from cx.intake.measures import Effects, Kept, Satisfaction, clean, effects_of, kept_rows, satisfaction_of
from cx.intake.passes import once
from cx.intake.sheet import Table, table_of
from cx.intake.sheet_choice import Chosen, chosen
from cx.intake.survey import ShapeReading, Survey, shape_of, surveyed
from cx.intake.words import named
from cx.records.file import (
    KEY_COLUMNS,
    TEXT_COLUMNS,
    Choices,
    Role,
    Shape,
    Sheet,
    Workbook,
    impact_part_column,
)
from cx.records.finding import Finding
from cx.records.scale import Scale

NOT_NEGATIVE: tuple[Role, ...] = ("volume", "n", "sd")
_LONGEST_LIST = 600
JOINED: tuple[Role, ...] = ("volume", "impact", "cost", "importance", "expectation")
"""What a table without satisfaction can add to another."""
OTHER_NUMBERS: tuple[Role, ...] = ("cost", "expectation", "importance")


@dataclass(frozen=True)
class Content:
    """The rows of a touchpoint table, clean."""

    rows: pd.DataFrame
    satisfaction: Satisfaction
    effects: Effects


@dataclass(frozen=True)
class Digest:
    """What one pass over a file gives; ``error`` says why there is no ``content``."""

    sheet: Sheet | None
    table: Table | None
    roles: Roles | None
    shape: Shape
    findings: tuple[Finding, ...] = ()
    content: Content | None = None
    error: TableError | None = None
    scales: Mapping[str, Scale] = field(default_factory=dict)
    survey: Survey | None = None
    """What responses, ratings or contacts give."""


def digest(workbook: Workbook, choices: Choices, *, partial: bool = False) -> Digest:
    """Return what a file holds; with ``partial`` it may lack satisfaction where there is something to join.

    Raises
    ------
    ArgumentError
        When a choice names a sheet or a column that is not there.
    """
    return once(workbook, (choices, partial), lambda: _digest(workbook, choices, partial=partial))


def _digest(workbook: Workbook, choices: Choices, *, partial: bool) -> Digest:
    read = chosen(workbook, choices)
    if read is None:
        shape = choices.shape or "touchpoints"
        return Digest(None, None, None, shape, error=_no_table(workbook, choices))
    table, roles = read.table, read.roles
    noticed = Noticed(table)
    subject = Subject(_place(workbook, table), table, roles, choices, noticed)
    _notice_sheets(workbook, read, noticed)
    reading = ShapeReading(choices.shape) if choices.shape else shape_of(table, roles)
    shape = reading.shape
    if reading.rival:
        noticed.sheet("warning", f"shape_maybe_{reading.rival}", rows=table.height, other=reading.rival)
    if shape != "touchpoints":
        return _surveyed(subject, shape, partial=partial)
    _notice_columns(subject)
    result = Digest(table.sheet, table, roles, shape)
    partial = partial and not roles.of("satisfaction") and any(roles.of(role) for role in JOINED)
    error = _obstacle(subject, partial=partial)
    if error is None:
        try:
            content = _content(subject)
        except ImpactRefused as refused:
            error = refused
        else:
            result = replace(result, content=content, scales=_scales(table, roles, content))
            error = None if partial else _nothing_usable(subject, content)
    return replace(result, findings=noticed.all(), error=error)


def _no_table(workbook: Workbook, choices: Choices) -> TableError:
    """Hidden sheets are used when a person chooses them, never by themselves."""
    hidden = [sheet.name for sheet in workbook.sheets if sheet.hidden and table_of(sheet) is not None]
    if hidden and not choices.hidden and choices.sheet is None:
        return NothingUsable("only_hidden", file=workbook.name, sheets=", ".join(hidden)[:_LONGEST_LIST])
    return NothingUsable("no_table", file=workbook.name)


def _surveyed(subject: Subject, shape: Shape, *, partial: bool) -> Digest:
    """Responses, ratings or contacts that became rows of touchpoints; contacts alone lack satisfaction."""
    table, survey = subject.table, surveyed(subject, shape)
    none = Effects("none", np.full(0, np.nan))
    content, error = None, survey.error
    if survey.rows is not None:
        scores = survey.rows["satisfaction"].to_numpy(float)
        content = Content(survey.rows, Satisfaction(scores, survey.scale, 1.0), none)
        if shape == "contacts" and not partial:
            error = TableError("shape_contacts", **subject.where)
    read, findings = replace(subject.roles, readings=survey.readings), subject.noticed.all()
    return Digest(table.sheet, table, read, shape, findings, content, error, survey.scales, survey)


def _notice_sheets(workbook: Workbook, read: Chosen, noticed: Noticed) -> None:
    table = read.table
    if read.rival:
        noticed.sheet("warning", "sheet_ambiguous", other=read.rival)
    if table.sheet.hidden:
        noticed.sheet("warning", "hidden_sheet")
    notice_table(table, noticed)
    others = [sheet.name for sheet in workbook.sheets if sheet.name != table.sheet.name and sheet.columns]
    if others:
        noticed.sheet("info", "other_sheets", sheets=", ".join(others))
    for row in table.notes:
        noticed.sheet("info", "note_below", row=row)


def _notice_columns(subject: Subject) -> None:
    table, roles, noticed = subject.table, subject.roles, subject.noticed
    notice_periods(table, roles, noticed)
    for role, winner, other in roles.rivals:
        noticed.column("warning", "two_columns", table.headers.index(winner), other=other, role=role)
    for place, reading in enumerate(roles.readings):
        numbers = roles.numbers[reading.letter]
        if reading.reason in ("content_names", "content_scores", "content_key"):
            noticed.column("warning", f"guessed_{reading.role}", place)
        if reading.reason == "no_numbers" and _is_missed(reading.header, numbers, roles):
            noticed.column("warning", "no_numbers", place)
        if reading.reason == "name_goal" and reading.role == "impact":
            noticed.column("warning", "impact_by_name", place)
        if reading.role in ("ignore", "note", "owner") or not numbers.typed or reading.role in TEXT_COLUMNS:
            continue
        if numbers.unclear:
            noticed.column("warning", "decimal_ambiguous", place, mark=numbers.mark)
        elif len(numbers.found) > numbers.typed or table.sheet.name:
            noticed.column("info", "numbers_as_text", place, n=numbers.typed, mark=numbers.mark)


def _is_missed(header: str, numbers: Numbers, roles: Roles) -> bool:
    """A column that holds something else than its header says, in a role that no other column has."""
    role = named(header)[0]
    return role is not None and not roles.of(role) and bool((numbers.states != EMPTY).any())


def _obstacle(subject: Subject, *, partial: bool) -> TableError | None:
    """Why the table gives no touchpoints, as far as its columns show."""
    table, roles = subject.table, subject.roles
    where = {**subject.where, "columns": ", ".join(table.headers)[:_LONGEST_LIST]}
    if not roles.of("touchpoint"):
        return RoleMissing("no_touchpoint_column", **where)
    if not roles.of("satisfaction") and not partial:
        return RoleMissing("no_satisfaction_column", **where)
    return NothingUsable("no_rows", **where) if not table.height else None


def _nothing_usable(subject: Subject, content: Content) -> TableError | None:
    if bool(np.isfinite(content.rows["satisfaction"]).any()):
        return None
    return NothingUsable("nothing_usable", **subject.where)


def _place(workbook: Workbook, table: Table) -> dict[str, str]:
    """The file and sheet, and both in one for the message."""
    sheet = table.sheet.name
    where = f"{workbook.name} › {sheet}" if sheet else workbook.name
    return {"file": workbook.name, "sheet": sheet, "where": where}


def _content(subject: Subject) -> Content:
    table, roles = subject.table, subject.roles
    places = {role: roles.of(role)[0] for role in TEXT_COLUMNS if roles.of(role)}  # type: ignore[arg-type]
    labels = {role: _labels(table, places, role) for role in TEXT_COLUMNS}
    keys = {key: place for key, place in places.items() if key in KEY_COLUMNS}
    kept = kept_rows(table, labels, keys, subject.noticed)
    satisfaction = satisfaction_of(subject, kept)
    effects = effects_of(subject, kept)
    columns: dict[str, object] = {role: labels[role].texts for role in TEXT_COLUMNS}
    columns |= {"satisfaction": satisfaction.scores, "impact": effects.given}
    columns |= _numbers(subject, kept, satisfaction.factor)
    columns |= {impact_part_column(place): values for place, values in enumerate(effects.part_values)}
    rows = pd.DataFrame(columns)[kept]
    return Content(
        rows.assign(sheet=table.sheet.name, row=table.rows[kept]).reset_index(drop=True),
        satisfaction,
        effects,
    )


def _labels(table: Table, places: Mapping[str, int], role: str) -> Labels:
    return labels_of(table.columns[places[role]]) if role in places else no_labels(table.height)


def _numbers(subject: Subject, kept: Kept, factor: float) -> dict[str, clean.Values]:
    """The number columns beside satisfaction and impact."""
    found: dict[str, clean.Values] = {}
    for role in (*NOT_NEGATIVE, *OTHER_NUMBERS):
        places, blank = subject.roles.of(role), np.full(subject.table.height, np.nan)
        values = _column(subject, places[0], role, kept) if places else blank
        found[role] = (
            values * factor if role in ("sd", "expectation") and _is_share(values, factor) else values
        )
    return found


def _is_share(values: clean.Values, factor: float) -> bool:
    found = values[np.isfinite(values)]
    return bool(factor != 1 and len(found) and found.max() <= 1)


def _column(subject: Subject, place: int, role: Role, kept: Kept) -> clean.Values:
    numbers, noticed = subject.numbers(place), subject.noticed
    empty = clean.blanks(numbers, kept)
    if len(empty) == np.count_nonzero(kept):
        noticed.column("warning", "empty_column", place)
    elif role == "volume":
        for row in empty:
            noticed.cell("warning", "blank_volume", int(row), place)
    values = clean.usable(numbers, place, kept, noticed)
    return clean.without_negative(values, place, kept, noticed) if role in NOT_NEGATIVE else values


def _scales(table: Table, roles: Roles, content: Content) -> dict[str, Scale]:
    scales = {table.headers[column]: content.satisfaction.scale for column in roles.of("satisfaction")}
    if content.effects.scale:
        scales[table.headers[content.effects.part_columns[0]]] = content.effects.scale
    return scales
