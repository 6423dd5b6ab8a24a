"""Which column a person means on the command line: by its header, its letter or its touchpoint's name."""

from __future__ import annotations

from collections.abc import Mapping

from cx.intake.join import join_key
from cx.records import TouchpointName, Understanding


def header_of(seen: Understanding, wanted: str) -> str:
    """Return a column's header: as typed, in other letter case or spaces, or of the column at that letter.

    What names none is returned as it is.
    """
    columns = seen.columns
    plain = " ".join(wanted.split()).casefold()
    for column in columns:
        if column.header == wanted:
            return column.header
    for column in columns:
        if " ".join(column.header.split()).casefold() == plain:
            return column.header
    for column in columns:
        called = [" ".join(alias.split()).casefold() for alias in column.aliases]
        if column.letter == wanted.strip().upper() or plain in called:
            return column.header
    return next((one.source for one in seen.names if one.column and join_key(wanted) in _keys(one)), wanted)


def further_names(seen: Understanding) -> Mapping[str, tuple[str, ...]]:
    """Return header to what else the column goes by: its letter, and what the file also calls it."""
    return {one.header: (one.letter, *one.aliases) for one in seen.columns}


def _keys(name: TouchpointName) -> tuple[str, str]:
    """What the touchpoint of a column is called, to be compared."""
    return join_key(name.name), join_key(name.found)
