"""The Picture and its parts: what every renderer draws."""

from cx.picture.record.ink import Ink, InkArea, InkDot, InkLine, rectangle
from cx.picture.record.key import KeyEntry, NumberedName
from cx.picture.record.marks import Arrow, Ghost, Ground, PlacedLogo, PlacedNote, PriorityLine, RegionShape
from cx.picture.record.parts import (
    Align,
    Axis,
    Box,
    CrosshairLine,
    Disc,
    Label,
    LegendBubble,
    LegendColour,
    Point,
    QuadrantArea,
    Stroke,
    TextBlock,
    Tick,
    Weight,
)
from cx.picture.record.picture import Picture

__all__ = [
    "Align",
    "Arrow",
    "Axis",
    "Box",
    "CrosshairLine",
    "Disc",
    "Ghost",
    "Ground",
    "Ink",
    "InkArea",
    "InkDot",
    "InkLine",
    "KeyEntry",
    "Label",
    "LegendBubble",
    "LegendColour",
    "NumberedName",
    "Picture",
    "PlacedLogo",
    "PlacedNote",
    "Point",
    "PriorityLine",
    "QuadrantArea",
    "RegionShape",
    "Stroke",
    "TextBlock",
    "Tick",
    "Weight",
    "rectangle",
]
