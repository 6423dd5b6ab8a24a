"""What options add to the picture: lines of equal priority, regions, arrows and hollow bubbles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx.picture.around import Sheet
from cx.picture.colour import GREYED_OPACITY, GROUND, SECONDARY, mixed
from cx.picture.marks import clipping
from cx.picture.marks.arrow import arrow_to
from cx.picture.marks.equal_priority import Taken, priority_lines
from cx.picture.marks.of_lenses import guess_arrows, lens_marks
from cx.picture.marks.of_notes import placed_notes
from cx.picture.marks.of_paths import path_arrows, repeat_arcs
from cx.picture.marks.of_room import room_marks
from cx.picture.marks.of_wishes import wished_ghosts, wished_names
from cx.picture.plot import Plane
from cx.picture.record import (
    Arrow,
    Box,
    Disc,
    Ghost,
    Ink,
    PlacedNote,
    PriorityLine,
    QuadrantArea,
    RegionShape,
)
from cx.records import Bubble


@dataclass(frozen=True)
class Overlay:
    """What options add, in slide coordinates."""

    priority_lines: tuple[PriorityLine, ...] = ()
    regions: tuple[RegionShape, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    inks: tuple[Ink, ...] = ()
    notes: tuple[PlacedNote, ...] = ()


def overlay(sheet: Sheet, found: Plane, discs: Sequence[Disc], quadrants: Sequence[QuadrantArea]) -> Overlay:
    """Return what the options of the sheet add to a plot with these bubbles and quadrants."""
    taken = Taken(discs, [area.name.box for area in quadrants])
    options, with_impact = sheet.view.options, found.y_stands_for == "impact" and bool(discs)
    drawn = {disc.id: disc for disc in discs}
    return Overlay(
        priority_lines=priority_lines(sheet.matrix, found.plot, found.at, taken, sheet.canvas, sheet.lang)
        if options.priority_lines and with_impact
        else (),
        regions=(
            *(_regions(sheet, found, drawn) if options.regions and with_impact else ()),
            *repeat_arcs(sheet.view.companions.repeats, drawn, sheet.canvas.unit),
        ),
        arrows=(
            *(_arrows(sheet, found, drawn) if options.arrows else ()),
            *path_arrows(sheet.view.companions.followed, drawn, found.plot, sheet.canvas.unit),
            *guess_arrows(sheet, found, discs),
        ),
        ghosts=(
            *(_ghosts(sheet, found) if options.ghost is not None and with_impact else ()),
            *wished_ghosts(sheet, found),
        ),
        inks=(*lens_marks(sheet, found, discs), *room_marks(sheet, discs), *wished_names(sheet, found)),
        notes=placed_notes(sheet, found, discs, quadrants) if discs else (),
    )


def _regions(sheet: Sheet, found: Plane, drawn: Mapping[str, Disc]) -> tuple[RegionShape, ...]:
    shapes = []
    for one, region in sheet.view.companions.regions.items():
        if one not in drawn:
            continue
        points = [found.at(*corner) for corner in region.outline]
        if region.axis == "both":
            cut = clipping.area(points, found.plot)
        else:
            cut = clipping.segment(points[0], points[1], found.plot) or ()
        if len(cut) > 1:
            shapes.append(RegionShape(one, cut, region.axis == "both", drawn[one].outline))
    return tuple(shapes)


def _arrows(sheet: Sheet, found: Plane, drawn: Mapping[str, Disc]) -> tuple[Arrow, ...]:
    arrows = []
    for one, (satisfaction, impact) in sheet.view.companions.earlier.items():
        disc = drawn.get(one)
        if disc is None:
            continue
        start = (found.across(satisfaction), disc.y)
        if impact is not None and found.y_stands_for == "impact":
            start = found.at(satisfaction, impact)
        arrow = arrow_to(disc, start, found.plot, sheet.canvas.unit)
        if arrow is not None:
            arrows.append(arrow)
    return tuple(arrows)


def _ghosts(sheet: Sheet, found: Plane) -> tuple[Ghost, ...]:
    matrix = sheet.view.companions.ghost
    if matrix is None:
        return ()
    drawn = (_ghost(bubble, sheet, found) for bubble in matrix.bubbles if bubble.height is not None)
    inside = (ghost for ghost in drawn if _holds(found.plot, ghost.x, ghost.y))
    return tuple(sorted(inside, key=lambda ghost: (-ghost.radius, ghost.id)))


def _ghost(bubble: Bubble, sheet: Sheet, found: Plane) -> Ghost:
    x, y = found.at(bubble.satisfaction, bubble.height or 0.0)
    colour = sheet.shades[bubble.advised].text if bubble.advised else SECONDARY
    chosen = sheet.view.options.standing_out
    if chosen and bubble.id not in chosen:
        colour = mixed(GROUND, colour, GREYED_OPACITY)
    return Ghost(bubble.id, bubble.label, x, y, sheet.sizing.radius_of(bubble.volume), colour)


def _holds(plot: Box, x: float, y: float) -> bool:
    return plot.left <= x <= plot.right and plot.top <= y <= plot.bottom
