"""A name as it is written: broken into lines, and where it stood before."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """A name broken into lines, with its size."""

    owner: int
    lines: tuple[str, ...]
    width: float
    height: float
    numbered: bool
    """Whether it is a number that the key explains."""
    widths: tuple[float, ...] = ()
    """The width of each line."""


@dataclass(frozen=True)
class Kept:
    """Where a name stood in another picture."""

    lines: tuple[str, ...]
    right: float
    down: float
    """From the middle of its bubble to the top left corner of the name."""
    radius: float
    side: int = -1
    """Which side of its bubble that was, as :func:`sides` counts; -1 where that is not known."""
