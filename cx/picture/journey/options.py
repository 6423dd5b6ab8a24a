"""What is asked of a map of journeys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from cx.picture.journey.record import Measure
from cx.picture.type import SCREEN_SIZES, Font, Sizes
from cx.records import Logo, Quadrant
from cx.records.journeys import Journeys
from cx.text import Language

SLIDE = (960.0, 540.0)
PAIR = (960.0, 760.0)
"""Two maps need more height than one."""


@dataclass(frozen=True)
class MapOptions:
    """How the map is to be drawn."""

    day: dt.date
    """What the footnote is dated."""
    lang: Language = "en"
    measure: Measure = "customers"
    variants: int | None = None
    """So many of the most common different paths are drawn; ``None``: as many as can be read."""
    whole: Journeys | None = None
    """The paths of all periods and segments, which decide where touchpoints stand; ``None``: those drawn."""
    quadrants: Mapping[str, Quadrant] = field(default_factory=dict)
    """Touchpoint to its quadrant on the matrix."""
    colours: Mapping[Quadrant, str] = field(default_factory=dict)
    """Brand colours of quadrants."""
    strategies: Mapping[Quadrant, str] = field(default_factory=dict)
    """What each quadrant's strategy is called, for the legend."""
    about: Sequence[str] = ()
    """What is drawn, in words for the subtitle: a period, a segment, a filter."""
    shares: bool = False
    """Whether figures are shares of all cases instead of numbers of those drawn: so two sides compare."""
    differs: Collection[str | tuple[str, str]] = ()
    """Touchpoints and steps that differ from the other side beyond chance: they stand out."""
    source: str = ""
    """Where the events come from."""
    title: str | None = None
    """Instead of the finding."""
    size: tuple[float, float] = SLIDE
    """Width and height of the sheet in points."""
    sizes: Sizes = SCREEN_SIZES
    type_scale: float = 1.0
    font: Font | None = None
    """What text is measured with; ``None``: Source Sans."""
    headings: bool = True
    """Whether there is room for title and subtitle."""
    logo: Logo | None = None
    """Beside title and subtitle, where they are drawn."""
