"""Lines of equal priority: impact times the distance to the target (METHODS 7), at equal volume."""

from __future__ import annotations

from collections.abc import Callable

from cx import text
from cx.picture.clipping import pieces
from cx.picture.frame import Canvas, moved
from cx.picture.marks import Point, PriorityLine
from cx.picture.record import Box, TextBlock
from cx.picture.theme import SECONDARY
from cx.records import Matrix
from cx.text import Language

_STEPS = 80
_MULTIPLES = (1.0, 2.0, 4.0)
_MIDDLE = 0.5
"""The line of the middle multiple passes where impact is that of the crosshair, or this part of the largest
impact, and the distance to the target this part of the largest distance."""
Place = Callable[[float, float], Point]


def drawable(matrix: Matrix) -> bool:
    """Return whether any touchpoint has a priority, so that the lines mean something."""
    return any(bubble.priority is not None and bubble.priority.score > 0 for bubble in matrix.bubbles)


def priority_lines(
    matrix: Matrix, plot: Box, place: Place, canvas: Canvas, lang: Language
) -> tuple[PriorityLine, ...]:
    """Return the lines of once, twice and four times a priority, cut at the plot's edges.

    Parameters
    ----------
    place
        Where a satisfaction and an impact stand on the sheet.

    Notes
    -----
    Priority is I g V. At equal volume it is constant where impact * (target - satisfaction) = c: curves that
    rise from left to right, up to the target. Where the term of the gap is switched off they are level, where
    that of impact is, they are upright.

    References
    ----------
    Bacon, D. R. (2003), A comparison of approaches to importance-performance analysis, IJMR 45(1): why
    iso-priority lines order better than quadrants alone.
    """
    if not drawable(matrix):
        return ()
    lines = []
    for times in _MULTIPLES:
        run = max(pieces([place(*point) for point in _curve(matrix, times)], plot), key=len, default=())
        if len(run) > 1:
            lines.append(PriorityLine(times, run, _label(times, run, plot, canvas, lang)))
    return tuple(lines)


def _curve(matrix: Matrix, times: float) -> list[Point]:
    """Return points of (satisfaction, impact) along one line, from the lowest impact to the highest."""
    terms, target = matrix.settings.priority_terms, matrix.target
    widest = max(target - bubble.satisfaction for bubble in matrix.bubbles)
    highest = max(bubble.impact or 0.0 for bubble in matrix.bubbles)
    share = times / _MULTIPLES[1]
    gap, impact = widest * _MIDDLE, _middle_impact(matrix, highest)
    far = widest * 3
    if not terms.impact:
        return [(target - gap * share, highest * 3 * step / _STEPS) for step in range(_STEPS + 1)]
    if not terms.gap:
        return [(target - far + 2 * far * step / _STEPS, impact * share) for step in range(_STEPS + 1)]
    constant = gap * impact * share
    reach = [far * (1 - step / _STEPS) ** 2 for step in range(_STEPS)]
    return [(target - distance, constant / distance) for distance in reach]


def _middle_impact(matrix: Matrix, highest: float) -> float:
    line = matrix.crosshair.impact or 0.0
    return line if 0 < line < highest else highest * _MIDDLE


def _label(times: float, run: tuple[Point, ...], plot: Box, canvas: Canvas, lang: Language) -> TextBlock:
    words = text.say("picture.times", lang, times=times)
    size = canvas.sizes.footnote
    x, y = run[-1]
    block = canvas.block((words,), (x, y), size, colour=SECONDARY, align="right")
    x = min(max(block.box.left - canvas.gap / 3, plot.left), plot.right - block.box.width) - block.box.left
    y = min(max(0.0, plot.top - block.box.top), plot.bottom - block.box.bottom)
    return moved(block, x, y)
