"""What lenses are handed: records of the matrix, of responses, of a log, and of what people assessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final

from cx.records.bounds import VAST, Within
from cx.records.file import Paired, SegmentEffect, StandardMet, ThreeLevels, Touchpoints
from cx.records.lenses.assessments import Assessment

MOST_WISHED: Final = 12
"""Moments that are wished for: of more the matrix would say nothing any more."""


@dataclass(frozen=True)
class Wished:
    """A moment that does not exist yet, where people would like to have it on the matrix."""

    name: str
    satisfaction: Annotated[float, Within(-VAST, VAST)]
    impact: Annotated[float, Within(-VAST, VAST)]


@dataclass(frozen=True)
class LensSettings:
    """What a person chose for the lenses."""

    fresh_days: Annotated[int, Within(1, 3_650)] = 365
    """An answer is fresh so many days before the latest date in the files."""
    promise: str = ""
    """The brand's promise, in the user's words."""
    segment: str = ""
    """The column of segments in which moments are told; empty: the only one."""
    wished: Annotated[tuple[Wished, ...], Within(0, MOST_WISHED)] = ()
    """Moments that could be created; drawn where the lens of moments is on."""


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
    impact_crosshair: float | None = None
    """Where it divides impact; ``None`` where there is none, or none that the data show."""
    paired: Mapping[str, Paired] = field(default_factory=dict)
    levels: Mapping[str, ThreeLevels] = field(default_factory=dict)
    overall_levels: ThreeLevels | None = None
    """The same over all contacts of the log."""
    month_levels: Mapping[str, ThreeLevels] = field(default_factory=dict)
    """The same over all contacts of a month, as in ``2026-03``."""
    standards: Mapping[str, StandardMet] = field(default_factory=dict)
    effects: Mapping[str, tuple[SegmentEffect, ...]] = field(default_factory=dict)
    """Touchpoint to its effect in each segment."""
    exposure_effects: Mapping[str, float] = field(default_factory=dict)
    differing: frozenset[str] = frozenset()
    """Touchpoints whose effect differs between segments beyond chance (METHODS 10.5)."""
    assessments: tuple[Assessment, ...] = ()
    settings: LensSettings = LensSettings()
