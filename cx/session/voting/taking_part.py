"""Taking part in a round: joining by its code, casting a vote, and what came out of it.

A vote counts from the moment at which :func:`cast` returns: it is in the database then, and a server that is
killed loses nothing that was acknowledged.
"""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sql

from cx.errors import SessionDamaged, StoreFailed, VoteRefused
from cx.records.session import Ballot, Round, Tally, VoteResult
from cx.session.store import Store, ballots
from cx.session.voting import codes, door, guesses, invitations, receipts, round_rows, rounds, tallying

LONGEST_NAME: Final = 40


@dataclass(frozen=True)
class Turnout:
    """How many take part, and who of them has voted; never what they chose."""

    joined: int
    voted: int
    names: tuple[tuple[str, bool], ...]
    """(name, voted) of everybody who gave a name, in order of the alphabet."""


def admitted(store: Store, content: str, invitation: str = "") -> Round:
    """Return the round that a typed code opens, slowed where many wrong ones were typed.

    Parameters
    ----------
    content
        The code as typed or scanned.
    invitation
        The secret beside a scanned code; with the right one nobody waits.

    Raises
    ------
    VoteRefused
        When the code opens nothing; the same words whether it was wrong or has expired.
    """
    code = codes.typed(content)
    if code is None:
        raise VoteRefused("code_shape", length=codes.LENGTH)
    if invitation:
        found = rounds.find(store, code)
        if found and codes.same(found.invitation, invitation):
            return found
    number = guesses.take_turn(store)
    found = rounds.find(store, code)
    if found is None:
        raise VoteRefused("code")
    guesses.settle(store, number)
    return found


def invited(store: Store, secret: str) -> Round:
    """Return the round that a personal invitation opens.

    Raises
    ------
    VoteRefused
        When it opens none, or its ballot was handed out already.
    """
    round_id, used = invitations.round_of(store, secret)
    if used:
        raise VoteRefused("invitation_used")
    return rounds.get(store, round_id)


def join(store: Store, asked: Round, name: str = "", *, invite: str = "", before: str = "") -> str:
    """Hand out an empty ballot; return its token, of which only the digest is kept.

    Parameters
    ----------
    invite
        The secret of a personal invitation.
    before
        The token of the same phone's ballot in an earlier round: who goes on twice gets the same ballot.

    Raises
    ------
    VoteRefused
        When the round takes no votes, or lets nobody new in.
    """
    token = codes.following(before, asked.id) if before else codes.token()
    made = Ballot(clean_name(name), {}, rounds.now())
    again(lambda: _handed_out(store, asked, token, made, invite))
    return token


def cast(
    store: Store,
    asked: Round,
    token: str,
    name: str,
    choices: Mapping[str, int],
    moment: dt.datetime | None = None,
) -> Ballot:
    """Keep what a participant chose, in place of what was kept before; returns once it is committed.

    Parameters
    ----------
    asked
        The round, as it was when it was drawn; its state is read anew.
    token
        The participant's own; one ballot for each.
    name
        As typed; empty to stay anonymous.
    choices
        Touchpoint id to points or rating.

    Raises
    ------
    VoteRefused
        When the round takes no votes (any more), or the choices are none that it offers.
    """
    moment = moment or rounds.now()
    made = Ballot(clean_name(name), _checked(asked, choices), moment)
    again(lambda: _kept(store, asked, token, made))
    return made


def again(work: Callable[[], None]) -> None:
    """Do something to the store, and once more where another server was quicker or a connection broke.

    Only for work that may be done twice: a ballot is found by its token the second time.
    """
    try:
        work()
    except (StoreFailed, sql.exc.IntegrityError):
        work()


def _kept(store: Store, asked: Round, token: str, made: Ballot) -> None:
    with store.begin() as connection:
        as_it_is = rounds.locked(connection, asked.id)
        refuse_unless_open(as_it_is, made.changed)
        mine = ballots.c.round_id == asked.id, ballots.c.token_hash == codes.digest(token)
        changed = connection.execute(sql.update(ballots).where(*mine).values(**_written(made, token)))
        if changed.rowcount == 0:
            door.admit(connection, as_it_is, "")
            _insert(connection, asked.id, token, made)


def _handed_out(store: Store, asked: Round, token: str, made: Ballot, invite: str) -> None:
    """A ballot that is there stays as it is."""
    with store.begin() as connection:
        as_it_is = rounds.locked(connection, asked.id)
        refuse_unless_open(as_it_is, made.changed)
        mine = ballots.c.round_id == asked.id, ballots.c.token_hash == codes.digest(token)
        if connection.execute(sql.select(ballots.c.id).where(*mine)).one_or_none() is None:
            door.admit(connection, as_it_is, invite)
            _insert(connection, asked.id, token, made)


def _insert(connection: sql.Connection, round_id: str, token: str, made: Ballot) -> None:
    first = {
        "round_id": round_id,
        "token_hash": codes.digest(token),
        "created": round_rows.text_of(made.changed),
    }
    connection.execute(sql.insert(ballots).values(**first, **_written(made, token)))


