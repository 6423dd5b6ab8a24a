"""A whole session as one file, to be moved or kept elsewhere: with its votes and its history."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import sqlalchemy as sql

from cx.errors import UnreadableFile
from cx.records import Change, Session
from cx.session import codec, document, schema, sessions
from cx.session.store import Store

ENDING: Final = "cxsession"
_ROUND: Final = ("kind", "state", "opened", "closed", "expires", "question")
_BALLOT: Final = ("name", "choices", "created", "changed")


def exported(store: Store, session_id: str) -> str:
    """Return the file of a session, as text: a JSON document with the version of its form.

    Raises
    ------
    SessionGone
        When there is none with that id.
    """
    session, history = sessions.load(store, session_id), sessions.history(store, session_id)
    return document.written(session, history=codec.plain(history), rounds=_rounds(store, session_id))


def imported(store: Store, text: str, *, name: str, who: str = "") -> Session:
    """Keep the session of a file beside those that are there; return it.

    It is a session of its own, also where the one that it was exported from is there still.

    Raises
    ------
    UnreadableFile
        When the file is no session, or damaged.
    StoreRefused
        When a newer version of the program wrote it.
    """
    parts = document.opened(text, name=name)
    read = document.session_of(text, name=name)
    session = replace(read, id=secrets.token_hex(16), deleted=None, archived=False)
    try:
        history = codec.value(parts.get("history", []), tuple[Change, ...])
        rounds = [_checked(one) for one in parts.get("rounds", [])]
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise UnreadableFile("session_damaged", file=name) from error
    _keep(store, session, history, rounds)
    with store.begin() as connection:
        moment = sessions.moment_now()
        sessions.note(connection, session.id, Change(session.revision, moment, who, "imported"))
    return session


def _rounds(store: Store, session_id: str) -> list[dict[str, object]]:
    """The rounds with their ballots; neither codes nor tokens leave the store."""
    rounds, ballots = schema.rounds, schema.ballots
    with store.begin() as connection:
        found = connection.execute(sql.select(rounds).where(rounds.c.session_id == session_id)).mappings()
        return [
            {**_part(one, _ROUND), "ballots": _ballots(connection, one["id"], ballots)} for one in found.all()
        ]


def _ballots(connection: sql.Connection, round_id: str, ballots: sql.Table) -> list[dict[str, object]]:
    query = sql.select(ballots).where(ballots.c.round_id == round_id).order_by(ballots.c.id)
    return [_part(one, _BALLOT) for one in connection.execute(query).mappings().all()]


def _part(row: Mapping[Any, Any], names: tuple[str, ...]) -> dict[str, object]:
    return {name: row[name] for name in names}


def _checked(data: Mapping[str, Any]) -> dict[str, Any]:
    """A round of a file; a :class:`ValueError` where it is none. An open one is closed: its code is gone."""
    found = {name: codec.value(data[name], str | None if name == "closed" else str) for name in _ROUND}
    json.loads(found["question"])
    state = "closed" if found["state"] == "open" else found["state"]
    ballots = [{name: codec.value(one[name], str) for name in _BALLOT} for one in data.get("ballots", [])]
    for ballot in ballots:
        json.loads(ballot["choices"])
    return {**found, "state": state, "ballots": ballots}


def _keep(store: Store, session: Session, history: tuple[Change, ...], rounds: list[dict[str, Any]]) -> None:
    with store.begin() as connection:
        connection.execute(sql.insert(schema.sessions).values(**sessions.row(session)))
        for change in history:
            sessions.note(connection, session.id, change)
        for one in rounds:
            _keep_round(connection, session.id, one)


def _keep_round(connection: sql.Connection, session_id: str, one: dict[str, Any]) -> None:
    id_ = secrets.token_hex(16)
    values = {name: one[name] for name in _ROUND}
    connection.execute(sql.insert(schema.rounds).values(id=id_, session_id=session_id, **values))
    for ballot in one["ballots"]:
        token = secrets.token_hex(32)
        connection.execute(sql.insert(schema.ballots).values(round_id=id_, token_hash=token, **ballot))
