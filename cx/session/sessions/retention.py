"""How long sessions are kept: deleted ones for some days, all others until a setting says otherwise.

Nothing is removed because of what the clock says alone. What goes for good was deleted for seven days of time
that the store has seen pass (:mod:`cx.session.store.observed_time`); what its age deletes was old on two
days.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sql

from cx.errors import CxError
from cx.session.sessions import damaged_sessions, stored
from cx.session.store import Store, observed_time, options, schema

UNDO_DAYS: Final = 7
"""So long a deleted session can be restored; then it is gone."""
_MOST_DAYS: Final = 3650
_AGAIN: Final = 20 * 3600.0
"""Seconds, seen by the store, after which an old session is deleted when it is old still: a day, roughly."""


def keep_days(store: Store, environment: Mapping[str, str] | None = None) -> int | None:
    """Return after how many days without a change a session is deleted; ``None``: never.

    ``CX_KEEP_DAYS`` in the environment goes before what is set on the page.
    """
    with store.read() as connection:
        return _days(connection, environment)


def _days(connection: sql.Connection, environment: Mapping[str, str] | None) -> int | None:
    fixed = fixed_days(environment)
    if fixed is not None:
        return fixed or None
    found = options.read(connection, options.KEEP_DAYS)
    return found if type(found) is int and 0 < found <= _MOST_DAYS else None


def fixed_days(environment: Mapping[str, str] | None = None) -> int | None:
    """Return the days that the environment sets (0: never delete); ``None`` where it sets none."""
    known = os.environ if environment is None else environment
    typed = known.get("CX_KEEP_DAYS", "").strip()
    return min(int(typed), _MOST_DAYS) if typed.isascii() and typed.isdigit() else None


def set_keep_days(store: Store, days: int | None) -> None:
    """Set after how many days without a change a session is deleted; ``None``: never."""
    with store.begin() as connection:
        options.write(connection, options.KEEP_DAYS, min(days, _MOST_DAYS) if days else None)


@dataclass(frozen=True)
class _Look:
    """What a look at the store finds: what is to go, and what is remembered until the next one."""

    time: observed_time.Observed
    gone: tuple[str, ...]
    left: tuple[str, ...]
    marks: Mapping[str, Mapping[str, Any]]
    is_news: bool


def tidy(
    store: Store, *, now: dt.datetime | None = None, environment: Mapping[str, str] | None = None
) -> int:
    """Delete what was left alone for too long, remove what was deleted long ago; return how many went.

    A session that its age deletes can be restored for as long as one that a person deleted. Where nothing is
    to be done, nothing is written, and nobody who writes is waited for.
    """
    moment = now or stored.moment_now()
    with store.read() as connection:
        seen = _look(connection, moment, _days(connection, environment))
    if seen.is_news:
        _remember(store, seen)
    if seen.gone:
        stored.remove(store, *seen.gone)
    for id_ in seen.left:
        with suppress(CxError):  # what nothing can write is not lost by being kept
            set_deleted(store, id_, moment)
    return len(seen.gone) + len(seen.left)


def set_deleted(store: Store, session_id: str, moment: dt.datetime | None, *, who: str = "") -> None:
    """Delete a session, or restore it (``None``); a damaged one too."""
    stored.amend(store, session_id, who=who, deleted=moment)


def _look(connection: sql.Connection, moment: dt.datetime, days: int | None) -> _Look:
    time = observed_time.after(options.mapping(connection, options.OBSERVED), moment)
    before = {name: options.mapping(connection, name) for name in (options.DELETED_SINCE, options.OVERDUE)}
    table = schema.sessions
    rows = connection.execute(
        sql.select(table.c.id, table.c.changed, table.c.deleted, table.c.revision)
    ).all()
    aside = options.names(connection, options.ASIDE)
    deleted = {row.id for row in rows if row.deleted or row.id in aside}
    since = {id_: _seconds(before[options.DELETED_SINCE].get(id_), time.seconds) for id_ in sorted(deleted)}
    overdue = {
        row.id: [row.revision, _since(before[options.OVERDUE].get(row.id), row.revision, time.seconds)]
        for row in rows
        if row.id not in deleted and _needed(row.changed, moment, days) is not None
    }
    gone = tuple(
        id_ for id_, second in since.items() if time.seconds - second >= UNDO_DAYS * observed_time.DAY
    )
    left = tuple(
        row.id
        for row in rows
        if row.id in overdue
        and time.seconds - overdue[row.id][1] >= (_needed(row.changed, moment, days) or 0.0)
    )
    after: dict[str, Mapping[str, Any]] = {options.DELETED_SINCE: since, options.OVERDUE: overdue}
    return _Look(time, gone, left, after, is_news=time.is_news or after != before)


def _needed(changed: object, moment: dt.datetime, days: int | None) -> float | None:
    """The seconds for which a session must be seen to be old before it is deleted; ``None``: it is not old.

    One that was changed in the future, by a clock that was ahead then, has no age that could be read; it is
    kept for as long as any other, in time that the store sees pass.
    """
    if days is None:
        return None
    known = damaged_sessions.moment(changed)
    if known is None or known > moment + dt.timedelta(days=1):
        return max(days * observed_time.DAY, _AGAIN)
    return _AGAIN if known < moment - dt.timedelta(days=days) else None


def _seconds(kept: object, now: float) -> float:
    """When it was seen first; a mark that is later than now comes from another store, and begins anew."""
    return float(kept) if isinstance(kept, (int, float)) and 0 <= kept <= now else now


def _since(kept: object, revision: int, now: float) -> float:
    same = isinstance(kept, list) and len(kept) == 2 and kept[0] == revision  # noqa: PLR2004 - revision, second
    return _seconds(kept[1] if same and isinstance(kept, list) else None, now)


def _remember(store: Store, seen: _Look) -> None:
    with store.begin() as connection:
        options.write(connection, options.OBSERVED, seen.time.plain())
        for name, marks in seen.marks.items():
            options.write(connection, name, dict(marks))