def _written(made: Ballot, token: str) -> dict[str, str]:
    return {
        "name": made.name,
        "choices": json.dumps(dict(made.choices)),
        "changed": round_rows.text_of(made.changed),
        "receipt": receipts.made(token, made.choices),
    }


def refuse_unless_open(asked: Round, moment: dt.datetime) -> None:
    """Raise a :class:`VoteRefused` where a round takes no votes."""
    if asked.state != "open":
        raise VoteRefused("round_closed")
    if asked.expires <= moment:
        raise VoteRefused("round_expired")


def of_token(store: Store, token: str) -> tuple[Round, Ballot] | None:
    """Return the round and the ballot of a participant's token, whatever became of the round."""
    chosen = (
        sql.select(ballots.c.round_id, ballots.c.name, ballots.c.choices, ballots.c.changed)
        .where(ballots.c.token_hash == codes.digest(token))
        .limit(1)
    )
    with store.read() as connection:
        row = connection.execute(chosen).one_or_none()
        return None if row is None else (rounds.known(connection, row.round_id), _ballot(row))


def ballots_of(store: Store, round_id: str) -> tuple[Ballot, ...]:
    """Return the ballots on which anything was chosen, in the order in which they were handed out."""
    return tuple(ballot for ballot in _all_ballots(store, round_id) if ballot.choices)


def turnout(store: Store, round_id: str) -> Turnout:
    """Return how many joined and voted."""
    known = _all_ballots(store, round_id)
    named = [(ballot.name, bool(ballot.choices)) for ballot in known if ballot.name]
    voted = sum(1 for ballot in known if ballot.choices)
    return Turnout(len(known), voted, tuple(sorted(named, key=lambda one: one[0].casefold())))


def result(store: Store, round_id: str) -> VoteResult:
    """Return what came out of a round; who shows it to anybody asks for the reveal first."""
    asked = rounds.get(store, round_id)
    handed_in = ballots_of(store, round_id)
    shown = receipts.counted(store, round_id)
    count = asked.together.ballots if asked.together and not handed_in else len(handed_in)
    return VoteResult(asked, tallying.tallies(asked, handed_in), count, shown)


def tallies(store: Store, round_id: str) -> tuple[Tally, ...]:
    """Return what the room gave each touchpoint of a round, in order of rank."""
    return result(store, round_id).tallies


def revealed_of(store: Store, session_id: str) -> tuple[VoteResult, ...]:
    """Return what came out of the rounds of a session that were revealed, in order of time.

    A round in which nobody voted has no result, nor has one in which one person alone did.
    """
    known = rounds.rounds_of(store, session_id)
    found = (result(store, one.id) for one in known if one.state == "revealed")
    return tuple(one for one in found if one.told)


def revealed_last(store: Store, session_id: str) -> VoteResult | None:
    """Return the round of a session that was revealed last, but for guesses, which their lens shows."""
    known = [one for one in rounds.rounds_of(store, session_id) if one.state == "revealed"]
    votes = [one for one in known if one.guess is None]
    return result(store, votes[-1].id) if votes else None


def clean_name(name: str) -> str:
    r"""Return a name on one line, without characters that cannot be seen, at most 40 long.

    Examples
    --------
    >>> clean_name("  Jo\u202e\n van\tDijk "), clean_name("\u200b")
    ('Jo van Dijk', '')
    """
    seen = "".join(" " if letter.isspace() else letter for letter in name)
    kept = "".join(letter for letter in seen if unicodedata.category(letter)[0] != "C")
    return " ".join(kept.split())[:LONGEST_NAME].strip()


def _checked(asked: Round, choices: Mapping[str, int]) -> dict[str, int]:
    """The choices that count; zero points are none."""
    offered = {id_ for id_, _ in asked.touchpoints}
    for id_, given in choices.items():
        if id_ not in offered or type(given) is not int or not asked.least <= given <= asked.most:
            raise VoteRefused("choice")
    if asked.points is not None and sum(choices.values()) > asked.points:
        raise VoteRefused("too_many_points", n=asked.points)
    return {id_: given for id_, given in choices.items() if given > 0}


def _all_ballots(store: Store, round_id: str) -> tuple[Ballot, ...]:
    chosen = sql.select(ballots).where(ballots.c.round_id == round_id).order_by(ballots.c.id)
    with store.read() as connection:
        return tuple(_ballot(row) for row in connection.execute(chosen))


def _ballot(row: Any) -> Ballot:  # noqa: ANN401 - rows of two statements, each with its own type
    try:
        choices = {str(id_): int(given) for id_, given in json.loads(row.choices).items()}
        return Ballot(row.name, choices, dt.datetime.fromisoformat(row.changed))
    except round_rows.UNREADABLE as error:
        raise SessionDamaged("ballot_unreadable", name=row.name or "-") from error
