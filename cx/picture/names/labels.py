"""Names on the bubbles; those that find no place become numbers with a key beside the plot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from cx import text
from cx.picture.around import View
from cx.picture.colour import GREYED_TEXT, INK, SECONDARY
from cx.picture.names import key
from cx.picture.names.candidates import Surroundings, sides
from cx.picture.names.gaps import inks_with_gaps
from cx.picture.names.ground import grounds
from cx.picture.names.in_the_way import marks, strokes
from cx.picture.names.placement import FEW, Spot, spots
from cx.picture.names.wording import Kept
from cx.picture.record import Align, Disc, Label, NumberedName, Picture, TextBlock
from cx.picture.type import LEADING, Canvas
from cx.text import Language

_ALIGN: dict[int, Align] = {-1: "right", 0: "centre", 1: "left"}
_CROWD = 50
_ROUNDING = 1e-6
_ONE_PASS = 150
"""More bubbles than this are drawn once, with all the room that a key may take."""
_SPARE = 0.1
"""What is added to the key's room at each attempt: a narrower plot moves more names into the key."""


def named(draw: Callable[[float], Picture], canvas: Canvas, view: View) -> Picture:
    """Return the picture with its names, and a key where some do not fit.

    Parameters
    ----------
    draw
        Returns the picture without names, with so much room kept free at the right.
    """
    labels, most = view.matrix.settings.labels, key.LIMIT_OF_MANY * canvas.width
    many = labels and len(view.matrix.bubbles) > _ONE_PASS
    picture = draw(most if many else 0.0)
    if not labels or not picture.discs:
        return picture if not many else draw(0.0)
    if many and len(picture.discs) > _ONE_PASS:
        drawn = _with_names(_crowded(_Attempt(picture, most), canvas, view), canvas, view)
        return replace(drawn, grounds=grounds(drawn), inks=inks_with_gaps(drawn))
    if many:
        picture = draw(0.0)
    return _with_room_for_a_key(draw, picture, canvas, view)


def _with_room_for_a_key(
    draw: Callable[[float], Picture], picture: Picture, canvas: Canvas, view: View
) -> Picture:
    first = settled = _settled(draw, _Attempt(picture, 0.0), canvas, view, key.LIMIT)
    if not first.room.complete:
        settled = _settled(draw, first, canvas, view, key.LIMIT_OF_MANY)
    chosen = settled if settled.room.complete else first
    if len(picture.discs) > FEW and not (chosen.room.complete and all(spot.clear for spot in chosen.found)):
        most = key.LIMIT_OF_MANY * canvas.width
        chosen = _crowded(_Attempt(draw(most), most), canvas, view)
    drawn = _with_names(chosen, canvas, view)
    return replace(drawn, grounds=grounds(drawn), inks=inks_with_gaps(drawn))


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
        found = found or _spots(picture, canvas, view)
        without = [
            disc.name
            for disc, spot in zip(picture.discs, found, strict=True)
            if spot.numbered and (spot.clear or len(found) <= FEW)
        ]
        room = key.room(without, picture.plot, canvas, limit)
        if room.width <= reserved + _ROUNDING or (start.found and not room.complete):
            break
        reserved = min(room.width * (1 + _SPARE * attempt), most)
        picture, found = draw(reserved), ()
    return _Attempt(picture, reserved, found, room)


def _crowded(attempt: _Attempt, canvas: Canvas, view: View) -> _Attempt:
    """Return the attempt with numbers for as many bubbles as the key can name, the most important first.

    The others are dots: a number that nothing explains is one more thing to look at.
    """
    picture, found = attempt.picture, _spots(attempt.picture, canvas, view)
    ranks = _importance(picture, view)
    numbered = [place for place, spot in enumerate(found) if spot.numbered and spot.clear]
    room = key.room_of_some(attempt.reserved, canvas)
    first = sorted(numbered, key=lambda place: -ranks[place])
    held = set(first[: key.held([picture.discs[place].name for place in first], room, picture.plot, canvas)])
    dots = (
        spot if not spot.numbered or place in held else replace(spot, clear=False)
        for place, spot in enumerate(found)
    )
    return replace(attempt, found=tuple(dots), room=room)


def _importance(picture: Picture, view: View) -> list[float]:
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


def _spots(picture: Picture, canvas: Canvas, view: View) -> tuple[Spot, ...]:
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
        importance=_importance(picture, view),
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
    if not numbers and not bare:
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
        key_note=key.note(beyond, len(picture.discs), room, picture.plot, left, canvas, view.lang),
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
