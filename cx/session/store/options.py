"""What is kept for the store as a whole: small documents, each under a name of its own."""

from __future__ import annotations

import json
from typing import Any, Final

import sqlalchemy as sql

from cx.session.store import schema

KEEP_DAYS: Final = "keep_days"
OBSERVED: Final = "observed"
"""How much time the store has seen pass."""
OVERDUE: Final = "overdue"
"""Sessions that were seen to be old."""
DELETED_SINCE: Final = "deleted_since"
"""When, in time that the store has seen pass, each deleted session was seen to be deleted."""
ASIDE: Final = "aside"
"""Damaged sessions that were deleted, whose rows nothing can write any more."""
TO_WIPE: Final = "to_wipe"
"""Sessions that were removed for good, until the log file and the backups hold nothing of them."""


def text(connection: sql.Connection, name: str) -> str | None:
    """Return what is kept under a name; ``None`` where nothing is."""
    table = schema.options
    return connection.execute(sql.select(table.c.value).where(table.c.name == name)).scalar()


def read(connection: sql.Connection, name: str) -> Any:  # noqa: ANN401 - what JSON holds
    """Return what a document of that name holds; ``None`` where there is none, or it is damaged."""
    try:
        return json.loads(text(connection, name) or "null")
    except ValueError:
        return None


def mapping(connection: sql.Connection, name: str) -> dict[str, Any]:
    """Return a document that is a mapping; an empty one where it is none."""
    found = read(connection, name)
    return found if isinstance(found, dict) else {}


def names(connection: sql.Connection, name: str) -> tuple[str, ...]:
    """Return a document that is a list of texts; an empty one where it is none."""
    found = read(connection, name)
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def write(connection: sql.Connection, name: str, value: object) -> None:
    """Keep a document in place of what was there under its name; nothing and zero are not kept."""
    table = schema.options
    connection.execute(sql.delete(table).where(table.c.name == name))
    if value:
        connection.execute(sql.insert(table).values(name=name, value=json.dumps(value)))
