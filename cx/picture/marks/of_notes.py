"""Notes that a person pinned to the plot: a pin at its place, the words in a box that finds room beside it.

A box covers as little as it can: no other note, and no strategy's name; names keep off it in turn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cx.picture.around import Sheet
from cx.picture.colour import GROUND, INK, SECONDARY
from cx.picture.plot import Plane
from cx.picture.record import (
    Box,
    Disc,
    InkArea,
    InkDot,
    InkLine,
    PlacedNote,
    Point,
    QuadrantArea,
    TextBlock,
    rectangle,
)
from cx.picture.type import moved
from cx.records import PinnedNote

_PIN, _PAD, _NEAR, _CLEAR = 2.6, 4.0, 7.0, 4.0
"""The radius of a pin, the room around the words, the gap from the pin to its box, and the least of that; in
points of a picture 540 high."""
_FAR = (0.0, 14.0, 32.0, 60.0, 100.0)
"""How much farther away a box may stand; from the second on with a line to its pin."""
_EMS, _LINES, _WIDEST = (12.0, 16.0, 20.0, 26.0), 4, 0.45
"""Widths of the words in em, the lines from which they take the next, and the most of the plot's width."""
_SIDES = tuple((math.cos(turn), math.sin(turn)) for turn in (math.pi / 4 * eighth for eighth in range(8)))
_LEVEL = 0.1
"""A way less steep than this goes straight across, or straight up or down."""
_NAME_COST, _NOTE_COST = 6.0, 12.0
"""What covering a name, or another note, costs beside covering bubbles."""


@dataclass(frozen=True)
class _Around:
    """What a box had better not cover."""

    plot: Box
    discs: Sequence[Disc]
    names: Sequence[Box]
    notes: Sequence[Box]
    unit: float


def placed_notes(
    sheet: Sheet, found: Plane, discs: Sequence[Disc], quadrants: Sequence[QuadrantArea]
) -> tuple[PlacedNote, ...]:
    """Return the notes in the part of the plot that is shown, in the order in which they were pinned."""
    names = [area.name.box for area in quadrants if area.name.lines]
    notes: list[PlacedNote] = []
    for note in sheet.view.options.notes:
        if note.upwards != found.y_stands_for:
            continue
        pin = found.at(note.satisfaction, note.height)
        if _holds(found.plot, pin):
            around = _Around(
                found.plot,
                discs,
                names,
                [box for one in notes for box in (one.box, one.pin.box)],
                sheet.canvas.unit,
            )
            notes.append(_placed(note, pin, sheet, around))
    return tuple(notes)


def _placed(note: PinnedNote, pin: Point, sheet: Sheet, around: _Around) -> PlacedNote:
    unit = sheet.canvas.unit
    block = _words(note.words, sheet, around.plot)
    size = block.box.width + 2 * _PAD * unit, block.box.height + 2 * _PAD * unit
    box = min(
        _boxes(pin, size, around.plot, unit), key=lambda one: (_cost(one, pin, around), one.left, one.top)
    )
    at = box.left + _PAD * unit - block.box.left, box.top + _PAD * unit - block.box.top
    edge = _nearest(box, pin)
    leader = InkLine(pin, edge, SECONDARY, 0.75 * unit) if math.dist(pin, edge) > _PIN * unit else None
    dot = InkDot(*pin, _PIN * unit, INK, GROUND)
    return PlacedNote(
        note.id, note.words, dot, InkArea(rectangle(box), GROUND, SECONDARY), moved(block, *at), leader
    )


def _words(words: str, sheet: Sheet, plot: Box) -> TextBlock:
    canvas = sheet.canvas
    size, lines = canvas.sizes.label, tuple[str, ...]()
    for em in _EMS:
        lines = canvas.font.wrapped(words, min(em * size, _WIDEST * plot.width), size)
        if len(lines) <= _LINES:
            break
    return canvas.block(lines, (0.0, 0.0), size)


def _boxes(pin: Point, size: tuple[float, float], plot: Box, unit: float) -> Iterator[Box]:
    """Yield the places of a box around a pin, each inside the plot."""
    width, height = size
    for far in _FAR:
        reach = (_NEAR + far) * unit
        for across, down in _SIDES:
            left = _begin(pin[0], across, reach, width)
            top = _begin(pin[1], down, reach, height)
            left = max(plot.left, min(left, plot.right - width))
            top = max(plot.top, min(top, plot.bottom - height))
            yield Box(left, top, width, height)


def _begin(pin: float, way: float, reach: float, length: float) -> float:
    """Return where a side of a box begins: beyond the pin, before it, or around it."""
    if abs(way) < _LEVEL:
        return pin - length / 2
    return pin + way * reach - (length if way < 0 else 0.0)


def _cost(box: Box, pin: Point, around: _Around) -> float:
    """Return what a place costs: the part of it that covers something, its distance, and the pin itself."""
    area = box.width * box.height
    covered = sum(_shared(box, _square(disc)) for disc in around.discs)
    covered += _NAME_COST * sum(_shared(box, name) for name in around.names)
    covered += _NOTE_COST * sum(_shared(box, note) for note in around.notes)
    hidden = _NOTE_COST if math.dist(_nearest(box, pin), pin) < _CLEAR * around.unit else 0.0
    return covered / area + hidden + math.dist(_nearest(box, pin), pin) / around.plot.height


def _square(disc: Disc) -> Box:
    """Return a square as large as a bubble."""
    half = disc.radius * math.sqrt(math.pi) / 2
    return Box(disc.x - half, disc.y - half, 2 * half, 2 * half)


def _shared(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, across) * max(0.0, down)


def _nearest(box: Box, pin: Point) -> Point:
    return max(box.left, min(pin[0], box.right)), max(box.top, min(pin[1], box.bottom))


def _holds(box: Box, point: Point) -> bool:
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom
