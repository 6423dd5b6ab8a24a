"""Connectors of a slide: lines and bends that are glued to the shapes at both ends.

python-pptx glues only where it also moves the ends, and knows no bends out of a shape and back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cx.deliver.deck import slide
from cx.picture.record import Box, Point

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide

_DIAGONAL = (1 - math.sqrt(0.5)) / 2
DISC_SITES = (
    (0.5, 0.0),
    (_DIAGONAL, _DIAGONAL),
    (0.0, 0.5),
    (_DIAGONAL, 1 - _DIAGONAL),
    (0.5, 1.0),
    (1 - _DIAGONAL, 1 - _DIAGONAL),
    (1.0, 0.5),
    (1 - _DIAGONAL, _DIAGONAL),
)
"""Where the connection sites of an ellipse lie in its box, in the order in which PowerPoint counts them."""
BOX_SITES = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
"""The same of a rectangle."""
BOX_SIDES = {"left": 1, "right": 3}
_THIN, _THICK = 1.5, 3.5
"""In points: a thin line gets a large head, a thick one a small one."""
_UP = 270.0
_UNIT = 1.0
"""The extent in points that stands where both ends lie at one height: the bend is counted in it."""


@dataclass(frozen=True)
class Look:
    """How a connector is drawn."""

    colour: str
    width: float
    opacity: float
    dashed: bool


@dataclass(frozen=True)
class End:
    """A connection site of a shape."""

    shape: Shape
    box: Box
    site: int
    sites: tuple[tuple[float, float], ...] = DISC_SITES

    @property
    def place(self) -> Point:
        """Where it lies."""
        across, down = self.sites[self.site]
        return self.box.left + across * self.box.width, self.box.top + down * self.box.height


@dataclass(frozen=True)
class Form:
    """A connector's box before it is turned, how it is turned, and how far out it bends."""

    box: Box
    across: bool = False
    """Whether it runs from right to left."""
    upwards: bool = False
    turned: float = 0.0
    """In degrees, clockwise."""
    bend: float | None = 0.5
    """Where it bends, as a share of its width; ``None``: a straight line."""


def straight(start: Point, end: Point) -> Form:
    """Return the form of a straight line."""
    return _between(start, end, None)


def bent(start: Point, end: Point) -> Form:
    """Return the form of a bend: level, down or up, level."""
    return _between(start, end, 0.5)


def bowed(start: Point, end: Point, out: float) -> Form:
    """Return the form of a bend that comes back on the side where it leaves; it goes ``out`` so far."""
    rightwards = out > start[0]
    wide = max(abs(end[0] - start[0]), _UNIT)
    box = Box(min(start[0], end[0]), min(start[1], end[1]), wide, abs(end[1] - start[1]))
    far = abs(out - start[0]) / wide
    across = (end[0] < start[0]) if abs(end[0] - start[0]) >= _UNIT else not rightwards
    ahead = (out - start[0]) * (-1 if across else 1) >= 0
    return Form(box, across, end[1] < start[1], bend=far if ahead else -far)


def looped(start: Point, end: Point, height: float) -> Form:
    """Return the form of a loop above a shape, from its left to its right."""
    (x0, y0), (x1, y1) = start, end
    middle, deep = ((x0 + x1) / 2, (y0 + y1) / 2), x1 - x0
    box = Box(middle[0] - _UNIT / 2, middle[1] - deep / 2, _UNIT, deep)
    return Form(box, turned=_UP, bend=height / _UNIT)


def _between(start: Point, end: Point, bend: float | None) -> Form:
    (x0, y0), (x1, y1) = start, end
    box = Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
    return Form(box, x1 < x0, y1 < y0, bend=bend)


def add(made: Slide, ends: tuple[End, End], form: Form, look: Look, name: str, *, headed: bool) -> Any:
    """Add a connector from one shape to another, and return it."""
    start, end = ends
    drawn: Any = slide.straight(made.shapes, start.place, end.place, look.colour, look.width, name)
    element = drawn._element  # noqa: SLF001 - python-pptx has no call for any of this
    _glue(element, ends)
    _shape(element, form)
    _line(drawn.line._get_or_add_ln(), look, headed=headed)  # noqa: SLF001
    return drawn


def _glue(element: Any, ends: tuple[End, End]) -> None:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    properties = element.xpath("./p:nvCxnSpPr/p:cNvCxnSpPr")[0]
    for tag, end in zip(("stCxn", "endCxn"), ends, strict=True):
        xml = f'<a:{tag} {nsdecls("a")} id="{end.shape.shape_id}" idx="{end.site}"/>'
        properties.append(parse_xml(xml))


def _shape(element: Any, form: Form) -> None:
    """Write the connector's box, how it is turned, and where it bends."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    frame = element.xpath("./p:spPr/a:xfrm")[0]
    for name, on in (("flipH", form.across), ("flipV", form.upwards)):
        frame.attrib.pop(name, None)
        frame.attrib.update({name: "1"} if on else {})
    frame.attrib.update({"rot": str(round(form.turned * 60_000))} if form.turned else {})
    left, top, wide, high = (str(int(value)) for value in slide.place(form.box))
    frame.find("{*}off").attrib.update({"x": left, "y": top})
    frame.find("{*}ext").attrib.update({"cx": wide, "cy": high})
    kind = "straightConnector1" if form.bend is None else "curvedConnector3"
    bend = "" if form.bend is None else f'<a:gd name="adj1" fmla="val {round(form.bend * 100_000)}"/>'
    geometry = parse_xml(f'<a:prstGeom {nsdecls("a")} prst="{kind}"><a:avLst>{bend}</a:avLst></a:prstGeom>')
    old = element.xpath("./p:spPr/a:prstGeom")[0]
    old.getparent().replace(old, geometry)


def _line(line: Any, look: Look, *, headed: bool) -> None:
    """See-through, dashed where it goes back, with the head of an arrow at its last part."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    for colour in line.xpath("./a:solidFill/a:srgbClr"):
        colour.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{round(look.opacity * 100_000)}"/>'))
    if look.dashed:
        line.append(parse_xml(f'<a:prstDash {nsdecls("a")} val="dash"/>'))
    if headed:
        size = "lg" if look.width < _THIN else "med" if look.width < _THICK else "sm"
        line.append(parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle" w="{size}" len="{size}"/>'))
