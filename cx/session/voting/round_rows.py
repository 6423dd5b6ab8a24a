"""A round as a row of the store has it, and back; a row of which a part is damaged says so."""

from __future__ import annotations

import datetime as dt
import json
import math
from typing import Any, Final, get_args

import sqlalchemy as sql

from cx.errors import SessionDamaged
from cx.records.session import Door, Round, RoundKind, RoundState, Together
from cx.session.voting import guessing

_MOST_TOGETHER: Final = 3
"""Of more ballots each stands in a file."""
UNREADABLE: Final = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What comes of reading a row of which a part is damaged."""


def text_of(moment: dt.datetime) -> str:
    """Return a moment as the store keeps it: in UTC, ordered as it reads."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def question_of(asked: Round) -> str:
    """Return what a round asks, as the store keeps it."""
    parts = {"touchpoints": asked.touchpoints, "points": asked.points, "invitation": asked.invitation}
    more: dict[str, object] = {"former": asked.former, "invited": asked.invited, "seed": asked.seed}
    more["guess"] = guessing.plain(asked.guess) if asked.guess else None
    more["together"] = plain_together(asked.together) if asked.together else None
    return json.dumps({**parts, **{name: part for name, part in more.items() if part}})


def from_row(row: sql.Row[Any]) -> Round:
    """Return the round that a row of the table holds.

    Raises
    ------
    SessionDamaged
        When a part of it cannot be read.
    """
    try:
        return _sound(_round(row))
    except UNREADABLE as error:
        raise SessionDamaged("round_unreadable", code=row.code or "-") from error


def _round(row: sql.Row[Any]) -> Round:
    question = json.loads(row.question)
    return Round(
        id=row.id,
        session_id=row.session_id,
        code=row.code or "",
        kind=row.kind,
        touchpoints=tuple((str(id_), str(name)) for id_, name in question["touchpoints"]),
        points=question["points"],
        state=row.state,
        opened=dt.datetime.fromisoformat(row.opened),
        closed=dt.datetime.fromisoformat(row.closed) if row.closed else None,
        expires=dt.datetime.fromisoformat(row.expires),
        invitation=question.get("invitation", ""),
        door=row.door,
        coded=dt.datetime.fromisoformat(row.coded) if row.coded else None,
        former=tuple(question.get("former", ())),
        invited=question.get("invited", 0),
        seed=question.get("seed", ""),
        guess=guessing.read(question["guess"]) if question.get("guess") is not None else None,
        together=together_in(question),
    )


def plain_together(found: Together) -> dict[str, object]:
    """Return what few ballots gave together, as plain data."""
    return {"ballots": found.ballots, "each": [list(one) for one in found.each]}


def together_in(question: dict[str, Any]) -> Together | None:
    """Return what few ballots gave together, from plain data; a :class:`ValueError` where it is wrong."""
    data = question.get("together")
    if data is None:
        return None
    ids = {id_ for id_, _ in question["touchpoints"]}
    each = tuple(
        (str(id_), float(votes), float(mean), int(count)) for id_, votes, mean, count in data["each"]
    )
    sound = all(one[0] in ids and all(map(math.isfinite, one[1:])) and one[3] > 0 for one in each)
    if type(data["ballots"]) is not int or not 0 < data["ballots"] <= _MOST_TOGETHER or not sound:
        raise ValueError("votes that nobody gave together")
    return Together(data["ballots"], each)


def _sound(made: Round) -> Round:
    """The round, where its words and numbers are those that a round can have; a :class:`ValueError` else."""
    words = ((made.kind, RoundKind), (made.state, RoundState), (made.door, Door))
    shared = type(made.points) is int and made.points > 0 if made.kind == "points" else made.points is None
    if (made.guess is None) == (made.kind == "guess"):
        raise ValueError("a guess of nothing")
    if not shared or type(made.invited) is not int or any(one not in get_args(known) for one, known in words):
        raise ValueError("a round that nobody opened")
    return made


def values(made: Round) -> dict[str, object]:
    """Return the columns of a round's row."""
    return {
        "id": made.id,
        "session_id": made.session_id,
        "code": made.code or None,
        "kind": made.kind,
        "state": made.state,
        "opened": text_of(made.opened),
        "closed": text_of(made.closed) if made.closed else None,
        "expires": text_of(made.expires),
        "question": question_of(made),
        "door": made.door,
        "coded": text_of(made.coded) if made.coded else None,
    }
