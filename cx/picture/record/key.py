"""Numbers on bubbles, and the names that they stand for."""

from __future__ import annotations

from dataclasses import dataclass

from cx.picture.record.parts import TextBlock


@dataclass(frozen=True)
class KeyEntry:
    """A number on a bubble and the name it stands for."""

    number: int
    id: str
    name: str
    figure: TextBlock
    """The number."""
    block: TextBlock
    """The name."""


@dataclass(frozen=True)
class NumberedName:
    """A bubble whose name the key has no room for."""

    number: int | None
    """The number on the bubble; ``None`` where the crowd leaves no place for a number either."""
    id: str
    """The bubble's id."""
    name: str
