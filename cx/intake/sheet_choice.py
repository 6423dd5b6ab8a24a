"""Which sheet of a workbook holds the table that is meant, and whether another one could be meant."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cx.errors import ArgumentError
from cx.intake.columns import Roles, has_column, roles_of
from cx.intake.layouts import arranged, question_sheets
from cx.intake.passes import once
from cx.intake.sheet import Table, table_of, weight_of
from cx.intake.survey import shape_of
from cx.intake.tables import resettled
from cx.intake.words import folded
from cx.process import Budget
from cx.records.file import Choices, ColumnReading, Role, Sheet, Workbook

_BOTH = 1.2
"""Confidence of touchpoint and satisfaction together, from which a sheet has both."""
_ANSWERS = 1.9
"""The same of a sheet of answers, whose columns are what they are by their cells."""
_FEWEST_ANSWERED, _FEWEST_NAMES = 5, 2
_NUMBERS: tuple[Role, ...] = ("satisfaction", "impact", "volume", "n")
_ALIKE, _NEARLY = 0.8, 0.8
_MANY = 40
"""So many sheets are looked at closely."""


@dataclass(frozen=True)
class Chosen:
    """The table that is meant, with its roles."""

    table: Table
    roles: Roles
    rival: str = ""
    """Another sheet that could be meant as well."""


@dataclass(frozen=True)
class _Seen:
    """A table with what its columns are taken for where nobody chose, and how good it is."""

    table: Table
    roles: Roles
    quality: float
    known: float
    """How sure touchpoint and satisfaction are together."""


def chosen(workbook: Workbook, choices: Choices, budget: Budget) -> Chosen | None:
    """Return the table of the sheet that a person chose, else of the visible one with the best table.

    Raises
    ------
    ArgumentError
        When a choice names a sheet or a column that is not there.
    LimitExceeded
        When the time for the file is over.
    """
    if choices.sheet is not None:
        sheet = workbook.sheet(choices.sheet)
        if sheet is None:
            if not any(sheet.name for sheet in workbook.sheets):
                raise ArgumentError("no_sheets_to_choose", sheet=choices.sheet, file=workbook.name)
            names = ", ".join(sheet.name for sheet in workbook.sheets)
            raise ArgumentError("sheet_unknown", sheet=choices.sheet, sheets=names)
        table = _table_in(workbook, sheet, choices)
        return Chosen(table, _roles(workbook, table, choices, choices, budget)) if table else None
    return _best(workbook, choices, budget)


def _table_in(workbook: Workbook, sheet: Sheet, choices: Choices) -> Table | None:
    """The table of a sheet, with the hidden columns that a person named; looked for once."""
    named = _named(choices)
    return once(
        workbook,
        f"table {_where(sheet, choices)}",
        lambda: _arranged(sheet, choices, named),
    )


def _arranged(sheet: Sheet, choices: Choices, named: set[str]) -> Table | None:
    table = _plain(sheet, choices)
    return arranged(table, named) if table else None


def _named(choices: Choices) -> set[str]:
    return {*choices.roles, *(part.column for part in choices.impact_parts)}


def _where(sheet: Sheet, choices: Choices) -> str:
    """What a table depends on; a sheet lives as long as what is remembered of its workbook."""
    return f"{id(sheet)} {choices.header_rows} {choices.hidden} {sorted(_named(choices))}"


def _roles(workbook: Workbook, table: Table, found: Choices, choices: Choices, budget: Budget) -> Roles:
    """What the columns of a table, found with some choices, are with others; read once, with all numbers."""
    by_hand = (choices.roles, choices.impact_parts, choices.missing_codes, choices.decimal_mark)
    return once(
        workbook,
        f"roles {_where(table.sheet, found)} {table.arrangement.sheets} {by_hand}",
        lambda: roles_of(table, choices, budget),
        lambda _: table.height * len(table.columns),
    )


def _best(workbook: Workbook, choices: Choices, budget: Budget) -> Chosen | None:
    sheets = [sheet for sheet in workbook.sheets if choices.hidden or not sheet.hidden]
    tables = []
    for sheet in _likely(sheets, choices, budget):
        budget.check()
        if table := _table_in(workbook, sheet, choices):
            tables.append(table)
    if together := _together(workbook, sheets, choices, budget):
        inside = set(together.arrangement.sheets)
        tables = [together, *(table for table in tables if table.sheet.name not in inside)]
    if not tables:
        return None
    if len(tables) == 1:
        return Chosen(tables[0], _roles(workbook, tables[0], choices, choices, budget))
    seen = [_seen(workbook, table, choices, budget) for table in tables]
    best = max(range(len(seen)), key=lambda place: seen[place].quality)
    second = max(set(range(len(seen))) - {best}, key=lambda place: (seen[place].quality, -place))
    likely = _NEARLY * seen[best].quality <= seen[second].quality and _as_likely(seen[best], seen[second])
    rival = tables[second].sheet.name if likely and not together else ""
    return Chosen(tables[best], _roles(workbook, tables[best], choices, choices, budget), rival)


def _together(workbook: Workbook, sheets: Sequence[Sheet], choices: Choices, budget: Budget) -> Table | None:
    """The sheets with one question each as one table, where no person chose columns or header rows."""
    if len(sheets) < _FEWEST_NAMES or choices.header_rows is not None:
        return None
    budget.check()
    found = once(workbook, f"together {choices.hidden}", lambda: question_sheets.of(sheets))
    return found if found and all(has_column(found, name) for name in _named(choices)) else None


def _likely(sheets: Sequence[Sheet], choices: Choices, budget: Budget) -> Sequence[Sheet]:
    """The sheets that are looked at closely: of very many those whose headers say most, then the largest."""
    if len(sheets) <= _MANY:
        return sheets
    weighed: list[tuple[float, int, int]] = []
    for place, sheet in enumerate(sheets):
        budget.check()
        table = _plain(sheet, choices)
        if table:
            there = sum(has_column(table, name) for name in _named(choices))
            cells = table.height * len(table.headers)
            weighed.append((100 * there + weight_of(table.headers), cells, -place))
    return [sheets[place] for place in sorted(-place for *_, place in sorted(weighed, reverse=True)[:_MANY])]


def _plain(sheet: Sheet, choices: Choices) -> Table | None:
    return table_of(sheet, choices.header_rows, hidden=choices.hidden, wanted=_named(choices))


def _as_likely(best: _Seen, other: _Seen) -> bool:
    """Whether both have the same headers, or both touchpoints with satisfaction."""
    ours, theirs = set(map(folded, best.table.headers)), set(map(folded, other.table.headers))
    alike = len(ours & theirs) >= _ALIKE * max(len(ours), len(theirs))
    if alike and min(best.table.height, other.table.height) > 1:
        return True
    return min(best.known, other.known) >= _BOTH


def _seen(workbook: Workbook, table: Table, choices: Choices, budget: Budget) -> _Seen:
    """How much a table looks like the one that is meant: named columns, roles found, and the rows they fill.

    A sheet of answers counts like one that names touchpoints and satisfaction.
    """
    found = _roles(workbook, table, choices, Choices(), budget)
    named = (*choices.roles, *(part.column for part in choices.impact_parts))
    told = _by_cells(workbook, table, found, choices, budget)
    roles = _held(told)
    known = sum(roles.get(role, 0.0) for role in ("touchpoint", "satisfaction"))
    used = sum(reading.role != "ignore" for reading in told.readings)
    if known < _ANSWERS and (answers := _answers(workbook, table, found, choices, budget)):
        known, used = _ANSWERS, max(used, answers)
    others = sum(
        roles.get(role, 0.0) for role in ("impact", "volume", "n", "channel", "segment", "period", "journey")
    )
    cells = math.log10(1 + table.height * used)
    there = sum(has_column(table, name) for name in named)
    quality = (
        100 * there
        + 10 * known
        + 2 * others
        + 2 * cells
        + (0.5 if table.height > 1 and len(table.headers) > 1 else 0)
    )
    return _Seen(table, found, quality, known)


def _by_cells(workbook: Workbook, table: Table, roles: Roles, choices: Choices, budget: Budget) -> Roles:
    """What the columns of a sheet are as a table of touchpoints, names and cells weighed together."""
    return once(
        workbook,
        f"settled {_where(table.sheet, choices)} {table.arrangement.sheets}",
        lambda: resettled(table, roles, budget).roles,
    )


def _held(roles: Roles) -> dict[Role, float]:
    """How sure each role is whose column holds what it needs: a glossary and an empty form hold no number."""
    held: dict[Role, float] = {
        one.role: one.confidence
        for one in roles.readings
        if one.role not in _NUMBERS or len(roles.numbers[one.letter].found)
    }
    return held if any(role in held for role in _NUMBERS) else {}


def _answers(workbook: Workbook, table: Table, roles: Roles, choices: Choices, budget: Budget) -> int:
    """How many columns of a sheet of answers have a name of their own; 0 where it is no such sheet."""
    names = {
        header.removesuffix(f" ({letter})")
        for header, letter in zip(table.headers, table.letters, strict=True)
    }
    if table.height < _FEWEST_ANSWERED or len(names) < _FEWEST_NAMES:
        return 0
    shape = once(
        workbook,
        f"shape {_where(table.sheet, choices)} {table.arrangement.sheets}",
        lambda: shape_of(table, roles, budget).shape,
    )
    return len(names) if shape in ("responses", "ratings") else 0
