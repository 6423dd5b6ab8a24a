"""Which touchpoint a person named."""

from __future__ import annotations

from cx.errors import ArgumentError
from cx.records.journeys import LogFacts, Options

__all__ = ["Options", "place_of"]


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
