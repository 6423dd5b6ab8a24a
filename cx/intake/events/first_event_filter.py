"""Some paths of a log alone: those whose first event has a value in a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from cx.errors import ArgumentError
from cx.intake.columns import column_named, has_column
from cx.intake.events.cell_profile import Seen
from cx.intake.events.log import Log, Rows
from cx.records import Finding
from cx.records.journeys import SPLITS

_MOST, _FEW = 200, 30
"""Different values that are offered of a column that is known to tell paths apart, and of another one."""
_AGAIN = 3
"""How often a value comes back on average in a column that tells anything apart."""
_LONGEST_LIST = 600
Inside = npt.NDArray[np.bool_]


def chosen(
    read: Sequence[Rows], wanted: Sequence[tuple[str, str]]
) -> tuple[Inside | None, tuple[tuple[str, str], ...]]:
    """Return which events have the values that are wanted, and these as the files write them.

    An event of a file without the column has none. A column goes by its header, its letter or its role.

    Raises
    ------
    ArgumentError
        When no event has such a value.
    """
    if not wanted:
        return None, ()
    inside, said = np.ones(sum(len(one.rows) for one in read), dtype=bool), []
    for name, value in wanted:
        columns = [(one, column_of(one.log, name)) for one in read]
        met = np.concatenate([_met(one, column, value) for one, column in columns])
        if not met.any():
            known = sorted({text for one, column in columns if column for text in _texts(one, column)})
            raise ArgumentError("argument_segment_value", value=value, known=", ".join(known)[:_LONGEST_LIST])
        inside &= met
        said.append(_as_written(columns, value))
    return inside, tuple(said)


def _as_written(columns: Sequence[tuple[Rows, Seen | None]], value: str) -> tuple[str, str]:
    """The column's header and the value, as the first file writes them that has it."""
    return next(
        (column.header, str(column.labels.texts[one.rows[np.argmax(met)]]))
        for one, column in columns
        if column is not None and (met := _met(one, column, value)).any()
    )


def _met(one: Rows, column: Seen | None, value: str) -> Inside:
    if column is None:
        return np.zeros(len(one.rows), dtype=bool)
    wanted = " ".join(value.split()).casefold()
    place = column.labels.names.index(wanted) if wanted in column.labels.names else -1
    return np.asarray(column.labels.ids[one.rows] == place)


def _texts(one: Rows, column: Seen) -> list[str]:
    """The different values of a column, each as it is written first."""
    _, first = np.unique(column.labels.ids[one.rows], return_index=True)
    return [text for row in one.rows[first] if (text := str(column.labels.texts[row]))]


def column_of(log: Log, name: str) -> Seen | None:
    """Return the column that a person named, by its header, its letter or its role."""
    if has_column(log.table, name):
        return Seen(column_named(log.table, name), log.table)
    role = next((one for one in SPLITS if one == name.strip().casefold()), None)
    return None if role is None else log.seen(role)


def values_of(read: Sequence[Rows]) -> dict[str, tuple[str, ...]]:
    """Return the columns by whose values paths can be told apart, with the values of each, sorted.

    They are those that are a segment, a channel and the like, and those that are nothing else and have few
    values in words. Values that differ in letter case only are one, as it is written first.
    """
    found: dict[str, dict[str, str]] = {}
    most: dict[str, int] = {}
    for one in read:
        for column, limit in _telling(one.log):
            values, most[column.header] = found.setdefault(column.header, {}), limit
            for text in _texts(one, column):
                values.setdefault(text.casefold(), text)
    return {
        header: tuple(values[key] for key in sorted(values))
        for header, values in found.items()
        if 1 < len(values) <= most[header]
    }


def _telling(log: Log) -> Iterator[tuple[Seen, int]]:
    """The columns that may tell paths apart, each with how many values it may have."""
    columns = log.columns
    named = {place: role for role, place in columns.roles.items()}
    for place in range(len(log.table.headers)):
        one, role = Seen(place, log.table), named.get(place)
        if role in SPLITS:
            yield one, _MOST
        elif role is None and place not in (columns.lifecycle, columns.clock) and _is_of_words(one):
            yield one, _FEW


def _is_of_words(one: Seen) -> bool:
    return not one.numeric and not one.timed and 1 < one.different <= _FEW and one.each >= _AGAIN


def about_within(within: Sequence[tuple[str, str]]) -> list[Finding]:
    """Return that only some paths count, where a person said so."""
    return [
        Finding("info", "paths_within", column=column, value=value, details={"said": f"{column} = {value}"})
        for column, value in within
    ]
