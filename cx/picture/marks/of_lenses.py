"""What a lens puts on the bubbles: a number, a symbol, a thin bar, a tick beside it, an arrow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from cx.picture.around import Sheet
from cx.picture.colour import GROUND, INK, LEVEL_SHADES, MET_SHADES
from cx.picture.marks import clipping
from cx.picture.marks.arrow import arrow_to
from cx.picture.marks.room_for_marks import beside_or_in
from cx.picture.plot import Plane
from cx.picture.record import Arrow, Box, Disc, Ink, InkArea, InkLine, Point, rectangle
from cx.picture.type import LEADING
from cx.records.lenses import Coverage, ExpectationGap, KnowledgeGap, Proactivity, Reading

_TICK, _SYMBOL, _SQUARE = 5.2, 6.2, 3.9
"""Half the height of a tick, the radius of a symbol and half the side of a square, in points of a picture 540
high."""
_BAR, _SHORTEST_BAR, _LONGEST_BAR = 5.0, 20.0, 36.0
_HALO, _APART = 1.6, 1.0
"""The pale edge of a tick, and the gap to a bar beside a bubble."""
_STAR = 0.45
"""The inner radius of a star, of its outer one."""


def guess_arrows(sheet: Sheet, found: Plane, discs: Sequence[Disc]) -> tuple[Arrow, ...]:
    """Return an arrow to each bubble from where the room had guessed it.

    Expectation has no place of its own on the axes: its arrow ends where customers expect, beside the bubble.
    """
    beside, arrows = sheet.view.companions, []
    for disc in discs:
        reading = beside.readings.get(disc.id)
        if not isinstance(reading, KnowledgeGap) or reading.guess is None or disc.emphasis == "greyed":
            continue
        target, start = disc, (found.across(reading.guess), disc.y)
        if beside.lens_figure == "impact":
            if found.y_stands_for != "impact":
                continue
            start = found.at(disc.satisfaction, reading.guess)
        if beside.lens_figure == "expectation" and reading.truth is not None:
            target = replace(disc, x=found.across(reading.truth), radius=0.0)
        arrow = arrow_to(target, start, found.plot, sheet.canvas.unit)
        if arrow is not None:
            arrows.append(replace(arrow, colour=INK))
    return tuple(arrows)


def lens_marks(sheet: Sheet, found: Plane, discs: Sequence[Disc]) -> tuple[Ink, ...]:
    """Return the marks of the lens that is on, each at its bubble; bubbles that are greyed have none."""
    readings = sheet.view.companions.readings
    marks = (
        _mark(sheet, found, disc, readings[disc.id])
        for disc in discs
        if disc.id in readings and disc.emphasis != "greyed"
    )
    return tuple(mark for mark in marks if mark is not None)


def _mark(sheet: Sheet, found: Plane, disc: Disc, reading: Reading) -> Ink | None:
    unit, mark = sheet.canvas.unit, None
    match sheet.view.companions.lens, reading:
        case "expectation_gap", ExpectationGap(expectation=float(expected)):
            mark = _tick(disc, found.across(expected), found, unit)
        case "pyramid", Reading(number=float(level)):
            mark = _number(sheet, disc, f"{level:.0f}")
        case "moments", Reading(value=str(kind)):
            mark = _moment(disc, kind, unit)
        case "specification", Reading(number=float(there)):
            mark = _square(disc, unit, filled=there > 0)
        case "coverage", Coverage(measures=measures, value=blind):
            mark = _square(disc, unit, filled=bool(measures) and not blind)
        case "delivery", Reading(number=float(met)):
            mark = _bar(disc, (met, 1 - met), MET_SHADES, unit)
        case "proactivity", Proactivity(negative=bad, reactive=asked, proactive=ahead):
            parts = tuple(one.value if one else 0.0 for one in (bad, asked, ahead))
            mark = _bar(disc, parts, LEVEL_SHADES, unit)
    return mark


def _tick(disc: Disc, x: float, found: Plane, unit: float) -> Ink | None:
    """Return a tick where customers' expectation stands, with a line to the bubble, cut at the edges."""
    edge = disc.x + math.copysign(disc.radius, x - disc.x)
    cut, lines = clipping.segment((edge, disc.y), (x, disc.y), found.plot), []
    if abs(x - disc.x) > disc.radius and cut is not None:
        lines.append(InkLine(*cut, INK, 0.9 * unit))
    if found.plot.left <= x <= found.plot.right:
        top, bottom = disc.y - _TICK * unit, disc.y + _TICK * unit
        lines.append(InkLine((x, top), (x, bottom), GROUND, (2.0 + _HALO) * unit))
        lines.append(InkLine((x, top), (x, bottom), INK, 2.0 * unit))
    return Ink(disc.id, lines=tuple(lines))


def _number(sheet: Sheet, disc: Disc, words: str) -> Ink:
    size = sheet.canvas.sizes.label
    x, y = beside_or_in(disc, size / 2, sheet.canvas.unit)
    at = (x, y - size * LEADING / 2)
    return Ink(disc.id, blocks=(sheet.canvas.block((words,), at, size, weight="semibold", align="centre"),))


def _moment(disc: Disc, kind: str, unit: float) -> Ink | None:
    shapes = {"moment_of_truth": diamond, "candidate": star}
    if kind not in shapes:
        return None
    return Ink(
        disc.id,
        areas=(InkArea(shapes[kind](beside_or_in(disc, _SYMBOL * unit, unit), _SYMBOL * unit), INK, GROUND),),
    )


def diamond(middle: Point, radius: float) -> tuple[Point, ...]:
    """Return the corners of a moment of truth."""
    x, y = middle
    return (x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)


def star(middle: Point, radius: float) -> tuple[Point, ...]:
    """Return the corners of a candidate for a branded individual moment."""
    turns = [(math.pi * corner / 5, radius * (_STAR if corner % 2 else 1.15)) for corner in range(10)]
    return tuple((middle[0] + far * math.sin(turn), middle[1] - far * math.cos(turn)) for turn, far in turns)


def _square(disc: Disc, unit: float, *, filled: bool) -> Ink:
    half = _SQUARE * unit
    x, y = beside_or_in(disc, half, unit)
    corners = rectangle(Box(x - half, y - half, 2 * half, 2 * half))
    area = InkArea(corners, INK, GROUND) if filled else InkArea(corners, GROUND, INK)
    return Ink(disc.id, areas=(area,))


def _bar(disc: Disc, shares: Sequence[float], shades: Sequence[str], unit: float) -> Ink:
    """Return a thin bar at the bubble's lower edge, divided by shares that sum to 1; below a small bubble."""
    wide = min(max(1.6 * disc.radius, _SHORTEST_BAR * unit), _LONGEST_BAR * unit)
    across = disc.radius > _BAR * unit * 2
    left, top = disc.x - wide / 2, disc.y + disc.radius + (-_BAR / 2 if across else _APART) * unit
    rim = Box(left - unit, top - unit, wide + 2 * unit, (_BAR + 2) * unit)
    areas = [InkArea(rectangle(rim), GROUND, shades[0])]
    for share, shade in zip(shares, shades, strict=True):
        right = left + share * wide
        if share > 0:
            areas.append(InkArea(rectangle(Box(left, top, right - left, _BAR * unit)), shade))
        left = right
    return Ink(disc.id, areas=tuple(areas))
