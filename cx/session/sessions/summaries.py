"""The list of sessions: a line for each, also for one that is damaged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sql

from cx.session.sessions import damaged_sessions
from cx.session.store import Store, options, schema

_NEVER: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Summary:
    """One line of the list of sessions."""

    id: str
    name: str
    created: dt.datetime
    changed: dt.datetime
    archived: bool
    deleted: dt.datetime | None
    touchpoints: int
    decisions: int
    locked: bool
    damaged: bool = False
    """Whether a part of the line could not be read; the session may be whole all the same."""


def listed(store: Store, *, deleted: bool = False) -> tuple[Summary, ...]:
    """Return the sessions, or those that were deleted and can be restored; the latest first."""
    table = schema.sessions
    columns = [one for one in table.c if one.name != "document"]
    found = damaged_sessions.rows(store, sql.select(*columns).order_by(table.c.changed.desc()), table.c.id)
    with store.read() as connection:
        aside = options.names(connection, options.ASIDE)
    lines = [_summary(row, aside=row["id"] in aside) for row in found]
    wanted = [line for line in lines if (line.deleted is not None) == deleted]
    return tuple(sorted(wanted, key=lambda line: line.changed, reverse=True))


def _summary(row: Mapping[str, Any], *, aside: bool) -> Summary:
    about, moments = damaged_sessions.mapping(row.get("summary")), _moments(row)
    read = about or {}
    counts = {key: read.get(key, 0) for key in ("touchpoints", "decisions")}
    told = all(type(one) is int for one in counts.values())
    gone = damaged_sessions.moment(row.get("deleted")) or (
        moments[1] or _NEVER if row.get("deleted") or aside else None
    )
    return Summary(
        id=str(row["id"]),
        name=str(row.get("name") or ""),
        created=moments[0] or moments[1] or _NEVER,
        changed=moments[1] or moments[0] or _NEVER,
        archived=bool(row.get("archived")),
        deleted=gone,
        touchpoints=counts["touchpoints"] if told else 0,
        decisions=counts["decisions"] if told else 0,
        locked=bool(read.get("locked")),
        damaged=aside or about is None or None in moments or not told or "name" not in row,
    )


def _moments(row: Mapping[str, Any]) -> tuple[dt.datetime | None, dt.datetime | None]:
    return damaged_sessions.moment(row.get("created")), damaged_sessions.moment(row.get("changed"))
