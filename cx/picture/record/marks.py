"""What options add to the picture: lines of equal priority, regions, arrows and hollow bubbles."""

from __future__ import annotations

from dataclasses import dataclass

from cx.picture.record.parts import Box, Point, TextBlock


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
class Ghost:
    """A hollow bubble of another segment: outlined, not filled; drawn behind the bubbles."""

    id: str
    """The bubble's id in that segment's matrix."""
    name: str
    x: float
    y: float
    radius: float
    outline: str
