"""Names on the bubbles; those that find no place become numbers with a key beside the plot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

import numpy as np

from cx import text
from cx.picture.around import View
from cx.picture.colour import GREYED_TEXT, INK, SECONDARY
from cx.picture.names import key
from cx.picture.names.candidates import Kept, Surroundings
from cx.picture.names.ground import grounds
from cx.picture.names.placement import Spot, spots
from cx.picture.record import Align, Disc, Label, NumberedName, Picture, TextBlock
from cx.picture.type import LEADING, Canvas
from cx.text import Language

_ALIGN: dict[int, Align] = {-1: "right", 0: "centre", 1: "left"}
_CROWD = 50
_ARROW_COST, _CURVE_COST, _EVERY = 2.2, 0.7, 8
"""What it costs that a name stands on an arrow or bar, and on a line of equal priority, of which every eighth
point counts."""
_ROUNDING = 1e-6
_SPARE = 0.1
"""What is added to the key's room at each attempt: a narrower plot moves more names into the key."""


def named(draw: Callable[[float], Picture], canvas: Canvas, view: View) -> Picture:
    """Return the picture with its names, and a key where some do not fit.

    Parameters
    ----------
    draw
        Returns the picture without names, with so much room kept free at the right.
    """
    picture = draw(0.0)
    if not view.matrix.settings.labels or not picture.discs:
        return picture
    first = settled = _settled(draw, _Attempt(picture, 0.0), canvas, view, key.LIMIT)
    if not first.room.complete:
        settled = _settled(draw, first, canvas, view, key.LIMIT_OF_MANY)
    drawn = _with_names(settled if settled.room.complete else first, canvas, view)
    return replace(drawn, grounds=grounds(drawn))


@dataclass(frozen=True)
class _Attempt:
    """A picture with room kept free for a key, the places of its names, and the key that they need."""

    picture: Picture
    reserved: float
    found: tuple[Spot, ...] = ()
    room: key.Room = key.NOTHING


def _settled(
    draw: Callable[[float], Picture], start: _Attempt, canvas: Canvas, view: View, limit: float
) -> _Attempt:
    """Return the first attempt whose key has the room that it needs, within a share of the sheet's width.

    Where the places are known of an attempt with a narrower limit, a wider one is tried only if it would do.
    """
    picture, reserved, most = start.picture, start.reserved, limit * canvas.width
    found = start.found
    for attempt in count():
        found = found or _spots(picture, canvas, view.previous)
        without = [disc.name for disc, spot in zip(picture.discs, found, strict=True) if spot.numbered]
        room = key.room(without, picture.plot, canvas, limit)
        if room.width <= reserved + _ROUNDING or (start.found and not room.complete):
            break
        reserved = min(room.width * (1 + _SPARE * attempt), most)
        picture, found = draw(reserved), ()
    return _Attempt(picture, reserved, found, room)


def _spots(picture: Picture, canvas: Canvas, previous: Picture | None) -> tuple[Spot, ...]:
    discs = np.array([(disc.x, disc.y, disc.radius) for disc in picture.discs], dtype=np.float64)
    around = Surroundings(
        discs,
        picture.plot,
        (
            *(area.name.box for area in picture.quadrants if area.name.lines),
            *(line.label.box for line in picture.priority_lines),
        ),
        tuple(line.start[0] for line in picture.crosshair if line.axis == "satisfaction"),
        tuple(line.start[1] for line in picture.crosshair if line.axis == "impact"),
        strokes=_strokes(picture),
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
        kept=_kept(picture, previous),
    )


def _strokes(picture: Picture) -> tuple[tuple[float, float, float, float, float], ...]:
    """Return what names had better not cross, with what crossing costs."""
    arrows = ((*arrow.start, *arrow.end, _ARROW_COST) for arrow in picture.arrows)
    bars = (
        (*region.points[0], *region.points[1], _ARROW_COST) for region in picture.regions if not region.area
    )
    curves = (line.points[::_EVERY] + line.points[-1:] for line in picture.priority_lines)
    parts = ((*start, *end, _CURVE_COST) for curve in curves for start, end in pairwise(curve))
    return (*arrows, *bars, *parts)


