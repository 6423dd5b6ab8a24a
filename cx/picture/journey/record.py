"""The map of journeys: what every renderer draws, in the coordinates of a slide.

One unit is one point (1/72 inch); the origin is the top left corner, y runs down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cx.picture.record import Box, LegendBubble, LegendColour, PlacedLogo, Point, TextBlock
from cx.records import Quadrant
from cx.text import Language

Kind = Literal["forward", "backward", "self"]
"""To a touchpoint that typically comes later, to one that comes earlier, or the same one again."""
Measure = Literal["customers", "time"]
"""What the edges show: how many took the step, or the median time it takes."""
_PARTS = 12
"""Straight lines that stand for one part of a curve."""


@dataclass(frozen=True)
class MapNode:
    """A touchpoint: a disc with its name below it."""

    name: str
    box: Box
    """The square around its disc, whose area is true to the customers."""
    customers: int
    """Of those drawn."""
    label: TextBlock
    """The name, in as many lines as it needs."""
    figure: TextBlock
    """The customers in words, below the name."""
    quadrant: Quadrant | None
    """Where it lies on the matrix; ``None`` where it has no place there."""
    fill: str
    outline: str
    opacity: float
    outline_width: float
    hover: tuple[str, ...]
    """Lines of plain text (not escaped), the name first."""
    told: bool = False
    """Whether it differs from the other side beyond chance."""


@dataclass(frozen=True)
class MapEdge:
    """The step from one touchpoint to the next."""

    start: str
    end: str
    kind: Kind
    curve: tuple[Point, ...]
    """A Bézier curve: its start, then three points for each part, the third of which is on the curve."""
    head: tuple[Point, Point, Point]
    """The filled triangle at its end, the tip first."""
    customers: int
    median_seconds: float | None
    weight: float
    """What the width stands for: customers, or seconds."""
    width: float
    colour: str
    opacity: float
    label: TextBlock | None
    """The measure in words; ``None`` where no place was free: then the hover alone says it."""
    hover: tuple[str, ...]
    told: bool = False
    """Whether it differs from the other side beyond chance."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The curve as a line of short straight parts."""
        found = [self.curve[0]]
        for at in range(1, len(self.curve), 3):
            found += flattened(self.curve[at - 1 : at + 3])
        return tuple(found)


@dataclass(frozen=True)
class JourneyMap:
    """The map of the paths that customers take, ready to be drawn."""

    width: float
    height: float
    lang: Language
    measure: Measure
    plane: Box
    """Everything but headings, footnote and legends lies in it."""
    nodes: tuple[MapNode, ...]
    """From left to right, and from the top down; none where nothing can be drawn."""
    edges: tuple[MapEdge, ...]
    """The weakest first, so that strong ones are drawn on top."""
    title: TextBlock
    """The finding, two lines at most."""
    subtitle: TextBlock
    footnote: TextBlock
    alt: str
    """The finding in words, for those who do not see the map."""
    cases: int
    """All there are."""
    cases_drawn: int
    variants_drawn: int
    variant_count: int
    headings: bool = True
    """Whether title and subtitle are drawn; where not, the page or the slide shows them itself."""
    size_legend: tuple[LegendBubble, ...] = ()
    colour_legend: tuple[LegendColour, ...] = ()
    """The quadrants that occur."""
    panels: tuple[TextBlock, ...] = ()
    """What each part shows, where two stand in one picture."""
    message: TextBlock | None = None
    """What stands there where there is nothing to draw."""
    logo: PlacedLogo | None = None
    """Of a file that has no page around it; a slide has its own."""

    @property
    def share_drawn(self) -> float:
        """The drawn share of all cases, 0 to 1."""
        return self.cases_drawn / self.cases if self.cases else 0.0

    @property
    def texts(self) -> tuple[TextBlock, ...]:
        """Every block of text."""
        return (
            *((self.title, self.subtitle) if self.headings else ()),
            self.footnote,
            *((self.message,) if self.message else ()),
            *self.panels,
            *(block for node in self.nodes for block in (node.label, node.figure)),
            *(edge.label for edge in self.edges if edge.label),
            *(bubble.label for bubble in self.size_legend),
            *(entry.label for entry in self.colour_legend),
        )


def flattened(part: tuple[Point, ...], parts: int = _PARTS) -> list[Point]:
    """Return points along one part of a curve, without its start.

    Examples
    --------
    >>> flattened(((0, 0), (0, 0), (3, 3), (3, 3)), 2)
    [(1.5, 1.5), (3.0, 3.0)]
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = part
    found = []
    for step in range(1, parts + 1):
        t = step / parts
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found
