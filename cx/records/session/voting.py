"""What a room votes on, what one participant chose, and what came out of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from cx.records.lenses import Assessed

RoundKind = Literal["points", "urgency", "impact", "guess"]
"""Points to divide; how urgent on 1-5; where the file has no impact, an estimate of it on 1-5; or what
the room believes of something that is known or can be assessed (:class:`Guess`)."""
ROUND_KINDS: tuple[RoundKind, ...] = get_args(RoundKind)
RoundState = Literal["open", "closed", "revealed"]
Door = Literal["open", "closed"]
"""Whether somebody new may join; those inside go on either way."""
LOWEST_RATING = 1
HIGHEST_RATING = 5


MOST_ANSWERS: Final = 1_000


@dataclass(frozen=True)
class Guess:
    """What a room is asked of each touchpoint, and the numbers that it can answer.

    A ballot holds places, from 1 on, so that it has whole numbers as in any round; the first is ``low``.
    """

    asked: Assessed
    low: float
    step: float
    count: int
    """How many numbers there are: 2 to :data:`MOST_ANSWERS`."""
    share: bool = False
    """Whether numbers are shares of 1, and shown as percentages."""

    def value(self, place: float) -> float:
        """Return the number at a place; places may be averaged.

        Examples
        --------
        >>> guess = Guess("guess_satisfaction", 1.0, 0.1, 91)
        >>> guess.value(1), guess.value(59), guess.value(91)
        (1.0, 6.8, 10.0)
        """
        return round(self.low + (place - 1) * self.step, 9)

    @property
    def width(self) -> float:
        """The distance between the first and the last number."""
        return self.step * (self.count - 1)


@dataclass(frozen=True)
class Together:
    """What so few ballots gave together that single ones would be somebody's own; a file holds no more."""

    ballots: int
    each: tuple[tuple[str, float, float, int], ...]
    """(id of the touchpoint, votes, mean, count), as in :class:`Tally`, of what anything is told of."""


@dataclass(frozen=True)
class Round:
    """One question to the room, with the code by which participants join."""

    id: str
    session_id: str
    code: str
    """What participants type, without separators; empty once it has expired."""
    kind: RoundKind
    touchpoints: tuple[tuple[str, str], ...]
    """(id of the bubble, label as drawn) of what is voted on, in the order in which it is shown."""
    points: int | None
    """The points that each participant divides; ``None`` for ratings."""
    state: RoundState
    opened: dt.datetime
    """In UTC, as the two below."""
    closed: dt.datetime | None
    expires: dt.datetime
    """From this moment on the code opens nothing, whatever the state."""
    invitation: str = ""
    """The secret in the address behind the QR code: whoever scans it never waits for guesses of others."""
    door: Door = "open"
    coded: dt.datetime | None = None
    """When its code was made, in UTC, where it got a new one; else it is as old as the round."""
    former: tuple[str, ...] = ()
    """The codes that it had before; they open nothing, and lead those inside back to their ballot."""
    invited: int = 0
    """How many personal invitations there are; 0: whoever has the code may join."""
    seed: str = ""
    """The secret of which the personal invitations are made."""
    guess: Guess | None = None
    """Of the kind ``guess`` what is asked; ``None`` of the others."""
    together: Together | None = None
    """What came out, where the round was brought back from a file without its ballots."""

    @property
    def most(self) -> int:
        """The highest number that one touchpoint can be given by one participant."""
        if self.guess is not None:
            return self.guess.count
        return HIGHEST_RATING if self.points is None else self.points

    @property
    def least(self) -> int:
        """The lowest number that one touchpoint can be given by one participant."""
        return LOWEST_RATING if self.points is None else 0


@dataclass(frozen=True)
class Ballot:
    """What one participant chose, as last saved."""

    name: str
    """As typed; empty for somebody who stays anonymous."""
    choices: Mapping[str, int]
    """Touchpoint id to points, rating or the place of a guess; what was passed over is not there."""
    changed: dt.datetime
    """When it was last saved, in UTC."""


@dataclass(frozen=True)
class Tally:
    """What the room gave one touchpoint."""

    id: str
    name: str
    votes: float
    """The sum of the points; for ratings their median; for guesses what counts of them."""
    median: float
    """Of the participants who chose anything for it; 0 where nobody did."""
    mean: float
    """As the median; for points over everybody who handed in a ballot."""
    spread: float
    """For ratings the distance between the quartiles, for points the standard deviation over all ballots, for
    guesses the standard deviation of a sample; 0 where so few guessed that it would show single ones."""
    count: int
    """How many participants gave it points, or rated it."""
    disagree: bool
    """Whether the room disagrees; the rule stands in :mod:`cx.session.voting.tallying`."""
    rank: int
    """1 is the first; equal votes share a rank; 0 where nothing is told."""
    low: float = 0.0
    """For ratings the lower quartile; for points the fewest that any ballot gave it."""
    high: float = 0.0
    """For ratings the upper quartile; for points the most."""
    spectrum: Mapping[int, int] = field(default_factory=dict)
    """Number given to how many participants gave it; for points 0 is among them; of guesses by place. Empty
    where so few chose that it would show single choices; low, high and spread tell nothing then either."""
    told: bool = True
    """Whether anything is told: not of what nobody chose anything for, nor of one person's own choice."""

    @property
    def spread_told(self) -> bool:
        """Whether low, high and spread say anything."""
        return bool(self.spectrum) or self.spread > 0


@dataclass(frozen=True)
class VoteResult:
    """A round that was revealed: what decks, workbooks and the matrix draw."""

    round: Round
    tallies: tuple[Tally, ...]
    """In order of rank."""
    ballots: int
    """How many participants handed one in."""
    receipts: tuple[str, ...] = ()
    """Of the ballots that were counted, in order of the alphabet; none tells whose, nor what was voted."""

    @property
    def told(self) -> bool:
        """Whether there is a result: not of an empty round, nor where one person alone voted."""
        return any(one.told for one in self.tallies)

    @property
    def split(self) -> tuple[Tally, ...]:
        """What the room disagrees about."""
        return tuple(one for one in self.tallies if one.disagree)

    def tally(self, touchpoint: str) -> Tally | None:
        """Return what the room gave one touchpoint, or ``None`` where it was not voted on."""
        return next((one for one in self.tallies if one.id == touchpoint), None)
