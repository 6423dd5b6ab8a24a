"""One sheet of the report: text, bars, lines and circles on a Figure, in points from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from cx.deliver.ground import xml_text
from cx.picture.colour import GROUND
from cx.picture.record import Box, Disc, Stroke, TextBlock
from cx.picture.type import families_for, source_sans, source_sans_file
from cx.text import drawable

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

_POINTS_PER_INCH = 72
_BASELINE = 0.34
"""How far the baseline lies below the middle of a line, in em."""
_DASHES: dict[Stroke, Any] = {"solid": "solid", "dashed": (0, (4, 2.5)), "dotted": (0, (1, 1.6))}
_ON_TOP = 5


@dataclass(frozen=True)
class Words:
    """A piece of a line, and where its baseline begins."""

    text: str
    place: tuple[float, float]
    block: TextBlock
    turned: bool
    known: bool
    """Whether the font has every letter."""


class Paper:
    """A blank sheet, and what is drawn on it."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height

    @cached_property
    def figure(self) -> Figure:
        """The sheet as matplotlib has it."""
        from matplotlib.figure import Figure

        return Figure(
            figsize=(self.width / _POINTS_PER_INCH, self.height / _POINTS_PER_INCH), facecolor=GROUND
        )

    @cached_property
    def axes(self) -> Any:
        """The whole sheet as axes, in points from the top left corner."""
        axes = self.figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, self.width)
        axes.set_ylim(self.height, 0)
        axes.set_axis_off()
        return axes

    def write(self, block: TextBlock, *, turned: bool = False) -> None:
        """Write a block of text in its lines; ``turned`` reads upwards."""
        box = block.box
        step = (box.width if turned else box.height) / max(len(block.lines), 1)
        for number, line in enumerate(block.lines):
            down = step * number + step / 2 + _BASELINE * block.size
            if turned:
                place = box.left + down, box.centre[1] + _width(line, block) / 2
            else:
                place = _start(line, block), box.top + down
            self._add(drawable(xml_text(line)), place, block, turned=turned)

    def _add(self, line: str, place: tuple[float, float], block: TextBlock, *, turned: bool) -> None:
        """Add a line in pieces: what the font has not is drawn by one that falls back."""
        x, y = place
        for piece, known in _pieces(line, block):
            self._words.append(Words(piece, (x, y), block, turned=turned, known=known))
            ahead = _width(piece, block)
            x, y = (x, y - ahead) if turned else (x + ahead, y)

    @cached_property
    def _words(self) -> list[Words]:
        words: list[Words] = []
        self.figure.add_artist(_artist(words, self.height))
        return words

    def fill(self, box: Box, colour: str) -> None:
        """Fill a box."""
        from matplotlib.patches import Rectangle

        place = (box.left, box.top)
        self.axes.add_patch(
            Rectangle(place, box.width, box.height, facecolor=colour, linewidth=0, zorder=0.7)
        )

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        width: float,
        order: float = 0.9,
    ) -> None:
        """Draw a straight line."""
        across, down = zip(start, end, strict=True)
        self.axes.plot(across, down, color=colour, linewidth=width, zorder=order, solid_capstyle="butt")

    def bubble(self, disc: Disc) -> None:
        """Draw a bubble."""
        from matplotlib.colors import to_rgba

        look = {"facecolor": to_rgba(disc.fill, disc.opacity), "linestyle": _DASHES[disc.stroke]}
        self.circle((disc.x, disc.y), disc.radius, disc.outline, disc.outline_width, **look)

    def circle(
        self, place: tuple[float, float], radius: float, outline: str, width: float = 1.0, **look: object
    ) -> None:
        """Draw a circle; without a ``facecolor`` it is empty."""
        from matplotlib.patches import Circle

        self.axes.add_patch(
            Circle(place, radius, edgecolor=outline, linewidth=width, **{"facecolor": "none", **look})
        )


def _width(line: str, block: TextBlock) -> float:
    return source_sans().width(line, block.size, block.weight)


def _start(line: str, block: TextBlock) -> float:
    """Return where a line of a block begins."""
    room = block.box.width - _width(line, block)
    return block.box.left + room * {"left": 0.0, "centre": 0.5, "right": 1.0}[block.align]


def _artist(words: Sequence[Words], height: float) -> Artist:
    """Return what writes the lines: straight to the file, since measuring each again takes half the time."""
    from matplotlib.artist import Artist

    class Lines(Artist):
        def draw(self, renderer: RendererBase) -> None:
            for one in words:
                look = renderer.new_gc()
                look.set_foreground(one.block.colour)
                x, y = one.place
                renderer.draw_text(look, x, height - y, one.text, _font(one), 90 if one.turned else 0)

    lines = Lines()
    lines.set_zorder(_ON_TOP)
    return lines


def _pieces(line: str, block: TextBlock) -> list[tuple[str, bool]]:
    """Return a line in pieces that the font has, or has not; a space goes with the letter before it."""
    font = source_sans()
    advances = (font.semibold if block.weight == "semibold" else font.regular).advances
    flags: list[bool] = []
    for letter in line:
        flags.append(flags[-1] if letter == " " and flags else letter in advances)
    marked = groupby(zip(line, flags, strict=True), key=itemgetter(1))
    return [("".join(letter for letter, _ in letters), known) for known, letters in marked]


def _font(words: Words) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    block = words.block
    if words.known:
        return FontProperties(fname=source_sans_file(block.weight), size=block.size)
    families, _ = families_for(words.text)
    bold = "bold" if block.weight == "semibold" else "normal"
    return FontProperties(family=list(families), weight=bold, size=block.size)
