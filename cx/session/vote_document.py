"""The votes of a session as a document: for its file, and for a copy of it.

Codes and tokens stay behind: in a copy nobody can join, and nobody can be told apart from what was typed.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sql

from cx.session import codes, rounds
from cx.session.schema import ballots
from cx.session.schema import rounds as rounds_table
from cx.session.store import Store


def documents(store: Store, session_id: str) -> list[dict[str, object]]:
    """Return the rounds of a session with their ballots, as JSON holds them."""
    with store.begin() as connection:
        chosen = sql.select(rounds_table).where(rounds_table.c.session_id == session_id)
        found = [rounds.from_row(row) for row in connection.execute(chosen.order_by(rounds_table.c.opened))]
        return [
            {
                "kind": asked.kind,
                "state": "revealed" if asked.state == "revealed" else "closed",
                "opened": rounds.text_of(asked.opened),
                "closed": rounds.text_of(asked.closed or asked.expires),
                "touchpoints": [list(pair) for pair in asked.touchpoints],
                "points": asked.points,
                "ballots": _ballots(connection, asked.id),
            }
            for asked in found
        ]


def put_back(connection: sql.Connection, session_id: str, kept: Iterable[Mapping[str, Any]]) -> None:
    """Add rounds from a document to a session, within the caller's transaction.

    Raises
    ------
    KeyError, TypeError, ValueError
        When the document does not hold what :func:`documents` writes.
    """
    for one in kept:
        round_id = uuid.uuid4().hex
        connection.execute(sql.insert(rounds_table).values(_round(one, round_id, session_id)))
        for ballot in one["ballots"]:
            connection.execute(sql.insert(ballots).values(_row(ballot, round_id)))


def _ballots(connection: sql.Connection, round_id: str) -> list[dict[str, object]]:
    chosen = sql.select(ballots).where(ballots.c.round_id == round_id).order_by(ballots.c.id)
    return [
        {"name": row.name, "choices": json.loads(row.choices), "created": row.created, "changed": row.changed}
        for row in connection.execute(chosen)
    ]


def _round(one: Mapping[str, Any], round_id: str, session_id: str) -> dict[str, object]:
    if one["kind"] not in ("points", "urgency", "impact") or one["state"] not in ("closed", "revealed"):
        raise ValueError(f"no round: {one['kind']}, {one['state']}")
    pairs = [[str(id_), str(name)] for id_, name in one["touchpoints"]]
    points = None if one["points"] is None else int(one["points"])
    closed = _moment(one["closed"])
    return {
        "id": round_id,
        "session_id": session_id,
        "code": None,
        "kind": one["kind"],
        "state": one["state"],
        "opened": _moment(one["opened"]),
        "closed": closed,
        "expires": closed,
        "question": json.dumps({"touchpoints": pairs, "points": points}, ensure_ascii=False),
    }


def _row(ballot: Mapping[str, Any], round_id: str) -> dict[str, object]:
    choices = {str(id_): int(given) for id_, given in ballot["choices"].items()}
    return {
        "round_id": round_id,
        "token_hash": codes.digest(codes.token()),
        "name": str(ballot["name"]),
        "choices": json.dumps(choices, ensure_ascii=False),
        "created": _moment(ballot["created"]),
        "changed": _moment(ballot["changed"]),
    }


def _moment(content: str) -> str:
    return rounds.text_of(dt.datetime.fromisoformat(content))
