"""Two periods or segments in one picture, one above the other, with what differs beyond chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cx import text
from cx.picture.colour import INK
from cx.picture.journey import words
from cx.picture.journey.compute import Around, canvas_of
from cx.picture.journey.drawing import OnPlane, on_plane
from cx.picture.journey.options import MapOptions
from cx.picture.journey.placing import Drawn
from cx.picture.journey.record import JourneyMap, Measure
from cx.picture.record import Box
from cx.picture.type import LEADING
from cx.records.journeys import Difference, Journeys

_BETWEEN = " · "


@dataclass(frozen=True)
class Side:
    """One of two that are compared."""

    name: str
    journeys: Journeys


def journey_pair(
    sides: tuple[Side, Side], differences: Sequence[Difference], options: MapOptions
) -> JourneyMap:
    """Return the maps of two sides in one picture; every touchpoint stands at the same place on both.

    Parameters
    ----------
    differences
        Between the sides; what is told there stands out: steps in ink, figures semibold.
    options
        ``whole`` are the paths of all sides, by which touchpoints have their places; without it those of the
        first side give them.

    Notes
    -----
    Figures are shares of all cases of their side, so that sides of different size compare; lines are as wide
    as the cases drawn of their side allow.
    """
    whole = options.whole or sides[0].journeys
    asked = replace(options, whole=whole, shares=True, differs=differing(differences, options.measure))
    around = Around(canvas_of(options), whole, asked)
    canvas, plane = around.canvas, around.plane
    line = canvas.sizes.axis * LEADING
    high = (plane.height - 2 * line - canvas.gap) / 2
    found: list[OnPlane] = []
    captions = []
    for at, side in enumerate(sides):
        top = plane.top + at * (line + high + canvas.gap)
        one = on_plane(canvas, Box(plane.left, top + line, plane.width, high), side.journeys, asked)
        found.append(one)
        said = _BETWEEN.join([side.name, words.subtitle(side.journeys, one.shown, replace(asked, about=()))])
        captions.append(
            canvas.block((said,), (plane.left, top), canvas.sizes.axis, colour=INK, weight="semibold")
        )
    told = sum(one.told for one in differences)
    names = {"a": sides[0].name, "b": sides[1].name}
    key = "picture.map.differs" if told else "picture.map.alike"
    title = options.title or text.say(key, options.lang, n=told, count=len(differences), **names)
    both = OnPlane(
        tuple(node for one in found for node in one.nodes),
        tuple(edge for one in found for edge in one.edges),
        _both([one.shown for one in found]),
    )
    scene = around.scene(both, title, _BETWEEN.join(options.about))
    cases = sum(side.journeys.cases for side in sides)
    return replace(scene, panels=tuple(captions), cases=cases, size_legend=())


def differing(differences: Sequence[Difference], measure: Measure) -> frozenset[str | tuple[str, str]]:
    """Return what differs beyond chance: touchpoints by their share, steps by what the lines show."""
    of_steps = "edge_share" if measure == "customers" else "median_seconds"
    return frozenset(
        one.about
        for one in differences
        if one.told and one.about is not None and one.figure in ("share_of_cases", of_steps)
    )


def _both(shown: Sequence[Drawn]) -> Drawn:
    a, b = shown
    steps = {step: a.steps.get(step, 0) + b.steps.get(step, 0) for step in (*a.steps, *b.steps)}
    names = {
        name: a.customers.get(name, 0) + b.customers.get(name, 0) for name in (*a.customers, *b.customers)
    }
    return Drawn(names, steps, max(a.variants, b.variants), a.cases + b.cases)
