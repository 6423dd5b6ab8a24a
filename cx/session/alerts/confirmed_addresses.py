"""Which addresses a person on this machine has confirmed, session by session.

A host alone would not do: a chat's host is everybody's, and the address in somebody else's file may lead into
a channel of his on the same host.
"""

from __future__ import annotations

import hashlib
import platform
from contextlib import suppress
from pathlib import Path
from typing import Final

import sqlalchemy as sql

from cx.records import Change
from cx.session.outwards import WebAddress
from cx.session.sessions import stored
from cx.session.store import Store, confirmations

_MACHINE_ID: Final = Path("/etc/machine-id")


def confirm(store: Store, session_id: str, address: WebAddress, *, who: str = "") -> None:
    """Note that a person on this machine lets a session send to an address; its history says so."""
    moment = stored.moment_now()
    values = {"session_id": session_id, "address": address.digest, "machine": this_machine()}
    values |= {"host": address.place, "moment": moment.isoformat(), "who": who}
    revision = stored.revision(store, session_id) or 1
    with store.begin() as connection:
        connection.execute(sql.insert(confirmations).values(**values))
        stored.note(connection, session_id, Change(revision, moment, who, "confirmed"))


def of_session(store: Store, session_id: str) -> frozenset[str]:
    """Return the digests of the addresses that were confirmed for a session, on this machine."""
    table = confirmations
    where = (table.c.session_id == session_id) & (table.c.machine == this_machine())
    with store.read() as connection:
        return frozenset(connection.execute(sql.select(table.c.address).where(where)).scalars())


def this_machine() -> str:
    """Return what tells this machine from another, as a digest."""
    number = ""
    with suppress(OSError):  # only Linux has one, and not everywhere
        number = _MACHINE_ID.read_text(encoding="ascii", errors="replace").strip()
    return hashlib.sha256(f"{platform.node()}\n{number}".encode()).hexdigest()
