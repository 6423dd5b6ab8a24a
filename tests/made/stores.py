"""Empty databases of a PostgreSQL server, made while tests run."""

import itertools

import sqlalchemy as sql

from cx.session.store import postgresql

_NUMBERS = itertools.count(1)


def new_database(server):
    """Return the address of a new database."""
    name = f"test{next(_NUMBERS)}"
    engine = postgresql.engine(sql.make_url(server.address()))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return server.address(name)
