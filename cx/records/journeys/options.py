"""What is asked of paths beside the figures that all of them have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cx.records.bounds import MOST, Within

DAY = 86_400_000_000
"""Microseconds."""
_CENTURY = 36_525.0
"""Days."""


@dataclass(frozen=True)
class Options:
    """What a person chose about paths."""

    gap: Annotated[float, Within(0.0, _CENTURY)] | None = None
    """Days without a contact after which another visit begins; ``None``: a path is all of a case."""
    anchor: str | None = None
    """The touchpoint around which steps are counted."""
    funnel: tuple[str, ...] = ()
    """Touchpoints that follow one another, with others between."""
    top: Annotated[int, Within(1, MOST)] | None = None
    """So many variants and edges are listed; ``None``: all."""
    least: Annotated[int, Within(1, MOST)] = 1
    """Counts of fewer cases are folded or left blank."""
    period_a: str | None = None
    period_b: str | None = None
    """Two periods: a value of the period column, a month (2026-03), a quarter (2026-Q1) or a year."""

    @property
    def gap_microseconds(self) -> int | None:
        """The gap in the unit of the events' times."""
        return None if self.gap is None else round(self.gap * DAY)
