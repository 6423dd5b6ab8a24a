"""One small way to the database: where it is, how it is opened, and what one transaction is."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import event

from cx.errors import StoreFailed, StoreRefused
from cx.session import own_files
from cx.session.store import (  # noqa: F401 - two of them are tables, made with the others
    address,
    backups,
    confirmation_table,
    faults,
    guess_table,
    postgresql,
    refused_signs,
    upgrades,
)

_PATIENCE = 10.0
"""Seconds that a writer waits for others, before he is told that the database is locked."""
_IMPATIENCE = 0.25
"""Seconds that he waits while it was locked the last time: a page that asks again stands still no more."""
_READING = "cx_reading"
_WAIT = "cx_wait"
_FILE = "cx_file"


@dataclass(frozen=True)
class Store:
    """A database that holds sessions, rounds and ballots."""

    engine: sql.Engine = field(repr=False)
    turn: threading.Lock = field(default_factory=threading.Lock, compare=False, repr=False)
    """Held by the thread that writes: SQLite lets those that wait for it starve where many do."""
    locked: threading.Event = field(default_factory=threading.Event, compare=False, repr=False)
    """Set while another program's lock was met the last time."""
    closed: threading.Event = field(default_factory=threading.Event, compare=False, repr=False)
    """Set when the store was let go of; who works by the clock ends with it."""

    @property
    def file(self) -> Path | None:
        """The file in which the store lies; ``None`` on a server."""
        return own_files.of_store(self.engine.url)

    @contextmanager
    def begin(self) -> Iterator[sql.Connection]:
        """Run one transaction: all of it is kept at its end, or nothing.

        Raises
        ------
        StoreFailed
            When the database cannot take it, or another version of the program has changed its tables since
            it was opened; nothing of it is kept.
        """
        with self.writing() as connection:
            upgrades.expect_today(connection, faults.where(self.engine.url))
            yield connection

    @contextmanager
    def read(self) -> Iterator[sql.Connection]:
        """Look at one state of the database; nobody who writes is waited for. Raises as :meth:`begin`."""
        with self.reading() as connection:
            upgrades.expect_today(connection, faults.where(self.engine.url))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sql.Connection]:
        """As :meth:`begin`, whichever version the tables have: for who makes them."""
        with self._alone() as wait, faults.told(self.engine.url), self._connected() as plain:
            connection = plain.execution_options(**{_WAIT: wait})
            with connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[sql.Connection]:
        """As :meth:`read`, whichever version the tables have."""
        with faults.told(self.engine.url), self._connected() as plain:
            connection = plain.execution_options(**{_READING: True, _WAIT: _PATIENCE})
            with connection.begin():
                yield connection

    def pragma(self, words: str) -> tuple[Any, ...]:
        """Return the answer of SQLite to a pragma outside of any transaction, nobody waited for."""
        with faults.told(self.engine.url), closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA busy_timeout=0")
            found: tuple[Any, ...] = cursor.execute(f"PRAGMA {words}").fetchone()
            cursor.close()
        return found

    def _connected(self) -> sql.Connection:
        """A connection to the file that is there now; a new file would look like one without sessions."""
        if self.file and own_files.identity(self.file) is None:
            raise StoreFailed(faults.GONE, place=faults.where(self.engine.url))
        return self.engine.connect()

    @contextmanager
    def _alone(self) -> Iterator[float]:
        """Be the one thread that writes; yield how long the database's own lock may be waited for."""
        wait = _IMPATIENCE if self.locked.is_set() else _PATIENCE
        if not self.turn.acquire(timeout=wait):
            raise StoreFailed(faults.BUSY, place=faults.where(self.engine.url), reason="turn")
        try:
            yield wait
        except StoreFailed as error:
            if error.key == faults.BUSY:
                self.locked.set()
            raise
        else:
            self.locked.clear()
        finally:
            self.turn.release()

    def close(self) -> None:
        """Let go of the database."""
        self.closed.set()
        self.engine.dispose()


def open_store(url: str, *, now: dt.datetime | None = None, backup: bool = True) -> Store:
    """Return the store at a database's address, its tables made or brought up to today's version.

    Before an older version is brought up, a backup of it is made, where it is a file.

    Raises
    ------
    StoreRefused
        When a newer version of the program wrote it, or none that this one knows; its driver is not there, or
        its address is none or holds a password.
    StoreFailed
        When it cannot be opened: what it is stands in the message.
    """
    engine = _engine(address.read(url))
    store = Store(engine)
    try:
        with faults.told(engine.url):
            if store.file:
                own_files.made(store.file)
            _bring_up(store, now, backup=backup)
    except Exception:
        engine.dispose()
        raise
    return store


def _engine(known: sql.URL) -> sql.Engine:
    if known.get_backend_name() == postgresql.FAMILY:
        engine = postgresql.engine(known)
    elif known.get_backend_name() != "sqlite":
        raise StoreRefused("store_address")
    else:
        engine = sql.create_engine(known, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        _watch_file(engine)
        event.listen(engine, "begin", _begin)
    refused_signs.watch(engine)
    return engine


def _bring_up(store: Store, now: dt.datetime | None, *, backup: bool) -> None:
    """Make or upgrade the tables; a store of today's version is only looked at, so that no lock is met."""
    with store.reading() as connection:
        _take_turn(connection)
        found = upgrades.version(connection)
        if upgrades.is_whole(connection, found):
            return
    if found is not None and backup and store.file:
        backups.make(store.file, "upgrade", now=now)
    with store.writing() as connection:
        _take_turn(connection)
        upgrades.bring_up(connection)


def _take_turn(connection: sql.Connection) -> None:
    """Let no other server make the tables meanwhile, or look at those that are half made."""
    if connection.dialect.name == postgresql.FAMILY:
        postgresql.take_turn(connection)


def _prepare_sqlite(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own types
    """Changes are on the disk when they are acknowledged; what is deleted is overwritten."""
    connection.isolation_level = None
    # A sign that a damaged page broke costs that sign; the row, and the list that it stands in, can be read.
    connection.text_factory = _text
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={round(1000 * _PATIENCE)}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _watch_file(engine: sql.Engine) -> None:
    """Leave connections to a file that was removed or replaced: what they write is gone."""
    file = own_files.of_store(engine.url)
    if file is None:
        return

    def note(_connection: Any, record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own types
        record.info[_FILE] = own_files.identity(file)

    def compare(_connection: Any, record: Any, _proxy: Any) -> None:  # noqa: ANN401 - as above
        if record.info.get(_FILE) != own_files.identity(file):
            raise sql.exc.DisconnectionError

    event.listen(engine, "connect", note)
    event.listen(engine, "checkout", compare)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _begin(connection: sql.Connection) -> None:
    """Who writes asks for it at once; asked for later, SQLite may refuse it in the middle."""
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA busy_timeout={round(1000 * options.get(_WAIT, _PATIENCE))}")
    connection.exec_driver_sql("BEGIN;" if options.get(_READING, False) else "BEGIN IMMEDIATE;")
