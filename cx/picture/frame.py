"""Where everything around the plot stands: headings, axis titles, legends, key and footnote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx.picture.font import ELLIPSIS, LEADING, Font
from cx.picture.record import Align, Box, TextBlock, Weight
from cx.picture.theme import INK, SECONDARY, Sizes

MARGIN = 18.0
_GAP = 6.0
_FRAMED = 0.4
_BETWEEN = " · "
_FOOTNOTE_LINES, _CUT = 4, 4


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


@dataclass(frozen=True)
class Headings:
    """Title and subtitle, and where the chart below them starts."""

    title: TextBlock
    subtitle: TextBlock
    bottom: float


def headings(canvas: Canvas, title: str, subtitle: str, *, drawn: bool) -> Headings:
    """Return title (two lines at most) and subtitle, at the top of the sheet."""
    width = canvas.width - 2 * canvas.margin
    top = canvas.margin * 0.75
    lines, size = canvas.fitted(title, width, canvas.sizes.title, "semibold", lines=2)
    lines = canvas.font.balanced(" ".join(lines), len(lines), size, "semibold")
    head = canvas.block(lines, (canvas.margin, top), size, weight="semibold")
    lines, size = canvas.fitted(subtitle, width, canvas.sizes.subtitle, lines=1)
    below = canvas.block(lines, (canvas.margin, head.box.bottom), size, colour=SECONDARY)
    return Headings(head, below, below.box.bottom + canvas.gap if drawn else canvas.gap)


def footnote(canvas: Canvas, words: str, width: float) -> TextBlock:
    """Return the footnote at the bottom left, in at most four lines.

    Where it is longer, its longest part (a list of names) is shortened: source, rule and date always stand.
    """
    parts, size = words.split(_BETWEEN), canvas.sizes.footnote
    while len(canvas.font.wrapped(_BETWEEN.join(parts), width, size)) > _FOOTNOTE_LINES:
        longest = max(range(len(parts)), key=lambda place: len(parts[place]))
        if len(parts[longest]) <= _CUT:
            break
        parts[longest] = parts[longest].removesuffix(ELLIPSIS)[:-_CUT].rstrip(" ,") + ELLIPSIS
    lines = canvas.font.wrapped(_BETWEEN.join(parts), width, size)
    block = canvas.block(lines, (canvas.margin, 0.0), size, colour=SECONDARY)
    return moved(block, 0.0, canvas.height - canvas.margin * 0.6 - block.box.height)


def moved(block: TextBlock, right: float, down: float) -> TextBlock:
    """Return the block at another place."""
    box = Box(block.box.left + right, block.box.top + down, block.box.width, block.box.height)
    return TextBlock(block.lines, box, block.size, block.colour, block.weight, block.align)


def turned(canvas: Canvas, words: str, plot: Box) -> TextBlock:
    """Return the title of the upward axis, left of the plot, turned by 90 degrees."""
    lines, size = canvas.fitted(words, canvas.height - canvas.margin, canvas.sizes.axis, lines=1)
    wide = max(canvas.font.width(line, size) for line in lines)
    deep = len(lines) * size * LEADING
    top = max(canvas.margin / 2, min(plot.centre[1], canvas.height - canvas.margin / 2 - wide / 2) - wide / 2)
    box = Box(canvas.margin * 0.6, top, deep, wide)
    return TextBlock(lines, box, size, INK, "regular", "centre")
