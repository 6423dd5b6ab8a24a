"""A whole session as one file, to be moved or kept elsewhere: with its votes and its history."""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

import sqlalchemy as sql

from cx.errors import SessionDamaged, UnreadableFile
from cx.records import Change, Session
from cx.records.session import HIGHEST_RATING, LOWEST_RATING, RoundKind, RoundState
from cx.session.sessions import change_words, codec, document, ranges, stored
from cx.session.sessions.unfit_parts import Unfit, inside
from cx.session.store import Store, schema
from cx.session.voting import clean_name, codes, guessing, receipts, round_rows, taking_part, tallying

ENDING: Final = "cxsession"
ROUND: Final = ("kind", "state", "opened", "closed", "expires", "question")
_BALLOT: Final = ("name", "choices", "created", "changed")
ASKED: Final = ("touchpoints", "points", "guess", "together")
_MOST_POINTS: Final = 10_000
_MOST_LINES: Final = 20_000
"""Of a history, as of the rounds of a session: hundreds of hours of work, or no session of ours."""
_DAMAGES: Final = (ValueError, TypeError, AttributeError, KeyError, OverflowError, RecursionError)


def exported(store: Store, session_id: str) -> str:
    """Return the file of a session, as text: a JSON document with the version of its form.

    Raises
    ------
    SessionGone
        When there is none with that id.
    """
    session, history = stored.load(store, session_id), stored.history(store, session_id)
    return document.leaving(session, history=codec.plain(history), rounds=_rounds(store, session_id))


def imported(store: Store, text: str, *, name: str, who: str = "") -> Session:
    """Keep the session of a file beside those that are there; return it.

    It is a session of its own, also where the one that it was exported from is there still.

    Raises
    ------
    UnreadableFile
        When the file is no session, or damaged, or a field holds what no session has.
    StoreRefused
        When a newer version of the program wrote it.
    """
    parts = document.opened(text, name=name)
    read = document.session_in(parts, name=name)
    session = replace(read, id=secrets.token_hex(16), deleted=None, archived=False)
    try:
        ranges.check(session)
        with inside("history"):
            history = _history(parts.get("history", []))
        with inside("rounds"):
            asked = _each(parts.get("rounds", []), _checked)
    except Unfit as error:
        raise error.told(name) from error
    except _DAMAGES as error:
        raise UnreadableFile("session_damaged", file=name) from error
    _keep(store, session, history, asked)
    with store.begin() as connection:
        moment = stored.next_moment(connection, session.id)
        stored.note(connection, session.id, Change(session.revision, moment, who, "imported"))
    return session


def _history(data: object) -> tuple[Change, ...]:
    """The lines of a file's history; a :class:`ValueError` where it has none."""
    if isinstance(data, list) and len(data) > _MOST_LINES:
        raise Unfit("short", len(data), high=_MOST_LINES)
    found: tuple[Change, ...] = codec.value(data, tuple[Change, ...])
    for place, change in enumerate(found, start=1):
        with inside(str(place)):
            ranges.look(change)
            ranges.sayable(partial(change_words.told, change))
    return tuple(change_words.without_secrets(change) for change in found)


def _rounds(store: Store, session_id: str) -> list[dict[str, object]]:
    """The rounds with their ballots; neither codes nor tokens leave the store.

    One that is damaged would make a file that cannot be brought back: it stays behind, and the page of the
    room says so.
    """
    table = schema.rounds
    with store.read() as connection:
        found = connection.execute(sql.select(table).where(table.c.session_id == session_id)).mappings()
        whole = [(_whole(connection, one), one["id"]) for one in found.all()]
    return [as_it_leaves(store, one, id_) for one, id_ in whole if one and is_sound(one)]


def as_it_leaves(store: Store, data: dict[str, object], round_id: str) -> dict[str, object]:
    """Return a round as a file has it: of few ballots what they gave together, each would be somebody's own.

    Raises as :func:`~cx.session.voting.taking_part.result`.
    """
    result = taking_part.result(store, round_id)
    if not 0 < result.ballots < tallying.FEWEST:
        return data
    asked = json.loads(str(data["question"]))
    shown = asked.pop("receipts", None)
    asked["together"] = round_rows.plain_together(tallying.together(result))
    asked |= {"receipts": shown} if shown else {}
    return {**data, "question": json.dumps(asked, ensure_ascii=False), "ballots": []}


def _whole(connection: sql.Connection, row: Mapping[Any, Any]) -> dict[str, object] | None:
    """A round with its ballots; nothing where what was asked, or a ballot, cannot be read."""
    try:
        asked = _asked(connection, row)
    except (SessionDamaged, *_DAMAGES):
        return None
    return {**_part(row, ROUND), "question": asked, "ballots": _ballots(connection, row["id"])}


def _asked(connection: sql.Connection, row: Mapping[Any, Any]) -> str:
    """What was asked, without the secrets by which phones join; once revealed, the receipts of all ballots.

    They stand in order of the alphabet and apart from the ballots, so that no receipt leads to one.
    """
    asked = {name: part for name, part in json.loads(row["question"]).items() if name in ASKED}
    if row["state"] == "revealed":
        shown = receipts.listed(connection, row["id"], row["question"])
        asked |= {"receipts": shown} if shown else {}
    return json.dumps(asked, ensure_ascii=False)


