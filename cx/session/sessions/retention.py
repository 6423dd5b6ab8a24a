"""How long sessions are kept: deleted ones for some days, all others until a setting says otherwise."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

import sqlalchemy as sql

from cx.errors import CxError
from cx.session.sessions import stored
from cx.session.store import Store, schema

UNDO_DAYS: Final = 7
"""So long a deleted session can be restored; then it is gone."""
_DAYS: Final = "keep_days"
_MOST_DAYS: Final = 3650


def keep_days(store: Store, environment: Mapping[str, str] | None = None) -> int | None:
    """Return after how many days without a change a session is deleted; ``None``: never.

    ``CX_KEEP_DAYS`` in the environment goes before what is set on the page.
    """
    fixed = fixed_days(environment)
    if fixed is not None:
        return fixed or None
    table = schema.options
    with store.begin() as connection:
        found = connection.execute(sql.select(table.c.value).where(table.c.name == _DAYS)).scalar()
    return int(found) if found else None


def fixed_days(environment: Mapping[str, str] | None = None) -> int | None:
    """Return the days that the environment sets (0: never delete); ``None`` where it sets none."""
    known = os.environ if environment is None else environment
    typed = known.get("CX_KEEP_DAYS", "").strip()
    return min(int(typed), _MOST_DAYS) if typed.isascii() and typed.isdigit() else None


def set_keep_days(store: Store, days: int | None) -> None:
    """Set after how many days without a change a session is deleted; ``None``: never."""
    table = schema.options
    with store.begin() as connection:
        connection.execute(sql.delete(table).where(table.c.name == _DAYS))
        if days:
            value = str(min(days, _MOST_DAYS))
            connection.execute(sql.insert(table).values(name=_DAYS, value=value))


def tidy(
    store: Store, *, now: dt.datetime | None = None, environment: Mapping[str, str] | None = None
) -> int:
    """Delete what was left alone for too long, remove what was deleted long ago; return how many went.

    A session that its age deletes can be restored for as long as one that a person deleted.
    """
    moment = now or stored.moment_now()
    days = keep_days(store, environment)
    gone = _old(store, moment - dt.timedelta(days=UNDO_DAYS), deleted=True)
    for id_ in gone:
        stored.remove(store, id_)
    left = _old(store, moment - dt.timedelta(days=days), deleted=False) if days else ()
    for id_ in left:
        with suppress(CxError):  # what cannot be read is not changed either: another version may know it
            set_deleted(store, id_, moment)
    return len(gone) + len(left)


def set_deleted(store: Store, session_id: str, moment: dt.datetime | None, *, who: str = "") -> None:
    """Delete a session, or restore it (``None``)."""
    stored.amend(store, session_id, who=who, deleted=moment)


def _old(store: Store, before: dt.datetime, *, deleted: bool) -> tuple[str, ...]:
    table = schema.sessions
    column = table.c.deleted if deleted else table.c.changed
    where = column < before.isoformat()
    if not deleted:
        where = where & table.c.deleted.is_(None)
    with store.begin() as connection:
        return tuple(connection.execute(sql.select(table.c.id).where(where)).scalars())
