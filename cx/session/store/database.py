"""One small way to the database: where it is, how it is opened, and what one transaction is."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sql
from sqlalchemy import event

from cx.errors import StoreRefused
from cx.session.store import address, confirmation_table, guess_table, upgrades  # noqa: F401 - two are tables

_BUSY_MILLISECONDS = 10_000
_READING = "cx_reading"


@dataclass(frozen=True)
class Store:
    """A database that holds sessions, rounds and ballots."""

    engine: sql.Engine = field(repr=False)
    turn: threading.Lock = field(default_factory=threading.Lock, compare=False, repr=False)
    """Held by the thread that writes: SQLite lets those that wait for it starve where many do."""

    @contextmanager
    def begin(self) -> Iterator[sql.Connection]:
        """Run one transaction: all of it is kept at its end, or nothing."""
        with self.turn, self.engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[sql.Connection]:
        """Look at one state of the database; nobody who writes is waited for."""
        with self.engine.connect() as plain:
            connection = plain.execution_options(**{_READING: True})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """Return the store at a database's address, its tables made or brought up to today's version.

    Raises
    ------
    StoreRefused
        When a newer version of the program wrote it, it cannot be opened, its driver is not there, or its
        address is none or holds a password.
    """
    engine = _engine(address.read(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            upgrades.bring_up(connection)
    except sql.exc.DBAPIError as error:
        engine.dispose()
        why = address.reason(error, engine.url)
        raise StoreRefused("store_unreadable", place=address.place(engine.url), reason=why) from error
    except StoreRefused:
        engine.dispose()
        raise
    return Store(engine)


def _engine(url: sql.URL) -> sql.Engine:
    """The way to a database; what is written there stands in no message and no log of it."""
    try:
        more = address.password(url, os.environ)
        return sql.create_engine(url, connect_args=more, hide_parameters=True)
    except (sql.exc.ArgumentError, ImportError) as error:
        raise StoreRefused("store_driver", place=address.place(url), driver=url.drivername) from error


def _prepare_sqlite(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own types
    """Changes are on the disk when they are acknowledged; what is deleted is overwritten."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _begin(connection: sql.Connection) -> None:
    """Who writes asks for it at once; asked for later, SQLite may refuse it in the middle."""
    reading = connection.get_execution_options().get(_READING, False)
    connection.exec_driver_sql("BEGIN;" if reading else "BEGIN IMMEDIATE;")
