"""The parts of a Picture, in slide coordinates: boxes, text, axes, quadrants, bubbles, labels and legends.

One unit is one point (1/72 inch) of the slide; the origin is the top left corner, y runs down. A 16:9
slide is 960 x 540.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from cx.records import Quadrant

Point = tuple[float, float]
Stroke = Literal["solid", "dashed", "dotted"]
Emphasis = Literal["normal", "highlighted", "greyed"]
Weight = Literal["regular", "semibold"]
Align = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.top + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.left + self.width / 2, self.top + self.height / 2


_BREAK = "\N{LINE SEPARATOR}"
_BROKEN = re.compile(rf"(?<=\w[/\-\N{{EN DASH}}]){_BREAK}(?=\w)")
"""Between lines that were broken inside a word, behind one of the signs where words are broken."""


@dataclass(frozen=True)
class TextBlock:
    """Lines of text in a box, already wrapped and measured."""

    lines: tuple[str, ...]
    box: Box
    size: float
    """Type size in points."""
    colour: str
    weight: Weight = "regular"
    align: Align = "left"

    @property
    def text(self) -> str:
        """The lines as one string; what was broken behind a hyphen or a stroke has no space there.

        Examples
        --------
        >>> TextBlock(("Between 2026-", "04 and May –", "June"), Box(0, 0, 9, 9), 12, "#000000").text
        'Between 2026-04 and May – June'
        """
        return _BROKEN.sub("", _BREAK.join(self.lines)).replace(_BREAK, " ")


@dataclass(frozen=True)
class Tick:
    """A value on an axis, its place and its words."""

    value: float
    position: float
    label: str


@dataclass(frozen=True)
class Axis:
    """An axis with the ends of the plot in data units, and its ticks."""

    title: str
    minimum: float
    maximum: float
    ticks: tuple[Tick, ...]
    log: bool = False
    """Whether places follow the logarithm of the value; the ends are logarithms (base 10) then."""
    settled: tuple[float, float] | None = None
    """The range that follows from the data alone, and is the same on a sheet of any size and with any type;
    the ticks stand in it. What the plot shows beyond it is room for bubbles and headings. ``None`` where a
    part was chosen."""

    def share(self, value: float) -> float:
        """Return where a value lies between the two ends, 0..1."""
        place = math.log10(value) if self.log else value
        return (place - self.minimum) / (self.maximum - self.minimum)

    def value(self, share: float) -> float:
        """Return the value at a place between the two ends, 0..1."""
        place = self.minimum + share * (self.maximum - self.minimum)
        return 10.0**place if self.log else place


@dataclass(frozen=True)
class QuadrantArea:
    """A tinted quadrant with its strategy's name in the outer corner."""

    quadrant: Quadrant
    box: Box
    tint: str
    name: TextBlock


@dataclass(frozen=True)
class CrosshairLine:
    """One of the two lines, with its value in words."""

    axis: Literal["satisfaction", "impact"]
    value: float
    start: tuple[float, float]
    end: tuple[float, float]
    label: TextBlock


@dataclass(frozen=True)
class Disc:
    """A bubble as drawn."""

    id: str
    """The bubble's id in the matrix."""
    name: str
    """The full name, however its label is drawn."""
    x: float
    y: float
    radius: float
    satisfaction: float
    impact: float | None
    """Where it stands on the impact axis: below 0 for a negative driver."""
    fill: str
    outline: str
    opacity: float
    outline_width: float
    stroke: Stroke
    group: str
    """What its colour stands for: a quadrant's id, or a journey, channel or segment."""
    hover: tuple[str, ...]
    """Lines of plain text (not escaped) with the numbers."""
    emphasis: Emphasis = "normal"
    """``highlighted`` or ``greyed`` where some bubbles were chosen to stand out; the colours say so."""


@dataclass(frozen=True)
class Label:
    """A name (or a number that the key explains) at its place."""

    id: str
    """The bubble's id."""
    block: TextBlock
    inside: bool
    """Whether it stands inside its own bubble."""
    leader: tuple[tuple[float, float], tuple[float, float]] | None = None
    """From the bubble's edge to the label, where it stands apart."""
    in_key: bool = False
    """Whether the label is a number whose name stands in the key."""


@dataclass(frozen=True)
class LegendBubble:
    """A reference bubble of the size legend."""

    volume: float
    x: float
    y: float
    radius: float
    label: TextBlock


@dataclass(frozen=True)
class LegendColour:
    """A colour and what it stands for, where quadrants do not give the colour."""

    colour: str
    outline: str
    x: float
    y: float
    radius: float
    label: TextBlock
