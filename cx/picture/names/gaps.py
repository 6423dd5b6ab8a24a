"""Gaps in the long lines of marks where a name stands, so that none is struck out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cx.picture.marks import clipping
from cx.picture.names.in_the_way import long_lines
from cx.picture.record import Box, Ink, InkLine, Picture

_AIR = 1.0
"""Between a name and the line that ends before it, in points."""
_ROUNDING = 1e-6


def inks_with_gaps(picture: Picture) -> tuple[Ink, ...]:
    """Return the marks of the lens that is on, their long lines broken where a name stands on them."""
    long = set(long_lines(picture))
    if not long:
        return picture.inks
    blocks = (*(label.block for label in picture.labels), *(area.name for area in picture.quadrants))
    names = [_aired(block.box) for block in blocks if block.lines]
    return tuple(
        replace(
            ink,
            lines=tuple(
                part for line in ink.lines for part in (_parts(line, names) if line in long else (line,))
            ),
        )
        for ink in picture.inks
    )


def _parts(line: InkLine, names: Sequence[Box]) -> Iterator[InkLine]:
    """Yield what is left of a line outside the boxes."""
    (x0, y0), (x1, y1) = line.start, line.end
    square = (x1 - x0) ** 2 + (y1 - y0) ** 2
    taken = []
    for box in names:
        inside = clipping.segment(line.start, line.end, box)
        if inside is not None:
            taken.append(sorted(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square for x, y in inside))
    done = 0.0
    for low, high in (*sorted(taken), [1.0, 1.0]):
        if low > done + _ROUNDING:
            start, end = ((x0 + share * (x1 - x0), y0 + share * (y1 - y0)) for share in (done, low))
            yield replace(line, start=start, end=end)
        done = max(done, high)


def _aired(box: Box) -> Box:
    return Box(box.left - _AIR, box.top, box.width + 2 * _AIR, box.height)
