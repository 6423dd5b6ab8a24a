"""Names on the bubbles; those that find no place become numbers with a key beside the plot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count

import numpy as np

from cx import text
from cx.picture import key
from cx.picture.candidates import Surroundings
from cx.picture.font import LEADING
from cx.picture.frame import Canvas
from cx.picture.placement import Spot, spots
from cx.picture.record import Align, Disc, Label, NumberedName, Picture, TextBlock
from cx.picture.sheet import View
from cx.picture.theme import INK, SECONDARY
from cx.text import Language

_ALIGN: dict[int, Align] = {-1: "right", 0: "centre", 1: "left"}
_CROWD = 50
_SPARE = 0.1
"""What is added to the key's room at each attempt: a narrower plot moves more names into the key."""


def named(draw: Callable[[float], Picture], canvas: Canvas, view: View) -> Picture:
    """Return the picture with its names, and a key where some do not fit.

    Parameters
    ----------
    draw
        Returns the picture without names, with so much room kept free at the right.
    """
    picture, reserved = draw(0.0), 0.0
    if not view.matrix.settings.labels or not picture.discs:
        return picture
    for attempt in count():
        found = _spots(picture, canvas)
        without = [disc.name for disc, spot in zip(picture.discs, found, strict=True) if spot.numbered]
        room = key.room(without, picture.plot, canvas)
        if room.width <= reserved:
            break
        reserved = room.width * (1 + _SPARE * attempt)
        picture = draw(reserved)
    return _with_names(picture, found, room, canvas, view.lang)


def _spots(picture: Picture, canvas: Canvas) -> tuple[Spot, ...]:
    discs = np.array([(disc.x, disc.y, disc.radius) for disc in picture.discs], dtype=np.float64)
    around = Surroundings(
        discs,
        picture.plot,
        tuple(quadrant.name.box for quadrant in picture.quadrants),
        tuple(line.start[0] for line in picture.crosshair if line.axis == "satisfaction"),
        tuple(line.start[1] for line in picture.crosshair if line.axis == "impact"),
    )
    names = [disc.name for disc in picture.discs]
    return spots(
        names,
        around,
        canvas.font,
        _label_size(picture, canvas),
        unit=canvas.unit,
        figure_size=canvas.sizes.footnote,
    )


def _label_size(picture: Picture, canvas: Canvas) -> float:
    """Return the type size of names: that of the footnote in a crowd."""
    return canvas.sizes.label if len(picture.discs) <= _CROWD else canvas.sizes.footnote


def _with_names(
    picture: Picture, found: Sequence[Spot], room: key.Room, canvas: Canvas, lang: Language
) -> Picture:
    stuck = tuple(disc.id for disc, spot in zip(picture.discs, found, strict=True) if not spot.clear)
    bare = frozenset(() if room.complete else stuck)
    numbers = _numbers(picture.discs, found, bare)
    labels = tuple(
        _label(disc, spot, numbers.get(disc.id), canvas)
        for disc, spot in zip(picture.discs, found, strict=True)
        if disc.id not in bare
    )
    if not numbers:
        return replace(picture, labels=labels)
    left = picture.plot.right + _beside(picture) + canvas.gap * 2
    title = canvas.block(
        _title(room, canvas, lang),
        (left, picture.plot.top),
        room.size,
        colour=SECONDARY,
        weight="semibold",
    )
    names = _named(picture.discs, numbers)
    entries = key.entries(names, room, picture.plot, left, canvas)
    beyond = key.beyond(names, entries) + tuple(
        NumberedName(None, disc.id, disc.name) for disc in picture.discs if disc.id in bare
    )
    return replace(
        picture,
        labels=labels,
        key=entries,
        key_title=title,
        beyond_key=beyond,
        key_note=key.note(beyond, room, picture.plot, left, canvas, lang),
        overlaps=stuck,
    )


def _title(room: key.Room, canvas: Canvas, lang: Language) -> tuple[str, ...]:
    words = text.say("picture.key", lang)
    return canvas.font.wrapped(words, room.width - 2 * canvas.gap, room.size, "semibold")


def _beside(picture: Picture) -> float:
    """Return the room that the value of the level line takes right of the plot."""
    return max(
        (line.label.box.right - picture.plot.right for line in picture.crosshair if line.axis == "impact"),
        default=0.0,
    )


def _numbers(discs: Sequence[Disc], found: Sequence[Spot], bare: frozenset[str]) -> dict[str, int]:
    """Return the numbers, from the top of the chart to its bottom; those in ``bare`` have none."""
    numbered = [disc for disc, spot in zip(discs, found, strict=True) if spot.numbered]
    without = [disc for disc in numbered if disc.id not in bare]
    order = sorted(without, key=lambda disc: (round(disc.y, 3), disc.x, disc.id))
    return {disc.id: number for number, disc in enumerate(order, start=1)}


def _named(discs: Sequence[Disc], numbers: Mapping[str, int]) -> dict[str, str]:
    """Return the bubbles' names in the order of their numbers."""
    names = {disc.id: disc.name for disc in discs}
    return {one: names[one] for one in numbers}


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
