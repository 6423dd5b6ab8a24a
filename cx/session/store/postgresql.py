"""PostgreSQL as the store: the driver, who is let in, and connections that are looked at before use.

The driver reads no environment. What people know of PostgreSQL's own programs is read here: ``PGHOST``,
``PGPORT``, ``PGUSER``, ``PGDATABASE``, ``PGPASSWORD``, ``PGSSLMODE``, ``PGSSLROOTCERT``, a service file
(``PGSERVICE``, ``PGSERVICEFILE``) and a file of passwords (``PGPASSFILE``). So no address has to hold a
password.
"""

from __future__ import annotations

import configparser
import contextlib
import getpass
import os
import re
import ssl
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sql
from sqlalchemy import event

from cx.errors import StoreRefused

FAMILY: Final = "postgresql"
DRIVER: Final = "postgresql+pg8000"
"""What an address that names no driver gets; ``run.py --with postgres`` installs it."""
_SECONDS: Final = 10.0
"""How long an answer of the database may take."""
_TURN: Final = 0x63782D696D
"""The number of the lock under which tables are made; any number that nobody else takes would do."""
_VARIABLES: Final = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "dbname": "PGDATABASE",
    "password": "PGPASSWORD",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}
_OPTIONS: Final = ("service", *(name for name in _VARIABLES if name != "password"))
"""What an address may hold behind its question mark; one that it does not know would have no effect."""
_SSL_MODES: Final = ("disable", "prefer", "require", "verify-ca", "verify-full")


def engine(url: sql.URL, environment: Mapping[str, str] | None = None) -> sql.Engine:
    """Return the engine of a PostgreSQL database; nothing is connected yet.

    Parameters
    ----------
    url
        Its address. One that names another driver is left as it is.
    environment
        Where what the address leaves out is looked up.

    Raises
    ------
    StoreRefused
        When the driver is not installed, or the service or the way of encryption is not known.
    """
    try:
        if url.drivername not in (FAMILY, DRIVER):
            made = sql.create_engine(url, hide_parameters=True)
        else:
            known = parts(url, os.environ if environment is None else environment)
            # The password is no part of the engine's address, which messages and logs may show.
            made = sql.create_engine(
                _address(known), connect_args=_arguments(known), hide_parameters=True, client_encoding="utf8"
            )
    except (ModuleNotFoundError, sql.exc.NoSuchModuleError) as error:
        raise StoreRefused("store_no_driver") from error
    made.dialect.do_close = _quietly(made.dialect.do_close)  # type: ignore[assignment]  # of this engine alone
    event.listen(made, "do_connect", _connected)
    event.listen(made, "checkout", _look_at)
    event.listen(made, "handle_error", _broken, retval=True)
    return made


def parts(url: sql.URL, environment: Mapping[str, str]) -> dict[str, str]:
    """Return host, port, user, dbname, password and sslmode: of the address, the service, the environment.

    Raises
    ------
    StoreRefused
        When the address names a service that no file holds, or has an option that is not known.
    """
    for option in url.query:
        if option not in _OPTIONS:
            raise StoreRefused("store_option", option=option, known=", ".join(_OPTIONS))
    own = {"host": url.host, "port": url.port, "user": url.username, "dbname": url.database}
    given = {**own, "password": url.password, **url.query}
    said = {name: str(value) for name, value in given.items() if value}
    service = said.pop("service", environment.get("PGSERVICE", ""))
    around = {name: environment[key] for name, key in _VARIABLES.items() if environment.get(key)}
    found = {"host": "localhost", "port": "5432", **around, **_service(service, environment), **said}
    found.setdefault("user", _user())
    found.setdefault("dbname", found["user"])
    if "password" not in found and (password := _kept_password(found, environment)):
        found["password"] = password
    return found


def take_turn(connection: sql.Connection) -> None:
    """Wait until no other server makes or changes the tables; it ends with the transaction."""
    connection.execute(sql.select(sql.func.pg_advisory_xact_lock(_TURN)))


def _address(known: Mapping[str, str]) -> sql.URL:
    return sql.URL.create(
        DRIVER,
        username=known["user"],
        host=None if known["host"].startswith("/") else known["host"],
        port=int(known["port"]) if known["port"].isdecimal() else None,
        database=known["dbname"],
    )


