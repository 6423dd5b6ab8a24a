"""Names on the bubbles; those that find no place become numbers, which a key or a list names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cx import text
from cx.picture.around import Reserved, View
from cx.picture.colour import SECONDARY
from cx.picture.names import key, rows
from cx.picture.names.gaps import inks_with_gaps
from cx.picture.names.ground import grounds
from cx.picture.names.names_and_numbers import importance, in_order, label_of, numbers_of, spots_of
from cx.picture.names.placement import FEW, Spot
from cx.picture.record import NumberedName, Picture
from cx.picture.type import Canvas, moved
from cx.text import Language

_ROUNDING = 1e-6
_ONE_PASS = 150
"""More bubbles than this are drawn once, with all the room that a key may take."""
_SPARE = 0.1
"""What is added to the key's room at each attempt: a narrower plot moves more names into the key."""


def named(draw: Callable[[Reserved], Picture], canvas: Canvas, view: View) -> Picture:
    """Return the picture with its names, and numbers for those that do not fit.

    Parameters
    ----------
    draw
        Returns the picture without names, with so much room kept free for a key.

    Notes
    -----
    A few numbers are named in rows below the plot, which keeps its width. Of more, the names stand in a list
    beside the picture where there is one (``view.listed``), and else in columns at the right.
    """
    if view.matrix.settings.labels and view.listed and (view.numbered or len(view.matrix.bubbles) > FEW):
        picture = draw(_room_for_note(canvas, view))
        if picture.discs and (view.numbered or len(picture.discs) > FEW):
            return _finished(_by_list(picture, canvas, view))
    labels, most = view.matrix.settings.labels, key.LIMIT_OF_MANY * canvas.width
    many = labels and len(view.matrix.bubbles) > _ONE_PASS and not view.listed
    picture = draw(Reserved(most if many else 0.0))
    if not labels or not picture.discs:
        return picture if not many else draw(Reserved())
    if many and len(picture.discs) > _ONE_PASS:
        return _finished(_with_names(_crowded(_Attempt(picture, most), canvas, view), canvas, view))
    if many:
        picture = draw(Reserved())
    first = _Attempt(picture, 0.0, spots_of(picture, canvas, view))
    return _finished(_with_rows(draw, first, canvas, view) or _with_columns(draw, first, canvas, view))


def _finished(drawn: Picture) -> Picture:
    """Return the picture with what depends on where names stand."""
    return replace(drawn, grounds=grounds(drawn), inks=inks_with_gaps(drawn))


def _with_rows(
    draw: Callable[[Reserved], Picture], first: _Attempt, canvas: Canvas, view: View
) -> Picture | None:
    """Return the picture with its numbers named in rows, or by a list; ``None``: there are too many."""
    picture, found, reserved = first.picture, first.found, 0
    while all(spot.clear for spot in found):
        numbers = numbers_of(picture.discs, found, frozenset(), view)
        below = rows.rows(in_order(picture.discs, numbers), numbers, canvas, view.lang)
        if not numbers or (below is not None and below.count <= reserved):
            return _set(picture, found, numbers, below, canvas)
        if below is None or max(below.count, reserved + 1) > rows.MOST:
            break
        reserved = max(below.count, reserved + 1)
        picture = draw(Reserved(below=rows.height(reserved, canvas)))
        found = spots_of(picture, canvas, view)
    return _by_list(draw(_room_for_note(canvas, view)), canvas, view) if view.listed else None


def _room_for_note(canvas: Canvas, view: View) -> Reserved:
    """Return the room of the longest sentence that says where numbers are named."""
    longest = rows.said("picture.key_listed_dots", canvas, view.lang, n=len(view.matrix.bubbles))
    return Reserved(below=longest.box.height + canvas.gap)


def _by_list(picture: Picture, canvas: Canvas, view: View) -> Picture:
    """Return the picture, drawn with room for it, whose numbers a list beside it names; it says so."""
    found = spots_of(picture, canvas, view)
    bare = tuple(disc for disc, spot in zip(picture.discs, found, strict=True) if not spot.clear)
    without = frozenset(disc.id for disc in bare)
    numbers = numbers_of(picture.discs, found, without, view)
    drawn = _set(picture, found, numbers, None, canvas, without)
    if not numbers and not bare:
        return drawn
    named = [NumberedName(numbers[one], one, name) for one, name in in_order(picture.discs, numbers).items()]
    key = "picture.key_listed_dots" if bare else "picture.key_listed"
    note = rows.said(key, canvas, view.lang, **({"n": len(bare)} if bare else {}))
    return replace(
        drawn,
        beyond_key=(*named, *(NumberedName(None, disc.id, disc.name) for disc in bare)),
        key_note=moved(note, canvas.margin, _below(picture, canvas)),
        overlaps=tuple(disc.id for disc in bare),
    )


