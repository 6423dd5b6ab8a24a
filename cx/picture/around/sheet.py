"""What a picture is made from, before its plot has a place: headings, footnote, sizes, colours and words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cx import text
from cx.matrix import footnote, headline, subtitle
from cx.picture.around import legend, legend_words, titles
from cx.picture.around.logo import logo_room
from cx.picture.axes import inside
from cx.picture.bubbles import Sizing, sizing
from cx.picture.colour import INK, Grouping, Shade, grouping, shades
from cx.picture.record import Picture, TextBlock
from cx.picture.type import LEADING, Canvas
from cx.records import Bubble, Companions, Matrix, PictureOptions, Quadrant, Window
from cx.text import Language

_PLOT_SHARE = 0.62
FOOT = 0.4
"""The room below the legend, in margins."""


@dataclass(frozen=True)
class View:
    """What is asked for: the matrix and how it is to be shown."""

    matrix: Matrix
    lang: Language
    day: dt.date
    headings: bool = True
    groups: tuple[str, ...] = ()
    options: PictureOptions = field(default_factory=PictureOptions)
    companions: Companions = field(default_factory=Companions)
    window: Window | None = None
    previous: Picture | None = None
    from_round: bool = False
    """Whether axes begin at a round value."""


@dataclass(frozen=True)
class Sheet:
    """What a picture is made from, before the plot has its place."""

    view: View
    matrix: Matrix
    bubbles: tuple[Bubble, ...]
    """Those that can be drawn."""
    canvas: Canvas
    lang: Language
    headings: titles.Headings
    with_headings: bool
    footnote: TextBlock
    grouping: Grouping
    sizing: Sizing
    sentences: tuple[str, ...]
    key_width: float
    shades: Mapping[Quadrant, Shade]
    outside: int
    """How many bubbles lie outside the part that is shown."""


def sheet_of(view: View, canvas: Canvas, key_width: float) -> Sheet:
    """Return what a picture is made from, with ``key_width`` kept free for a key."""
    matrix, lang = view.matrix, view.lang
    by_impact = matrix.has_impact or matrix.impact_unknown
    drawable = tuple(b for b in matrix.bubbles if b.height is not None or not by_impact)
    bubbles = inside(matrix, drawable, view.window, lang)
    shown = replace(matrix, bubbles=bubbles)
    colours = shades(view.options.colours)
    sized = _sized(shown, canvas, view, key_width)
    sentences = legend_words.sentences(shown, sized, view.options, view.companions, lang)
    room = canvas.width - 2 * canvas.margin - legend.width(canvas, sized, sentences, lang) - 2 * canvas.gap
    return Sheet(
        view,
        matrix,
        bubbles,
        canvas,
        lang,
        titles.headings(
            canvas,
            headline(matrix, lang),
            subtitle(matrix, lang),
            drawn=view.headings,
            aside=logo_room(view.options, canvas.unit) if view.headings else 0.0,
        ),
        view.headings,
        titles.footnote(canvas, _footnote(view, drawable, len(drawable) - len(bubbles)), room),
        grouping(shown, lang, known=view.groups, quadrants=colours),
        sized,
        sentences,
        key_width,
        colours,
        len(drawable) - len(bubbles),
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


def _sized(matrix: Matrix, canvas: Canvas, view: View, key_width: float) -> Sizing:
    area = canvas.width * canvas.height * _PLOT_SHARE
    mode = matrix.settings.size if matrix.has_impact or matrix.impact_unknown else "off"
    kept = view.previous.unit_radius if view.previous and same_sheet(view.previous, canvas) else None
    return sizing(
        matrix.bubbles,
        mode,
        area,
        view.lang,
        unit=canvas.unit,
        share=1 - key_width / canvas.width,
        unit_radius=kept,
    )


def same_sheet(previous: Picture, canvas: Canvas) -> bool:
    """Return whether another picture was drawn on a sheet of the same size."""
    return (previous.width, previous.height) == (canvas.width, canvas.height)


def _footnote(view: View, drawn: Sequence[Bubble], outside: int) -> str:
    matrix, lang = view.matrix, view.lang
    parts = [" ".join((view.options.footnote or "").split()), footnote(matrix, lang, view.day)]
    shown = {bubble.id for bubble in drawn}
    left_out = [bubble.label for bubble in matrix.bubbles if bubble.id not in shown]
    if left_out:
        parts.append(text.say("picture.not_drawn", lang, names=", ".join(left_out)))
    if view.window is not None:
        key = "picture.outside" if outside else "picture.zoomed"
        parts.append(text.say(key, lang, n=outside))
    return " · ".join(part for part in parts if part)
