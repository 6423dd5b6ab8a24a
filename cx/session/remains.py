"""What can be read of a damaged session, as a file: a session again where its touchpoints are whole."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, get_type_hints

import pandas as pd
import sqlalchemy as sql

from cx.errors import CxError, SessionGone, StoreFailed
from cx.records import Session
from cx.session import portable
from cx.session.sessions import codec, damaged_sessions, document, stored
from cx.session.store import Store, schema

FORMAT: Final = "cx-session-remains"
_ADDRESS: Final = re.compile(
    r"""("webhook"\s*:\s*"|"(?=https?:))(?:[^"\\]|\\.)*+""", re.ASCII | re.DOTALL | re.IGNORECASE
)
"""A text of a torn document that may be the secret address of a chat, to its end or to where it is torn."""


@dataclass(frozen=True)
class Remains:
    """What is left of a session."""

    content: str
    """A JSON document."""
    is_session: bool
    """Whether it can be brought back as a session."""
    lost: tuple[str, ...]
    """The fields of the session that could not be read."""


def of(store: Store, session_id: str) -> Remains:
    """Return what can be read of a session, with its history, rounds and ballots.

    A session that can be brought back holds, where a field could not be read, what a new one has there.

    Raises
    ------
    SessionGone
        When there is none with that id.
    """
    table = schema.sessions
    rows = damaged_sessions.rows(store, sql.select(table).where(table.c.id == session_id), table.c.id)
    if not rows:
        raise SessionGone("session_gone")
    row, history, rounds = rows[0], _history(store, session_id), _rounds(store, session_id)
    found, lost = _session(row)
    if found:
        sound = [one for one in rounds if portable.is_sound(one)]
        content = document.leaving(found, history=history, rounds=sound, lost=list(lost))
        return Remains(content, is_session=True, lost=lost)
    about: dict[str, object] = {"format": FORMAT}
    about |= {key: _without_addresses(str(one)) for key, one in row.items()}
    about |= {"history": history, "rounds": rounds}
    return Remains(json.dumps(about, indent=1), is_session=False, lost=lost)


def _without_addresses(torn: str) -> str:
    """The words of a document that cannot be taken apart, without those that are the address of a chat.

    Examples
    --------
    >>> _without_addresses('{"notes":"see https://a.example","webhook":"https://chat.example/s3cr')
    '{"notes":"see https://a.example","webhook":"'
    """
    return _ADDRESS.sub(r"\1", torn)


def _session(row: Mapping[str, Any]) -> tuple[Session | None, tuple[str, ...]]:
    data = (damaged_sessions.mapping(row.get("document")) or {}).get("session")
    hints = get_type_hints(Session, localns={"pd": pd})
    if not isinstance(data, dict):
        return None, tuple(hints)
    read = {name: one for name in hints if (one := _field(data.get(name), hints[name])) is not None}
    moment = damaged_sessions.moment(row.get("changed")) or stored.moment_now()
    sure = {"id": row.get("id"), "name": row.get("name") or "?", "created": moment, "changed": moment}
    sure |= {"revision": 1}
    whole = _checked({**sure, **{name: one[0] for name, one in read.items()}})
    return whole, tuple(name for name in data if name not in read)


def _field(data: object, hint: Any) -> tuple[Any] | None:  # noqa: ANN401 - of a field of Session
    try:
        return (codec.value(data, hint),)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def _checked(fields: dict[str, Any]) -> Session | None:
    """The session of fields, as it would come back from a file; ``None`` where it would not."""
    known = {one.name for one in dataclasses.fields(Session)}
    try:
        made = Session(**{name: one for name, one in fields.items() if name in known})
        return document.session_of(document.written(made))
    except (CxError, TypeError, ValueError, AttributeError, KeyError):
        return None


def _history(store: Store, session_id: str) -> object:
    with suppress(StoreFailed):
        return codec.plain(stored.history(store, session_id))
    return []


def _rounds(store: Store, session_id: str) -> list[dict[str, object]]:
    """Rounds with their ballots as text, without codes, invitations and tokens."""
    table, found = schema.rounds, []
    wanted = sql.select(table).where(table.c.session_id == session_id).order_by(table.c.opened)
    with suppress(StoreFailed):
        for row in damaged_sessions.rows(store, wanted, table.c.id):
            plain = {name: one for name, one in row.items() if name in portable.ROUND}
            asked = damaged_sessions.mapping(row.get("question"))
            question = {name: one for name, one in (asked or {}).items() if name in portable.ASKED}
            kept = {**plain, "question": json.dumps(question), "ballots": _ballots(store, row["id"])}
            found.append(_leaving(store, kept, str(row["id"])))
    return found


def _leaving(store: Store, kept: dict[str, object], round_id: str) -> dict[str, object]:
    """The round as any file has it, where it can be counted."""
    with suppress(CxError):
        return portable.as_it_leaves(store, kept, round_id)
    return kept


def _ballots(store: Store, round_id: object) -> list[dict[str, object]]:
    table = schema.ballots
    shown = [table.c.id, table.c.name, table.c.choices, table.c.created, table.c.changed]
    with suppress(StoreFailed):
        rows = damaged_sessions.rows(
            store, sql.select(*shown).where(table.c.round_id == round_id), table.c.id
        )
        return [{name: one for name, one in row.items() if name != "id"} for row in rows]
    return []
