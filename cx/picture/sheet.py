"""What a picture is made from, before its plot has a place: headings, footnote, sizes, colours and words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cx import text
from cx.matrix import footnote, headline, subtitle
from cx.picture import frame, legend
from cx.picture.font import LEADING
from cx.picture.frame import Canvas
from cx.picture.grouping import Grouping, grouping
from cx.picture.record import TextBlock
from cx.picture.sizing import Sizing, sizing
from cx.picture.theme import INK
from cx.records import Bubble, Matrix
from cx.text import Language

_PLOT_SHARE = 0.62
FOOT = 0.4
"""The room below the legend, in margins."""


@dataclass(frozen=True)
class Sheet:
    """What a picture is made from, before the plot has its place."""

    matrix: Matrix
    bubbles: tuple[Bubble, ...]
    """Those that can be drawn."""
    canvas: Canvas
    lang: Language
    headings: frame.Headings
    with_headings: bool
    footnote: TextBlock
    grouping: Grouping
    sizing: Sizing
    sentences: tuple[str, ...]
    key_width: float


def sheet_of(
    matrix: Matrix,
    canvas: Canvas,
    lang: Language,
    day: dt.date,
    key_width: float,
    *,
    headings: bool,
    groups: Sequence[str],
) -> Sheet:
    """Return what a picture is made from, with ``key_width`` kept free for a key."""
    bubbles = tuple(b for b in matrix.bubbles if b.impact is not None or not matrix.has_impact)
    shown = replace(matrix, bubbles=bubbles)
    sized = _sized(shown, canvas, lang, key_width)
    sentences = _sentences(shown, sized, lang)
    room = canvas.width - 2 * canvas.margin - legend.width(canvas, sized, sentences, lang) - 2 * canvas.gap
    return Sheet(
        matrix,
        bubbles,
        canvas,
        lang,
        frame.headings(canvas, headline(matrix, lang), subtitle(matrix, lang), drawn=headings),
        headings,
        frame.footnote(canvas, _footnote(matrix, bubbles, lang, day), room),
        grouping(shown, lang, known=groups),
        sized,
        sentences,
        key_width,
    )


def bottom(sheet: Sheet) -> float:
    """Return where the title of the satisfaction axis ends: above the footnote and, beside it, the legend."""
    canvas = sheet.canvas
    top = canvas.height - FOOT * canvas.margin - legend.height(canvas, sheet.sizing, sheet.sentences)
    return min(sheet.footnote.box.top, top + canvas.sizes.axis * LEADING + canvas.gap)


def message(sheet: Sheet) -> TextBlock:
    """Return the sentence that stands where there is no bubble to draw."""
    canvas = sheet.canvas
    lines, size = canvas.fitted(
        text.say("picture.empty", sheet.lang), canvas.width * 0.6, canvas.sizes.subtitle * 1.2, lines=2
    )
    return canvas.block(lines, (canvas.width / 2, canvas.height / 2 - size), size, colour=INK, align="centre")


def _sized(matrix: Matrix, canvas: Canvas, lang: Language, key_width: float) -> Sizing:
    area = canvas.width * canvas.height * _PLOT_SHARE
    mode = matrix.settings.size if matrix.has_impact else "off"
    return sizing(matrix.bubbles, mode, area, lang, unit=canvas.unit, share=1 - key_width / canvas.width)


def _sentences(matrix: Matrix, sized: Sizing, lang: Language) -> tuple[str, ...]:
    """Return what the legend says about sizes and outlines."""
    if not matrix.has_impact or not matrix.bubbles:
        return _without_impact(matrix, lang)
    found = list(sized.note)
    if sized.legend and any(not bubble.volume for bubble in matrix.bubbles):
        found.append(text.say("picture.mark.unknown", lang))
    if any(bubble.borderline for bubble in matrix.bubbles):
        found.append(text.say("picture.mark.borderline", lang))
    if len({(bubble.satisfaction, bubble.impact) for bubble in matrix.bubbles}) < len(matrix.bubbles):
        found.append(text.say("picture.mark.fanned", lang))
    return tuple(found)


def _without_impact(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return what is said about bubbles without a volume, where volume runs upwards."""
    volumes = [bubble.volume for bubble in matrix.bubbles]
    unknown = any(volumes) and not all(volume is not None for volume in volumes)
    return (text.say("picture.mark.foot", lang),) if unknown else ()


def _footnote(matrix: Matrix, drawn: Sequence[Bubble], lang: Language, day: dt.date) -> str:
    words = footnote(matrix, lang, day)
    left_out = [bubble.label for bubble in matrix.bubbles if bubble not in drawn]
    if not left_out:
        return words
    return f"{words} · {text.say('picture.not_drawn', lang, names=', '.join(left_out))}"
