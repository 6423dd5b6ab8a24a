"""The door of a round: closed while voting goes on, and a new code where the old one went too far."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

import sqlalchemy as sql
from sqlalchemy.exc import IntegrityError

from cx.errors import VoteRefused
from cx.records.session import Round
from cx.session.store import Store, ballots, guesses
from cx.session.store import rounds as table
from cx.session.voting import codes, invitations, round_rows, rounds
from cx.session.voting.guesses import FREE, LONGEST_WAIT, REMEMBERED

RUSH: Final = 15
"""So many who join within :data:`RUSH_SECONDS` are more than people who scan a screen one by one."""
RUSH_SECONDS: Final = 5
_TRIES: Final = 5


@dataclass(frozen=True)
class Notice:
    """What a facilitator should look at."""

    joined: int
    """The most who joined within five seconds of the last five minutes; 0 where that is no rush."""
    wrong: int
    """Wrong codes that were typed in the last five minutes; 0 while they are few enough to be slips."""


def close(store: Store, round_id: str) -> Round:
    """Let nobody new in; those inside go on, change their votes, and come back to their ballots."""
    return _changed(store, round_id, "closed")


def reopen(store: Store, round_id: str) -> Round:
    """Let people in again."""
    return _changed(store, round_id, "open")


def renew(store: Store, round_id: str, moment: dt.datetime | None = None) -> Round:
    """Give a round a new code and a new QR code; the old ones open nothing, those inside stay.

    Raises
    ------
    VoteRefused
        When the round is over, or is joined by personal invitations only.
    """
    for _ in range(_TRIES):
        try:
            with store.begin() as connection:
                return _renewed(connection, round_id, moment or rounds.now())
        except IntegrityError:  # another round has that code
            continue
    raise VoteRefused("no_code")


def admit(connection: sql.Connection, asked: Round, invite: str) -> None:
    """Let somebody new in, in the transaction that hands out the ballot.

    Parameters
    ----------
    asked
        The round as it is in that transaction.
    invite
        The secret of a personal invitation; it is used then.

    Raises
    ------
    VoteRefused
        When the door is closed, or the round asks for an invitation that this is not.
    """
    if asked.door == "closed":
        raise VoteRefused("door_closed")
    if asked.invited and not invite:
        raise VoteRefused("invited_only")
    if asked.invited:
        invitations.take(connection, asked, invite)


def notice(store: Store, asked: Round, moment: dt.datetime | None = None) -> Notice:
    """Return what happened at the door in the last five minutes, since the code was made."""
    now = moment or rounds.now()
    since = max(now - dt.timedelta(seconds=REMEMBERED), asked.coded or asked.opened)
    # What lies later than now comes of a clock that was ahead: it is no matter of these minutes.
    came_then = ballots.c.created.between(round_rows.text_of(since), round_rows.text_of(now))
    mine = ballots.c.round_id == asked.id, came_then
    turns = guesses.c.turn.between(since.timestamp(), now.timestamp() + LONGEST_WAIT)
    typed = guesses.c.wrong == sql.true(), turns
    with store.read() as connection:
        came = connection.execute(sql.select(ballots.c.created).where(*mine)).scalars().all()
        counting = sql.select(sql.func.count()).select_from(guesses).where(*typed)
        wrong = connection.execute(counting).scalar_one()
    most = busiest([dt.datetime.fromisoformat(one).timestamp() for one in came])
    return Notice(most if most >= RUSH else 0, int(wrong) if wrong >= FREE else 0)


def busiest(seconds: list[float], within: float = RUSH_SECONDS) -> int:
    """Return the most of some moments that lie within so many seconds of one another.

    Examples
    --------
    >>> busiest([0, 1, 2, 30, 31, 90]), busiest([]), busiest([0, 5.0, 5.1])
    (3, 0, 2)
    """
    ordered, first, most = sorted(seconds), 0, 0
    for last, moment in enumerate(ordered):
        while moment - ordered[first] > within:
            first += 1
        most = max(most, last - first + 1)
    return most


def _changed(store: Store, round_id: str, door: str) -> Round:
    open_still = table.c.id == round_id, table.c.state == "open"
    with store.begin() as connection:
        connection.execute(sql.update(table).where(*open_still).values(door=door))
        return rounds.locked(connection, round_id)


def _renewed(connection: sql.Connection, round_id: str, moment: dt.datetime) -> Round:
    before = rounds.held(connection, round_id)
    if before.state == "revealed":
        raise VoteRefused("round_closed")
    if before.invited:
        raise VoteRefused("invited_only")
    former = (*before.former, before.code)
    made = replace(before, code=codes.new(), invitation=codes.token(), coded=moment, former=former)
    values = {
        "code": made.code,
        "question": round_rows.question_of(made),
        "coded": round_rows.text_of(moment),
    }
    connection.execute(sql.update(table).where(table.c.id == round_id).values(**values))
    return made
