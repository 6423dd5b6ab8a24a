"""A connection that reads: through Ibis, without a password of ours, for one question."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from cx.engine.addresses import Address
from cx.engine.warehouse.faults import said
from cx.engine.warehouse.waiting import made
from cx.errors import ArgumentError
from cx.process import Beat

Connection = Any
"""A connection of Ibis, which tells no types."""
_SECONDS_TO_ANSWER = 15
_SECONDS_TO_CANCEL = 5.0
Driver = Any
"""A connection of a database's own driver."""
POSTGRES = "postgres"
SPARK = "pyspark"
_SETTINGS = {
    "default_transaction_read_only": "on",
    "timezone": "UTC",
    "work_mem": "256MB",
    # What is made within a query has no statistics: loops within loops take hours where a join takes seconds.
    "enable_nestloop": "off",
}
_BACKENDS = {"postgresql": POSTGRES}


@contextlib.contextmanager
def opened(address: Address, seconds: float, beat: Beat | None = None) -> Iterator[Connection]:
    """Open a connection of Ibis that runs nothing but reads, and close it with the block.

    Parameters
    ----------
    address
        Where; who may come in is known from the environment (``PGPASSWORD``, a service file) or a keyring
        that the database's own driver asks.
    seconds
        What one statement may take.
    beat
        Called while the database is waited for; what it raises ends the waiting.

    Raises
    ------
    ArgumentError
        When Ibis, or its driver for this kind of database, is not installed.
    UnreadableFile
        When the database does not let us in, or does not answer.

    Notes
    -----
    PostgreSQL is told to refuse writes, and answers all queries of one question from one moment. Of other
    kinds Ibis knows no such setting: there nothing but a SELECT is sent.
    """
    try:
        import ibis
    except ImportError as error:
        raise ArgumentError("warehouse_missing") from error
    backend = _BACKENDS.get(address.scheme, address.scheme)
    try:
        connection = made(lambda: ibis.connect(address.url, **_told(backend, seconds)), beat, _closed)
    except ImportError as error:
        raise ArgumentError("warehouse_driver", scheme=address.scheme) from error
    except Exception as error:
        raise said(error, address) from error
    try:
        if backend == POSTGRES:
            _read_only(connection.con)
        yield connection
    finally:
        if backend != SPARK:  # its session is this process's own, with whatever else it holds
            _closed(connection)


def cancelled(connection: Connection) -> None:
    """End the query that a connection waits for, in the database too."""
    cancel = getattr(connection.con, "cancel_safe", None)
    if cancel is not None:
        with contextlib.suppress(Exception):  # what is lost already need not be ended
            cancel(timeout=_SECONDS_TO_CANCEL)


def _closed(connection: Connection) -> None:
    with contextlib.suppress(Exception):  # what is lost already need not be closed
        connection.disconnect()


def _told(backend: str, seconds: float) -> dict[str, Any]:
    if backend != POSTGRES:
        return {}
    settings = {"statement_timeout": max(1, round(1_000 * seconds)), **_SETTINGS}
    return {
        "options": " ".join(f"-c {name}={value}" for name, value in settings.items()),
        "connect_timeout": _SECONDS_TO_ANSWER,
        "application_name": "cx-impact-matrix",
        "autocommit": False,
        "keepalives_idle": _SECONDS_TO_ANSWER,
        "keepalives_interval": 5,
        "keepalives_count": 3,
    }


def _read_only(driver: Driver) -> None:
    import psycopg

    driver.rollback()
    driver.read_only = True
    driver.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
