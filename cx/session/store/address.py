"""The address of the database: read, refused where a password stands in it, told by host and name only."""

from __future__ import annotations

import re
from typing import Final

import sqlalchemy as sql

from cx.errors import StoreRefused

_HIDDEN: Final = re.compile("passw|pwd|^pass$|secret")
"""What the names of options that hold one have in them: ``password``, ``sslpassword``, ``pwd``."""
_INSIDE: Final = re.compile(r"passw(or)?d\s*=|://[^/]*:[^/]*@")
"""One inside the value of an option: a whole address, or a list of its parts."""


def read(url: str) -> sql.URL:
    """Return the address of a database, taken apart.

    Raises
    ------
    StoreRefused
        When it is none, or a password stands in it: what is in an address is read by whoever sees the
        environment, a log or a list of processes. The message has the host and the name only.
    """
    try:
        found = sql.make_url(url)
    except (sql.exc.ArgumentError, ValueError) as error:
        raise StoreRefused("store_address") from _without_address(error)
    if _holds_password(found):
        # One with an @ in it is cut at that sign, and its end looks like the host's beginning.
        raise StoreRefused("store_password", place=place(found).rpartition("@")[2])
    return found


def _holds_password(url: sql.URL) -> bool:
    """Whether one stands at its place, behind a user's name with its colon encoded, or in an option."""
    options = [(name, one) for name, given in url.normalized_query.items() for one in given]
    users = [url.username or "", *(one for name, one in options if name == "user")]
    return (
        url.password is not None
        or any(":" in one for one in users)
        or any(_HIDDEN.search(name.lower()) or _INSIDE.search(one.lower()) for name, one in options)
    )


def place(url: sql.URL) -> str:
    """Return what people are told of where sessions lie: the file, or the host and the database's name.

    Examples
    --------
    >>> place(sql.make_url("postgresql://anna@db.example:5433/cx?sslmode=require"))
    'db.example:5433/cx'
    >>> place(sql.make_url("sqlite:////srv/cx/sessions.sqlite"))
    '/srv/cx/sessions.sqlite'
    """
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    host = f"[{url.host}]" if ":" in (url.host or "") else url.host or ""
    return f"{host}:{url.port}/{url.database or ''}" if url.port else f"{host}/{url.database or ''}"


def reason(cause: object, url: sql.URL) -> str:
    """Return why a database cannot be used; of one on a server the kind alone: its words name the user."""
    if url.get_backend_name() == "sqlite":
        return str(cause)
    told = getattr(cause, "args", ())
    state = getattr(cause, "sqlstate", None)
    if told and isinstance(told[0], dict):  # pg8000 tells the parts of a message by their letters
        state = state or told[0].get("C")
    return " ".join(part for part in (type(cause).__name__, state) if part)


def _without_address(error: Exception) -> Exception:
    """The error without its words, which may repeat the address."""
    return type(error)()
