"""Sessions in the store: begun, read, changed, listed, put away and deleted."""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

import sqlalchemy as sql

from cx.errors import Conflict, SessionDamaged, SessionGone, SessionLocked, StoreFailed, UnreadableFile
from cx.records import Change, Session, Settings, Touchpoints
from cx.session.sessions import aggregates, codec, damaged_sessions, differences, document, summaries
from cx.session.sessions.differences import Difference
from cx.session.sessions.summaries import Summary
from cx.session.store import Store, faults, refused_signs, schema, wiping

_LONGEST_NAME = 200
_BEGIN_BY_THEMSELVES = ("decision.measure", "decision.current")
"""What a new decision has without anybody setting it."""


def new(
    name: str, touchpoints: Touchpoints, settings: Settings | None = None, *, now: dt.datetime | None = None
) -> Session:
    """Return a session that begins with a table; it is in no store yet."""
    moment = now or moment_now()
    return Session(
        id=secrets.token_hex(16),
        name=named(name),
        created=moment,
        changed=moment,
        revision=1,
        touchpoints=aggregates.kept(touchpoints),
        settings=settings or Settings(),
    )


def add(store: Store, session: Session, *, who: str = "", key: str = "created") -> Session:
    """Keep a new session; return it."""
    with store.begin() as connection:
        connection.execute(sql.insert(schema.sessions).values(**row(session)))
        note(connection, session.id, Change(session.revision, session.changed, who, key))
    return session


def load(store: Store, session_id: str) -> Session:
    """Return a session, as the store holds it now; nobody who writes is waited for.

    Raises
    ------
    SessionGone
        When there is none with that id.
    SessionDamaged
        When there is one, and it cannot be read.
    """
    try:
        with store.read() as connection:
            return _loaded(connection, session_id)
    except StoreFailed as error:
        if error.key != faults.DAMAGED:
            raise
        raise damaged_sessions.refused(_name(store, session_id)) from error


def save(store: Store, session: Session, *, who: str = "", now: dt.datetime | None = None) -> Session:
    """Keep a changed session; return it as it is kept. What changed becomes part of its history.

    Raises
    ------
    Conflict
        When somebody else changed it since it was read; nothing is written.
    SessionLocked
        When a lock holds what was changed; nothing is written.
    SessionGone
        When it was removed.
    """
    with store.begin() as connection:
        stored = _loaded(connection, session.id)
        if stored.revision != session.revision:
            raise Conflict("session_changed", name=stored.name)
        clean = aggregates.clean(session, named(session.name))
        if stored.locked and differences.frozen(stored) != differences.frozen(clean):
            raise SessionLocked("session_locked", name=stored.name)
        found = differences.between(stored, clean)
        if not found:
            return stored
        moment = max(stored.changed, next_moment(connection, session.id, now))
        kept = replace(clean, revision=stored.revision + 1, changed=moment)
        _write(connection, kept, stored.revision)
        for change in changes(found, kept, who):
            note(connection, kept.id, change)
    return kept


def amend(
    store: Store,
    session_id: str,
    *,
    who: str = "",
    **fields: Any,  # noqa: ANN401 - of Session
) -> Session | None:
    """Set fields of a session as it is now, whoever has it open: its name, whether it is deleted.

    Of a damaged one name, archive and deletion can be set; it is not returned.
    """
    while True:
        try:
            return save(store, replace(load(store, session_id), **fields), who=who)
        except Conflict:  # somebody was quicker; what he changed stays
            continue
        except (SessionDamaged, StoreFailed) as error:
            if isinstance(error, StoreFailed) and error.key != faults.DAMAGED:
                raise
            damaged_sessions.amend(store, session_id, fields)
            return None


def mend(store: Store, session: Session, *, who: str = "") -> Session:
    """Write a whole session over a damaged one, as somebody has it open; return it as it is kept.

    Raises
    ------
    SessionGone
        When it was removed.
    """
    with store.begin() as connection:
        known = connection.execute(
            sql.select(schema.sessions.c.revision).where(schema.sessions.c.id == session.id)
        ).scalar()
        if known is None:
            raise SessionGone("session_gone")
        clean = aggregates.clean(session, named(session.name))
        moment = max(session.changed, next_moment(connection, session.id))
        kept = replace(clean, revision=max(known, session.revision) + 1, changed=moment)
        _write(connection, kept, known)
        note(connection, kept.id, Change(kept.revision, moment, who, "mended"))
    return kept


def _write(connection: sql.Connection, session: Session, known: int) -> None:
    """Write a session over the revision that is known; another connection may have been first."""
    table = schema.sessions
    where = (table.c.id == session.id) & (table.c.revision == known)
    if connection.execute(sql.update(table).where(where).values(**row(session))).rowcount != 1:
        raise Conflict("session_changed", name=session.name)


def revision(store: Store, session_id: str) -> int | None:
    """Return the revision that the store holds; ``None`` where the session is gone or deleted."""
    table = schema.sessions
    query = sql.select(table.c.revision).where((table.c.id == session_id) & table.c.deleted.is_(None))
    with store.read() as connection:
        return connection.execute(query).scalar()


