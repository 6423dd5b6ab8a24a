"""What came of a room that votes: what each phone was told, what the store holds, and both in words."""

from __future__ import annotations

import json
import math
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from benchmarks.websocket_browser import Browser
from cx import text
from cx.records.session import Ballot, Round, Tally
from cx.session.store.database import Store
from cx.session.voting import guessing, taking_part

_OWN: Final = ("token", "saved", "acknowledged", "refused")
_RECEIPT: Final = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


@dataclass
class Phone:
    """One participant, with what was acknowledged."""

    name: str
    acknowledged: dict[str, int] | None = None
    under_way: list[dict[str, int]] = field(default_factory=list)
    """What was sent after that, and not acknowledged (yet): any of it may be in the store."""
    refused: bool = False
    join_seconds: float = 0.0
    base: str = ""
    """The server that it goes to."""
    save_seconds: list[float] = field(default_factory=list)


@dataclass
class Outcome:
    """What a run showed."""

    phones: list[Phone]
    page_seconds: list[float]
    reveal_seconds: float
    lost: list[str]
    doubled: list[str]
    ballots: int
    told: int = 1
    """How many different things phones were told before the reveal, apart from their own names and votes."""

    @property
    def holds(self) -> bool:
        """Whether every acknowledged vote is there exactly once, and nobody was told of those of others."""
        return not self.lost and not self.doubled and self.told <= 1


def told_to(browser: Browser, name: str) -> str:
    """Return what a phone is told, apart from its own name, votes and receipt, and that the store is away."""
    away = text.say("vote.away", "en")
    data = {key: one for key, one in browser.component().items() if key not in _OWN}
    words = []
    for element in list(browser.elements.values()):
        body = getattr(getattr(element, element.WhichOneof("type") or "", None), "body", "")
        if isinstance(body, str) and body != away and not _RECEIPT.search(body):
            words.append(body.replace(name, "…"))
    return json.dumps([data, sorted(words)], sort_keys=True)


def report(outcome: Outcome, seconds: float) -> str:
    """Return what a run showed, in words."""
    saves = sorted(second for phone in outcome.phones for second in phone.save_seconds)
    joins = sorted(phone.join_seconds for phone in outcome.phones)
    refused = sum(phone.refused for phone in outcome.phones)
    lines = [
        f"{len(outcome.phones)} people in {seconds:.0f} seconds, {len(saves)} votes acknowledged",
        f"people told that the round was over: {refused}",
        f"joined: {_spread(joins)}",
        f"vote acknowledged: {_spread(saves)}",
        f"facilitator's page drawn anew: {_spread(sorted(outcome.page_seconds))}",
        f"reveal: {outcome.reveal_seconds:.2f} s",
        f"ballots in the result: {outcome.ballots}",
        f"acknowledged and lost: {len(outcome.lost)}; counted twice: {len(outcome.doubled)}",
    ]
    lines.append(f"different things that phones were told before the reveal: {outcome.told}")
    return "\n".join(lines)


def _spread(taken: list[float]) -> str:
    if not taken:
        return "never"
    high = taken[min(len(taken) - 1, int(0.95 * len(taken)))]
    return f"median {statistics.median(taken):.2f} s, 95% within {high:.2f} s, longest {taken[-1]:.2f} s"


def kept_in(store: Store, round_id: str) -> list[tuple[str, dict[str, int]]]:
    """Return each ballot that a store holds, by its name; the result has to be what they add up to."""
    ballots = taking_part.ballots_of(store, round_id)
    result = taking_part.result(store, round_id)
    if result.round.state != "revealed" or not all(
        _adds_up(result.round, ballots, one) for one in result.tallies
    ):
        raise RuntimeError("The result is not what the ballots add up to.")
    return [(ballot.name, dict(ballot.choices)) for ballot in ballots]


def _adds_up(asked: Round, ballots: Sequence[Ballot], tally: Tally) -> bool:
    """Whether a tally is the sum of the points, or the mean of the guesses that are not shown alone."""
    given = [ballot.choices[tally.id] for ballot in ballots if tally.id in ballot.choices]
    if asked.guess is None:
        return tally.votes == sum(given)
    if len(given) < guessing.FEWEST_TOLD:
        return tally.votes == 0 and tally.count == len(given)
    return math.isclose(tally.mean, statistics.fmean(asked.guess.value(one) for one in given), abs_tol=1e-6)
