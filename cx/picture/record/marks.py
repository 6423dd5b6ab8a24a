"""What options add to the picture: lines of equal priority, regions, arrows and hollow bubbles."""

from __future__ import annotations

from dataclasses import dataclass

from cx.picture.record.ink import Ink, InkArea, InkDot, InkLine
from cx.picture.record.parts import Box, Point, TextBlock
from cx.records import Logo


@dataclass(frozen=True)
class PriorityLine:
    """A line along which touchpoints of equal volume have the same priority; drawn behind the bubbles."""

    times: float
    """Its priority as a multiple of the lowest line's."""
    points: tuple[Point, ...]
    """An open line inside the plot."""
    label: TextBlock
    """The multiple, at the line's end inside the plot."""


@dataclass(frozen=True)
class RegionShape:
    """Where a bubble may lie with 95% confidence; drawn behind the bubbles, cut at the plot's edges."""

    id: str
    """The bubble's id."""
    points: tuple[Point, ...]
    """The corners of an area, the last joined to the first; or the two ends of an interval."""
    area: bool
    colour: str


@dataclass(frozen=True)
class Ground:
    """A patch of the ground's colour behind a name that a line runs through; drawn above all lines."""

    id: str
    """Of the name's bubble, or its quadrant."""
    box: Box
    colour: str


@dataclass(frozen=True)
class Arrow:
    """From where a bubble stood in the earlier period to where it stands; drawn behind the bubbles."""

    id: str
    start: Point
    end: Point
    """At the bubble's edge; the tip of the head."""
    head: tuple[Point, Point, Point]
    """The filled triangle at the end, its tip first."""
    colour: str


@dataclass(frozen=True)
class PlacedLogo:
    """A logo at its place in the corner of a file."""

    box: Box
    logo: Logo


@dataclass(frozen=True)
class PlacedNote:
    """Words that a person pinned to a place: a pin there, and a box beside it, above the bubbles."""

    id: str
    words: str
    pin: InkDot
    ground: InkArea
    block: TextBlock
    leader: InkLine | None = None
    """From the pin to the box, where that found room farther away."""

    @property
    def inks(self) -> tuple[Ink, Ink]:
        """What is drawn: the pin with its line, and the box with its words."""
        lines = (self.leader,) if self.leader else ()
        return Ink(self.id, lines=lines, dots=(self.pin,)), Ink(
            self.id, areas=(self.ground,), blocks=(self.block,)
        )

    @property
    def box(self) -> Box:
        """The box with its words."""
        return self.ground.box


@dataclass(frozen=True)
class Ghost:
    """A hollow bubble of another segment: outlined, not filled; drawn behind the bubbles."""

    id: str
    """The bubble's id in that segment's matrix."""
    name: str
    x: float
    y: float
    radius: float
    outline: str
