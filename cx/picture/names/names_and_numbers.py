"""Where the names of a picture's bubbles stand, and what is written there: a name or a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from cx.picture.around import View
from cx.picture.colour import GREYED_TEXT, INK
from cx.picture.names.candidates import Surroundings, sides
from cx.picture.names.in_the_way import marks, strokes
from cx.picture.names.placement import Spot, spots
from cx.picture.names.wording import Kept
from cx.picture.record import Align, Disc, Label, Picture, TextBlock
from cx.picture.type import LEADING, Canvas

_ALIGN: dict[int, Align] = {-1: "right", 0: "centre", 1: "left"}
_CROWD = 50


def importance(picture: Picture, view: View) -> list[float]:
    """Return how important each bubble is: those that were chosen to stand out first, then by priority.

    Where there is no priority, volume takes its place.
    """
    bubbles = {bubble.id: bubble for bubble in view.matrix.bubbles}
    chosen = view.options.standing_out
    found = []
    for disc in picture.discs:
        bubble = bubbles[disc.id]
        weight = -float(bubble.priority.rank) if bubble.priority else (bubble.volume or 0.0)
        found.append((disc.id in chosen, bubble.priority is not None, weight))
    place = {value: float(order) for order, value in enumerate(sorted(set(found)))}
    return [place[value] for value in found]


def spots_of(picture: Picture, canvas: Canvas, view: View) -> tuple[Spot, ...]:
    """Return where the name or the number of each bubble stands."""
    discs = np.array([(disc.x, disc.y, disc.radius) for disc in picture.discs], dtype=np.float64)
    around = Surroundings(
        discs,
        picture.plot,
        (
            *(area.name.box for area in picture.quadrants if area.name.lines),
            *(line.label.box for line in picture.priority_lines),
        ),
        tuple(line.start[0] for line in picture.crosshair if line.axis == "satisfaction"),
        (
            *(line.start[1] for line in picture.crosshair if line.axis == "impact"),
            *(() if picture.zero is None else (picture.zero[0][1],)),
        ),
        marks=marks(picture),
        strokes=strokes(picture),
        rings=tuple((ghost.x, ghost.y, ghost.radius) for ghost in picture.ghosts),
    )
    names = [disc.name for disc in picture.discs]
    return spots(
        names,
        around,
        canvas.font,
        _label_size(picture, canvas),
        unit=canvas.unit,
        figure_size=canvas.sizes.footnote,
        kept=_kept(picture, view.previous),
        importance=importance(picture, view),
        highest=len(view.matrix.bubbles),
        numbered=view.numbered,
    )


def _kept(picture: Picture, previous: Picture | None) -> dict[int, Kept]:
    """Return where names stood in an earlier picture, by their bubble's place in this one."""
    if previous is None:
        return {}
    discs = {disc.id: disc for disc in previous.discs}
    labels = {label.id: label for label in previous.labels if not label.in_key}
    return {
        place: Kept(
            labels[disc.id].block.lines,
            labels[disc.id].block.box.left - discs[disc.id].x,
            labels[disc.id].block.box.top - discs[disc.id].y,
            discs[disc.id].radius,
            _side(labels[disc.id], discs[disc.id]),
        )
        for place, disc in enumerate(picture.discs)
        if disc.id in labels
    }


def _side(label: Label, disc: Disc) -> int:
    """Return on which side of its bubble a name stands, as places count them."""
    box = label.block.box
    edges = np.array([[box.left, box.top, box.right, box.bottom]])
    return 0 if label.inside else int(sides(edges, np.array([[disc.x, disc.y, disc.radius]]))[0])


def _label_size(picture: Picture, canvas: Canvas) -> float:
    """Return the type size of names: that of the footnote in a crowd."""
    return canvas.sizes.label if len(picture.discs) <= _CROWD else canvas.sizes.footnote


def numbers_of(
    discs: Sequence[Disc], found: Sequence[Spot], bare: frozenset[str], view: View
) -> dict[str, int]:
    """Return the numbers in order: a bubble's place in the order of priority; those in ``bare`` have none."""
    numbered = {
        disc.id
        for disc, spot in zip(discs, found, strict=True)
        if (spot.numbered or view.numbered) and disc.id not in bare
    }
    return {one: place for one, place in view.matrix.places.items() if one in numbered}


def in_order(discs: Sequence[Disc], numbers: Mapping[str, int]) -> dict[str, str]:
    """Return the bubbles' names in the order of their numbers."""
    names = {disc.id: disc.name for disc in discs}
    return {one: names[one] for one in numbers}


def label_of(disc: Disc, spot: Spot, number: int | None, canvas: Canvas) -> Label:
    """Return the name or the number of a bubble at its place, in grey where the bubble is greyed."""
    made = _label(disc, spot, number, canvas)
    if disc.emphasis != "greyed":
        return made
    return replace(made, block=replace(made.block, colour=GREYED_TEXT))


def _label(disc: Disc, spot: Spot, number: int | None, canvas: Canvas) -> Label:
    size = canvas.sizes.footnote
    if number is None:
        align = _ALIGN[spot.aside]
        block = TextBlock(
            spot.lines, spot.box, spot.box.height / len(spot.lines) / LEADING, INK, "regular", align
        )
        return Label(disc.id, block, spot.inside, spot.leader)
    x = {-1: spot.box.right, 0: spot.box.centre[0], 1: spot.box.left}[spot.aside]
    at = (x, spot.box.centre[1] - size * LEADING / 2)
    block = canvas.block((str(number),), at, size, weight="semibold", align=_ALIGN[spot.aside])
    return Label(disc.id, block, spot.inside, spot.leader, in_key=True)
