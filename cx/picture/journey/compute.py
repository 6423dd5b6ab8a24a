"""The map of journeys: where everything stands, in the coordinates of a slide."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cx import text
from cx.picture.around import foot_of, headings
from cx.picture.colour import FILL_OPACITY, GROUND, INK, OUTLINE_WIDTH, SECONDARY, Shade, shades
from cx.picture.journey import curves, labels, legends, words
from cx.picture.journey.drawn import Drawn, Step, drawn
from cx.picture.journey.layers import typical
from cx.picture.journey.options import SLIDE, MapOptions
from cx.picture.journey.plane import Plane, Spot, capacity, place
from cx.picture.journey.record import JourneyMap, MapEdge, MapNode
from cx.picture.record import Box, TextBlock
from cx.picture.type import LEADING, Canvas, source_sans
from cx.records.journeys import Edge, Journeys

_LEAST_RADIUS, _THINNEST, _WIDEST, _HEAD = 2.5, 0.75, 5.0, 5.0
_LINE_OPACITY = 0.55
_NO_PLACE = Shade(GROUND, SECONDARY, GROUND)
"""Hollow: on no quadrant of the matrix."""
_BACK = "#8A5A83"
"""Steps back: a colour that no quadrant has; they are dashed too."""


def journey_map(journeys: Journeys, options: MapOptions) -> JourneyMap:
    """Return the map of the paths that customers take.

    Parameters
    ----------
    journeys
        The figures of the paths to be drawn: of all, of a period, a segment, or those that meet a touchpoint.
    options
        With ``whole``, touchpoints stand where they stand on the map of those, and cases with a touchpoint
        that has no place there are left out.

    Notes
    -----
    Columns run from left to right by the median place in the path; within them orders are chosen for few
    crossings. Only whole cases are left out, those of the rarest paths first, and the subtitle says how many
    are drawn. Numbers on nodes and edges are of the cases drawn; times are those of all cases that took the
    step. The same arguments give the same map.
    """
    canvas = _canvas(options)
    whole = options.whole or journeys
    around = _Around(canvas, journeys, options)
    columns, rows = capacity(canvas, around.plane)
    everything = drawn(whole, options.variants, most=columns * rows)
    if not everything.customers:
        return around.map((), (), everything)
    plane = place(canvas, around.plane, typical(whole, list(everything.customers)), everything)
    shown = drawn(journeys, options.variants, frozenset(plane.spots), most=columns * rows)
    return _Drawing(canvas, journeys, options, plane, shown).on(around)


def _canvas(options: MapOptions) -> Canvas:
    wide, high = options.size
    scale = min(wide / SLIDE[0], high / SLIDE[1])
    typed = options.sizes.scaled(options.type_scale * scale)
    font = options.font or source_sans()
    return Canvas(wide, high, scale, font, typed, framed=not options.headings)


@dataclass(frozen=True)
class _Around:
    """What takes its room before the map has a place."""

    canvas: Canvas
    journeys: Journeys
    options: MapOptions

    @property
    def _foot(self) -> TextBlock:
        width = self.canvas.width - 2 * self.canvas.margin
        return foot_of(self.canvas, words.footnote(self.journeys, self.options), width)

    @property
    def plane(self) -> Box:
        """Where the map lies: the same whatever the headings say."""
        canvas = self.canvas
        room = canvas.margin * 0.75 + (2 * canvas.sizes.title + canvas.sizes.subtitle) * LEADING
        top = (room if self.options.headings else 0.0) + canvas.gap
        foot = 2 * canvas.sizes.footnote * LEADING + canvas.margin * 0.6
        bottom = canvas.height - foot - legends.height(canvas) - canvas.gap
        left = canvas.margin
        return Box(left, top, canvas.width - 2 * left, bottom - top)

    def map(self, nodes: tuple[MapNode, ...], edges: tuple[MapEdge, ...], shown: Drawn) -> JourneyMap:
        """Return the map with these touchpoints and steps."""
        canvas, options = self.canvas, self.options
        lines = words.subtitle(self.journeys, shown, options)
        heads = headings(canvas, words.title(self.journeys, options), lines, drawn=options.headings)
        sizes, colours = legends.of(canvas, self.plane, nodes, options)
        return JourneyMap(
            width=canvas.width,
            height=canvas.height,
            lang=options.lang,
            measure=options.measure,
            plane=self.plane,
            nodes=nodes,
            edges=edges,
            title=heads.title,
            subtitle=heads.subtitle,
            footnote=self._foot,
            alt=words.alternative(self.journeys, shown, options),
            cases=self.journeys.cases,
            cases_drawn=shown.cases,
            variants_drawn=shown.variants,
            variant_count=self.journeys.variant_count,
            headings=options.headings,
            size_legend=sizes,
            colour_legend=colours,
            message=None if nodes else self._message(),
        )

    def _message(self) -> TextBlock:
        canvas = self.canvas
        said = text.say("picture.map.empty", self.options.lang)
        lines, size = canvas.fitted(said, canvas.width * 0.6, canvas.sizes.subtitle * 1.2, lines=2)
        middle = (canvas.width / 2, canvas.height / 2 - size)
        return canvas.block(lines, middle, size, colour=INK, align="centre")


@dataclass(frozen=True)
class _Drawing:
    """Touchpoints and steps on their plane."""

    canvas: Canvas
    journeys: Journeys
    options: MapOptions
    plane: Plane
    shown: Drawn

    def on(self, around: _Around) -> JourneyMap:
        """Return the map."""
        radii = self._radii()
        nodes = tuple(self._node(name, radii[name]) for name in self.plane.spots if name in radii)
        return around.map(nodes, self._edges(radii, nodes), self.shown)

    def _radii(self) -> dict[str, float]:
        """Areas true to customers, as large as the room of every touchpoint allows."""
        spots, customers = self.plane.spots, self.shown.customers
        unit = min((spots[name].room / math.sqrt(n) for name, n in customers.items()), default=0.0)
        least = _LEAST_RADIUS * self.canvas.unit
        return {name: max(least, unit * math.sqrt(n)) for name, n in customers.items()}

    def _node(self, name: str, radius: float) -> MapNode:
        spot, customers = self.plane.spots[name], self.shown.customers[name]
        quadrant = self.options.quadrants.get(name)
        shade = shades(self.options.colours)[quadrant] if quadrant else _NO_PLACE
        label = self._label(spot, radius)
        size = self.canvas.sizes.footnote
        figure = self.canvas.block(
            (text.whole(customers, self.options.lang),),
            (spot.x, label.box.bottom),
            size,
            colour=SECONDARY,
            align="centre",
        )
        known = {one.name: one for one in self.journeys.touchpoints}
        return MapNode(
            name=name,
            box=Box(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius),
            customers=customers,
            label=label,
            figure=figure,
            quadrant=quadrant,
            fill=shade.fill,
            outline=shade.text,
            opacity=FILL_OPACITY,
            outline_width=OUTLINE_WIDTH * self.canvas.unit,
            hover=words.of_touchpoint(name, self.journeys, self.shown, self.options, known),
        )

    def _label(self, spot: Spot, radius: float) -> TextBlock:
        below = spot.y + radius + 2 * self.canvas.unit
        return self.canvas.block(spot.lines, (spot.x, below), spot.size, align="centre")

    def _edges(self, radii: dict[str, float], nodes: tuple[MapNode, ...]) -> tuple[MapEdge, ...]:
        known = {(one.start or "", one.end or ""): one for one in self.journeys.edges}
        weights = {step: self._weight(step, known) for step in self.shown.steps}
        largest = max(weights.values(), default=0.0) or 1.0
        taken = [box for node in nodes for box in (node.box, node.label.box, node.figure.box)]
        found = []
        for step in sorted(weights, key=lambda one: (-weights[one], one)):
            edge = self._edge(step, weights[step], largest, radii, taken, known.get(step))
            found.append(edge)
            taken += [edge.label.box] if edge.label else []
        return tuple(reversed(found))

    def _weight(self, step: Step, known: Mapping[Step, Edge]) -> float:
        if self.options.measure == "customers":
            return float(self.shown.steps[step])
        return (known[step].median_seconds or 0.0) if step in known else 0.0

    def _edge(
        self, step: Step, weight: float, largest: float, radii: dict[str, float], taken: list[Box], edge: Edge | None
    ) -> MapEdge:
        unit, lang = self.canvas.unit, self.options.lang
        width = (_THINNEST + (_WIDEST - _THINNEST) * weight / largest) * unit
        line = curves.drawing(self.plane, step, radii, _HEAD * unit + width)
        seconds = edge.median_seconds if edge else None
        timed = self.options.measure == "time"
        said = text.duration(seconds, lang) if timed else text.whole(self.shown.steps[step], lang)
        made = MapEdge(
            start=step[0],
            end=step[1],
            kind=line.kind,
            curve=line.curve,
            head=line.head,
            customers=self.shown.steps[step],
            median_seconds=seconds,
            weight=weight,
            width=width,
            colour=_BACK if line.kind == "backward" else SECONDARY,
            opacity=_LINE_OPACITY,
            label=None,
            hover=words.of_step(step, line.kind, self.journeys, self.shown, options=self.options, edge=edge),
        )
        label = labels.figure(self.canvas, said, made.points, taken, self.plane.box)
        return replace(made, label=label)
