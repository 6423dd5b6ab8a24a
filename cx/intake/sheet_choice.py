"""Which sheet of a workbook holds the table that is meant, and whether another one could be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx.errors import ArgumentError
from cx.intake.columns import Roles, has_column, roles_of
from cx.intake.sheet import Table, table_of
from cx.intake.words import folded
from cx.records.file import Choices, Sheet, Workbook

_BOTH = 1.2
"""Confidence of touchpoint and satisfaction together, from which a sheet has both."""
_ALIKE, _NEARLY = 0.8, 0.8


@dataclass(frozen=True)
class Chosen:
    """The table that is meant, with its roles."""

    table: Table
    roles: Roles
    rival: str = ""
    """Another sheet that could be meant as well."""


def chosen(workbook: Workbook, choices: Choices) -> Chosen | None:
    """Return the table of the sheet that a person chose, else of the visible one with the best table.

    Raises
    ------
    ArgumentError
        When a choice names a sheet or a column that is not there.
    """
    if choices.sheet is not None:
        sheet = workbook.sheet(choices.sheet)
        if sheet is None:
            if not any(sheet.name for sheet in workbook.sheets):
                raise ArgumentError("no_sheets_to_choose", sheet=choices.sheet, file=workbook.name)
            names = ", ".join(sheet.name for sheet in workbook.sheets)
            raise ArgumentError("sheet_unknown", sheet=choices.sheet, sheets=names)
        table = table_in(sheet, choices)
        return Chosen(table, roles_of(table, choices)) if table else None
    return _best([sheet for sheet in workbook.sheets if choices.hidden or not sheet.hidden], choices)


def table_in(sheet: Sheet, choices: Choices) -> Table | None:
    """Return the table of a sheet, with the hidden columns that a person named."""
    named = {*choices.roles, *(part.column for part in choices.impact_parts)}
    return table_of(sheet, choices.header_rows, hidden=choices.hidden, wanted=named)


def _best(sheets: Sequence[Sheet], choices: Choices) -> Chosen | None:
    tables = [table for sheet in sheets if (table := table_in(sheet, choices))]
    if not tables:
        return None
    if len(tables) == 1:
        return Chosen(tables[0], roles_of(tables[0], choices))
    qualities = [_quality(table, choices) for table in tables]
    best = max(range(len(tables)), key=qualities.__getitem__)
    others = [place for place in range(len(tables)) if place != best]
    second = max(others, key=qualities.__getitem__)
    likely = _NEARLY * qualities[best] <= qualities[second] and _as_likely(tables[best], tables[second])
    return Chosen(tables[best], roles_of(tables[best], choices), tables[second].sheet.name if likely else "")


def _as_likely(best: Table, other: Table) -> bool:
    """Whether both have the same headers, or both touchpoints with satisfaction."""
    ours, theirs = set(map(folded, best.headers)), set(map(folded, other.headers))
    if len(ours & theirs) >= _ALIKE * max(len(ours), len(theirs)) and min(best.height, other.height) > 1:
        return True
    return min(_known(best), _known(other)) >= _BOTH


def _known(table: Table) -> float:
    roles = {reading.role: reading.confidence for reading in roles_of(table, Choices()).readings}
    return sum(roles.get(role, 0.0) for role in ("touchpoint", "satisfaction"))


def _quality(table: Table, choices: Choices) -> float:
    """How much a table looks like the one that is meant: named columns, the roles found, then its size."""
    named = (*choices.roles, *(part.column for part in choices.impact_parts))
    roles = {reading.role: reading.confidence for reading in roles_of(table, Choices()).readings}
    known = _known(table)
    others = sum(
        roles.get(role, 0.0) for role in ("impact", "volume", "n", "channel", "segment", "period", "journey")
    )
    rows = min(table.height, 1000) / 1000
    there = sum(has_column(table, name) for name in named)
    return (
        100 * there
        + 10 * known
        + 2 * others
        + rows
        + (0.5 if table.height > 1 and len(table.headers) > 1 else 0)
    )
