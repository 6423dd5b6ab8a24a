"""Names on the bubbles; those that find no place become numbers with a key beside the plot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx import text
from cx.picture.candidates import Surroundings
from cx.picture.font import LEADING
from cx.picture.frame import Canvas
from cx.picture.placement import Spot, spots
from cx.picture.record import Align, Box, Disc, KeyEntry, Label, Picture, TextBlock
from cx.picture.theme import INK, SECONDARY
from cx.records import Settings
from cx.text import Language

_ALIGN: dict[int, Align] = {-1: "right", 0: "centre", 1: "left"}
_COLUMNS = (8.5, 10.7, 12.9, 15.1, 17.3, 21.0)
"""Widths of the key's columns, in em of the footnote."""
_LIMITS = ((0.32, 7.0), (0.42, 5.5), (0.6, 2.0))
"""The share of the width that the key may take, with the least type size before it may take more."""
_CROWD = 50
_HEAD = 2.3
"""Lines that the key's title takes."""
_PASSES = 6


@dataclass(frozen=True)
class Room:
    """The key's columns: how many, how wide, and the type size."""

    columns: int
    column: float
    size: float

    @property
    def width(self) -> float:
        """The room that it takes from the plot."""
        return self.columns * self.column


def named(draw: Callable[[float], Picture], canvas: Canvas, settings: Settings, lang: Language) -> Picture:
    """Return the picture with its names, and a key where some do not fit.

    Parameters
    ----------
    draw
        Returns the picture without names, with so much room kept free at the right.
    """
    picture, room = draw(0.0), Room(0, 0.0, 0.0)
    if not settings.labels or not picture.discs:
        return picture
    found, reserved = _spots(picture, canvas), 0.0
    for _ in range(_PASSES):
        without = [disc.name for disc, spot in zip(picture.discs, found, strict=True) if spot.numbered]
        room = _room(without, picture.plot, canvas)
        if room.width <= reserved:
            break
        reserved = room.width
        picture = draw(reserved)
        found = _spots(picture, canvas)
    return _with_names(picture, found, room, canvas, lang)


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


def _room(names: Sequence[str], plot: Box, canvas: Canvas) -> Room:
    """Return the key that takes the least width for the names, in smaller type where they are too many."""
    if not names:
        return Room(0, 0.0, 0.0)
    for widest, least in _LIMITS:
        size = canvas.sizes.footnote
        while size >= least * canvas.unit:
            rooms = [
                _with_columns(names, width * canvas.sizes.footnote, size, plot, canvas) for width in _COLUMNS
            ]
            best = min(rooms, key=lambda room: (room.width + _breaks(names, room, canvas), room.columns))
            if best.width <= widest * canvas.width:
                return best
            size *= 0.94
    return best


def _breaks(names: Sequence[str], room: Room, canvas: Canvas) -> float:
    """Return a penalty where a word would have to be broken."""
    width = _name_width(room, canvas)
    words = [word for name in names for word in name.split()]
    return room.column * sum(canvas.font.width(word, room.size) > width for word in words) / 4


def _with_columns(names: Sequence[str], column: float, size: float, plot: Box, canvas: Canvas) -> Room:
    columns = len(_columns(names, Room(0, column, size), plot, canvas))
    return Room(columns, column, size)


def _columns(names: Sequence[str], room: Room, plot: Box, canvas: Canvas) -> list[list[tuple[str, ...]]]:
    """Return the names in lines, column by column."""
    height = plot.height - _HEAD * room.size * LEADING
    columns: list[list[tuple[str, ...]]] = [[]]
    used = 0.0
    for name in names:
        lines = canvas.font.wrapped(name, _name_width(room, canvas), room.size)
        needed = _entry_height(len(lines), room.size)
        if used + needed > height and columns[-1]:
            columns.append([])
            used = 0.0
        columns[-1].append(lines)
        used += needed
    return columns


def _entry_height(lines: int, size: float) -> float:
    return (lines * LEADING + 0.25) * size


def _name_width(room: Room, canvas: Canvas) -> float:
    return room.column - canvas.gap * 1.5 - _figure_width(room, canvas)


def _figure_width(room: Room, canvas: Canvas) -> float:
    return canvas.font.width("888", room.size, "semibold")


def _with_names(
    picture: Picture, found: Sequence[Spot], room: Room, canvas: Canvas, lang: Language
) -> Picture:
    numbers = _numbers(picture.discs, found)
    labels = tuple(
        _label(disc, spot, numbers.get(disc.id), canvas)
        for disc, spot in zip(picture.discs, found, strict=True)
    )
    stuck = tuple(disc.id for disc, spot in zip(picture.discs, found, strict=True) if not spot.clear)
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
    return replace(
        picture,
        labels=labels,
        key=_key(picture, numbers, room, left, canvas),
        key_title=title,
        overlaps=stuck,
    )


def _title(room: Room, canvas: Canvas, lang: Language) -> tuple[str, ...]:
    words = text.say("picture.key", lang)
    return canvas.font.wrapped(words, room.width - 2 * canvas.gap, room.size, "semibold")


def _beside(picture: Picture) -> float:
    """Return the room that the value of the level line takes right of the plot."""
    return max(
        (line.label.box.right - picture.plot.right for line in picture.crosshair if line.axis == "impact"),
        default=0.0,
    )


def _numbers(discs: Sequence[Disc], found: Sequence[Spot]) -> dict[str, int]:
    """Return the numbers, from the top of the chart to its bottom."""
    without = [disc for disc, spot in zip(discs, found, strict=True) if spot.numbered]
    order = sorted(without, key=lambda disc: (round(disc.y, 3), disc.x, disc.id))
    return {disc.id: number for number, disc in enumerate(order, start=1)}


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


def _key(
    picture: Picture, numbers: dict[str, int], room: Room, left: float, canvas: Canvas
) -> tuple[KeyEntry, ...]:
    names = {disc.id: disc.name for disc in picture.discs}
    ids = list(numbers)
    columns = _columns([names[one] for one in ids], room, picture.plot, canvas)
    entries: list[KeyEntry] = []
    for column, filled in enumerate(columns):
        y = picture.plot.top + _HEAD * room.size * LEADING
        for lines in filled:
            one = ids[len(entries)]
            start = left + column * room.column
            figure = canvas.block((str(numbers[one]),), (start, y), room.size, weight="semibold")
            block = canvas.block(lines, (start + _figure_width(room, canvas), y), room.size)
            entries.append(KeyEntry(numbers[one], one, names[one], figure, block))
            y += _entry_height(len(lines), room.size)
    return tuple(entries)
