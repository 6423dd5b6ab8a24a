"""The key beside the plot: the names of the bubbles that carry a number."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx import text
from cx.picture.colour import SECONDARY
from cx.picture.record import Box, KeyEntry, NumberedName, TextBlock
from cx.picture.type import LEADING, Canvas
from cx.text import Language

_COLUMNS = (8.5, 10.7, 12.9, 15.1, 17.3, 21.0)
"""Widths of the columns, in em of the footnote."""
LIMIT = 0.34
"""The share of the sheet's width that the key may take."""
LIMIT_OF_MANY = 0.38
"""The share that it may take where it would not be complete otherwise."""
_SHORT_COLUMN = 10.7
"""The least width of a column of a key that cannot hold every name, in em of the footnote."""
_HEAD = 2.3
"""Lines that the key's title takes."""
_FOOT = 4.6
"""Lines that the note below a key takes that is not complete."""


@dataclass(frozen=True)
class Room:
    """The key's columns: how many, how wide, and the type size."""

    columns: int
    column: float
    size: float
    complete: bool = True
    """Whether every name fits."""

    @property
    def width(self) -> float:
        """The room that it takes from the plot."""
        return self.columns * self.column


NOTHING = Room(0, 0.0, 0.0)


def room(names: Sequence[str], plot: Box, canvas: Canvas, limit: float = LIMIT) -> Room:
    """Return the key that takes the least width for the names.

    Parameters
    ----------
    limit
        The share of the sheet's width that it may take.

    Notes
    -----
    Type is never smaller than the footnote's, but for a key of many, which shrinks to the least size. Where
    the names do not fit in the key's share of the sheet, the key is not complete: it holds as many as there
    is room for.
    """
    if not names:
        return NOTHING
    size, widest = canvas.sizes.footnote, limit * canvas.width
    lengths = [canvas.font.width(name, 1.0) for name in names]
    least = size if limit <= LIMIT else canvas.sizes.least
    for smaller in (size, (size + least) / 2, least):
        found = _fitting(names, lengths, smaller, widest, plot, canvas)
        if found is not None:
            return found
    return room_of_some(widest, canvas)


def room_of_some(width: float, canvas: Canvas) -> Room:
    """Return the key of a given width that holds as many names as there is room for; one column at least."""
    size = canvas.sizes.footnote
    columns = max(1, int(width / (_SHORT_COLUMN * size)))
    return Room(columns, max(width, _SHORT_COLUMN * size) / columns, size, complete=False)


def held(names: Sequence[str], room: Room, plot: Box, canvas: Canvas) -> int:
    """Return how many names, the first ones, a key holds in whatever order they stand there."""
    columns = _columns(names, room, plot, canvas)
    inside = sum(len(column) for column in columns[: room.columns])
    return inside if len(columns) <= room.columns else max(inside - room.columns, 1)


def entries(
    names: Mapping[str, str], numbers: Mapping[str, int], room: Room, plot: Box, left: float, canvas: Canvas
) -> tuple[KeyEntry, ...]:
    """Return the names (bubble's id to name, in the order of their numbers) at their places.

    Of a key that is not complete, these are the first.
    """
    ids = list(names)
    placed: list[KeyEntry] = []
    for column, filled in enumerate(_columns(list(names.values()), room, plot, canvas)[: room.columns]):
        y = plot.top + _HEAD * room.size * LEADING
        for lines in filled:
            one, start = ids[len(placed)], left + column * room.column
            number = numbers[one]
            figure = canvas.block((str(number),), (start, y), room.size, weight="semibold")
            block = canvas.block(lines, (start + _figure_width(room.size, canvas), y), room.size)
            placed.append(KeyEntry(number, one, names[one], figure, block))
            y += _entry_height(len(lines), room.size)
    return tuple(placed)


def beyond(
    names: Mapping[str, str], numbers: Mapping[str, int], placed: Sequence[KeyEntry]
) -> tuple[NumberedName, ...]:
    """Return the numbers and names that the key has no room for."""
    return tuple(NumberedName(numbers[one], one, names[one]) for one in list(names)[len(placed) :])


