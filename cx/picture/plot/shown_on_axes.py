"""What the axes show beside the bubbles: arrows' starts, hollow bubbles, a window, an earlier range."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cx.picture.around import Sheet, same_sheet
from cx.picture.axes import Reach, Upward, ordered
from cx.picture.record import Axis
from cx.records.lenses import ExpectationGap, KnowledgeGap

_START = 6.0
"""The room around an arrow's start, in points of a picture 540 high."""


@dataclass(frozen=True)
class Included:
    """Values that both axes must show, each with its room in points."""

    across: tuple[Reach, ...] = ()
    up: tuple[Reach, ...] = ()
    windowed: bool = False
    """Whether a part is shown: the crosshair may lie outside it."""


def included(sheet: Sheet, up: Upward, *, anywhere: bool = False) -> Included:
    """Return what else the axes must show, in their units.

    Parameters
    ----------
    anywhere
        Whether an earlier picture counts that was drawn on a sheet of another size.
    """
    if sheet.view.window is not None:
        left, right, low, high = ordered(sheet.view.window)
        if up.log:
            low, high = (math.log10(max(end, 1e-9)) for end in (low, high))
        return Included(_ends(left, right), _ends(low, high), windowed=True)
    places = (*_starts(sheet), *_ghosts(sheet), *_of_lens(sheet), *_noted(sheet, up))
    across = [Reach(x, room, room) for x, _, room in places]
    level = [Reach(y, room, room) for _, y, room in places if y is not None and up.kind == "impact"]
    previous = sheet.view.previous
    alike = previous is not None and (anywhere or same_sheet(previous, sheet.canvas))
    if previous is not None and not previous.windowed and alike:
        across += _range(previous.x_axis)
        if previous.y_stands_for == up.kind and previous.y_axis.log == up.log and up.kind != "rank":
            level += _range(previous.y_axis)
    return Included(tuple(across), tuple(level))


def _starts(sheet: Sheet) -> list[tuple[float, float | None, float]]:
    if not sheet.view.options.arrows:
        return []
    earlier, room = sheet.view.companions.earlier, _START * sheet.canvas.unit
    return [(*earlier[bubble.id], room) for bubble in sheet.bubbles if bubble.id in earlier]


def _of_lens(sheet: Sheet) -> list[tuple[float, float | None, float]]:
    """What customers expect, or what the room guessed, where a lens marks it on the axes of the plot."""
    readings, room = sheet.view.companions.readings, _START * sheet.canvas.unit
    figure = sheet.view.companions.lens_figure
    found: list[tuple[float, float | None, float]] = []
    for bubble in sheet.bubbles:
        match readings.get(bubble.id):
            case ExpectationGap(expectation=float(expected)):
                found.append((expected, None, room))
            case KnowledgeGap(guess=float(guess)) if figure == "impact":
                found.append((bubble.satisfaction, guess, room))
            case KnowledgeGap(guess=float(guess)):
                found.append((guess, None, room))
    wished = [(one.satisfaction, one.impact, 2 * room) for one in sheet.view.companions.wished]
    return [*found, *wished]


def _noted(sheet: Sheet, up: Upward) -> list[tuple[float, float | None, float]]:
    """Where notes are pinned, as far as scores can lie: elsewhere they would make all else small."""
    scale, room = sheet.matrix.scale, _START * sheet.canvas.unit
    return [
        (one.satisfaction, one.height if up.kind == "impact" else None, room)
        for one in sheet.view.options.notes
        if one.upwards == up.kind and scale.minimum <= one.satisfaction <= scale.maximum
    ]


def _ghosts(sheet: Sheet) -> list[tuple[float, float | None, float]]:
    ghost = sheet.view.companions.ghost
    if sheet.view.options.ghost is None or ghost is None or not sheet.matrix.has_impact:
        return []
    drawn = [bubble for bubble in ghost.bubbles if bubble.height is not None]
    return [(one.satisfaction, one.height, sheet.sizing.radius_of(one.volume)) for one in drawn]


def _range(axis: Axis) -> Sequence[Reach]:
    return _ends(*(axis.settled or (axis.minimum, axis.maximum)))


def _ends(low: float, high: float) -> tuple[Reach, Reach]:
    return Reach(low, 0.0, 0.0), Reach(high, 0.0, 0.0)
