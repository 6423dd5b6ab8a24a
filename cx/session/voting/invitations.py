"""Personal invitations: a list of addresses of which each opens one ballot.

An invitation is used when its ballot is handed out, and the store keeps that it was used, not which ballot it
opened: whoever keeps the list can neither find a ballot by it nor open one again.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sql

from cx.errors import VoteRefused
from cx.records.session import Round
from cx.session.store import Store
from cx.session.store import invitations as table
from cx.session.store import rounds as asked_table
from cx.session.voting import codes

MOST: Final = 500
"""As many fit a list that somebody hands out; a larger room votes by code."""


def secrets_of(asked: Round) -> tuple[str, ...]:
    """Return the secrets of a round's invitations, in order; the same each time."""
    return tuple(codes.numbered(asked.seed, number) for number in range(1, asked.invited + 1))


def used(store: Store, round_id: str) -> int:
    """Return how many invitations of a round were used."""
    chosen = table.c.round_id == round_id, table.c.used == sql.true()
    with store.read() as connection:
        return int(connection.execute(sql.select(sql.func.count()).where(*chosen)).scalar_one())


def round_of(store: Store, secret: str) -> tuple[str, bool]:
    """Return the id of the latest round that an invitation opens, and whether it was used there.

    Raises
    ------
    VoteRefused
        When it opens none.
    """
    chosen = (
        sql.select(table.c.round_id, table.c.used)
        .join(asked_table, asked_table.c.id == table.c.round_id)
        .where(table.c.digest == codes.digest(secret), asked_table.c.state != "revealed")
        .order_by(asked_table.c.opened.desc())
        .limit(1)
    )
    with store.read() as connection:
        row = connection.execute(chosen).one_or_none()
    if row is None:
        raise VoteRefused("invitation")
    return str(row.round_id), bool(row.used)


def opens(store: Store, secret: str, round_id: str) -> bool:
    """Return whether an invitation is one of a round, whatever became of both."""
    mine = table.c.round_id == round_id, table.c.digest == codes.digest(secret)
    with store.read() as connection:
        return connection.execute(sql.select(table.c.id).where(*mine)).one_or_none() is not None


def hand_out(connection: sql.Connection, asked: Round) -> None:
    """Write down the invitations of a round that is being opened; only their digests are looked up."""
    made = [
        {"round_id": asked.id, "digest": codes.digest(secret), "used": False} for secret in secrets_of(asked)
    ]
    if made:
        connection.execute(sql.insert(table), made)


def take(connection: sql.Connection, asked: Round, secret: str) -> None:
    """Use an invitation: of two at once only one gets it.

    Raises
    ------
    VoteRefused
        When it was used before, or is none of this round.
    """
    mine = table.c.round_id == asked.id, table.c.digest == codes.digest(secret)
    free = sql.update(table).where(*mine, table.c.used == sql.false()).values(used=True)
    if connection.execute(free).rowcount == 0:
        known = connection.execute(sql.select(table.c.id).where(*mine)).one_or_none()
        raise VoteRefused("invitation_used" if known else "invitation")


def withdraw(connection: sql.Connection, round_id: str) -> None:
    """Forget the invitations of a round."""
    connection.execute(sql.delete(table).where(table.c.round_id == round_id))
