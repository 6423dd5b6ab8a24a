"""Empty databases of a PostgreSQL server, made while tests run."""

import itertools
from contextlib import closing, suppress

import sqlalchemy as sql

from cx.session.store import database, postgresql, schema

_NUMBERS = itertools.count(1)
_TRIES = 5


def new_database(server):
    """Return the address of a new database.

    The program waits some seconds for an answer; on a very busy machine that may take longer.
    """
    engine = postgresql.engine(sql.make_url(server.address()))
    for name in map("test{}".format, itertools.islice(_NUMBERS, _TRIES)):
        with suppress(sql.exc.OperationalError):
            _make(engine, name)
            break
    engine.dispose()
    return server.address(name)


def _make(engine, name):
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")


class Emptied:
    """One database with the tables of a store, emptied for each test: making it takes longer than most.

    Parameters
    ----------
    server
        The server that it lies on.
    """

    def __init__(self, server):
        self.server = server
        self._engine = None

    def address(self):
        """Return its address, with nothing in it; a new one where a test left it in another state."""
        if self._engine is None or not self._emptied():
            self.close()
            self._address = new_database(self.server)
            with closing(database.open_store(self._address)):
                self._engine = postgresql.engine(sql.make_url(self._address))
        return self._address

    def _emptied(self):
        tables = {table.name for table in schema.metadata.sorted_tables}
        try:
            with self._engine.begin() as connection:
                if set(sql.inspect(connection).get_table_names()) != tables:
                    return False
                if connection.scalars(sql.select(schema.versions.c.number)).all() != [schema.VERSION]:
                    return False
                connection.exec_driver_sql("SET LOCAL lock_timeout = '2s'")
                holding = ", ".join(sorted(tables - {schema.versions.name}))
                connection.exec_driver_sql(f"TRUNCATE {holding} RESTART IDENTITY")
        except Exception:  # noqa: BLE001 - whatever it is: another one is made
            return False
        return True

    def close(self):
        """Let go of it."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
