"""One pass over a file: sheet, table, roles, shape, and the rows that can be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from cx.errors import CxError, ImpactRefused, LimitExceeded, NothingUsable, RoleMissing, TableError
from cx.intake.cells import EMPTY, Numbers
from cx.intake.columns import Roles, Subject, by_header, dates_for_scores, notice_periods
from cx.intake.content import Content, content_of
from cx.intake.findings import Noticed, named_others, notice_table
from cx.intake.lenses import REASON as LENS_COLUMN
from cx.intake.lenses import with_lenses
from cx.intake.measures import Effects, Satisfaction
from cx.intake.passes import budget_of, once
from cx.intake.sheet import Table, Told, table_of
from cx.intake.sheet_choice import Chosen, chosen
from cx.intake.survey import ShapeReading, Survey, shape_of, surveyed, under_headers
from cx.intake.tables import resettled
from cx.intake.words import named
from cx.process import Budget, under
from cx.records.file import (
    LENS_ROLES,
    TEXT_COLUMNS,
    Choices,
    Role,
    Shape,
    Sheet,
    Workbook,
)
from cx.records.finding import Finding
from cx.records.scale import Scale

_LONGEST_LIST = 600
JOINED: tuple[Role, ...] = ("volume", "impact", "cost", "importance", "expectation", *LENS_ROLES)
"""What a table without satisfaction can add to another."""


@dataclass(frozen=True)
class Digest:
    """What one pass over a file gives; ``error`` says why there is no ``content``."""

    sheet: Sheet | None
    table: Table | None
    roles: Roles | None
    shape: Shape
    findings: tuple[Finding, ...] = ()
    content: Content | None = None
    error: CxError | None = None
    scales: Mapping[str, Scale] = field(default_factory=dict)
    survey: Survey | None = None
    """What responses, ratings or contacts give."""


@dataclass(frozen=True)
class _Both:
    """What one pass gives a table that stands alone, and one that may lack satisfaction beside others."""

    alone: Digest
    partial: Digest


def digest(
    workbook: Workbook, choices: Choices, *, partial: bool = False, budget: Budget | None = None
) -> Digest:
    """Return what a file holds; with ``partial`` it may lack satisfaction where there is something to join.

    A file that cannot be understood in its time has no table, and the error says so.

    Raises
    ------
    ArgumentError
        When a choice names a sheet or a column that is not there.
    LimitExceeded
        When a budget is over that is smaller than the file's own.
    """
    # what is said of other sheets and files is not of this, and what touchpoints are called changes nothing
    asked = replace(choices, also=None, matches={}, names={})
    time = budget or budget_of(workbook)

    def passed(choices: Choices) -> _Both:
        return once(workbook, repr(choices), lambda: _within(workbook, choices, time), _cells)

    with under(time):
        both = under_headers(asked, passed, lambda one: (one.partial.table, one.partial.survey))
    return both.partial if partial else both.alone


def _within(workbook: Workbook, choices: Choices, budget: Budget) -> _Both:
    try:
        return _digest(workbook, choices, budget)
    except LimitExceeded as error:
        if budget.seconds < workbook.seconds:
            raise  # with the time of the file itself there may be an answer, which is the one to remember
        none = Digest(None, None, None, choices.shape or "touchpoints", error=error)
        return _Both(none, none)


def _cells(found: _Both) -> int:
    table = found.partial.table
    return table.height * len(table.columns) if table else 0


def _digest(workbook: Workbook, choices: Choices, budget: Budget) -> _Both:
    read = chosen(workbook, choices, budget)
    if read is None:
        shape = choices.shape or "touchpoints"
        none = Digest(None, None, None, shape, error=_no_table(workbook, choices, budget))
        return _Both(none, none)
    table, roles = read.table, read.roles
    noticed, asked, choices = Noticed(table), choices, by_header(table, choices)
    subject = Subject(_place(workbook, table), table, roles, choices, noticed, budget)
    _notice_sheets(workbook, read, noticed)
    shaped = choices.shape or table.arrangement.shape
    reading = ShapeReading(shaped) if shaped else shape_of(table, roles, budget)
    shape = reading.shape
    subject = replace(subject, roles=reading.in_roles(roles))
    if _is_alone(reading, workbook, asked, budget):
        reading = replace(reading, rival=None)
    reading.tell(noticed)
    if shape != "touchpoints":
        return _surveyed(subject, shape, reading)
    settled = resettled(table, subject.roles, budget)
    subject = replace(subject, roles=with_lenses(table, settled.roles))
    _notice_columns(subject)
    lensed = {place for place, one in enumerate(subject.roles.readings) if one.reason == LENS_COLUMN}
    _notice((one for one in settled.told if one.column not in lensed), noticed)
    return _of_touchpoints(subject)


def _is_alone(reading: ShapeReading, workbook: Workbook, choices: Choices, budget: Budget) -> bool:
    """Whether the other reading of the rows gives nothing that could be meant."""
    if reading.rival is None or reading.asked:
        return False
    return _digest(workbook, replace(choices, shape=reading.rival), budget).partial.error is not None


def _of_touchpoints(subject: Subject) -> _Both:
    """The rows of a table of touchpoints, or why there are none."""
    table, roles, noticed = subject.table, subject.roles, subject.noticed
    result = Digest(table.sheet, table, roles, "touchpoints")
    lacking = not roles.of("satisfaction") and any(roles.of(role) for role in JOINED)
    strict = _obstacle(subject, partial=False)
    alone = replace(result, findings=noticed.all(), error=strict)
    error = _obstacle(subject, partial=lacking)
    if error is not None:
        return _Both(alone, replace(alone, error=error))
    try:
        content = content_of(subject)
    except ImpactRefused as refused:
        whole = replace(result, findings=noticed.all(), error=refused)
    else:
        none = None if lacking else _nothing_usable(subject, content)
        scales = _scales(table, roles, content)
        whole = replace(result, content=content, scales=scales, findings=noticed.all(), error=none)
    return _Both(alone if strict else whole, whole)


def _no_table(workbook: Workbook, choices: Choices, budget: Budget) -> TableError:
    """Hidden sheets are used when a person chooses them, never by themselves."""
    hidden = []
    for sheet in workbook.sheets:
        budget.check()
        if sheet.hidden and table_of(sheet) is not None:
            hidden.append(sheet.name)
    if hidden and not choices.hidden and choices.sheet is None:
        return NothingUsable("only_hidden", file=workbook.name, sheets=", ".join(hidden)[:_LONGEST_LIST])
    return NothingUsable("no_table", file=workbook.name)


def _surveyed(subject: Subject, shape: Shape, reading: ShapeReading) -> _Both:
    """Responses, ratings or contacts that became rows of touchpoints; contacts alone lack satisfaction."""
    table, survey = subject.table, surveyed(subject, shape, reading.read)
    none = Effects("none", np.full(0, np.nan))
    content = None
    if survey.rows is not None:
        scores = survey.rows["satisfaction"].to_numpy(float)
        content = Content(survey.rows, Satisfaction(scores, survey.scale, 1.0), none)
    read, findings = replace(subject.roles, readings=survey.readings), subject.noticed.all()
    found = Digest(table.sheet, table, read, shape, findings, content, survey.error, survey.scales, survey)
    if content is None or shape != "contacts":
        return _Both(found, found)
    return _Both(replace(found, error=TableError("shape_contacts", **subject.where)), found)


def _notice_sheets(workbook: Workbook, read: Chosen, noticed: Noticed) -> None:
    table = read.table
    if read.rival:
        noticed.sheet("warning", "sheet_ambiguous", other=read.rival)
    if table.sheet.hidden:
        noticed.sheet("warning", "hidden_sheet")
    notice_table(table, noticed)
    _notice(table.arrangement.told, noticed)
    others = named_others(workbook, {table.sheet.name, *table.arrangement.sheets})
    if others:
        noticed.sheet("info", "other_sheets", sheets=others)
    for row in table.notes:
        noticed.sheet("info", "note_below", row=row)
    if table.others:
        noticed.sheet("warning", "table_below", first=table.others[0], last=table.others[-1])


def _notice(every: Iterable[Told], noticed: Noticed) -> None:
    for told in every:
        if told.column is None:
            noticed.sheet(told.severity, told.code, **told.details)  # type: ignore[arg-type]
        else:
            noticed.column(told.severity, told.code, told.column, **told.details)


def _notice_columns(subject: Subject) -> None:
    table, roles, noticed = subject.table, subject.roles, subject.noticed
    notice_periods(table, roles, noticed)
    for role, winner, other in roles.rivals:
        noticed.column("warning", "two_columns", table.headers.index(winner), other=other, role=role)
    for place, reading in enumerate(roles.readings):
        numbers = roles.numbers[reading.letter]
        if reading.reason in ("content_names", "content_scores", "content_counts", "content_key"):
            noticed.column("warning", f"guessed_{reading.role}", place)
        if reading.reason == "no_numbers" and _is_missed(reading.header, numbers, roles):
            noticed.column("warning", "no_numbers", place)
        if reading.reason == "name_goal" and reading.role == "impact":
            noticed.column("warning", "impact_by_name", place)
        if reading.role in ("ignore", "note", "owner") or not numbers.typed or reading.role in TEXT_COLUMNS:
            continue
        if numbers.unit:
            noticed.column("info", "unit_with_numbers", place, n=numbers.typed, unit=numbers.unit)
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
    dates = None if partial or _has_numbers(roles) else dates_for_scores(table, roles)
    if dates is not None:
        example = table.columns[dates].cell(0).shown
        first = table.address(0, dates)
        return RoleMissing(
            "scores_are_dates", **where, column=table.headers[dates], first=first, example=example
        )
    if not roles.of("satisfaction") and not partial:
        return RoleMissing("no_satisfaction_column", **where)
    return NothingUsable("no_rows", **where) if not table.height else None


def _has_numbers(roles: Roles) -> bool:
    """Whether the column of satisfaction holds any number."""
    return any(len(roles.numbers[roles.readings[place].letter].found) for place in roles.of("satisfaction"))


def _nothing_usable(subject: Subject, content: Content) -> TableError | None:
    if bool(np.isfinite(content.rows["satisfaction"]).any()):
        return None
    return NothingUsable("nothing_usable", **subject.where)


def _place(workbook: Workbook, table: Table) -> dict[str, str]:
    """The file and sheet, and both in one for the message."""
    sheet = table.sheet.name
    where = f"{workbook.name} › {sheet}" if sheet else workbook.name
    return {"file": workbook.name, "sheet": sheet, "where": where}


def _scales(table: Table, roles: Roles, content: Content) -> dict[str, Scale]:
    scales = {table.headers[column]: content.satisfaction.scale for column in roles.of("satisfaction")}
    if content.effects.scale:
        scales[table.headers[content.effects.part_columns[0]]] = content.effects.scale
    return scales
