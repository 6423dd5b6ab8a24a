"""Impact that the file gives: one column, or several to be composed (METHODS 6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cx.errors import ImpactRefused
from cx.intake.cells import EMPTY
from cx.intake.columns import Roles, Subject, column_named, scale_of
from cx.intake.findings import Noticed
from cx.intake.measures import clean
from cx.intake.measures.rows import Kept
from cx.intake.sheet import Table
from cx.process import steps
from cx.records.file import Choices, ImpactKind, ImpactPart
from cx.records.scale import Direction, Scale

_TOLD = 5
_MOSTLY = 0.8
_BRACKETS = re.compile(r"\s*[(\[{][^)\]}]*[)\]}]")


@dataclass(frozen=True)
class Effects:
    """What the impact columns give."""

    kind: ImpactKind
    given: clean.Values
    """Impact given in one column; NaN otherwise."""
    parts: tuple[ImpactPart, ...] = ()
    part_values: tuple[clean.Values, ...] = ()
    part_columns: tuple[int, ...] = ()
    scale: Scale | None = None
    goal: str = ""


def effects_of(subject: Subject, kept: Kept) -> Effects:
    """Return the impact that the table gives.

    Raises
    ------
    ImpactRefused
        When several columns cannot be composed, because a cell has the wrong sign; the message names it.
    """
    table, roles, choices, noticed = subject.table, subject.roles, subject.choices, subject.noticed
    _notice_unused(roles, noticed)
    columns = _columns(table, roles, choices)
    columns = [column for column in columns if _holds_numbers(subject, column, kept)]
    none = np.full(table.height, np.nan)
    if not columns:
        return Effects("none", none)
    values = [_values(subject, column, kept) for column in columns]
    parts = _parts(table, choices, columns, values, noticed)
    goal = ", ".join(_BRACKETS.sub("", table.headers[column]).strip() for column in columns)
    if len(columns) == 1:
        return _given(table, choices, columns[0], values[0], parts, kept, noticed, goal)
    _check_signs(table, columns, values, parts, kept)
    return Effects("composed", none, parts, tuple(values), tuple(columns), None, goal)


def _notice_unused(roles: Roles, noticed: Noticed) -> None:
    """Columns of numbers that nothing uses, and a stated importance that could serve as impact."""
    told = {other for _, _, other in roles.rivals}
    for place, reading in enumerate(steps(roles.readings)):
        numbers = roles.numbers[reading.letter]
        told_of = reading.header in told or place in noticed.table.arrangement.known
        silent = reading.role == "ignore" and reading.reason != "by_hand" and not told_of
        if silent and len(numbers.found) and numbers.share >= _MOSTLY:
            noticed.column("info", "unused_numbers", place)
        elif reading.role == "importance" and reading.reason != "by_hand" and not roles.of("impact"):
            noticed.column("info", "importance_not_impact", place)


def _columns(table: Table, roles: Roles, choices: Choices) -> list[int]:
    """The impact columns; in the order in which a person gave them."""
    if choices.impact_parts:
        return [column_named(table, part.column) for part in choices.impact_parts]
    return roles.of("impact")


def _holds_numbers(subject: Subject, column: int, kept: Kept) -> bool:
    states = subject.numbers(column).states
    if bool((states[kept] == EMPTY).all()):
        subject.noticed.column("warning", "empty_column", column)
        return False
    return True


def _values(subject: Subject, column: int, kept: Kept) -> clean.Values:
    numbers = subject.numbers(column)
    for row in clean.blanks(numbers, kept):
        subject.noticed.cell("error", "blank_impact", int(row), column)
    return clean.usable(numbers, column, kept, subject.noticed)


def _parts(
    table: Table, choices: Choices, columns: Sequence[int], values: Sequence[clean.Values], noticed: Noticed
) -> tuple[ImpactPart, ...]:
    headers = [table.headers[column] for column in columns]
    if choices.impact_parts:
        given = {column_named(table, part.column): part for part in choices.impact_parts}
        return tuple(
            ImpactPart(table.headers[column], given[column].weight, given[column].direction)
            for column in columns
        )
    parts = tuple(ImpactPart(h, 1.0, _direction(v)) for h, v in zip(headers, values, strict=True))
    if len(parts) > 1:
        noticed.sheet("warning", "impact_composed", columns=", ".join(headers))
        lower = [part.column for part in parts if part.direction == "lower"]
        if lower:
            noticed.sheet("warning", "impact_turned", columns=", ".join(lower), n=len(lower))
    return parts


def _direction(values: clean.Values) -> Direction:
    """Effects that are never above zero, as on churn, count the other way round."""
    found = values[np.isfinite(values)]
    return "lower" if len(found) and found.max() <= 0 and found.min() < 0 else "higher"


def _given(
    table: Table,
    choices: Choices,
    column: int,
    values: clean.Values,
    parts: tuple[ImpactPart, ...],
    kept: Kept,
    noticed: Noticed,
    goal: str,
) -> Effects:
    """One column is used as it is; only where a person says that lower is more, it is turned."""
    header = table.headers[column]
    scale = choices.impact_scale or choices.scales.get(header) or _scale(header, values[kept])
    if scale:
        values = clean.without_outside(values, scale, column, kept, noticed, "impact_out_of_scale")
    if choices.impact_parts and parts[0].direction == "lower":
        values = scale.minimum + scale.maximum - values if scale else -values
    return Effects("given", values, (), (), (column,), scale, goal)


def _scale(header: str, values: clean.Values) -> Scale | None:
    """The scale of a given impact, where the header states it; effects have none, so it is never guessed."""
    found = values[np.isfinite(values)]
    reading = scale_of(header, found) if len(found) else None
    return reading.scale if reading and reading.stated and reading.scale.kind == "rating" else None


def _check_signs(
    table: Table,
    columns: Sequence[int],
    values: Sequence[clean.Values],
    parts: Sequence[ImpactPart],
    kept: Kept,
) -> None:
    wrong: list[str] = []
    for column, numbers, part in zip(columns, values, parts, strict=True):
        sign = 1 if part.direction == "higher" else -1
        rows = np.flatnonzero((sign * numbers < 0) & kept)
        wrong += [f"{table.address(int(row), column)} ({numbers[row]:.6g})" for row in rows]
    if wrong:
        names = ", ".join(table.headers[column] for column in columns)
        raise ImpactRefused(
            "impact_sign",
            sheet=table.sheet.name,
            cell=wrong[0].split(" ")[0],
            cells=", ".join(wrong[:_TOLD]) + (" …" if len(wrong) > _TOLD else ""),
            columns=names,
        )
