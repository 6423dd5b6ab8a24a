"""Receipts: by them a person finds his own ballot among those that were counted, and nobody else's.

A receipt is made of the token, which only the phone has, and of what was chosen. It is kept beside the ballot
each time that a vote is, and shown to nobody but its phone before the reveal. After the reveal the list of
all receipts is open: it says nothing about whose they are nor what was voted. A ballot that somebody changes
in the database no longer makes its receipt, and without the token nobody can make another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sql

from cx.errors import SessionDamaged
from cx.records.session import Ballot
from cx.session.store import Store, ballots, rounds
from cx.session.voting import codes

State = Literal["counted", "missing", "none"]
"""``none``: the ballot was cast before the program made receipts."""


@dataclass(frozen=True)
class Standing:
    """What a phone is told about its own ballot after the reveal."""

    state: State
    counted: int
    """How many ballots with a receipt were counted."""


def made(token: str, choices: Mapping[str, int]) -> str:
    """Return the receipt of a ballot; empty where nothing was chosen."""
    given = json.dumps(sorted((id_, number) for id_, number in choices.items() if number))
    return codes.spelled(token, f"receipt:{given}") if any(choices.values()) else ""


def counted(store: Store, round_id: str) -> tuple[str, ...]:
    """Return the receipts of the ballots that were counted, in order of the alphabet.

    None before the reveal. A session that came from a file brings its list along.
    """
    with store.read() as connection:
        found = connection.execute(
            sql.select(rounds.c.state, rounds.c.question).where(rounds.c.id == round_id)
        ).one_or_none()
        if found is None or found.state != "revealed":
            return ()
        return listed(connection, round_id, found.question)


def listed(connection: sql.Connection, round_id: str, question: str) -> tuple[str, ...]:
    """Return the receipts of a round, whatever its state, from the ballots and from what a file brought."""
    chosen = sql.select(ballots.c.receipt, ballots.c.choices).where(ballots.c.round_id == round_id)
    try:
        own = [row.receipt for row in connection.execute(chosen) if row.receipt and json.loads(row.choices)]
        return tuple(sorted([*own, *json.loads(question).get("receipts", ())]))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise SessionDamaged("ballot_unreadable", name="-") from error


def standing(store: Store, round_id: str, token: str, ballot: Ballot) -> Standing:
    """Return whether a phone's ballot, as it was counted, is among the receipts of its revealed round."""
    shown = counted(store, round_id)
    mine = ballots.c.round_id == round_id, ballots.c.token_hash == codes.digest(token)
    with store.read() as connection:
        kept = connection.execute(sql.select(ballots.c.receipt).where(*mine)).scalar()
    state: State = "counted" if made(token, ballot.choices) in shown else "missing"
    return Standing(state if kept else "none", len(shown))
