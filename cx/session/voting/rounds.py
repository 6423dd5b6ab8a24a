"""The rounds of a session: opened, closed, revealed, and found again by their code."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, Final

import sqlalchemy as sql
from sqlalchemy.exc import IntegrityError

from cx.errors import SessionDamaged, VoteRefused
from cx.records.session import Guess, Round, RoundKind
from cx.session.store import Store, ballots, rounds
from cx.session.voting import codes, invitations, round_rows

LASTS: Final = dt.timedelta(hours=8)
"""After this time a code opens nothing any more, also where nobody closed the round."""
_TRIES: Final = 5


def now() -> dt.datetime:
    """Return the moment, in UTC."""
    return dt.datetime.now(dt.UTC)


def points_for(touchpoints: int) -> int:
    """Return how many points each participant gets by default: about half the number of touchpoints.

    Examples
    --------
    >>> [points_for(n) for n in (1, 2, 5, 10, 24)]
    [1, 1, 3, 5, 12]
    """
    return max(1, (touchpoints + 1) // 2)


def open_round(
    store: Store,
    session_id: str,
    kind: RoundKind,
    touchpoints: Iterable[tuple[str, str]],
    *,
    points: int | None = None,
    guess: Guess | None = None,
    invited: int = 0,
    moment: dt.datetime | None = None,
) -> Round:
    """Open a round with a code of its own, or with personal invitations, and return it.

    Parameters
    ----------
    touchpoints
        (id, label) of each touchpoint that is voted on.
    points
        For ``points``: what each participant divides; about half the number of touchpoints by default.
    guess
        For ``guess``: what is asked, and the numbers that it can be answered with.
    invited
        How many personal invitations there are; with any, there is no code. Those of an earlier round of the
        session go on: each opens one ballot in each round.
    moment
        Now, in UTC.
    """
    now_ = moment or now()
    moment = _after_the_last(store, session_id, now_)
    chosen = tuple(touchpoints)
    share = (points or points_for(len(chosen))) if kind == "points" else None
    seed = _seed(store, session_id) if invited else ""
    for _ in range(_TRIES):
        made = Round(
            id=uuid.uuid4().hex,
            session_id=session_id,
            code="" if invited else codes.new(),
            kind=kind,
            touchpoints=chosen,
            points=share,
            state="open",
            opened=moment,
            closed=None,
            expires=now_ + LASTS,
            invitation=codes.token(),
            invited=invited,
            seed=seed,
            guess=guess,
        )
        if _inserted(store, made):
            return made
    raise VoteRefused("no_code")


def _after_the_last(store: Store, session_id: str, moment: dt.datetime) -> dt.datetime:
    """Now, or just after the last round of the session where a clock was set back: rounds keep order."""
    last = max((one.opened for one in rounds_of(store, session_id)), default=moment)
    return moment if last < moment else last + dt.timedelta(microseconds=1)


def find(store: Store, code: str, moment: dt.datetime | None = None) -> Round | None:
    """Return the round that a code opens; ``None`` for a wrong or an expired one."""
    with store.read() as connection:
        row = connection.execute(sql.select(rounds).where(rounds.c.code == code)).one_or_none()
    found = None if row is None else round_rows.from_row(row)
    return found if found and found.expires > (moment or now()) else None


def get(store: Store, round_id: str) -> Round:
    """Return a round.

    Raises
    ------
    VoteRefused
        When there is none (any more).
    """
    with store.read() as connection:
        return known(connection, round_id)


def rounds_of(store: Store, session_id: str) -> tuple[Round, ...]:
    """Return the rounds of a session in order of time; what cannot be read is left to :func:`unreadable`."""
    return tuple(one for one in _of_session(store, session_id) if isinstance(one, Round))


def unreadable(store: Store, session_id: str) -> tuple[SessionDamaged, ...]:
    """Return what is said of the rounds of a session that cannot be read: they hide no other."""
    return tuple(one for one in _of_session(store, session_id) if isinstance(one, SessionDamaged))


def _of_session(store: Store, session_id: str) -> list[Round | SessionDamaged]:
    chosen = (
        sql.select(rounds).where(rounds.c.session_id == session_id).order_by(rounds.c.opened, rounds.c.id)
    )
    with store.read() as connection:
        return [_or_damage(row) for row in connection.execute(chosen)]


def _or_damage(row: sql.Row[Any]) -> Round | SessionDamaged:
    try:
        return round_rows.from_row(row)
    except SessionDamaged as error:
        return error


def following(store: Store, before: Round, moment: dt.datetime | None = None) -> Round | None:
    """Return the round that was opened after another one of its session, while it is open."""
    later = [
        one
        for one in rounds_of(store, before.session_id)
        if one.opened > before.opened and one.state == "open" and one.expires > (moment or now())
    ]
    return later[-1] if later else None


def close(store: Store, round_id: str, moment: dt.datetime | None = None) -> Round:
    """Take no more votes; those that were acknowledged stay, and nobody sees them yet."""
    closed = max(moment or now(), get(store, round_id).opened)
    return _changed(store, round_id, ("open",), state="closed", closed=round_rows.text_of(closed))


def reopen(store: Store, round_id: str, moment: dt.datetime | None = None) -> Round:
    """Take votes again, before anything was revealed."""
    expires = (moment or now()) + LASTS
    return _changed(
        store, round_id, ("closed",), state="open", closed=None, expires=round_rows.text_of(expires)
    )


def taken_back(store: Store, round_id: str, moment: dt.datetime | None = None) -> Round:
    """Take votes again in a round that was revealed, under a new code; the ballots stay, and may be changed.

    Until it is revealed again nobody sees what came out. A round whose ballots are not here stays as it is.
    """
    before = get(store, round_id)
    if before.together is not None:
        return before
    expires = round_rows.text_of((moment or now()) + LASTS)
    fresh = {"state": "open", "closed": None, "expires": expires, "door": "open"}
    for _ in range(_TRIES):
        code = None if before.invited else codes.new()
        try:
            return _changed(store, round_id, ("revealed",), code=code, **fresh)
        except IntegrityError:
            continue
    raise VoteRefused("no_code")


def reveal(store: Store, round_id: str, moment: dt.datetime | None = None) -> Round:
    """End a round: its votes may be seen, and its code opens nothing any more."""
    ended = max(moment or now(), get(store, round_id).opened)
    closed = sql.func.coalesce(rounds.c.closed, round_rows.text_of(ended))
    return _changed(store, round_id, ("open", "closed"), state="revealed", code=None, closed=closed)


def discard(store: Store, round_id: str) -> None:
    """Forget a round and its ballots."""
    with store.begin() as connection:
        invitations.withdraw(connection, round_id)
        connection.execute(sql.delete(ballots).where(ballots.c.round_id == round_id))
        connection.execute(sql.delete(rounds).where(rounds.c.id == round_id))


def locked(connection: sql.Connection, round_id: str) -> Round:
    """Return a round as it is in this transaction; its state cannot change before the end of that."""
    return _found(connection, sql.select(rounds).where(rounds.c.id == round_id).with_for_update(read=True))


def held(connection: sql.Connection, round_id: str) -> Round:
    """Return a round that this transaction is going to change; others who would wait for its end."""
    return _found(connection, sql.select(rounds).where(rounds.c.id == round_id).with_for_update())


def known(connection: sql.Connection, round_id: str) -> Round:
    """Return a round as it is."""
    return _found(connection, sql.select(rounds).where(rounds.c.id == round_id))


def _found(connection: sql.Connection, chosen: sql.Select[Any]) -> Round:
    row = connection.execute(chosen).one_or_none()
    if row is None:
        raise VoteRefused("round_gone")
    return round_rows.from_row(row)


def _seed(store: Store, session_id: str) -> str:
    """The secret of the session's personal invitations: that of its last round with any, else a new one."""
    known = [one.seed for one in rounds_of(store, session_id) if one.seed]
    return known[-1] if known else codes.token()


def _inserted(store: Store, made: Round) -> bool:
    """Whether the code was free."""
    try:
        with store.begin() as connection:
            connection.execute(sql.insert(rounds).values(round_rows.values(made)))
            invitations.hand_out(connection, made)
    except IntegrityError:
        if not made.code or find(store, made.code) is None:
            raise
        return False
    return True


def _changed(store: Store, round_id: str, before: Sequence[str], **values: object) -> Round:
    """The round after a change of its state; a round that is in another state stays as it is."""
    with store.begin() as connection:
        chosen = rounds.c.id == round_id, rounds.c.state.in_(before)
        connection.execute(sql.update(rounds).where(*chosen).values(**values))
        return locked(connection, round_id)