def _ballots(connection: sql.Connection, round_id: str) -> list[dict[str, object]]:
    ballots = schema.ballots
    query = sql.select(ballots).where(ballots.c.round_id == round_id).order_by(ballots.c.id)
    return [_part(one, _BALLOT) for one in connection.execute(query).mappings().all()]


def _part(row: Mapping[Any, Any], names: tuple[str, ...]) -> dict[str, object]:
    return {name: row[name] for name in names}


def _checked(data: Mapping[str, Any]) -> dict[str, Any]:
    """A round of a file; a :class:`ValueError` where it is none. An open one is closed: its code is gone."""
    kind, state = _field(data, "kind", RoundKind), _field(data, "state", RoundState)
    asked = json.loads(_field(data, "question", str))
    touchpoints = _field(asked, "touchpoints", tuple[tuple[str, str], ...])
    points = _field(asked, "points", int | None)
    with inside("points"):
        if (points is None) == (kind == "points") or not 1 <= (points or 1) <= _MOST_POINTS:
            raise Unfit("range", points, low=1, high=_MOST_POINTS)
    with inside("guess"):
        guess = guessing.read(asked["guess"]) if asked.get("guess") is not None else None
        if (guess is None) == (kind == "guess"):
            raise Unfit("field")
    extra: dict[str, object] = {"guess": guessing.plain(guess)} if guess else {}
    with inside("together"):
        few = round_rows.together_in(asked)
    extra |= {"together": round_rows.plain_together(few)} if few else {}
    most = guess.count if guess else HIGHEST_RATING
    ids = {id_ for id_, _ in touchpoints}
    ballots = data.get("ballots", [])
    with inside("receipts"):
        shown = _receipts(asked.get("receipts", []), state, few.ballots if few else len(ballots))
    return {
        "kind": kind,
        "state": "closed" if state == "open" else state,
        **{name: _moment(data[name]) for name in ("opened", "expires")},
        "closed": _moment(data["closed"]) if data["closed"] is not None else None,
        "question": json.dumps(
            {"touchpoints": touchpoints, "points": points, **extra, **shown}, ensure_ascii=False
        ),
        "ballots": _each(ballots, lambda one: _ballot(one, ids, points, most)),
    }


def _receipts(data: object, state: RoundState, ballots: int) -> dict[str, tuple[str, ...]]:
    """The receipts of a file; :class:`Unfit` where they are none, or more than there are ballots."""
    found: tuple[str, ...] = codec.value(data, tuple[str, ...])
    if len(found) > ballots or not all(codes.typed(one) == one for one in found):
        raise Unfit("range", len(found), low=0, high=ballots)
    return {"receipts": found} if found and state == "revealed" else {}


def _field(data: Mapping[str, Any], name: str, hint: Any) -> Any:  # noqa: ANN401 - of the hint's type
    with inside(name):
        if name not in data:
            raise Unfit("field")
        return codec.value(data[name], hint)


def _each(found: Any, read: Callable[[Any], dict[str, Any]]) -> list[dict[str, Any]]:  # noqa: ANN401 - plain data
    """Each part of a list, read; what is wrong with one says which."""
    if not isinstance(found, list):
        raise Unfit("list", found)
    if len(found) > _MOST_LINES:
        raise Unfit("short", len(found), high=_MOST_LINES)
    read_ones = []
    for place, one in enumerate(found, start=1):
        with inside(str(place)):
            if not isinstance(one, dict):
                raise Unfit("object", one)
            read_ones.append(read(one))
    return read_ones


def is_sound(data: Mapping[str, Any]) -> bool:
    """Return whether a round, as a file of a session has it, can be brought back."""
    try:
        return bool(_checked(data))
    except _DAMAGES:
        return False


def _ballot(data: Mapping[str, Any], ids: Collection[str], points: int | None, most: int) -> dict[str, Any]:
    """A ballot of a file; a :class:`ValueError` where nobody can have cast it."""
    choices = json.loads(codec.value(data["choices"], str))
    given = {id_: codec.value(number, int) for id_, number in choices.items()}
    low, high = (0, points) if points else (LOWEST_RATING, most)
    if set(given) - set(ids) or any(not low <= number <= high for number in given.values()):
        raise ValueError("a vote that the round does not offer")
    if points and sum(given.values()) > points:
        raise ValueError("more points than there were")
    name = clean_name(codec.value(data["name"], str))
    moments = {key: _moment(data[key]) for key in ("created", "changed")}
    return {"name": name, "choices": json.dumps(given), **moments}


def _moment(text: object) -> str:
    return round_rows.text_of(codec.value({"moment": text}, dt.datetime))


def _keep(store: Store, session: Session, history: tuple[Change, ...], asked: list[dict[str, Any]]) -> None:
    ids = [secrets.token_hex(16) for _ in asked]
    rows = [
        {"id": id_, "session_id": session.id, **_part(one, ROUND)}
        for id_, one in zip(ids, asked, strict=True)
    ]
    cast = [
        {**ballot, "round_id": id_, "token_hash": secrets.token_hex(32)}
        for id_, one in zip(ids, asked, strict=True)
        for ballot in one["ballots"]
    ]
    with store.begin() as connection:
        connection.execute(sql.insert(schema.sessions).values(**stored.row(session)))
        stored.note(connection, session.id, *history)
        for table, found in ((schema.rounds, rows), (schema.ballots, cast)):
            if found:  # all at once: one by one, thousands take longer than a file may
                connection.execute(sql.insert(table), found)
