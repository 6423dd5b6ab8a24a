"""What a room did, on the bubbles: how each decision stands, or the votes of a round that was revealed."""

from __future__ import annotations

from collections.abc import Sequence

from cx import text
from cx.picture.around import Sheet
from cx.picture.colour import GROUND, INK, LATE
from cx.picture.marks.room_for_marks import beside_or_in
from cx.picture.record import Box, Disc, Ink, InkArea, InkDot, Point, rectangle
from cx.picture.type import LEADING
from cx.records import DecisionStatus
from cx.text import Language

_RADIUS, _PAD = 6.6, 1.5
"""Of the round mark of a decision, and the room around a number of votes, in points of a picture 540 high."""
_CHECK = ((-0.55, 0.02), (-0.18, 0.42), (0.55, -0.38), (0.40, -0.53), (-0.18, 0.10), (-0.40, -0.13))
_AHEAD = ((-0.28, -0.5), (0.52, 0.0), (-0.28, 0.5))
_BAR, _POINT = Box(-0.13, -0.6, 0.26, 0.72), Box(-0.13, 0.34, 0.26, 0.26)
"""Outlines inside a circle of radius 1: a check, a triangle to the right, an exclamation mark."""


def room_marks(sheet: Sheet, discs: Sequence[Disc]) -> tuple[Ink, ...]:
    """Return the marks of decisions or votes, each at its bubble; bubbles that are greyed have none."""
    beside, lang = sheet.view.companions, sheet.lang
    marks: list[Ink] = []
    for disc in discs:
        if disc.emphasis == "greyed":
            continue
        if disc.id in beside.decided:
            marks += _decision(disc, beside.decided[disc.id], sheet.canvas.unit)
        elif disc.id in beside.voted:
            marks.append(_votes(sheet, disc, votes_words(beside.voted[disc.id], lang)))
    return tuple(marks)


def votes_words(votes: float, lang: Language) -> str:
    """Return the votes of a touchpoint as they stand in its bubble.

    Examples
    --------
    >>> votes_words(12.0, "en"), votes_words(3.5, "nl")
    ('12', '3,5')
    """
    return text.trimmed(votes, lang, 1)


def _decision(disc: Disc, status: DecisionStatus, unit: float) -> tuple[Ink, ...]:
    """Return a round mark with its sign; what is filled asks for nothing more, or for something at once."""
    radius = _RADIUS * unit
    middle = beside_or_in(disc, radius, unit)
    fill, sign = {"reached": (INK, GROUND), "late": (LATE, GROUND)}.get(status, (GROUND, INK))
    ground = InkDot(*middle, radius, fill, GROUND if fill != GROUND else INK)
    shapes: tuple[tuple[Point, ...], ...] = (_CHECK,)
    if status == "under_way":
        shapes = (_AHEAD,)
    elif status == "late":
        shapes = (rectangle(_BAR), rectangle(_POINT))
    areas = tuple(InkArea(_at(shape, middle, radius), sign) for shape in shapes)
    return Ink(disc.id, dots=(ground,)), Ink(disc.id, areas=areas)


def _at(shape: Sequence[Point], middle: Point, radius: float) -> tuple[Point, ...]:
    return tuple((middle[0] + x * radius, middle[1] + y * radius) for x, y in shape)


def _votes(sheet: Sheet, disc: Disc, words: str) -> Ink:
    """Return the number on a plate of its own, so that it reads on any colour."""
    canvas, unit = sheet.canvas, sheet.canvas.unit
    size = canvas.sizes.label
    x, y = beside_or_in(disc, size / 2, unit)
    block = canvas.block(
        (words,), (x, y - size * LEADING / 2), size, colour=GROUND, weight="semibold", align="centre"
    )
    box, pad = block.box, _PAD * unit
    plate = Box(box.left - 2 * pad, box.top, box.width + 4 * pad, box.height)
    return Ink(disc.id, areas=(InkArea(rectangle(plate), INK, GROUND),), blocks=(block,))
