"""Guessing codes is slow for the whole server, never for one address: a whole room shares one.

The first wrong codes cost nothing, since people mistype. After them every typed code, right or wrong, waits
for its turn, and the turns lie further apart with each wrong one: many connections at once do not help a
guesser. A right code is answered at its turn. Whoever scans the QR code brings an invitation and waits for
nobody.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import sqlalchemy as sql

from cx.errors import VoteRefused
from cx.session.store import Store, guesses

REMEMBERED: Final = 300.0
"""Seconds for which a wrong code counts."""
FREE: Final = 30
"""Wrong codes within that time that cost nothing."""
FIRST_GAP: Final = 0.1
LONGEST_GAP: Final = 2.0
"""Seconds between two turns, after the first wrong code too many and at the most."""
LONGEST_WAIT: Final = 20.0
"""Seconds after which somebody is asked to come back."""


def gap(wrong: int) -> float:
    """Return the seconds between two turns after so many wrong codes.

    Examples
    --------
    >>> [gap(wrong) for wrong in (0, 29, 30, 40, 50, 80, 10_000)]
    [0.0, 0.0, 0.1, 0.2, 0.4, 2.0, 2.0]
    """
    over = min(wrong - FREE, 100)
    return 0.0 if over < 0 else min(LONGEST_GAP, round(FIRST_GAP * 2 ** (over / 10), 6))


def take_turn(
    store: Store, *, clock: Callable[[], float] = time.time, sleep: Callable[[float], object] = time.sleep
) -> int:
    """Wait for the turn of a typed code; return the number to hand to :func:`settle`.

    Raises
    ------
    VoteRefused
        When too many are waiting; the code was not looked at.
    """
    now = clock()
    with store.begin() as connection:
        connection.execute(sql.delete(guesses).where(guesses.c.turn < now - REMEMBERED))
        # Nobody waits longer than that: what lies later comes of a clock that was ahead; it counts as now.
        ahead = guesses.c.turn > now + LONGEST_WAIT
        connection.execute(sql.update(guesses).where(ahead).values(turn=now))
        wrong, last = connection.execute(
            sql.select(sql.func.count().filter(guesses.c.wrong == sql.true()), sql.func.max(guesses.c.turn))
        ).one()
        between = gap(wrong)
        turn = max(now, (last or 0.0) + between) if between else now
        if turn - now > LONGEST_WAIT:
            raise VoteRefused("guesses")
        # Wrong until it was found right: what is waiting slows what comes behind it.
        made = connection.execute(sql.insert(guesses).values(turn=turn, wrong=True))
        number = int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0
    if turn > now:
        sleep(turn - now)
    return number


def settle(store: Store, number: int) -> None:
    """Forget a code that was right."""
    with store.begin() as connection:
        connection.execute(sql.delete(guesses).where(guesses.c.id == number))
