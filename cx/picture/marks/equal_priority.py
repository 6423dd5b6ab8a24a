"""Lines of equal priority: impact times the distance to the target (METHODS 7), at equal volume."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cx import text
from cx.matrix.strategy import any_priority
from cx.picture.colour import SECONDARY
from cx.picture.marks.clipping import pieces
from cx.picture.record import Box, Disc, Point, PriorityLine, TextBlock
from cx.picture.type import Canvas, moved
from cx.records import Matrix
from cx.text import Language

_STEPS = 80
_MULTIPLES = (1.0, 2.0, 4.0)
_MIDDLE = 0.5
"""The line of the middle multiple passes where impact is that of the crosshair, or this part of the largest
impact, and the distance to the target this part of the largest distance."""
_AWAY = 0.8
"""How far from its line a multiple stands, in gaps."""
Place = Callable[[float, float], Point]


@dataclass(frozen=True)
class Taken:
    """What the multiples keep clear of."""

    discs: Sequence[Disc]
    boxes: Sequence[Box]

    def free(self, box: Box, pad: float) -> bool:
        """Return whether a box with some room around it touches nothing."""
        return not any(_near(box, disc, pad) for disc in self.discs) and not any(
            box.left < other.right + pad
            and other.left < box.right + pad
            and box.top < other.bottom + pad
            and other.top < box.bottom + pad
            for other in self.boxes
        )


def priority_lines(
    matrix: Matrix, plot: Box, place: Place, taken: Taken, canvas: Canvas, lang: Language
) -> tuple[PriorityLine, ...]:
    """Return the lines of once, twice and four times a priority, cut at the plot's edges.

    Parameters
    ----------
    place
        Where a satisfaction and an impact stand on the sheet.
    taken
        The bubbles, and the names of the quadrants.

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
    if not any_priority(matrix):
        return ()
    lines = []
    for times in _MULTIPLES:
        run = max(pieces([place(*point) for point in _curve(matrix, times)], plot), key=len, default=())
        if len(run) > 1:
            lines.append(PriorityLine(times, run, _label(times, run, plot, taken, canvas, lang)))
    return tuple(lines)


def _curve(matrix: Matrix, times: float) -> list[Point]:
    """Return points of (satisfaction, impact) along one line, from the lowest impact to the highest."""
    terms, target = matrix.settings.priority_terms, matrix.target
    widest = max(target - bubble.satisfaction for bubble in matrix.bubbles)
    highest = max(bubble.height or 0.0 for bubble in matrix.bubbles)
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


def _near(box: Box, disc: Disc, pad: float) -> bool:
    across = disc.x - min(max(disc.x, box.left), box.right)
    down = disc.y - min(max(disc.y, box.top), box.bottom)
    return math.hypot(across, down) < disc.radius + pad


def _middle_impact(matrix: Matrix, highest: float) -> float:
    line = matrix.crosshair.impact or 0.0
    return line if 0 < line < highest else highest * _MIDDLE


def _label(
    times: float, run: tuple[Point, ...], plot: Box, taken: Taken, canvas: Canvas, lang: Language
) -> TextBlock:
    """Return the multiple left of the line, as near to its upper end as bubbles and names leave room."""
    size = canvas.sizes.footnote
    block = canvas.block((text.say("picture.times", lang, times=times),), (0.0, 0.0), size, colour=SECONDARY)
    wide, high = block.box.width, block.box.height
    for x, y in reversed(run):
        left, top = x - wide - canvas.gap * _AWAY, min(max(y, plot.top + canvas.gap / 2), plot.bottom - high)
        box = Box(left, top, wide, high)
        if left >= plot.left and taken.free(box, canvas.gap / 2):
            return moved(block, left, top)
    x, y = run[-1]
    left = min(max(x - wide, plot.left), plot.right - wide)
    return moved(block, left, min(max(y, plot.top), plot.bottom - high))
