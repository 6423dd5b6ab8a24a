"""How the touchpoints of a further file were matched with those of the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NameMatch:
    """A touchpoint of a further file, and the one of the table that it may be."""

    name: str
    other: str
    score: float
    """How much they look alike, 0..100; 100 where a person matched them."""


@dataclass(frozen=True)
class Join:
    """What became of the touchpoints of one further file."""

    file: str
    sheet: str
    exact: tuple[str, ...]
    """Those of the same name."""
    confirmed: tuple[NameMatch, ...]
    """Those that a person matched."""
    proposed: tuple[NameMatch, ...]
    """Those that look like one of the table; not joined until a person says so."""
    unmatched: tuple[str, ...]
    """Those that are like none of the table; not used."""
    missing: tuple[str, ...]
    """Touchpoints of the table that the file has nothing about."""
