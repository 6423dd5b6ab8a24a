"""What was removed for good is gone everywhere: from the store, from the log beside it, from its backups."""

from __future__ import annotations

import sqlalchemy as sql

from cx.session.store import backups, options
from cx.session.store.database import Store


def noted(connection: sql.Connection, *sessions: str) -> None:
    """Note, in the transaction that removes them, that nothing of sessions may be left anywhere."""
    before = options.names(connection, options.TO_WIPE)
    options.write(connection, options.TO_WIPE, sorted({*before, *sessions}))


def wipe(store: Store) -> bool:
    """Take what was removed out of log and backups; return whether nothing of it is left.

    What cannot be done now (somebody reads an old state, no room) stays noted, for the next time.

    Raises
    ------
    StoreFailed
        When backups cannot be written now.
    """
    with store.read() as connection:
        sessions = options.names(connection, options.TO_WIPE)
    if sessions and store.file:
        backups.without(store.file, sessions)
    if not emptied(store):
        return False
    if sessions:
        with store.begin() as connection:
            left = set(options.names(connection, options.TO_WIPE)) - set(sessions)
            options.write(connection, options.TO_WIPE, sorted(left))
    return True


def emptied(store: Store) -> bool:
    """Bring the log into the database and empty it; return whether it is empty: who reads it, holds it.

    On a server there is no log of ours to empty.
    """
    if not store.file:
        return True
    busy, _, _ = store.pragma("wal_checkpoint(TRUNCATE)")
    return not busy
