"""Touchpoints and steps drawn on their plane."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from cx import text
from cx.picture.colour import FILL_OPACITY, GROUND, INK, OUTLINE_WIDTH, SECONDARY, Shade, shades
from cx.picture.journey import curves, labels, words
from cx.picture.journey.options import MapOptions
from cx.picture.journey.placing import Drawn, Plane, Spot, Step, capacity, drawn, place, typical
from cx.picture.journey.record import MapEdge, MapNode
from cx.picture.record import Box, TextBlock
from cx.picture.type import Canvas
from cx.records.journeys import Edge, Journeys, PathTouchpoint

_LEAST_RADIUS, _THINNEST, _WIDEST, _HEAD = 2.5, 0.75, 5.0, 5.0
_LINE_OPACITY = 0.55
_NO_PLACE = Shade(GROUND, SECONDARY, GROUND)
"""Hollow: on no quadrant of the matrix."""
_BACK = "#8A5A83"
"""Steps back: a colour that no quadrant has; they are dashed too."""
_FINE = 0.1
"""Shares below this have a decimal."""


@dataclass(frozen=True)
class OnPlane:
    """What lies on a plane, and which cases it shows."""

    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    shown: Drawn


def on_plane(canvas: Canvas, box: Box, journeys: Journeys, options: MapOptions) -> OnPlane:
    """Return touchpoints and steps in a box of the sheet; none where no path can be drawn."""
    whole = options.whole or journeys
    columns, rows = capacity(canvas, box)
    everything = drawn(whole, options.variants, most=columns * rows)
    if not everything.customers:
        return OnPlane((), (), everything)
    plane = place(canvas, box, typical(whole, list(everything.customers)), everything)
    shown = drawn(journeys, options.variants, frozenset(plane.spots), most=columns * rows)
    return _Drawing(canvas, journeys, options, plane, shown).whole()


@dataclass(frozen=True)
class _Drawing:
    """Touchpoints and steps on their plane."""

    canvas: Canvas
    journeys: Journeys
    options: MapOptions
    plane: Plane
    shown: Drawn

    @cached_property
    def touchpoints(self) -> Mapping[str, PathTouchpoint]:
        """All that is known of each touchpoint."""
        return {one.name: one for one in self.journeys.touchpoints}

    @cached_property
    def steps(self) -> Mapping[Step, Edge]:
        """All that is known of each step."""
        return {(one.start, one.end or ""): one for one in self.journeys.edges if one.start is not None}

    @cached_property
    def radii(self) -> dict[str, float]:
        """Areas true to customers, as large as the room of every touchpoint allows."""
        spots, customers = self.plane.spots, self.shown.customers
        unit = min((spots[name].room / math.sqrt(n) for name, n in customers.items()), default=0.0)
        least = _LEAST_RADIUS * self.canvas.unit
        return {name: max(least, unit * math.sqrt(n)) for name, n in customers.items()}

    def whole(self) -> OnPlane:
        """Return all of it."""
        nodes = tuple(self._node(name) for name in self.plane.spots if name in self.radii)
        return OnPlane(nodes, self._edges(nodes), self.shown)

    def _node(self, name: str) -> MapNode:
        spot, radius, told = self.plane.spots[name], self.radii[name], name in self.options.differs
        quadrant = self.options.quadrants.get(name)
        shade = shades(self.options.colours)[quadrant] if quadrant else _NO_PLACE
        label = self._label(spot, radius)
        return MapNode(
            name=name,
            box=Box(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius),
            customers=self.shown.customers[name],
            label=label,
            figure=self._figure(name, label, told=told),
            quadrant=quadrant,
            fill=shade.fill,
            outline=shade.text,
            opacity=FILL_OPACITY,
            outline_width=OUTLINE_WIDTH * self.canvas.unit,
            hover=words.of_touchpoint(name, self.journeys, self.shown, self.options, self.touchpoints),
            told=told,
        )

    def _label(self, spot: Spot, radius: float) -> TextBlock:
        below = spot.y + radius + 2 * self.canvas.unit
        return self.canvas.block(spot.lines, (spot.x, below), spot.size, align="centre")

    def _figure(self, name: str, label: TextBlock, *, told: bool) -> TextBlock:
        known = self.touchpoints.get(name)
        said = self._said(self.shown.customers[name], known.cases if known else None)
        return self.canvas.block(
            (said,),
            (label.box.centre[0], label.box.bottom),
            self.canvas.sizes.footnote,
            colour=INK if told else SECONDARY,
            weight="semibold" if told else "regular",
            align="centre",
        )

    def _said(self, drawn_: int, all_of_them: int | None) -> str:
        """A number of those drawn, or the share of all, where two sides are compared."""
        if not self.options.shares:
            return text.whole(drawn_, self.options.lang)
        share = (all_of_them or 0) / self.journeys.cases
        return text.percent(share, self.options.lang, 0 if share >= _FINE else 1)

    def _edges(self, nodes: tuple[MapNode, ...]) -> tuple[MapEdge, ...]:
        weights = {step: self._weight(step) for step in self.shown.steps}
        largest = max(weights.values(), default=0.0) or 1.0
        taken = [box for node in nodes for box in (node.box, node.label.box, node.figure.box)]
        found = []
        for step in sorted(weights, key=lambda one: (-weights[one], one)):
            edge = self._edge(step, weights[step], weights[step] / largest, taken)
            found.append(edge)
            taken += [edge.label.box] if edge.label else []
        return tuple(reversed(found))

    def _weight(self, step: Step) -> float:
        if self.options.measure == "customers":
            return float(self.shown.steps[step])
        return (self.steps[step].median_seconds or 0.0) if step in self.steps else 0.0

    def _edge(self, step: Step, weight: float, part: float, taken: list[Box]) -> MapEdge:
        unit, edge, told = self.canvas.unit, self.steps.get(step), step in self.options.differs
        width = (_THINNEST + (_WIDEST - _THINNEST) * part) * unit
        line = curves.drawing(self.plane, step, self.radii, _HEAD * unit + width)
        plain = _BACK if line.kind == "backward" else SECONDARY
        made = MapEdge(
            start=step[0],
            end=step[1],
            kind=line.kind,
            curve=line.curve,
            head=line.head,
            customers=self.shown.steps[step],
            median_seconds=edge.median_seconds if edge else None,
            weight=weight,
            width=width,
            colour=INK if told else plain,
            opacity=1.0 if told else _LINE_OPACITY,
            label=None,
            hover=words.of_step(step, line.kind, self.journeys, self.shown, options=self.options, edge=edge),
            told=told,
        )
        said = self._words(step, edge)
        return replace(
            made, label=labels.figure(self.canvas, said, made.points, taken, self.plane.box, told=told)
        )

    def _words(self, step: Step, edge: Edge | None) -> str:
        if self.options.measure == "time":
            return text.duration(edge.median_seconds if edge else None, self.options.lang)
        return self._said(self.shown.steps[step], edge.cases if edge else None)
