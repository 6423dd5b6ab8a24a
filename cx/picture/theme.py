"""Colours and type sizes: meaning, never decoration.

Derived from the palette of Okabe and Ito; each text shade reads at 4.5:1 or better on white.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from cx.records import Quadrant

INK = "#1F2933"
SECONDARY = "#52606D"
CROSSHAIR = "#52606D"
GRID = "#E4E7EB"
GROUND = "#FFFFFF"

FILL_OPACITY = 0.60
BORDERLINE_OPACITY = 0.30
OUTLINE_WIDTH = 1.5 * 0.75
"""1.5 pixels at 1280 pixels wide; a picture's unit is 1/72 inch, a pixel's 1/96."""
HIGHLIGHT_WIDTH = 3 * 0.75
GREYED_OPACITY = 0.25
GREYED_TEXT = "#8B95A1"


@dataclass(frozen=True)
class Shade:
    """A colour as a fill, as text on white, and as a tint behind bubbles."""

    fill: str
    text: str
    tint: str


QUADRANT_SHADES: Mapping[Quadrant, Shade] = MappingProxyType(
    {
        "fix_first": Shade("#D55E00", "#A64700", "#FDF1E8"),
        "expand_reach": Shade("#009E73", "#00694D", "#E8F6F1"),
        "minimise_cost": Shade("#0072B2", "#005A8E", "#E8F2F9"),
        "simplify": Shade("#7A7F87", "#575C63", "#F3F4F5"),
    }
)

GROUP_SHADES: tuple[Shade, ...] = (
    Shade("#0072B2", "#005A8E", "#E8F2F9"),
    Shade("#D55E00", "#A64700", "#FDF1E8"),
    Shade("#009E73", "#00694D", "#E8F6F1"),
    Shade("#CC79A7", "#93386B", "#FAF0F6"),
    Shade("#E69F00", "#7F5700", "#FDF5E5"),
    Shade("#56B4E9", "#1B6C9B", "#EEF7FD"),
    Shade("#F0E442", "#6B6500", "#FDFCEA"),
    Shade("#1F2933", "#1F2933", "#EDEFF1"),
)
"""For journeys, channels and segments, in this order."""
OTHER_SHADE = Shade("#9AA1A9", "#575C63", "#F3F4F5")
"""For the groups beyond the eighth, and for bubbles without a quadrant or group."""


@dataclass(frozen=True)
class Sizes:
    """Type sizes in points of a picture 960 wide."""

    title: float
    subtitle: float
    label: float
    axis: float
    tick: float
    quadrant: float
    footnote: float
    least: float
    """What a key shrinks to where it would not be complete otherwise."""

    def scaled(self, factor: float) -> Sizes:
        """Return the sizes times a factor."""
        return replace(self, **{name: value * factor for name, value in vars(self).items()})


SCREEN_SIZES = Sizes(
    title=21, subtitle=12, label=10.5, axis=10.5, tick=9.75, quadrant=10.5, footnote=9, least=7.65
)
"""28, 16, 14 and 12 pixels on a screen 1280 pixels wide."""
DECK_SIZES = Sizes(title=28, subtitle=14, label=12, axis=12, tick=12, quadrant=12, footnote=10, least=10)
"""What a slide needs to be read from the back of a room."""
