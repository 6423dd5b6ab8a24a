"""Colours, and how lines and fills carry them: meaning, never decoration.

Derived from the palette of Okabe and Ito; each text shade reads at 4.5:1 or better on white.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
LATE = "#A64700"
"""What is past its date, on screens and on bubbles."""


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

LOOK_INTO_SHADE = Shade("#73396F", "#5E2A5B", "#F4EFF4")
"""Of negative drivers, which are looked into first whatever their quadrant: bubbles and lists. No eye takes
it for a colour of a quadrant."""
LOOK_INTO_OTHERWISE = Shade("#3E4659", "#2E3545", "#F0F1F3")
"""The same, where a brand has a colour like the first one for a quadrant."""

GROUP_SHADES: tuple[Shade, ...] = (
    Shade("#B876E5", "#8751A9", "#F9F3FD"),
    Shade("#916B30", "#7D5B26", "#F5F2EC"),
    Shade("#32246B", "#32246B", "#EDEBF2"),
    Shade("#DDDD4B", "#777728", "#FCFCEF"),
    Shade("#76E5E5", "#3F7C7C", "#F3FDFD"),
    Shade("#422424", "#422424", "#EEEBEB"),
    Shade("#A1EDA1", "#4C744C", "#F7FDF7"),
    Shade("#2727CE", "#2727CE", "#ECECFB"),
)
"""For journeys, channels and segments, in this order: none is like a colour of a quadrant to any eye, and
each two are told apart by eyes that see no red and green (:func:`~cx.picture.colour.vision.difference`)."""
OTHER_SHADE = Shade("#9AA1A9", "#575C63", "#F3F4F5")
"""For the groups beyond the eighth, and for bubbles without a quadrant or group."""
