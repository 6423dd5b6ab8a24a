"""How an older store is brought up to the tables of today, one version at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import sqlalchemy as sql

from cx.errors import StoreRefused
from cx.session.store import schema


def bring_up(connection: sql.Connection) -> None:
    """Make the tables that are not there yet, and bring those of an older version up to today's.

    Raises
    ------
    StoreRefused
        When a newer version of the program wrote the store.
    """
    schema.metadata.create_all(connection)
    found = connection.execute(sql.select(sql.func.max(schema.versions.c.number))).scalar()
    if found is None:
        connection.execute(sql.insert(schema.versions).values(number=schema.VERSION))
        return
    if found > schema.VERSION:
        raise StoreRefused("store_newer", found=found, known=schema.VERSION)
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
    _add(connection, "rounds", "door", "VARCHAR(16) DEFAULT 'open' NOT NULL")
    _add(connection, "rounds", "coded", "VARCHAR(32)")
    _add(connection, "ballots", "receipt", "VARCHAR(8) DEFAULT '' NOT NULL")


def _add(connection: sql.Connection, table: str, column: str, kind: str) -> None:
    """Add a column, unless the table was just made as it is today: an older version may not have had it."""
    known = {one["name"] for one in sql.inspect(connection).get_columns(table)}
    if column not in known:
        connection.execute(sql.text(f"ALTER TABLE {table} ADD COLUMN {column} {kind};"))


_STEPS: Final[dict[int, Callable[[sql.Connection], None]]] = {1: _with_summaries, 2: _with_doors}
"""The version that is left behind, to what leads to the next."""
