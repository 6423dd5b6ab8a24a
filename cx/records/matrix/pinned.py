"""A note that a person pinned to a place of the matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from cx.records.bounds import VAST, Within

MOST_NOTES: Final = 30
LONGEST_NOTE: Final = 200
"""In characters: so many still stand beside names."""
Upwards = Literal["impact", "volume", "rank"]
"""What runs upwards in a picture: volume where there is no impact, the order of satisfaction without both."""


@dataclass(frozen=True)
class PinnedNote:
    """Words at a place of the matrix; drawn wherever the same runs upwards."""

    id: Annotated[str, Within(1, 40)]
    """Its own among the notes of a picture."""
    words: Annotated[str, Within(1, LONGEST_NOTE)]
    """As typed; drawn in lines of our own."""
    satisfaction: Annotated[float, Within(-VAST, VAST)]
    height: Annotated[float, Within(-VAST, VAST)]
    """The impact at its place, or what runs upwards instead."""
    upwards: Upwards = "impact"
