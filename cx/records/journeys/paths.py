"""The paths of a log as they are delivered and kept: their figures, of which log, and how it was asked."""

from __future__ import annotations

from dataclasses import dataclass

from cx.records.journeys.customer_filter import Only
from cx.records.journeys.figures import Journeys
from cx.records.journeys.options import Options

SHARED_LEAST = 10
"""Fewer customers than these are folded wherever others see the figures, unless another number is chosen."""


@dataclass(frozen=True)
class Paths:
    """Figures that leave the screen of whoever has the log."""

    found: Journeys
    files: tuple[str, ...]
    """The names of the files, without their folders."""
    options: Options
    """How the figures were asked for; ``least`` is what they were folded below."""
    only: tuple[Only, ...] = ()
    """Of which customers alone; all of the conditions hold."""
    sides: tuple[Journeys, ...] = ()
    """Of two periods that were chosen the figures of each alone, for its map; empty where none are."""
    outcome: str | None = None
    """The header of what came of each case."""
    within: tuple[tuple[str, str], ...] = ()
    """Of which paths alone, by columns and the value that their first event has in each."""
