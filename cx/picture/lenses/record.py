"""What the picture of a lens is made of: rows in the unit of the lens, and the drawing made of them."""

from __future__ import annotations

from dataclasses import dataclass

from cx.picture.record import Ink, TextBlock
from cx.picture.render import Target
from cx.records.lenses import Lens


@dataclass(frozen=True)
class Part:
    """A piece of a bar."""

    start: float
    end: float
    fill: str
    outline: str = ""


@dataclass(frozen=True)
class Spot:
    """A dot on a row."""

    at: float
    fill: str
    outline: str


@dataclass(frozen=True)
class Row:
    """One touchpoint: values along the axis, in the unit of the lens."""

    name: str
    figure: str
    """What stands at the right of the row."""
    parts: tuple[Part, ...] = ()
    link: tuple[float, float] | None = None
    """A line from one value to another."""
    arrow: bool = False
    """Whether the line ends in an arrow's head."""
    interval: tuple[float, float] | None = None
    spots: tuple[Spot, ...] = ()
    hover: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A line of the legend."""

    fill: str
    outline: str
    words: str


@dataclass(frozen=True)
class Chart:
    """What is drawn, before anything has a place."""

    rows: tuple[Row, ...]
    least: float
    most: float
    ticks: tuple[tuple[float, str], ...]
    axis: str
    """What runs along it."""
    head: str
    """What the figures at the right are."""
    legend: tuple[Entry, ...] = ()
    grid: bool = True
    """Whether values are marked by lines through all rows."""
    steps: bool = False
    """Whether the axis has steps with names instead of values: those stand above the rows."""


@dataclass(frozen=True)
class LensPicture:
    """The picture, in points from its top left corner."""

    lens: Lens
    width: float
    height: float
    inks: tuple[Ink, ...]
    """The axis first, then the rows from top to bottom."""
    texts: tuple[TextBlock, ...]
    targets: tuple[Target, ...]
    """What can be pointed at: each row."""
    alt: str
    shown: int
    """How many touchpoints are drawn ..."""
    count: int
    """... of so many that there are."""