def _arguments(known: Mapping[str, str]) -> dict[str, Any]:
    """What is told to the driver beside the address."""
    given: dict[str, Any] = {"timeout": _SECONDS, "application_name": "cx-impact-matrix"}
    given |= {"ssl_context": _encryption(known)}
    # None at all, where the server asks for one, is what the driver trips over; an empty one is refused.
    given["password"] = known.get("password", "")
    if known["host"].startswith("/"):  # a folder with the socket, as PostgreSQL's own programs take it
        given |= {"unix_sock": f"{known['host']}/.s.PGSQL.{known['port']}", "ssl_context": False}
    return given


def _encryption(known: Mapping[str, str]) -> ssl.SSLContext | bool | None:
    """``None``: where the server offers it; ``False``: never; else what the certificate has to be."""
    mode = known.get("sslmode", "prefer")
    if mode not in _SSL_MODES:
        raise StoreRefused("store_sslmode", mode=mode, known=", ".join(_SSL_MODES))
    if mode in ("disable", "prefer"):
        return False if mode == "disable" else None
    if mode == "require":
        return True
    context = ssl.create_default_context(cafile=known.get("sslrootcert") or None)
    context.check_hostname = mode == "verify-full"
    return context


def _service(name: str, environment: Mapping[str, str]) -> dict[str, str]:
    if not name:
        return {}
    file = environment.get("PGSERVICEFILE") or _home(environment) / ".pg_service.conf"
    read = configparser.ConfigParser(interpolation=None)
    try:
        read.read(file, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        read.clear()
    if not read.has_section(name):
        raise StoreRefused("store_no_service", service=name, file=str(file))
    return dict(read.items(name))


def _kept_password(known: Mapping[str, str], environment: Mapping[str, str]) -> str:
    """The password of a line ``host:port:database:user:password`` that fits; ``*`` fits all."""
    file = Path(environment.get("PGPASSFILE") or _home(environment) / ".pgpass")
    asked = [known[name] for name in ("host", "port", "dbname", "user")]
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    for line in lines:
        fields = [re.sub(r"\\(.)", r"\1", part) for part in re.split(r"(?<!\\):", line, maxsplit=4)]
        if len(fields) == len(asked) + 1 and not line.startswith("#"):
            *where, password = fields
            if all(field in ("*", one) for field, one in zip(where, asked, strict=True)):
                return password
    return ""


def _home(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return FAMILY


def _quietly(close: Callable[[Any], None]) -> Callable[[Any], None]:
    """Close a connection; to one that is gone already there is nothing to say."""

    def closed(connection: Any) -> None:  # noqa: ANN401 - the driver's own types
        with contextlib.suppress(Exception):
            close(connection)

    return closed


def _connected(dialect: Any, _record: Any, given: Any, named: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's own types
    """Connect; what trips the driver (another program answers there) is a fault of the database too."""
    try:
        return dialect.connect(*given, **named)
    except (OSError, dialect.loaded_dbapi.Error):
        raise
    except Exception as error:
        raise dialect.loaded_dbapi.InterfaceError(type(error).__name__) from error


def _look_at(connection: Any, _record: Any, _proxy: Any) -> None:  # noqa: ANN401 - the driver's own types
    """Ask a connection for a sign of life: the database may have been restarted since it was used."""
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT 1")
        cursor.fetchall()
        cursor.close()
        connection.rollback()
    except Exception as error:  # whatever a driver makes of a connection that is gone
        raise sql.exc.DisconnectionError from error


def _broken(context: Any) -> Exception | None:  # noqa: ANN401 - SQLAlchemy's own type
    """A connection that breaks is a fault of the database, also where the driver lets through what it met.

    A server that is stopped says so (57P01 to 57P03) before it goes; the driver's library knows that as any
    other mistake.
    """
    met = context.original_exception
    code = met.args[0].get("C", "") if met.args and isinstance(met.args[0], dict) else ""
    if code.startswith(("57P", "08")):
        context.is_disconnect = True
    if not isinstance(met, OSError):
        return None
    context.is_disconnect = True
    return sql.exc.OperationalError(context.statement, None, met, hide_parameters=True)
