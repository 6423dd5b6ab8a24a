"""The sheet that is drawn on, and text set on it in blocks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cx.picture.colour import INK
from cx.picture.record import Align, Box, TextBlock, Weight
from cx.picture.type.font import LEADING, Font
from cx.picture.type.sizes import Sizes

MARGIN = 18.0
_GAP = 6.0
_FRAMED = 0.4


_SLIDE = (960.0, 540.0)


def unit_of(width: float, height: float) -> float:
    """Return what one point of a picture 540 high is on a sheet: all of it fits, or on a high sheet as much.

    Examples
    --------
    >>> unit_of(960, 540), unit_of(1200, 540), round(unit_of(540, 960), 3)
    (1.0, 1.0, 1.0)
    """
    if height > width:
        return math.sqrt(width * height / (_SLIDE[0] * _SLIDE[1]))
    return min(width / _SLIDE[0], height / _SLIDE[1])


@dataclass(frozen=True)
class Canvas:
    """The sheet that is drawn on: its size, type and language."""

    width: float
    height: float
    unit: float
    """What one point of a picture 540 high is here: margins and bubbles scale by it."""
    font: Font
    sizes: Sizes
    framed: bool = False
    """Whether a page or slide around the picture keeps the room along its edges free already."""

    @property
    def margin(self) -> float:
        """The room kept free along the edge."""
        return MARGIN * self.unit * (_FRAMED if self.framed else 1.0)

    @property
    def gap(self) -> float:
        """The room between neighbours."""
        return _GAP * self.unit

    def fitted(
        self,
        words: str,
        width: float,
        size: float,
        weight: Weight = "regular",
        *,
        lines: int,
        least: float = 0.7,
    ) -> tuple[tuple[str, ...], float]:
        """Return the words in at most ``lines`` lines and their type size, never below the footnote's.

        Parameters
        ----------
        least
            The share of ``size`` that the type shrinks to at most, where the footnote's size allows it.
        """
        floor = min(1.0, max(least, self.sizes.footnote / size))
        return self.font.fitted(words, width, size, weight, lines=lines, least=floor)

    def block(
        self,
        lines: Sequence[str],
        at: tuple[float, float],
        size: float,
        *,
        colour: str = INK,
        weight: Weight = "regular",
        align: Align = "left",
    ) -> TextBlock:
        """Return lines of text whose box starts (left), centres or ends (right) at a place, top first."""
        width = max((self.font.width(line, size, weight) for line in lines), default=0.0)
        left = at[0] - {"left": 0.0, "centre": width / 2, "right": width}[align]
        box = Box(left, at[1], width, len(lines) * size * LEADING)
        return TextBlock(tuple(lines), box, size, colour, weight, align)


def moved(block: TextBlock, right: float, down: float) -> TextBlock:
    """Return the block at another place."""
    box = Box(block.box.left + right, block.box.top + down, block.box.width, block.box.height)
    return TextBlock(block.lines, box, block.size, block.colour, block.weight, block.align)
