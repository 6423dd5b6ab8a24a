"""Backups of a store that is a file: made by the clock and before an upgrade, checked, kept for seven days.

A backup is a whole database of its own (``VACUUM INTO``: one state of the store, without what was deleted).
It is kept only once SQLite found nothing wrong in it and its sessions could be counted. Its number says what
came first, since a clock can be wrong; the seven days are the last seven on which any was made.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args
from urllib.parse import quote

import sqlalchemy as sql

from cx.errors import StoreFailed
from cx.session import own_files
from cx.session.store import faults, schema

Kind = Literal["day", "upgrade", "restore", "damaged"]
"""Why a backup was made; ``damaged``: the bytes of a store that nothing else could be made of."""
DAYS: Final = 7
_MOST: Final = 30
"""Backups that are kept at most, however many were made on the last seven days."""
_PATIENCE: Final = 10.0
_NAME: Final = re.compile(r"(?P<stem>.+)-(?P<number>\d{6})-(?P<made>\d{8}T\d{6}Z)-(?P<kind>[a-z]+)\.sqlite")
_MADE: Final = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Backup:
    """A copy of the whole store."""

    path: Path
    number: int
    made: dt.datetime
    kind: Kind
    sessions: int | None
    """How many it holds, the deleted ones included; ``None`` where it cannot be used."""


def folder(store: Path) -> Path:
    """Return the folder in which the backups of a store lie; it need not be there."""
    return store.parent / "backups"


def known(store: Path, *, counted: bool = True) -> tuple[Backup, ...]:
    """Return the backups of a store, the latest first.

    Parameters
    ----------
    store
        The file of the store.
    counted
        Open each, and count its sessions.
    """
    try:
        found = [one for path in folder(store).iterdir() if (one := _named(path, store, counted=counted))]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def _named(path: Path, store: Path, *, counted: bool) -> Backup | None:
    parts = _NAME.fullmatch(path.name)
    if parts is None or parts["stem"] != store.stem or parts["kind"] not in get_args(Kind):
        return None
    with suppress(ValueError):
        made = dt.datetime.strptime(parts["made"], _MADE).replace(tzinfo=dt.UTC)
        sessions = _counted(path) if counted and parts["kind"] != "damaged" else None
        return Backup(path, int(parts["number"]), made, parts["kind"], sessions)  # type: ignore[arg-type]
    return None


def _counted(path: Path) -> int | None:
    with suppress(sqlite3.Error, OSError), closing(_looked_at(path)) as connection:
        return _sessions(connection)
    return None


def due(store: Path, now: dt.datetime) -> bool:
    """Return whether no backup was made today of a store that holds a session."""
    latest = known(store, counted=False)[:1]
    today = now.astimezone(dt.UTC).date()
    return store.is_file() and bool(_counted(store)) and not (latest and latest[0].made.date() == today)


def make(store: Path, kind: Kind, *, now: dt.datetime | None = None) -> Backup:
    """Make a backup of a store as it is now, check it, and let those go that are too many.

    Raises
    ------
    StoreFailed
        When it cannot be made, or is not sound; the earlier ones stay.
    """
    moment = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    with _faults(store):
        path = named(store, kind, moment)
        part = path.with_suffix(".part")
        try:
            _copy(store, part)
            sessions = checked(part)
            _settle(part, path)
        finally:
            part.unlink(missing_ok=True)
        _let_go(store)
    return Backup(path, int(path.name.split("-")[-3]), moment, kind, sessions)


def named(store: Path, kind: Kind, moment: dt.datetime) -> Path:
    """Return the path of the next backup of a store; its folder is made, open to its owner only."""
    own_files.folder(folder(store))
    number = max((one.number for one in known(store, counted=False)), default=0) + 1
    return folder(store) / f"{store.stem}-{number:06d}-{moment.strftime(_MADE)}-{kind}.sqlite"


def _copy(store: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    own_files.made(part)  # SQLite fills an empty file, and leaves its rights as they are
    with closing(sqlite3.connect(_address(store, "rw"), uri=True, timeout=_PATIENCE)) as connection:
        connection.execute("VACUUM INTO ?;", (str(part),))


def checked(path: Path) -> int:
    """Return how many sessions a backup holds, after SQLite went through every page of it.

    Raises
    ------
    StoreFailed
        When anything is wrong with it.
    """
    with _faults(path), closing(_looked_at(path)) as connection:
        found = connection.execute("PRAGMA integrity_check(1);").fetchone()[0]
        if found != "ok":
            raise StoreFailed("backup_damaged", place=path.name, reason=found.splitlines()[0])
        version = connection.execute("SELECT max(number) FROM schema_version;").fetchone()[0]
        if not isinstance(version, int) or not 1 <= version <= schema.VERSION:
            raise StoreFailed("backup_damaged", place=path.name, reason=f"version {version}")
        return _sessions(connection)


def _sessions(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sessions;").fetchone()[0])


def without(store: Path, sessions: Collection[str]) -> None:
    """Take sessions out of every backup of a store; one that cannot be changed is removed whole.

    Raises
    ------
    StoreFailed
        When there is no room for it now; to be tried again.
    """
    with _faults(store):
        for one in known(store, counted=False):
            part = one.path.with_suffix(".part")
            try:
                if _is_in(one, sessions):
                    _cleared(one.path, part, sessions)
                    _settle(part, one.path)
            except (sqlite3.DatabaseError, StoreFailed) as error:
                told = error if isinstance(error, StoreFailed) else faults.of(error, _url(store))
                if told.key in (faults.FULL, faults.BUSY):
                    raise
                _removed(one.path)
            finally:
                part.unlink(missing_ok=True)


def _is_in(backup: Backup, sessions: Collection[str]) -> bool:
    """Whether any of the sessions is in it; of what cannot be asked it is supposed."""
    if backup.kind == "damaged":
        raise StoreFailed("backup_damaged", place=backup.path.name, reason="?")
    with closing(_looked_at(backup.path)) as connection:
        found = {row[0] for row in connection.execute("SELECT id FROM sessions;")}
    return bool(found & set(sessions))


def _cleared(path: Path, part: Path, sessions: Collection[str]) -> None:
    _copy(path, part)
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")
        connection.executemany("DELETE FROM sessions WHERE id = ?", [(one,) for one in sessions])
        connection.execute("VACUUM")
    checked(part)


def _let_go(store: Path) -> None:
    """Remove what is older than the last seven days on which any was made, and what was left half-made."""
    found = known(store, counted=False)
    days = list(dict.fromkeys(one.made.date() for one in found))[:DAYS]
    for place, one in enumerate(found):
        if one.made.date() not in days or place >= _MOST:
            _removed(one.path)
    for left in folder(store).glob(f"{store.stem}-*.part*"):
        left.unlink(missing_ok=True)


def _removed(path: Path) -> None:
    for ending in ("", *own_files.BESIDE):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _settle(part: Path, path: Path) -> None:
    """Give a finished file its name once it is on the disk."""
    own_files.narrow(part)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)


def _looked_at(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(_address(path, "ro"), uri=True, timeout=_PATIENCE)


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(path.absolute().as_posix())}?mode={mode}"


def _url(path: Path) -> sql.URL:
    return sql.URL.create("sqlite", database=str(path))


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    with faults.told(_url(path)):
        yield
