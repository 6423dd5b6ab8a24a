"""What a picture is made from, before its plot has a place: headings, footnote, sizes, colours and words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cx import text
from cx.matrix import axis_title, footnote, headline, subtitle
from cx.picture.around import legend_words, titles
from cx.picture.around.foot import Foot, foot
from cx.picture.around.logo import logo_room
from cx.picture.axes import inside
from cx.picture.bubbles import Sizing, sizing
from cx.picture.colour import INK, Grouping, Shade, grouping, shades
from cx.picture.record import Picture, TextBlock
from cx.picture.type import Canvas
from cx.records import Bubble, Companions, Matrix, PictureOptions, Quadrant, Window
from cx.text import Language

_PLOT_SHARE = 0.62
_SLIDE = (960.0, 540.0)


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
    listed: bool = False
    """Whether a list beside the picture says what every number stands for."""
    numbered: bool = False
    """Whether every bubble carries its number instead of its name."""


@dataclass(frozen=True)
class Reserved:
    """The room that a key takes from the plot, in points."""

    right: float = 0.0
    below: float = 0.0


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
    foot: Foot
    grouping: Grouping
    sizing: Sizing
    sentences: tuple[str, ...]
    reserved: Reserved
    shades: Mapping[Quadrant, Shade]
    outside: int
    """How many bubbles lie outside the part that is shown."""


def sheet_of(view: View, canvas: Canvas, reserved: Reserved) -> Sheet:
    """Return what a picture is made from, with room kept free for a key."""
    matrix, lang = view.matrix, view.lang
    by_impact = matrix.has_impact or matrix.impact_unknown
    drawable = tuple(b for b in matrix.bubbles if b.height is not None or not by_impact)
    bubbles = inside(matrix, drawable, view.window, lang)
    shown = replace(matrix, bubbles=bubbles)
    colours = shades(view.options.colours)
    sized = _sized(shown, canvas, view, reserved.right)
    sentences = legend_words.sentences(shown, sized, view.options, view.companions, lang)
    across = canvas.font.width(axis_title(matrix, "satisfaction", lang), canvas.sizes.axis)
    below = _footnote(view, drawable, len(drawable) - len(bubbles))
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
        foot(canvas, below, sized, sentences, across, lang),
        grouping(shown, lang, known=view.groups, quadrants=colours),
        sized,
        sentences,
        reserved,
        colours,
        len(drawable) - len(bubbles),
    )


def bottom(sheet: Sheet) -> float:
    """Return where the title of the satisfaction axis ends: above footnote and legend, and a key below."""
    below = sheet.reserved.below
    return sheet.foot.start - below if below else sheet.foot.top


def message(sheet: Sheet) -> TextBlock:
    """Return the sentence that stands where there is no bubble to draw."""
    canvas = sheet.canvas
    lines, size = canvas.fitted(
        text.say("picture.empty", sheet.lang), canvas.width * 0.6, canvas.sizes.subtitle * 1.2, lines=2
    )
    return canvas.block(lines, (canvas.width / 2, canvas.height / 2 - size), size, colour=INK, align="centre")


def plain(sheet: Sheet) -> Sheet:
    """Return the sheet on a slide of 960 by 540 points without a key, whatever its own size."""
    own, view = sheet.canvas, sheet.view
    canvas = Canvas(_SLIDE[0], _SLIDE[1], 1.0, own.font, own.sizes)
    shown = replace(sheet.matrix, bubbles=sheet.bubbles)
    kept = view.previous.unit_radius if view.previous and same_sheet(view.previous, own) else None
    mode = shown.settings.size if shown.has_impact or shown.impact_unknown else "off"
    area = _SLIDE[0] * _SLIDE[1] * _PLOT_SHARE
    sized = sizing(
        shown.bubbles, mode, area, sheet.lang, unit_radius=kept if kept is None else kept / own.unit
    )
    return replace(sheet, canvas=canvas, sizing=sized)


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