def _kept(picture: Picture, previous: Picture | None) -> dict[int, Kept]:
    """Return where names stood in an earlier picture, by their bubble's place in this one."""
    if previous is None:
        return {}
    discs = {disc.id: disc for disc in previous.discs}
    labels = {label.id: label.block for label in previous.labels if not label.in_key}
    return {
        place: Kept(
            labels[disc.id].lines,
            labels[disc.id].box.left - discs[disc.id].x,
            labels[disc.id].box.top - discs[disc.id].y,
            discs[disc.id].radius,
        )
        for place, disc in enumerate(picture.discs)
        if disc.id in labels
    }


def _label_size(picture: Picture, canvas: Canvas) -> float:
    """Return the type size of names: that of the footnote in a crowd."""
    return canvas.sizes.label if len(picture.discs) <= _CROWD else canvas.sizes.footnote


def _with_names(settled: _Attempt, canvas: Canvas, view: View) -> Picture:
    picture, found, room = settled.picture, settled.found, settled.room
    stuck = tuple(disc.id for disc, spot in zip(picture.discs, found, strict=True) if not spot.clear)
    bare = frozenset(() if room.complete else stuck)
    numbers = _numbers(picture.discs, found, bare, view.previous.key_numbers if view.previous else {})
    labels = tuple(
        _coloured(_label(disc, spot, numbers.get(disc.id), canvas), disc)
        for disc, spot in zip(picture.discs, found, strict=True)
        if disc.id not in bare
    )
    if not numbers:
        return replace(picture, labels=labels)
    left = picture.plot.right + _beside(picture) + canvas.gap * 2
    title = canvas.block(
        _title(room, canvas, view.lang),
        (left, picture.plot.top),
        room.size,
        colour=SECONDARY,
        weight="semibold",
    )
    names = _named(picture.discs, numbers)
    entries = key.entries(names, numbers, room, picture.plot, left, canvas)
    beyond = key.beyond(names, numbers, entries) + tuple(
        NumberedName(None, disc.id, disc.name) for disc in picture.discs if disc.id in bare
    )
    return replace(
        picture,
        labels=labels,
        key=entries,
        key_title=title,
        beyond_key=beyond,
        key_note=key.note(beyond, room, picture.plot, left, canvas, view.lang),
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


def _numbers(
    discs: Sequence[Disc], found: Sequence[Spot], bare: frozenset[str], before: Mapping[str, int]
) -> dict[str, int]:
    """Return the numbers in order, from the top of the chart to its bottom; those in ``bare`` have none.

    A bubble that had a number before keeps it; numbers of new ones follow.
    """
    numbered = [disc for disc, spot in zip(discs, found, strict=True) if spot.numbered]
    without = [disc for disc in numbered if disc.id not in bare]
    order = sorted(without, key=lambda disc: (round(disc.y, 3), disc.x, disc.id))
    kept = {disc.id: before[disc.id] for disc in order if disc.id in before}
    new = count(max(before.values(), default=0) + 1)
    every = {disc.id: kept[disc.id] if disc.id in kept else next(new) for disc in order}
    return dict(sorted(every.items(), key=lambda item: item[1]))


def _named(discs: Sequence[Disc], numbers: Mapping[str, int]) -> dict[str, str]:
    """Return the bubbles' names in the order of their numbers."""
    names = {disc.id: disc.name for disc in discs}
    return {one: names[one] for one in numbers}


def _coloured(label: Label, disc: Disc) -> Label:
    """Return the label in grey where its bubble is greyed."""
    if disc.emphasis != "greyed":
        return label
    return replace(label, block=replace(label.block, colour=GREYED_TEXT))


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
