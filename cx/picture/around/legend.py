"""The legend of sizes below the plot, and the legend of colours above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cx import text
from cx.picture.bubbles import Sizing
from cx.picture.colour import INK, SECONDARY, Shade
from cx.picture.record import LegendBubble, LegendColour, TextBlock
from cx.picture.type import LEADING, Canvas, moved
from cx.text import Language

_NOTE_WIDTHS, _NOTE_LINES = (19.0, 24.0, 29.0), 3
"""Widths of the note in em of its type, and the lines from which it takes the next width."""
_NOTE_SHARE = 0.4
"""The part of the sheet's width that the note may take."""
_DOT = 4.5
_COLOUR_ROWS = 2


def size_note(canvas: Canvas, sentences: Sequence[str], *, alone: bool) -> TextBlock:
    """Return what the size stands for, not yet at its place."""
    words, size = " ".join(sentences), canvas.sizes.footnote
    for em in _NOTE_WIDTHS:
        width = min(em * size * (1.4 if alone else 1.0), _NOTE_SHARE * canvas.width)
        lines = canvas.font.wrapped(words, width, size)
        if len(lines) <= _NOTE_LINES:
            break
    return canvas.block(lines, (0.0, 0.0), size, colour=SECONDARY)


def sizes(
    canvas: Canvas, sizing: Sizing, sentences: Sequence[str], right: float, middle: float, lang: Language
) -> tuple[tuple[LegendBubble, ...], TextBlock]:
    """Return the reference bubbles, ending at ``right``, and the note before them.

    Parameters
    ----------
    right, middle
        Where the legend ends, and the height around which it is centred.
    """
    size, gap = canvas.sizes.footnote, canvas.gap
    bubbles: list[LegendBubble] = []
    place = right
    for volume, radius in reversed(sizing.legend):
        words = text.trimmed(volume, lang)
        label = canvas.block((words,), (place, middle - size * LEADING / 2), size, colour=INK, align="right")
        x = label.box.left - gap / 2 - radius
        bubbles.append(LegendBubble(volume, x, middle, radius, label))
        place = x - radius - 1.5 * gap
    note = size_note(canvas, sentences, alone=not bubbles)
    note = moved(note, place - note.box.width, middle - note.box.height / 2)
    return tuple(reversed(bubbles)), note


def within(canvas: Canvas, sizing: Sizing, sentences: Sequence[str], room: float, lang: Language) -> Sizing:
    """Return the sizes with so many reference bubbles that they and the note fit beside one another."""
    while len(sizing.legend) > 1 and width(canvas, sizing, sentences, lang) > room:
        sizing = replace(sizing, legend=(*sizing.legend[:-2], sizing.legend[-1]))
    return sizing


def height(canvas: Canvas, sizing: Sizing, sentences: Sequence[str]) -> float:
    """Return how high the legend is; a long note keeps clear of the values along the axis above it."""
    note = size_note(canvas, sentences, alone=not sizing.legend)
    air = 1.5 * canvas.gap if len(note.lines) > _NOTE_LINES else 0.0
    return max([note.box.height + air, *(2 * radius for _, radius in sizing.legend)])


def width(canvas: Canvas, sizing: Sizing, sentences: Sequence[str], lang: Language) -> float:
    """Return how wide the legend of sizes is."""
    return -sizes(canvas, sizing, sentences, 0.0, 0.0, lang)[1].box.left


def colours(
    canvas: Canvas, groups: Sequence[tuple[str, Shade]], left: float, right: float, top: float
) -> tuple[tuple[LegendColour, ...], float]:
    """Return the groups' colours in rows, and where the rows end."""
    size, dot, gap = canvas.sizes.footnote, _DOT * canvas.unit, canvas.gap
    row = size * LEADING * 1.15
    entries: list[LegendColour] = []
    x, y = left, top
    for name, shade in groups:
        longest = (right - left) * 0.98 - 2 * dot - gap
        words = canvas.font.shortened(name, longest, size)
        wide = 2 * dot + gap / 2 + canvas.font.width(words, size)
        if x > left and x + wide > right:
            x, y = left, y + row
        label = canvas.block((words,), (x + 2 * dot + gap / 2, y), size)
        entries.append(LegendColour(shade.fill, shade.text, x + dot, y + size * LEADING / 2, dot, label))
        x += wide + 2 * gap
    return tuple(entries), y + row if entries else top
