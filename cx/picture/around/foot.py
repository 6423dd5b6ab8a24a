"""What stands below the plot: the footnote, the legend of sizes, and where both start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx.picture.around import legend, titles
from cx.picture.bubbles import Sizing
from cx.picture.record import LegendBubble, TextBlock
from cx.picture.type import LEADING, Canvas, moved
from cx.text import Language

FOOT = 0.4
"""The room below the legend, in margins."""
_BESIDE, _BELOW, _NARROW = 4, 4, 12
"""Lines of a footnote beside the legend, of one below it, and of one below it on a sheet that is not wide."""
_WIDE = 1.3


@dataclass(frozen=True)
class Foot:
    """Footnote and legend at their places."""

    footnote: TextBlock
    sizes: tuple[LegendBubble, ...]
    note: TextBlock
    """What the sizes stand for; without words where there is nothing to say."""
    top: float
    """Where the title of the satisfaction axis ends, which may stand beside the legend."""
    start: float
    """Where both start."""
    title_ends: float | None
    """How far to the right the title of the satisfaction axis may reach beside the legend; ``None``: it has
    a row of its own above."""


def foot(
    canvas: Canvas, words: str, sizing: Sizing, sentences: Sequence[str], title_width: float, lang: Language
) -> Foot:
    """Return what stands below the plot: the footnote beside the legend, or below it where it is long.

    Parameters
    ----------
    title_width
        How wide the title of the satisfaction axis is.
    """
    whole = canvas.width - 2 * canvas.margin
    sizing = legend.within(canvas, sizing, sentences, whole, lang)
    wide = legend.width(canvas, sizing, sentences, lang) if sentences else 0.0
    beside = whole - wide - (2 * canvas.gap if wide else 0.0)
    if titles.fits(canvas, words, beside, _BESIDE):
        note, below = titles.footnote(canvas, words, beside, _BESIDE), 0.0
    else:
        lines = _BELOW if canvas.width > _WIDE * canvas.height else _NARROW
        note = titles.footnote(canvas, words, whole, lines)
        below = canvas.height - FOOT * canvas.margin - note.box.top + canvas.gap / 2
    return _placed(canvas, note, below, sizing, sentences, title_width, lang)


def _placed(
    canvas: Canvas,
    note: TextBlock,
    below: float,
    sizing: Sizing,
    sentences: Sequence[str],
    title_width: float,
    lang: Language,
) -> Foot:
    high = legend.height(canvas, sizing, sentences) if sentences else 0.0
    bottom = canvas.height - FOOT * canvas.margin - below
    right = canvas.width - canvas.margin
    rings, words = legend.sizes(canvas, sizing, sentences, right, bottom - high / 2, lang)
    ends = (words.box.left if sentences else canvas.width) - 2 * canvas.gap
    start = min(note.box.top, bottom - high)
    if title_width > ends - canvas.margin / 2:
        words = moved(words, canvas.margin - words.box.left, 0.0) if below else words
        return Foot(note, rings, words, start, start, None)
    line = canvas.sizes.axis * LEADING + 0.4 * canvas.gap  # below the values along the axis
    return Foot(note, rings, words, min(note.box.top, bottom - high + line), start, ends)
