"""Sessions of which a part cannot be read: they stand in the list, can be put away, and hide no other."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sql

from cx.errors import SessionDamaged, StoreFailed
from cx.session.store import Store, faults, options, schema

_BROKEN: Final = (faults.DAMAGED, faults.OTHER)
"""Faults that can be those of one row; with any other no row can be read."""
_KNOWN: Final = ("name", "archived", "deleted")
"""What can be set beside the document."""


def moment(content: object) -> dt.datetime | None:
    """Return the moment that a column holds; ``None`` where it is none.

    Examples
    --------
    >>> moment("2026-10-05T09:00:00+00:00").hour, moment("2026-10-05T"), moment(None)
    (9, None, None)
    """
    try:
        found = dt.datetime.fromisoformat(content) if isinstance(content, str) else None
        return found.astimezone(dt.UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def mapping(content: object) -> dict[str, Any] | None:
    """Return the object that a column's JSON stands for; ``None`` where it is none."""
    try:
        found = json.loads(content) if isinstance(content, str) else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def rows(store: Store, wanted: sql.Select[Any], key: sql.Column[Any]) -> list[Mapping[str, Any]]:
    """Return the rows of a query; where one of them cannot be read, all others, and what is left of it.

    Parameters
    ----------
    wanted
        The query; its order stands where all can be read.
    key
        The column by which a row is asked for alone.
    """
    try:
        with store.read() as connection:
            return [dict(row) for row in connection.execute(wanted).mappings().all()]
    except (StoreFailed, ValueError, TypeError) as error:
        if isinstance(error, StoreFailed) and error.key not in _BROKEN:
            raise
    columns = [one for one in wanted.selected_columns if isinstance(one, sql.Column)]
    with store.read() as connection:  # by the key's own index: the table is what cannot be read
        known = connection.execute(wanted.with_only_columns(key).order_by(None)).scalars().all()
    return [_row(store, columns, key == one) | {key.name: one} for one in known]


def _row(store: Store, columns: list[sql.Column[Any]], where: sql.ColumnElement[bool]) -> dict[str, Any]:
    """What can be read of one row, column by column where need be; what cannot is missing."""
    found: dict[str, Any] = {}
    for column in columns:
        try:
            with store.read() as connection:
                found[column.name] = connection.execute(sql.select(column).where(where)).scalar()
        except (StoreFailed, ValueError, TypeError) as error:
            if isinstance(error, StoreFailed) and error.key not in _BROKEN:
                raise
    return found


def refused(name: str) -> SessionDamaged:
    """Return what is said of a session that cannot be opened."""
    return SessionDamaged("session_unreadable", name=name)


def amend(store: Store, session_id: str, fields: Mapping[str, Any]) -> None:
    """Set what can be set of a damaged session: its name, whether it is archived or deleted.

    Where even its row cannot be written, a deleted one is put aside by a note of its own.

    Raises
    ------
    SessionDamaged
        When anything else was asked for.
    """
    if set(fields) - set(_KNOWN):
        raise refused(session_id)
    values = {name: _column(one) for name, one in fields.items()}
    table = schema.sessions
    try:
        with store.begin() as connection:
            _put_aside(connection, session_id, aside=False)
            connection.execute(sql.update(table).where(table.c.id == session_id).values(**values))
    except StoreFailed as error:
        if error.key not in _BROKEN or "deleted" not in fields:
            raise
        with store.begin() as connection:
            _put_aside(connection, session_id, aside=fields["deleted"] is not None)


def _column(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.datetime) else value


def _put_aside(connection: sql.Connection, session_id: str, *, aside: bool) -> None:
    before = set(options.names(connection, options.ASIDE))
    after = before | {session_id} if aside else before - {session_id}
    if after != before:
        options.write(connection, options.ASIDE, sorted(after))