def note(
    left_out: Sequence[NumberedName],
    every: int,
    room: Room,
    plot: Box,
    left: float,
    canvas: Canvas,
    lang: Language,
) -> TextBlock | None:
    """Return the line below the key that says which bubbles have their names elsewhere.

    Parameters
    ----------
    every
        How many bubbles there are.
    """
    if not left_out:
        return None
    numbers = [one.number for one in left_out if one.number is not None]
    said = []
    if not numbers:
        said.append(text.say("picture.key_dots", lang, n=len(left_out), named=every - len(left_out)))
        return _note(" ".join(said), room, plot, left, canvas)
    if numbers:
        said.append(
            text.say("picture.key_beyond", lang, n=len(numbers), first=str(numbers[0]), last=str(numbers[-1]))
        )
    if len(numbers) < len(left_out):
        said.append(text.say("picture.key_bare", lang, n=len(left_out) - len(numbers)))
    said.append(text.say("picture.key_list", lang))
    return _note(" ".join(said), room, plot, left, canvas)


def _note(words: str, room: Room, plot: Box, left: float, canvas: Canvas) -> TextBlock:
    lines = canvas.font.wrapped(words, room.width - 2 * canvas.gap, room.size, "semibold")
    top = plot.bottom - len(lines) * room.size * LEADING
    return canvas.block(lines, (left, top), room.size, colour=SECONDARY, weight="semibold")


def _fitting(
    names: Sequence[str], lengths: Sequence[float], size: float, limit: float, plot: Box, canvas: Canvas
) -> Room | None:
    """Return the best key in this type size within a width; ``None`` where there is none."""
    widths = [em * canvas.sizes.footnote for em in _COLUMNS]
    worth = [width for width in widths if _fewest(lengths, width, size, plot, canvas) * width <= limit]
    rooms = [_exact(names, width, size, plot, canvas) for width in worth]
    inside = [room for room in rooms if room.width <= limit]
    return min(
        inside, key=lambda room: (room.width + _breaks(names, room, canvas), room.columns), default=None
    )


def _fewest(lengths: Sequence[float], column: float, size: float, plot: Box, canvas: Canvas) -> int:
    """Return how many columns are needed at least, by the length of the names alone."""
    width = _name_width(column, size, canvas)
    heights = sum(_entry_height(math.ceil(length * size / width), size) for length in lengths)
    return math.ceil(heights / _height(plot, size))


def _exact(names: Sequence[str], column: float, size: float, plot: Box, canvas: Canvas) -> Room:
    return Room(len(_columns(names, Room(0, column, size), plot, canvas)), column, size)


def _breaks(names: Sequence[str], room: Room, canvas: Canvas) -> float:
    """Return a penalty where a word would have to be broken."""
    width = _name_width(room.column, room.size, canvas)
    words = [word for name in names for word in name.split()]
    return 1.2 * room.column * sum(canvas.font.width(word, room.size) > width for word in words)


def _columns(names: Sequence[str], room: Room, plot: Box, canvas: Canvas) -> list[list[tuple[str, ...]]]:
    """Return the names in lines, column by column."""
    height, width = _height(plot, room.size), _name_width(room.column, room.size, canvas)
    height -= 0.0 if room.complete else _FOOT * room.size * LEADING
    columns: list[list[tuple[str, ...]]] = [[]]
    used = 0.0
    for name in names:
        lines = canvas.font.wrapped(name, width, room.size)
        needed = _entry_height(len(lines), room.size)
        if used + needed > height and columns[-1]:
            columns.append([])
            used = 0.0
        columns[-1].append(lines)
        used += needed
    return columns


def _height(plot: Box, size: float) -> float:
    return plot.height - _HEAD * size * LEADING


def _entry_height(lines: int, size: float) -> float:
    return (lines * LEADING + 0.25) * size


def _name_width(column: float, size: float, canvas: Canvas) -> float:
    return column - canvas.gap * 1.5 - _figure_width(size, canvas)


def _figure_width(size: float, canvas: Canvas) -> float:
    return canvas.font.width("888", size, "semibold")
