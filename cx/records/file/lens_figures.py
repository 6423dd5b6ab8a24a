"""What responses and logs say of a touchpoint beside satisfaction and impact: what lenses are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from cx.records.bounds import Count

GapFigure = Literal["satisfaction", "expectation", "impact"]
"""What a guess may be about."""


@dataclass(frozen=True)
class Paired:
    """What one touchpoint's respondents get and expect, each asked of the same people."""

    experience: float
    expectation: float
    error: float | None
    """Standard error of the mean difference; ``None``: not known."""
    freedom: float | None
    """Degrees of freedom of that error."""
    n: float
    """How many answered both."""
    dimension: str = ""


@dataclass(frozen=True)
class ThreeLevels:
    """Contacts of one touchpoint by METHODS 12: their numbers, and what makes them less than independent."""

    contacts: Count
    """Those that could be followed."""
    negative: Count
    reactive: Count
    proactive: Count
    design_effects: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Of the shares, in the order above; at least 1."""
    unfollowed: Count = 0
    """Contacts of the log's last 168 hours that were too late to be followed, and count all the same."""
    last: dt.date | None = None
    customers: Count | None = None
    """Different ones; ``None``: not known."""
    first: dt.date | None = None
    """The day of its first contact; ``None``: not kept."""


@dataclass(frozen=True)
class StandardMet:
    """Contacts of one touchpoint for which it is known whether their standard was met."""

    met: Count
    measured: Count
    design_effect: float = 1.0
    """What whole customers cost the share, at least 1."""
    customers: Count | None = None
    """Different ones with a contact that was measured; ``None``: not known."""


@dataclass(frozen=True)
class Unscored:
    """A touchpoint of a joined file that has no satisfaction anywhere: nothing draws it, coverage sees it."""

    volume: float | None = None
    impact: float | None = None


@dataclass(frozen=True)
class SegmentEffect:
    """The effect of a touchpoint on the outcome within one segment."""

    segment: str
    n: Count
    effect: float
    low: float
    high: float
    told: bool
    """Whether the segment is large enough to be told apart (METHODS 12, moments)."""
