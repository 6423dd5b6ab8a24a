"""What a person sets on the screen about the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from cx.records.bounds import MOST_TOUCHPOINTS, Within
from cx.records.matrix.picture_options import PictureOptions

CrosshairRule = Literal["mean", "median", "weighted", "midpoint", "fixed"]
CROSSHAIR_RULES: tuple[CrosshairRule, ...] = get_args(CrosshairRule)
Unit = Literal["touchpoint", "channel", "segment"]
"""One bubble per touchpoint, per touchpoint and channel, or per touchpoint and segment."""
SizeMode = Literal["area", "log", "off"]
ColourBy = Literal["quadrant", "journey", "channel", "segment"]
_Names = Annotated[tuple[str, ...], Within(0, MOST_TOUCHPOINTS)]
"""As many as a table may have of each."""


@dataclass(frozen=True)
class Filters:
    """What is left in view; an empty tuple leaves everything in."""

    journeys: _Names = ()
    channels: _Names = ()
    segments: _Names = ()
    period: str | None = None
    """One period; ``None`` is the latest."""

    @property
    def active(self) -> bool:
        """Whether anything but the default view was asked for."""
        return bool(self.journeys or self.channels or self.segments or self.period is not None)


@dataclass(frozen=True)
class PriorityTerms:
    """Which terms the priority score multiplies (METHODS 7)."""

    impact: bool = True
    gap: bool = True
    volume: bool | None = None
    """``None``: yes where volumes are known, but not for derived impact: it grows with exposure already."""


@dataclass(frozen=True)
class Settings:
    """What a person sets about the matrix; everything has a sensible default."""

    crosshair_rule: CrosshairRule = "mean"
    fixed: tuple[float, float] | None = None
    """The two lines (satisfaction, impact) of the rule ``fixed``."""
    freeze: bool = True
    """Keep the crosshair of the default view while filters are on."""
    unit: Unit = "touchpoint"
    filters: Filters = field(default_factory=Filters)
    size: SizeMode = "area"
    labels: bool = True
    colour_by: ColourBy = "quadrant"
    target: float | None = None
    """The satisfaction to aim for; ``None``: the satisfaction line of the crosshair."""
    priority_terms: PriorityTerms = field(default_factory=PriorityTerms)
    min_n: Annotated[int, Within(0, 1_000_000_000)] = 30
    """Fewer answers than this is a small base."""
    goal: str | None = None
    """The business goal on the impact axis; ``None``: the impact column's header."""
    currency: str | None = None
    """The currency of all money, by ISO 4217; ``None``: neither chosen nor found in a file."""
    look: PictureOptions = field(default_factory=PictureOptions)
    """How the picture is drawn."""
    strategies: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """(language, quadrant) to (name, text), where the user changed them."""
    seed: Annotated[int, Within(-1_000_000_000, 1_000_000_000)] = 1
