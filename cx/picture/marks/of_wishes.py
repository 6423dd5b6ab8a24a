"""Moments that could be created: hollow bubbles with their names, where people would like to have them."""

from __future__ import annotations

from collections.abc import Sequence

from cx.picture.around import Sheet
from cx.picture.colour import INK
from cx.picture.plot import Plane
from cx.picture.record import Align, Ghost, Ink, Point
from cx.picture.type import LEADING
from cx.records.lenses import Wished

_RADIUS, _APART = 8.0, 2.5
"""Of a wished-for bubble, and from it to its name, in points of a picture 540 high: it has no volume."""


def wished_ghosts(sheet: Sheet, found: Plane) -> tuple[Ghost, ...]:
    """Return a hollow bubble for each moment that is wished for inside the plot; it has no quadrant."""
    return tuple(
        Ghost("", one.name, *place, _RADIUS * sheet.canvas.unit, INK) for one, place in _inside(sheet, found)
    )


def wished_names(sheet: Sheet, found: Plane) -> tuple[Ink, ...]:
    """Return the names of these bubbles, on the side where the plot has more room."""
    size, unit, marks = sheet.canvas.sizes.label, sheet.canvas.unit, []
    for one, (x, y) in _inside(sheet, found):
        if not one.name:
            continue
        is_left = x < found.plot.left + found.plot.width / 2
        aside = (_RADIUS + _APART) * unit * (1 if is_left else -1)
        room = (found.plot.right - x if is_left else x - found.plot.left) - abs(aside)
        words = sheet.canvas.font.shortened(one.name, room, size)
        align: Align = "left" if is_left else "right"
        at = (x + aside, y - size * LEADING / 2)
        marks.append(Ink("", blocks=(sheet.canvas.block((words,), at, size, align=align),)))
    return tuple(marks)


def _inside(sheet: Sheet, found: Plane) -> Sequence[tuple[Wished, Point]]:
    if found.y_stands_for != "impact":
        return []
    placed = [(one, found.at(one.satisfaction, one.impact)) for one in sheet.view.companions.wished]
    plot = found.plot
    return [
        (one, (x, y))
        for one, (x, y) in placed
        if plot.left <= x <= plot.right and plot.top <= y <= plot.bottom
    ]
