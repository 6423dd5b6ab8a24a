"""Columns that a layout makes of others, and joins to the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.sheet import Arrangement, Known, Origin, Table, Told
from cx.records.file import BLANK, NUMBER, TEXT, Column, Role, letter_of, position_of
from cx.records.scale import Scale

Values = npt.NDArray[np.float64]
_PRIME = "′"
_ROOM = 3


@dataclass(frozen=True)
class Made:
    """One column that a layout made."""

    header: str
    cells: Column
    role: Role
    reason: str
    source: int
    """The position of the (first) column that it was made of."""
    scale: Scale | None = None


def of_numbers(values: Values) -> Column:
    """Return a column of numbers; blank where there is none."""
    there = np.isfinite(values)
    return Column(
        np.where(there, NUMBER, BLANK).astype(np.uint8),
        np.where(there, values, np.nan),
        np.full(len(values), -1, np.int32),
        (),
    )


def of_texts(texts: Sequence[str]) -> Column:
    """Return a column of texts; blank where one is empty."""
    different = {text: place for place, text in enumerate(dict.fromkeys(text for text in texts if text))}
    codes = np.array([different.get(text, -1) for text in texts], np.int32)
    kinds = np.where(codes >= 0, TEXT, BLANK).astype(np.uint8)
    return Column(kinds, np.full(len(texts), np.nan), codes, tuple(different))


def with_columns(
    table: Table, made: Sequence[Made], known: Mapping[int, Known], told: Sequence[Told]
) -> Table:
    """Return a table with more columns, and with what is known of all of them.

    Parameters
    ----------
    made
        The columns to add; their cells stand where their source stands.
    known
        What the table's own columns are taken for, by position.
    told
        The findings; a position counts the new columns behind the table's own.
    """
    width = len(table.headers)
    letters, headers = list(table.letters), list(table.headers)
    for one in made:
        letters.append(free_letter(table, letters))
        headers.append(free_name(one.header, headers))
    places = dict(enumerate(made, width))
    old = table.arrangement
    arrangement = Arrangement(
        known={**old.known, **known, **{at: Known(one.role, one.reason) for at, one in places.items()}},
        scales={**old.scales, **{at: one.scale for at, one in places.items() if one.scale}},
        told=(*old.told, *told),
        origins={**old.origins, **{at: _origin(table, one.source) for at, one in places.items()}},
        shape=old.shape,
        absorbed=old.absorbed,
        moved=old.moved,
    )
    return replace(
        table,
        headers=tuple(headers),
        letters=tuple(letters),
        columns=(*table.columns, *(one.cells for one in made)),
        aliases=(*table.aliases, *(() for _ in made)) if table.aliases else (),
        arrangement=arrangement,
    )


def free_letter(table: Table, taken: Sequence[str]) -> str:
    """Return the letter of a column right of all that a sheet holds, with room to type in between."""
    place = table.sheet.column_count + _ROOM
    while letter_of(place) in taken:
        place += 1
    return letter_of(place)


def free_name(name: str, taken: Sequence[str]) -> str:
    """Return a header that no other column has."""
    while name in taken:
        name += _PRIME
    return name


def _origin(table: Table, source: int) -> Origin:
    """Where the cells of the source stand."""
    known = table.arrangement.origins.get(source)
    if known is not None:
        return known
    place = position_of(table.letters[source])
    return Origin(table.rows, np.full(table.height, place, np.int64))
