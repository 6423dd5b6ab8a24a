"""A backup takes the place of the store: checked before, and what is there now becomes a backup itself."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing, nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sql

from cx.errors import CxError, StoreFailed
from cx.records import Change
from cx.session import own_files
from cx.session.sessions import document, stored
from cx.session.store import Store, backups, database, faults, options, schema

_PATIENCE: Final = 10.0
_STEP: Final = 1_000
"""Added to revisions where those of the damaged store cannot be read: more than anybody's screen is ahead."""
_KEPT: Final = (options.OBSERVED, options.TO_WIPE)
"""What the store knows and no backup knows better."""


def restore(
    file: Path,
    backup: backups.Backup,
    *,
    live: Store | None = None,
    now: dt.datetime | None = None,
    who: str = "",
) -> int:
    """Put a backup in the place of the store; return how many sessions it holds.

    Every session gets a revision that is higher than the one it has now: whoever has it open is told what
    changed, as if somebody else had changed it, and overwrites nothing.

    Parameters
    ----------
    file
        The file of the store.
    backup
        One of :func:`cx.session.store.backups.known`.
    live
        The store, where it could be opened.

    Raises
    ------
    StoreFailed
        When the backup is not sound, there is no room, or another program holds the store; the store is as it
        was before.
    """
    moment = now or stored.moment_now()
    with faults.told(_url(file)):
        backups.checked(backup.path)
        work = backups.folder(file) / f"{file.stem}-restored.sqlite"
        try:
            _copied(backup.path, work)
            sessions = _prepared(work, backup, live, moment, who)
            with live.turn if live else nullcontext():
                _kept_aside(file, moment)
                _put_in_place(work, file, live)
        finally:
            for ending in ("", *own_files.BESIDE):
                work.with_name(work.name + ending).unlink(missing_ok=True)
    return sessions


def _copied(path: Path, work: Path) -> None:
    work.unlink(missing_ok=True)
    own_files.made(work)
    shutil.copyfile(path, work)


def _prepared(work: Path, backup: backups.Backup, live: Store | None, moment: dt.datetime, who: str) -> int:
    """Bring a copy of the backup up to today's version, and its sessions to revisions that nobody has."""
    known, kept = _of_live(live)
    made = database.open_store(str(_url(work)), backup=False)
    try:
        with made.begin() as connection:
            table = schema.sessions
            for id_ in kept.get(options.TO_WIPE) or ():  # removed for good, and not out of the backups yet
                connection.execute(sql.delete(table).where(table.c.id == id_))
            rows = connection.execute(sql.select(table.c.id, table.c.revision)).all()
            for row in rows:
                ahead = row.revision if known else row.revision + _STEP
                revision = max(row.revision, known.get(row.id, ahead)) + 1
                _renewed(connection, row.id, revision)
                values = {"made": backup.made.isoformat()}
                stored.note(connection, row.id, Change(revision, moment, who, "backup", values))
            for name in (options.OBSERVED, options.DELETED_SINCE, options.OVERDUE):
                options.write(connection, name, None)
            for name, value in kept.items():
                options.write(connection, name, value)
        made.pragma("wal_checkpoint(TRUNCATE)")
    finally:
        made.close()
    return len(rows)


def _of_live(live: Store | None) -> tuple[Mapping[str, int], Mapping[str, Any]]:
    """The revisions of today, and what no backup knows better; nothing where it cannot be read."""
    if live:
        with suppress(StoreFailed), live.read() as connection:
            table = schema.sessions
            found = connection.execute(sql.select(table.c.id, table.c.revision)).all()
            kept = {name: options.read(connection, name) for name in _KEPT}
            return {row.id: row.revision for row in found}, kept
    return {}, {}


def _renewed(connection: sql.Connection, session_id: str, revision: int) -> None:
    """Set the revision of a session, in its row and in its document, where that can be read."""
    table = schema.sessions
    written: dict[str, object] = {"revision": revision}
    text = connection.execute(sql.select(table.c.document).where(table.c.id == session_id)).scalar()
    with suppress(CxError, TypeError):
        written["document"] = document.written(replace(document.session_of(str(text)), revision=revision))
    connection.execute(sql.update(table).where(table.c.id == session_id).values(**written))


def _kept_aside(file: Path, moment: dt.datetime) -> None:
    """Keep the present store: as a backup, or its bytes where it is too damaged for one."""
    if not file.exists():
        return
    try:
        backups.make(file, "restore", now=moment)
    except StoreFailed as error:
        if error.key in (faults.FULL, faults.BUSY, faults.READONLY):
            raise
        aside = backups.named(file, "damaged", moment)
        for ending in ("", "-wal"):
            part = file.with_name(file.name + ending)
            if part.exists():
                _copied(part, aside.with_name(aside.name + ending))


def _put_in_place(work: Path, file: Path, live: Store | None) -> None:
    """Write the copy over the store, for everybody who has it open; a file that is no store is replaced."""
    try:
        _written_over(work, file, live)
    except (sqlite3.DatabaseError, StoreFailed) as error:
        known = error if isinstance(error, StoreFailed) else faults.of(error, _url(file))
        if known.key not in (faults.DAMAGED, faults.NO_STORE, faults.OTHER):
            raise
        if live:
            live.engine.dispose()
        for ending in own_files.BESIDE:
            file.with_name(file.name + ending).unlink(missing_ok=True)
        work.replace(file)
    own_files.made(file)


def _written_over(work: Path, file: Path, live: Store | None) -> None:
    deadline = time.monotonic() + _PATIENCE

    def stop(status: int, _left: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise StoreFailed(faults.BUSY, place=str(file), reason="locked")

    own_files.made(file)
    with closing(sqlite3.connect(work)) as source, closing(sqlite3.connect(file, timeout=0.2)) as target:
        target.execute("PRAGMA journal_mode=WAL")
        target.execute("PRAGMA synchronous=FULL")
        source.backup(target, pages=-1, progress=stop, sleep=0.1)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE);")
    if live:
        live.engine.dispose()


def _url(path: Path) -> sql.URL:
    return sql.URL.create("sqlite", database=str(path))
