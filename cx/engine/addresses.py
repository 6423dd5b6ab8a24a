"""Where a table in a database lies, as people type it: ``postgresql://host/database::schema.table``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from cx.errors import ArgumentError

_SCHEME = re.compile(r"[a-z][a-z0-9+]{1,30}://", re.IGNORECASE)
_PART = re.compile(r'"((?:[^"]|"")+)"|([^".]+)')
_SCHEMES = {"postgres": "postgresql", "postgresql+psycopg": "postgresql"}
FILES = "duckdb"
"""The scheme of a database that is a file of this machine."""
SETTINGS = frozenset(
    (
        "sslmode",
        "sslrootcert",
        "service",
        "connect_timeout",
        "application_name",
        "warehouse",
        "role",
        "dataset",
    )
)
"""What may stand behind ``?``: nothing by which somebody is let in."""


@dataclass(frozen=True)
class Address:
    """A table in a database; what lets somebody in is never part of it."""

    scheme: str
    """What kind of database: ``duckdb``, ``postgresql`` and others that Ibis opens."""
    url: str = field(repr=False)
    """The address without the table: it holds a person's name, and is not shown."""
    place: str
    """The host and the database's name; of a file its path."""
    table: tuple[str, ...]
    """Schema, where one was typed, and name."""

    @property
    def shown(self) -> str:
        """How screens, messages and results call it: host, database and table, no person."""
        return f"{self.place}::{'.'.join(self.table)}"

    @property
    def is_file(self) -> bool:
        """Whether it is a file of this machine."""
        return self.scheme == FILES


def address_in(value: str) -> Address | None:
    """Return the address that somebody typed; ``None`` where it is a path.

    Raises
    ------
    ArgumentError
        When it has no table, or something by which somebody is let in: that belongs in the environment, a
        service file or a keyring, where no list of commands and no log keeps it.

    Examples
    --------
    >>> address_in("postgresql://ann@db.example/crm::public.contacts").shown
    'db.example/crm::public.contacts'
    >>> address_in("duckdb:///data/crm.duckdb::contacts").place
    '/data/crm.duckdb'
    >>> address_in("contacts.csv")
    """
    begun = _SCHEME.match(value)
    if begun is None:
        return None
    before, colons, typed = value.rpartition("::")
    try:
        parts = urlsplit(before if colons else value)
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise ArgumentError("address_form", scheme=begun.group()) from error
    scheme = _SCHEMES.get(parts.scheme.lower(), parts.scheme.lower())
    place = _place(parts, scheme, port)
    _check(parts, place, scheme)
    table = _names(typed) if colons else ()
    if not table:
        raise ArgumentError("address_table", value=place)
    return Address(scheme, before, place, table)


def _place(parts: SplitResult, scheme: str, port: str) -> str:
    path = unquote(parts.path)
    if scheme == FILES:
        return path[1:] if re.match(r"/[A-Za-z]:", path) else path
    return f"{parts.hostname or ''}{port}{path}".strip("/") or scheme


def _check(parts: SplitResult, place: str, scheme: str) -> None:
    if parts.password is not None:
        raise ArgumentError("address_password", value=place)
    if scheme != FILES and "@" in f"{parts.path}{parts.query}{parts.fragment}":
        # a password with a sign that ends the host's part: what seems to be the place is a piece of it
        raise ArgumentError("address_password", value=scheme)
    for name, _ in parse_qsl(parts.query, keep_blank_values=True):
        if name.lower() not in SETTINGS:
            raise ArgumentError(
                "address_setting", value=place, name=name[:40], known=", ".join(sorted(SETTINGS))
            )


def _names(typed: str) -> tuple[str, ...]:
    """The parts of a table's name; one in double quotes may hold a dot."""
    found, at = [], 0
    while at < len(typed):
        part = _PART.match(typed, at)
        if part is None:
            return ()
        found.append(part[1].replace('""', '"') if part[1] else part[2].strip())
        at = part.end()
        if at < len(typed):
            if typed[at] != ".":
                return ()
            at += 1
    return tuple(found) if all(found) and not typed.endswith(".") else ()
