"""What is told of a refreshed deck before anybody accepts it: an entry for each thing, without words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..pipe.refusal import Refused

_LONGEST = 300
_MOST = 20_000
"""Entries that a person is told; a deck of which there is more to tell was not made by people."""


@dataclass
class Told:
    """The entries so far; where they are about is set as the work goes on."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    slide: int = 0
    """The number of the slide in the old deck, from 1."""
    title: str = ""
    key: str = ""

    def at(self, slide: int, title: str, key: str) -> None:
        """Say which slide the next entries are about."""
        self.slide, self.title, self.key = slide, title[:_LONGEST], key

    def add(self, what: str, **about: object) -> None:
        """Add an entry; raises :class:`Refused` beyond what a deck can have."""
        if len(self.entries) >= _MOST:
            raise Refused("deck_damaged")
        place = {"slide": self.slide, "title": self.title, "key": self.key}
        self.entries.append({"what": what, **place, **about})

    def edited(self, part: str, before: Iterable[str], now: Iterable[str]) -> None:
        """Say that somebody's words stay, and what the new figures would say there."""
        self.add("edited", part=part, words=_short(before), new=_short(now))

    def of_slide(self, what: str) -> list[dict[str, Any]]:
        """Return the entries of one kind about the present slide."""
        return [one for one in self.entries if one["what"] == what and one["slide"] == self.slide]


def _short(words: Iterable[str]) -> str:
    said = " / ".join(words)
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
