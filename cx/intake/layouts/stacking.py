"""Columns of one measure for each of several groups or periods: rows with a group or period each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.layouts.made_columns import free_letter, free_name, of_texts
from cx.intake.sheet import Absorbed, Known, Origin, Table
from cx.records.file import Column, Role, position_of


@dataclass(frozen=True)
class Measure:
    """One measure with a column for each of several groups or periods."""

    role: Role
    columns: Mapping[str, int]
    """Group or period to the position of its column."""


@dataclass(frozen=True)
class Stack:
    """Which columns become rows, and how."""

    measures: tuple[Measure, ...]
    order: tuple[str, ...]
    """The groups or periods in their order."""
    there: npt.NDArray[np.bool_]
    """Shape (rows, groups): which rows there are to be."""
    kept: tuple[int, ...]
    """Per measure the position of the column whose header stands for all."""
    key: Known
    """What the new column of groups or periods is."""
    reason: str
    """Why a measure has its role; a message key without ``reason.``."""
    other: str
    """The same for a column that became rows of the kept one."""
    away: tuple[int, ...] = ()
    """Columns that are none of the measures and go too."""


def stacked(table: Table, stack: Stack, names: Mapping[int, Known]) -> Table:
    """Return a table with one row for each touchpoint and group or period that there is.

    Parameters
    ----------
    names
        What is known of the column of names.
    """
    measures, order = stack.measures, stack.order
    gone = {place for one in measures for place in one.columns.values()} | set(stack.away)
    plain = [place for place in range(len(table.headers)) if place not in gone]
    rows, which = np.nonzero(stack.there)
    old, width = table.arrangement, len(plain)
    known = {**old.known, **names}
    headers = [table.headers[place] for place in (*plain, *stack.kept)]
    letters = [table.letters[place] for place in (*plain, *stack.kept)]
    columns = [_repeated(table.columns[place], rows) for place in plain]
    columns += [_picked(table, one, order, rows, which) for one in measures]
    origins = {at: _origin(table, place, rows) for at, place in enumerate(plain) if place in old.origins}
    origins |= {width + at: _from_groups(table, one, order, rows, which) for at, one in enumerate(measures)}
    origins[len(headers)] = origins[width]
    roles = {at: known[place] for at, place in enumerate(plain) if place in known}
    roles |= {width + at: Known(one.role, stack.reason) for at, one in enumerate(measures)}
    roles[len(headers)] = stack.key
    called = [one for one in order if one]
    return replace(
        table,
        headers=(*headers, free_name(f"{called[0]} … {called[-1]}", headers)),
        letters=(*letters, free_letter(table, letters)),
        columns=(*columns, of_texts([order[one] for one in which.tolist()])),
        rows=table.rows[rows],
        aliases=(),
        merged={},
        gathered={},
        arrangement=replace(
            old,
            known=roles,
            scales={},
            origins=origins,
            absorbed=(*old.absorbed, *_absorbed(table, stack)),
            moved=True,
        ),
    )


def _absorbed(table: Table, stack: Stack) -> list[Absorbed]:
    """The columns of the other groups or periods."""
    return [
        Absorbed(table.headers[place], table.letters[place], stack.other, table.headers[kept])
        for one, kept in zip(stack.measures, stack.kept, strict=True)
        for place in one.columns.values()
        if place != kept
    ]


def _repeated(column: Column, rows: npt.NDArray[np.int64]) -> Column:
    return replace(column, kinds=column.kinds[rows], numbers=column.numbers[rows], codes=column.codes[rows])


def _picked(
    table: Table,
    measure: Measure,
    order: Sequence[str],
    rows: npt.NDArray[np.int64],
    which: npt.NDArray[np.int64],
) -> Column:
    """The cells of a measure, each from the column of its group."""
    texts: dict[str, int] = {}
    kinds = np.zeros(len(rows), np.uint8)
    numbers, codes = np.full(len(rows), np.nan), np.full(len(rows), -1, np.int32)
    percent = False
    for at, group in enumerate(order):
        if group not in measure.columns:
            continue
        column, here = table.columns[measure.columns[group]], which == at
        own = np.array([*(texts.setdefault(text, len(texts)) for text in column.texts), -1], np.int32)
        kinds[here], numbers[here] = column.kinds[rows[here]], column.numbers[rows[here]]
        codes[here] = own[column.codes[rows[here]]]
        percent |= column.percent
    return Column(kinds, numbers, codes, tuple(texts), percent=percent)


def _origin(table: Table, place: int, rows: npt.NDArray[np.int64]) -> Origin:
    old = table.arrangement.origins[place]
    return Origin(old.rows[rows], old.columns[rows])


def _from_groups(
    table: Table,
    measure: Measure,
    order: Sequence[str],
    rows: npt.NDArray[np.int64],
    which: npt.NDArray[np.int64],
) -> Origin:
    first = next(iter(measure.columns.values()))
    places = [measure.columns.get(group, first) for group in order]
    if places[0] in table.arrangement.origins:
        old = [table.arrangement.origins[place] for place in places]
        found = [(old[one].rows[row], old[one].columns[row]) for row, one in zip(rows, which, strict=True)]
        return Origin(np.array([row for row, _ in found]), np.array([column for _, column in found]))
    at = np.array([position_of(table.letters[place]) for place in places], np.int64)
    return Origin(table.rows[rows], at[which])