def listed(store: Store, *, deleted: bool = False) -> tuple[Summary, ...]:
    """Return the sessions, or those that were deleted and can be restored; the latest first."""
    return summaries.listed(store, deleted=deleted)


def history(store: Store, session_id: str) -> tuple[Change, ...]:
    """Return what was done to a session, the first first; a line that cannot be read is left out."""
    table = schema.changes
    query = sql.select(table).where(table.c.session_id == session_id).order_by(table.c.id)
    with store.read() as connection:
        lines = [_change(row) for row in connection.execute(query).all()]
    return tuple(one for one in lines if one)


def remove(store: Store, *session_ids: str) -> None:
    """Take sessions out of the store with their history, rounds and ballots; nothing brings them back.

    They are taken out of the backups, and the log file is emptied; what cannot be done now is done later.
    """
    with store.begin() as connection:
        for id_ in session_ids:
            connection.execute(sql.delete(schema.sessions).where(schema.sessions.c.id == id_))
        wiping.noted(connection, *session_ids)
    with suppress(StoreFailed):
        wiping.wipe(store)


def duplicated(session: Session, name: str, *, now: dt.datetime | None = None) -> Session:
    """Return a copy under another name, unlocked and with a history of its own; it is in no store yet."""
    moment = now or moment_now()
    fresh = replace(session, id=secrets.token_hex(16), name=named(name), created=moment, changed=moment)
    return replace(fresh, revision=1, locked=None, archived=False, deleted=None)


def moment_now() -> dt.datetime:
    """Return this moment, in UTC, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def named(name: str) -> str:
    """Return a session's name as it is kept: one line, not longer than a list can show."""
    return " ".join(name.replace("\0", "").split())[:_LONGEST_NAME]


def changes(found: tuple[Difference, ...], session: Session, who: str) -> tuple[Change, ...]:
    """Return the lines of history that differences make; what one person looks at makes none."""
    return tuple(
        Change(session.revision, session.changed, who, _key(one), _values(one))
        for one in differences.gathered(found)
        if not (one.is_view or (one.before is None and one.kind in _BEGIN_BY_THEMSELVES))
    )


def note(connection: sql.Connection, session_id: str, *changes: Change) -> None:
    """Write lines of history, however many in one statement."""
    lines = [
        {
            "session_id": session_id,
            "revision": change.revision,
            "moment": change.moment.isoformat(),
            "who": change.who,
            "what": json.dumps({"key": change.key, "values": codec.plain(change.values)}),
        }
        for change in changes
    ]
    if lines:
        connection.execute(sql.insert(schema.changes), lines)


def _key(difference: Difference) -> str:
    if difference.kind in ("locked", "archived", "deleted"):
        return difference.kind if difference.after else f"{difference.kind}.off"
    return difference.kind


def _values(difference: Difference) -> Mapping[str, object]:
    """What the words need; of data and of long texts only that they changed."""
    if difference.is_short:
        shown = difference.sides
        return {**shown, "touchpoint": difference.about} if difference.about else shown
    return difference.counted or ({"quadrant": difference.path[2]} if difference.kind == "strategy" else {})


def row(session: Session) -> dict[str, Any]:
    """Return the columns of a session's row; raise a :class:`StoreRefused` where a text cannot be kept."""
    whole = document.written(session)
    refused_signs.refuse_halves(whole)
    summary = {
        "touchpoints": int(session.touchpoints.rows["touchpoint"].nunique()),
        "decisions": len(session.decisions),
        "locked": session.locked is not None,
    }
    return {
        "id": session.id,
        "name": session.name,
        "created": session.created.isoformat(),
        "changed": session.changed.isoformat(),
        "revision": session.revision,
        "archived": session.archived,
        "deleted": session.deleted.isoformat() if session.deleted else None,
        "document": whole,
        "summary": json.dumps(summary),
    }


def next_moment(connection: sql.Connection, session_id: str, now: dt.datetime | None = None) -> dt.datetime:
    """Return the moment of the next line of a session's history: now, or that of the line before if later.

    A clock that was set back lets no date run backwards.
    """
    table, moment = schema.changes, now or moment_now()
    query = sql.select(sql.func.max(table.c.moment)).where(table.c.session_id == session_id)
    return max(moment, damaged_sessions.moment(connection.execute(query).scalar()) or moment)


def _loaded(connection: sql.Connection, session_id: str) -> Session:
    table = schema.sessions
    query = sql.select(table.c.document, table.c.name).where(table.c.id == session_id)
    found = connection.execute(query).one_or_none()
    if found is None:
        raise SessionGone("session_gone")
    try:
        return document.session_of(found.document, name=str(found.name))
    except (UnreadableFile, TypeError) as error:
        raise damaged_sessions.refused(str(found.name)) from error


def _name(store: Store, session_id: str) -> str:
    return next((one.name for one in listed(store) if one.id == session_id), "")


def _change(row: sql.Row[Any]) -> Change | None:
    what, moment = damaged_sessions.mapping(row.what), damaged_sessions.moment(row.moment)
    if what is None or moment is None or not isinstance(what.get("key"), str):
        return None
    try:
        values = codec.value(what.get("values"), Mapping[str, object])
    except (ValueError, OverflowError, RecursionError):
        return None
    return Change(row.revision, moment, row.who, what["key"], values)