def _set(
    picture: Picture,
    found: Sequence[Spot],
    numbers: Mapping[str, int],
    below: rows.Rows | None,
    canvas: Canvas,
    bare: frozenset[str] = frozenset(),
) -> Picture:
    """Return the picture with names and numbers on it, and a key in rows below it where there is one."""
    labels = tuple(
        label_of(disc, spot, numbers.get(disc.id), canvas)
        for disc, spot in zip(picture.discs, found, strict=True)
        if disc.id not in bare
    )
    drawn = replace(picture, labels=labels)
    if below is None or not numbers:
        return drawn
    title, entries = below.at(canvas.margin, _below(picture, canvas))
    return replace(drawn, key_title=title, key=entries)


def _below(picture: Picture, canvas: Canvas) -> float:
    """Return where a key below the plot starts: under the title of the axis."""
    return picture.x_title.box.bottom + 0.6 * canvas.gap


def _with_columns(
    draw: Callable[[Reserved], Picture], start: _Attempt, canvas: Canvas, view: View
) -> Picture:
    first = settled = _settled(draw, start, canvas, view, key.LIMIT)
    if not first.room.complete:
        settled = _settled(draw, first, canvas, view, key.LIMIT_OF_MANY)
    chosen = settled if settled.room.complete else first
    many = len(start.picture.discs) > FEW
    if many and not (chosen.room.complete and all(spot.clear for spot in chosen.found)):
        most = key.LIMIT_OF_MANY * canvas.width
        chosen = _crowded(_Attempt(draw(Reserved(most)), most), canvas, view)
    return _with_names(chosen, canvas, view)


@dataclass(frozen=True)
class _Attempt:
    """A picture with room kept free for a key, the places of its names, and the key that they need."""

    picture: Picture
    reserved: float
    found: tuple[Spot, ...] = ()
    room: key.Room = key.NOTHING


def _settled(
    draw: Callable[[Reserved], Picture], start: _Attempt, canvas: Canvas, view: View, limit: float
) -> _Attempt:
    """Return the first attempt whose key has the room that it needs, within a share of the sheet's width.

    Where the places are known of an attempt with a narrower limit, a wider one is tried only if it would do.
    """
    picture, reserved, most = start.picture, start.reserved, limit * canvas.width
    found, narrower = start.found, start.room is not key.NOTHING
    for attempt in count():
        found = found or spots_of(picture, canvas, view)
        without = [
            disc.name
            for disc, spot in zip(picture.discs, found, strict=True)
            if spot.numbered and (spot.clear or len(found) <= FEW)
        ]
        room = key.room(without, picture.plot, canvas, limit)
        if room.width <= reserved + _ROUNDING or (narrower and not room.complete):
            break
        reserved = min(room.width * (1 + _SPARE * attempt), most)
        picture, found = draw(Reserved(reserved)), ()
    return _Attempt(picture, reserved, found, room)


def _crowded(attempt: _Attempt, canvas: Canvas, view: View) -> _Attempt:
    """Return the attempt with numbers for as many bubbles as the key can name, the most important first.

    The others are dots: a number that nothing explains is one more thing to look at.
    """
    picture, found = attempt.picture, spots_of(attempt.picture, canvas, view)
    ranks = importance(picture, view)
    numbered = [place for place, spot in enumerate(found) if spot.numbered and spot.clear]
    room = key.room_of_some(attempt.reserved, canvas)
    first = sorted(numbered, key=lambda place: -ranks[place])
    held = set(first[: key.held([picture.discs[place].name for place in first], room, picture.plot, canvas)])
    dots = (
        spot if not spot.numbered or place in held else replace(spot, clear=False)
        for place, spot in enumerate(found)
    )
    return replace(attempt, found=tuple(dots), room=room)


def _with_names(settled: _Attempt, canvas: Canvas, view: View) -> Picture:
    picture, found, room = settled.picture, settled.found, settled.room
    stuck = tuple(disc.id for disc, spot in zip(picture.discs, found, strict=True) if not spot.clear)
    bare = frozenset(() if room.complete else stuck)
    numbers = numbers_of(picture.discs, found, bare, view)
    labels = tuple(
        label_of(disc, spot, numbers.get(disc.id), canvas)
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
    names = in_order(picture.discs, numbers)
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
