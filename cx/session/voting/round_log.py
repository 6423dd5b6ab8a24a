"""What was done to a round, in the history of its session."""

from __future__ import annotations

from typing import Literal

import sqlalchemy as sql

from cx.records import Change
from cx.records.session import Round
from cx.session.sessions import stored
from cx.session.store import Store, schema

Done = Literal[
    "opened",
    "closed",
    "reopened",
    "revealed",
    "taken_back",
    "discarded",
    "door_closed",
    "door_opened",
    "recoded",
]


def noted(store: Store, asked: Round, done: Done, *, who: str = "") -> None:
    """Write in the history of a session what was done to one of its rounds; never what was voted."""
    table = schema.sessions
    query = sql.select(table.c.revision).where(table.c.id == asked.session_id)
    with store.begin() as connection:
        revision = connection.execute(query).scalar()
        if revision is not None:
            moment = stored.next_moment(connection, asked.session_id)
            change = Change(revision, moment, who, f"round.{done}", {"round": asked.kind})
            stored.note(connection, asked.session_id, change)
