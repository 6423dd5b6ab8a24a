"""Colours: the palette, a brand's own, what they stand for, and which eyes tell them apart."""

from cx.picture.colour.brand import colour_findings, look_into_shade, shades
from cx.picture.colour.groups import LOOK_INTO, Grouping, grouping, shade_of
from cx.picture.colour.lenses import EXPECTED_SHADE, GUESS_SHADE, LEVEL_SHADES, MET_SHADES
from cx.picture.colour.palette import (
    BORDERLINE_OPACITY,
    CROSSHAIR,
    FILL_OPACITY,
    GREYED_OPACITY,
    GREYED_TEXT,
    GRID,
    GROUND,
    GROUP_SHADES,
    HIGHLIGHT_WIDTH,
    INK,
    LATE,
    LOOK_INTO_SHADE,
    OTHER_SHADE,
    OUTLINE_WIDTH,
    QUADRANT_SHADES,
    SECONDARY,
    Shade,
)
from cx.picture.colour.vision import contrast, mixed

__all__ = [
    "BORDERLINE_OPACITY",
    "CROSSHAIR",
    "EXPECTED_SHADE",
    "FILL_OPACITY",
    "GREYED_OPACITY",
    "GREYED_TEXT",
    "GRID",
    "GROUND",
    "GROUP_SHADES",
    "GUESS_SHADE",
    "HIGHLIGHT_WIDTH",
    "INK",
    "LATE",
    "LEVEL_SHADES",
    "LOOK_INTO",
    "LOOK_INTO_SHADE",
    "MET_SHADES",
    "OTHER_SHADE",
    "OUTLINE_WIDTH",
    "QUADRANT_SHADES",
    "SECONDARY",
    "Grouping",
    "Shade",
    "colour_findings",
    "contrast",
    "grouping",
    "look_into_shade",
    "mixed",
    "shade_of",
    "shades",
]
