"""What a file was taken for, ready to be shown and changed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cx.errors import ImpactRefused, LimitExceeded
from cx.intake.cells import span_of
from cx.intake.columns import column_named
from cx.intake.digest import Digest, digest
from cx.intake.naming import findings_of, names_in
from cx.intake.opening import notices_of
from cx.intake.passes import budget_of, once
from cx.intake.questions import questions_of
from cx.intake.sheet import Table
from cx.intake.survey import outcome_scales, scored
from cx.process import Budget, under
from cx.records.file import (
    SCORES,
    Choices,
    ColumnReading,
    Score,
    Sheet,
    SheetSummary,
    Source,
    Understanding,
    Workbook,
)
from cx.records.finding import Finding


def understand(
    workbook: Workbook, choices: Choices | None = None, *, budget: Budget | None = None
) -> Understanding:
    """Return how a file is understood: sheet, header, shape, roles, scales, findings.

    Odd data never raises: what stands in the way is among the findings, and
    :func:`cx.intake.touchpoints` raises it; so it is where the time for the file is over.

    Parameters
    ----------
    workbook
        The file's raw cells.
    choices
        What a person set by hand; the rest is proposed.
    budget
        The time for it; ``None``: what opening the file left of its time.

    Raises
    ------
    ArgumentError
        When a choice names a sheet or a column that is not there.
    """
    choices = choices or Choices()
    return understanding_of(workbook, choices, digest(workbook, choices, budget=budget))


def source(workbook: Workbook, choices: Choices | None = None, *, budget: Budget | None = None) -> Source:
    """Return how a file is understood, as a result carries it along and ``inspect`` prints it.

    Its parameters, and what it raises, are those of :func:`understand`.

    Raises
    ------
    LimitExceeded
        When it cannot be understood in its time.
    """
    time = budget or budget_of(workbook)
    error = digest(workbook, choices or Choices(), budget=time).error
    if isinstance(error, LimitExceeded):
        raise error
    with under(time):
        return understand(workbook, choices).source


def understanding_of(workbook: Workbook, choices: Choices, found: Digest) -> Understanding:
    """Return the understanding that one pass over the file gives."""
    table, roles = found.table, found.roles
    names = names_in(found, choices.names)
    return Understanding(
        file=workbook.name,
        sheets=_summaries(workbook, found.sheet.name if found.sheet else None),
        sheet=found.sheet.name if found.sheet else "",
        shape=found.shape,
        header_rows=table.header_rows if table else (),
        first_row=table.ends[0] if table else 0,
        last_row=table.ends[1] if table else 0,
        columns=(*_called(roles.readings, table), *_absorbed(table)) if roles and table else (),
        scales=found.scales,
        outcome_scales=outcome_scales(found.survey.outcomes) if found.survey else {},
        days=_days(found),
        missing_codes=found.survey.missing_codes if found.survey else _missing(choices, found),
        text_scales=found.survey.text_scales if found.survey else {},
        decimal_marks={
            r.header: roles.numbers[r.letter].mark for r in roles.readings if roles.numbers[r.letter].typed
        }
        if roles
        else {},
        row_count=_used(found),
        rows_left_out=_left_out(found),
        codes=found.survey.codes if found.survey else (),
        questions=questions_of(choices, found),
        blanks_unclear=bool(found.survey and found.survey.blanks_unclear),
        scores=_scores(found),
        rows_moved=bool(table and table.arrangement.moved),
        rows_below=len(table.others) if table else 0,
        hidden_rows=table.hidden_rows if table else (),
        hidden_columns=table.hidden_columns if table else (),
        beside=table.beside if table else (),
        findings=(
            *_obstacle(found),
            *notices_of(workbook),
            *found.findings,
            *findings_of(names, found, choices.names),
        ),
        choices=choices,
        names=names,
    )


def _days(found: Digest) -> dict[str, tuple[str, str]]:
    """From when to when the rows are, of each column that says when."""
    if found.table is None or found.roles is None:
        return {}
    places = (
        (reading.header, column_named(found.table, reading.header))
        for reading in found.roles.readings
        if reading.role in ("time", "period")
    )
    spans = {header: span_of(found.table.columns[place]) for header, place in places}
    return {header: span for header, span in spans.items() if span}


def _called(readings: tuple[ColumnReading, ...], table: Table) -> tuple[ColumnReading, ...]:
    """The readings with what the columns are also called."""
    if not table.aliases:
        return readings
    return tuple(
        replace(reading, aliases=texts) for reading, texts in zip(readings, table.aliases, strict=True)
    )


def _absorbed(table: Table) -> tuple[ColumnReading, ...]:
    """The columns whose cells became rows of another one."""
    return tuple(
        ColumnReading(
            one.header, one.letter, "ignore", 1.0, one.reason, {"column": one.header, "other": one.other}
        )
        for one in table.arrangement.absorbed
    )


def _scores(found: Digest) -> tuple[Score, ...]:
    """What satisfaction can be made of: the mean, and what the scale of some column of ratings allows."""
    ratings = found.survey.ratings if found.survey else ()
    scales = [found.scales[one.header] for one in ratings if one.header in found.scales]
    return tuple(
        score
        for score in SCORES
        if score == "mean" or any(scored(np.empty(0), scale, score) is not None for scale in scales)
    )


def _left_out(found: Digest) -> int:
    if found.table is None or found.content is None:
        return 0
    return found.table.height - _used(found)


def _used(found: Digest) -> int:
    if found.survey:
        return found.survey.used
    return len(found.content.rows) if found.content else 0


def _summaries(workbook: Workbook, chosen: str | None) -> tuple[SheetSummary, ...]:
    """The sheets; made once, since each of very many sheets may be understood in its turn."""
    every = once(workbook, "summaries", lambda: tuple(map(_summary, workbook.sheets)))
    places = once(workbook, "places", lambda: _places(workbook))
    marked = list(every)
    for place in places.get(chosen, ()) if chosen is not None else ():
        marked[place] = replace(every[place], chosen=True)
    return tuple(marked)


def _summary(sheet: Sheet) -> SheetSummary:
    return SheetSummary(sheet.name, sheet.hidden, sheet.row_count, sheet.column_count, chosen=False)


def _places(workbook: Workbook) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, sheet in enumerate(workbook.sheets):
        found.setdefault(sheet.name, []).append(place)
    return found


def _missing(choices: Choices, found: Digest) -> dict[str, tuple[str, ...]]:
    if not choices.missing_codes or not found.roles:
        return {}
    numeric = ("satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance")
    return {r.header: choices.missing_codes for r in found.roles.readings if r.role in numeric}


def _obstacle(found: Digest) -> tuple[Finding, ...]:
    """The error that stands in the way, as a finding."""
    if found.error is None:
        return ()
    values = dict(found.error.values)
    sheet = str(values.pop("sheet", "")) or None
    cell = str(values.pop("cell")) if isinstance(found.error, ImpactRefused) else None
    return (Finding("error", found.error.key, sheet=sheet, cell=cell, details=values),)
