"""Where each step's figure stands: on its curve, free of names, discs and other figures, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cx.picture.colour import INK
from cx.picture.record import Box, Point, TextBlock, Weight
from cx.picture.type import LEADING, Canvas

_TRIED = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Places along a curve, as shares of its points."""
_WEIGHTS: tuple[Weight, Weight] = ("regular", "semibold")


def figure(
    canvas: Canvas,
    words: str,
    points: Sequence[Point],
    taken: Iterable[Box],
    inside: Box,
    *,
    told: bool = False,
) -> TextBlock | None:
    """Return words on the first place along a curve that nothing else takes; ``None`` where there is none."""
    size, weight = canvas.sizes.footnote, _WEIGHTS[told]
    others = list(taken)
    wide = canvas.font.width(words, size, weight)
    for share in _TRIED:
        x, y = points[round(share * (len(points) - 1))]
        box = Box(x - wide / 2, y - size * LEADING / 2, wide, size * LEADING)
        if _within(box, inside) and not any(overlap(box, other) for other in others):
            return TextBlock((words,), box, size, INK, weight, "centre")
    return None


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes share more than an edge.

    Examples
    --------
    >>> overlap(Box(0, 0, 2, 2), Box(1, 1, 2, 2)), overlap(Box(0, 0, 2, 2), Box(2, 0, 2, 2))
    (True, False)
    """
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > 0 and min(one.bottom, other.bottom) - max(one.top, other.top) > 0


def _within(box: Box, outer: Box) -> bool:
    return (
        box.left >= outer.left and box.right <= outer.right
        and box.top >= outer.top and box.bottom <= outer.bottom
    )  # fmt: skip
