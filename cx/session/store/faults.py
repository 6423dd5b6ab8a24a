"""What went wrong with the database, as one of our errors: what it is, where, and what to do.

SQLite names its faults by a number, PostgreSQL by five signs; both become the same few kinds, since a person
can do the same few things about them: make room, wait, bring the database back, restore a backup.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sql

from cx.errors import StoreFailed
from cx.session.store import address

FULL: Final = "store_full"
BUSY: Final = "store_busy"
DAMAGED: Final = "store_damaged"
READONLY: Final = "store_readonly"
AWAY: Final = "store_unreached"
GONE: Final = "store_gone"
NOT_LET_IN: Final = "store_not_let_in"
NO_STORE: Final = "store_unreadable"
NEWER_MEANWHILE: Final = "store_newer_meanwhile"
OLDER_MEANWHILE: Final = "store_older_meanwhile"
OTHER: Final = "store_failed"

_SQLITE: Final = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FORMAT: DAMAGED,
    sqlite3.SQLITE_NOTADB: NO_STORE,
    sqlite3.SQLITE_READONLY: READONLY,
    sqlite3.SQLITE_PERM: READONLY,
    sqlite3.SQLITE_AUTH: READONLY,
    sqlite3.SQLITE_CANTOPEN: AWAY,
    sqlite3.SQLITE_IOERR: AWAY,
}
"""The first byte of SQLite's number, https://www.sqlite.org/rescode.html, to the kind of fault."""
_NO_TABLE: Final = re.compile("^no such (table|column)")
_STATES: Final = {
    "53100": FULL,
    "53": BUSY,
    "55P03": BUSY,
    "57014": BUSY,
    "40": BUSY,
    "25006": READONLY,
    "42501": READONLY,
    "42": DAMAGED,
    "XX": DAMAGED,
    "57P": AWAY,
    "08": AWAY,
    "28": NOT_LET_IN,
    "3D": AWAY,
}
"""The beginning of PostgreSQL's SQLSTATE (appendix A of its manual) to the kind; the longest counts."""
_LITTLE_ROOM: Final = 1_000_000
"""Bytes: with less on the disk, a failed write is one that found no room."""


@contextmanager
def told(url: sql.URL) -> Iterator[None]:
    """Let what the driver or the system raises within go on as :class:`StoreFailed`.

    A row that may not be there twice (``IntegrityError``) is no fault of the database: it passes as it is.
    """
    try:
        yield
    except sql.exc.IntegrityError:
        raise
    except (sql.exc.SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise of(error, url) from error


def of(error: Exception, url: sql.URL) -> StoreFailed:
    """Return a fault in our words.

    Parameters
    ----------
    error
        What SQLAlchemy, SQLite or the system raised.
    url
        Where the database lies; of a server only its host and the database's name are told.
    """
    cause = getattr(error, "orig", None) or error
    said = cause.strerror if isinstance(cause, OSError) and cause.strerror else address.reason(cause, url)
    lines = said.splitlines()
    return StoreFailed(_kind(error, cause, url), place=where(url), reason=lines[0] if lines else "?")


def where(url: sql.URL) -> str:
    """Return where a database lies, without who asks for it: as :func:`cx.session.store.address.place`."""
    return address.place(url) or url.drivername


def _kind(error: Exception, cause: Any, url: sql.URL) -> str:  # noqa: ANN401 - of any driver
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause, url)
    if isinstance(cause, OSError):
        return READONLY if isinstance(cause, PermissionError) else _of_room(url)
    if isinstance(error, sql.exc.TimeoutError):
        return BUSY
    if getattr(error, "connection_invalidated", False):
        return AWAY
    state = _state(cause)
    found = [kind for length in (5, 3, 2) if (kind := _STATES.get(state[:length]))]
    lost = isinstance(error, (sql.exc.OperationalError, sql.exc.InterfaceError)) and not state
    return found[0] if found else AWAY if lost else OTHER


def _of_sqlite(cause: sqlite3.Error, url: sql.URL) -> str:
    number = getattr(cause, "sqlite_errorcode", None)
    if number is None:
        return OTHER
    kind = _SQLITE.get(number & 0xFF, OTHER)
    if number & 0xFF == sqlite3.SQLITE_IOERR:
        return _of_room(url)
    return DAMAGED if kind == OTHER and _NO_TABLE.match(str(cause)) else kind


def _of_room(url: sql.URL) -> str:
    """What a write that failed says: where there is no room left, that there is none."""
    with suppress(OSError):
        if shutil.disk_usage(Path(url.database or ".").parent).free < _LITTLE_ROOM:
            return FULL
    return AWAY


def _state(cause: Any) -> str:  # noqa: ANN401 - of any driver
    """The SQLSTATE of a driver's error: an attribute with psycopg, a field of its dictionary with pg8000."""
    found = getattr(cause, "sqlstate", None) or getattr(cause, "pgcode", None)
    fields = cause.args[0] if getattr(cause, "args", ()) else None
    if found is None and isinstance(fields, dict):
        found = fields.get("C")
    return str(found or "")
