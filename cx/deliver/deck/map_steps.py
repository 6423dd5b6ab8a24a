"""The steps of the map on a slide: connectors from disc to disc, through joints where they need some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cx.deliver.deck import connectors, routes, slide
from cx.deliver.deck.connectors import BOX_SIDES, BOX_SITES, End, Look
from cx.picture.journey import MapEdge
from cx.picture.record import Box
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide

Discs = Mapping[str, tuple["Shape", Box]]
_TOP_LEFT, _LEFT, _LOW_LEFT, _LOW_RIGHT, _RIGHT, _TOP_RIGHT = 1, 2, 3, 5, 6, 7
"""Sites of a disc."""
_TOP_OF_CURVE = 0.75
"""How high a curve rises of what its inner points say."""


@dataclass(frozen=True)
class Steps:
    """What the steps are drawn between, and what they may not run over."""

    made: Slide
    discs: Discs
    taken: Sequence[Box]
    lang: Language

    def add(self, edge: MapEdge) -> None:
        """Draw a step: steps back leave and arrive lower than steps forward."""
        name = say("deliver.shape.step", self.lang, start=edge.start, end=edge.end)
        look = Look(edge.colour, edge.width, edge.opacity, dashed=edge.kind == "backward")
        start, end = (self._end(edge, way) for way in (0, -1))
        joints = routes.joints(edge, start.place, end.place, self.taken)
        shapes = {one: slide.rectangle(self.made.shapes, one.box, None, name=name) for one in joints}
        ends, lines = [start], [bool(joints) and joints[0].start == joints[0].end]
        for stop in routes.stops(joints):
            site = BOX_SIDES[stop.side]
            ends.append(End(shapes[stop.joint], stop.joint.box, site, BOX_SITES))
            lines.append(stop.straight)
        ends.append(end)
        pieces = list(zip(pairwise(ends), lines, strict=True))
        for at, ((a, b), line) in enumerate(pieces, start=1):
            last = at == len(pieces)
            form = connectors.straight(a.place, b.place) if line else _form(edge, a, b)
            drawn = connectors.add(self.made, (a, b), form, look, name, headed=last)
            slide.describe(drawn, ". ".join(edge.hover) if last else name)

    def _end(self, edge: MapEdge, way: int) -> End:
        shape, box = self.discs[edge.end if way else edge.start]
        return End(shape, box, _site(edge, box, way))


def _form(edge: MapEdge, a: End, b: End) -> connectors.Form:
    if edge.kind == "self":
        rise = a.place[1] - min(y for _, y in edge.curve)
        return connectors.looped(a.place, b.place, _TOP_OF_CURVE * rise)
    if routes.bows(edge):
        return connectors.bowed(a.place, b.place, routes.furthest(edge))
    return connectors.bent(a.place, b.place)


def _site(edge: MapEdge, box: Box, way: int) -> int:
    """The site of a disc that a step leaves from (0) or comes to (-1)."""
    if edge.kind == "self":
        return _TOP_RIGHT if way else _TOP_LEFT
    right = edge.curve[way][0] > box.centre[0]
    if edge.kind == "backward":
        return _LOW_RIGHT if right else _LOW_LEFT
    return _RIGHT if right else _LEFT
