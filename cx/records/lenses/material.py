"""What lenses are handed: records of the matrix, of responses, of a log, and of what people assessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from cx.records.bounds import Count, Within
from cx.records.file import Touchpoints
from cx.records.lenses.assessed import Assessment


@dataclass(frozen=True)
class LensSettings:
    """What a person chose for the lenses."""

    fresh_days: Annotated[int, Within(1, 3_650)] = 365
    """An answer is fresh so many days before the latest date in the files."""
    promise: str = ""
    """The brand's promise, in the user's words."""
    segment: str = ""
    """The column of segments in which moments are told; empty: the only one."""


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


@dataclass(frozen=True)
class Material:
    """Everything that lenses read. What is not there makes no lens fail: it has nothing to show."""

    touchpoints: Touchpoints | None = None
    impact: Mapping[str, float] = field(default_factory=dict)
    """Touchpoint to signed impact (a share where it was derived), also of those without satisfaction."""
    satisfaction: Mapping[str, tuple[float, float | None]] = field(default_factory=dict)
    """Touchpoint to satisfaction on the matrix and its standard error."""
    volume: Mapping[str, float] = field(default_factory=dict)
    crosshair: float | None = None
    """Where the matrix divides satisfaction."""
    paired: Mapping[str, Paired] = field(default_factory=dict)
    levels: Mapping[str, ThreeLevels] = field(default_factory=dict)
    overall_levels: ThreeLevels | None = None
    """The same over all contacts of the log."""
    effects: Mapping[str, tuple[SegmentEffect, ...]] = field(default_factory=dict)
    """Touchpoint to its effect in each segment."""
    exposure_effects: Mapping[str, float] = field(default_factory=dict)
    differing: frozenset[str] = frozenset()
    """Touchpoints whose effect differs between segments beyond chance (METHODS 10.5)."""
    assessments: tuple[Assessment, ...] = ()
    settings: LensSettings = LensSettings()
