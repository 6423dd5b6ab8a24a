"""What is asked of paths beside the figures that all of them have."""

from __future__ import annotations

from dataclasses import dataclass

from cx.errors import ArgumentError
from cx.records.journeys import LogFacts

DAY = 86_400_000_000
"""Microseconds."""
LEAST_ELSEWHERE = 10
"""In the answer of a database elsewhere, and in what leaves the owner's own screen, fewer are folded."""


@dataclass(frozen=True)
class Options:
    """What a person chose about paths."""

    gap: float | None = None
    """Days without a contact after which another visit begins; ``None``: a path is all of a case."""
    anchor: str | None = None
    """The touchpoint around which steps are counted."""
    funnel: tuple[str, ...] = ()
    """Touchpoints that follow one another, with others between."""
    top: int | None = None
    """So many variants and edges are listed; ``None``: all."""
    least: int = 1
    """Counts of fewer cases are folded or left blank."""
    period_a: str | None = None
    period_b: str | None = None
    """Two periods: a value of the period column, a month (2026-03), a quarter (2026-Q1) or a year."""

    @property
    def gap_microseconds(self) -> int | None:
        """The gap in the unit of the events' times."""
        return None if self.gap is None else round(self.gap * DAY)


def place_of(facts: LogFacts, name: str) -> int:
    """Return the number of the touchpoint that a person named, in any letter case and with any spaces.

    Raises
    ------
    ArgumentError
        When there is none; the message lists those there are.
    """
    wanted = " ".join(name.split())
    if wanted in facts.touchpoints:
        return facts.touchpoints.index(wanted)
    folded = [one.casefold() for one in facts.touchpoints]
    if wanted.casefold() in folded:
        return folded.index(wanted.casefold())
    raise ArgumentError("touchpoint_unknown", value=name, known=", ".join(facts.touchpoints)[:600])
