"""How an older store is brought up to the tables of today, one version at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import sqlalchemy as sql

from cx.errors import StoreFailed, StoreRefused
from cx.session.store import faults, schema


def version(connection: sql.Connection) -> int | None:
    """Return the version of a store; ``None`` for a database in which there is none yet.

    Raises
    ------
    StoreRefused
        When a newer version of the program wrote it, or it says a version that no program ever wrote.
    """
    there = sql.inspect(connection)
    if not there.has_table(schema.versions.name):
        return _refused(None) if there.has_table(schema.sessions.name) else None
    numbers = connection.execute(sql.select(sql.cast(schema.versions.c.number, sql.Text))).scalars().all()
    if not numbers and not there.has_table(schema.sessions.name):
        return None
    if not numbers or not all(str(one).isdecimal() for one in numbers):
        return _refused(numbers[0] if numbers else None)
    found = max(int(one) for one in numbers)
    if found > schema.VERSION:
        raise StoreRefused("store_newer", found=found, known=schema.VERSION)
    return found if found == schema.VERSION or found in _STEPS else _refused(found)


def _refused(found: object) -> int:
    raise StoreRefused("store_version", found="?" if found is None else found, known=schema.VERSION)


def expect_today(connection: sql.Connection, place: str) -> None:
    """Let an open store be used only while its tables are those of today's version.

    Another version of the program may be started on the same database while this one runs, or another file be
    put in its place. Written over, its rows would be lost to the version that made them; read, they would
    look damaged.

    Raises
    ------
    StoreFailed
        When they are of a newer version, or of an older one.
    """
    found = connection.exec_driver_sql("SELECT max(number) FROM schema_version").scalar()
    if found != schema.VERSION:
        newer = isinstance(found, int) and found > schema.VERSION
        key = faults.NEWER_MEANWHILE if newer else faults.OLDER_MEANWHILE
        said = "?" if found is None else found
        raise StoreFailed(key, place=place, found=said, known=schema.VERSION)


def is_whole(connection: sql.Connection, found: int | None) -> bool:
    """Return whether a store of that version has today's version and all its tables."""
    there = set(sql.inspect(connection).get_table_names())
    return found == schema.VERSION and set(schema.metadata.tables) <= there


def bring_up(connection: sql.Connection) -> None:
    """Make the tables that are not there yet, and bring those of an older version up to today's.

    Raises as :func:`version`, before anything is changed.
    """
    found = version(connection)
    schema.metadata.create_all(connection)
    if found is None:
        connection.execute(sql.insert(schema.versions).values(number=schema.VERSION))
        return
    for number in range(found, schema.VERSION):
        _STEPS[number](connection)
        connection.execute(sql.insert(schema.versions).values(number=number + 1))


def _with_summaries(connection: sql.Connection) -> None:
    """Version 1 to 2: a column with what the list of sessions shows; the table of options is made anew."""
    connection.execute(
        sql.text("ALTER TABLE sessions ADD COLUMN summary TEXT DEFAULT '{}' NOT NULL;"),
    )


def _with_doors(connection: sql.Connection) -> None:
    """Version 2 to 3: doors, renewed codes and receipts; the table of invitations is made anew."""
    added = {
        ("rounds", "door"): "ALTER TABLE rounds ADD COLUMN door VARCHAR(16) DEFAULT 'open' NOT NULL;",
        ("rounds", "coded"): "ALTER TABLE rounds ADD COLUMN coded VARCHAR(32);",
        ("ballots", "receipt"): "ALTER TABLE ballots ADD COLUMN receipt VARCHAR(8) DEFAULT '' NOT NULL;",
    }
    for (table, column), statement in added.items():
        # A table that an even older version did not have was just made as it is today.
        if column not in {one["name"] for one in sql.inspect(connection).get_columns(table)}:
            connection.execute(sql.text(statement))


_STEPS: Final[dict[int, Callable[[sql.Connection], None]]] = {1: _with_summaries, 2: _with_doors}
"""The version that is left behind, to what leads to the next."""
