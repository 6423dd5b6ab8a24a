"""The matrix as one Picture: where everything stands, in slide coordinates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cx import text
from cx.matrix import axis_title, footnote, headline, impact_words, subtitle
from cx.picture import corners, frame, hover, legend
from cx.picture.axes import fine, score
from cx.picture.font import LEADING, Font, source_sans
from cx.picture.frame import Canvas
from cx.picture.grouping import Grouping, grouping
from cx.picture.naming import named
from cx.picture.plane import Plane, plane
from cx.picture.record import Box, CrosshairLine, Disc, Picture, QuadrantArea, Stroke, TextBlock
from cx.picture.sizing import Sizing, sizing
from cx.picture.theme import (
    BORDERLINE_OPACITY,
    FILL_OPACITY,
    INK,
    OUTLINE_WIDTH,
    SCREEN_SIZES,
    SECONDARY,
    Shade,
    Sizes,
)
from cx.records import Bubble, Matrix
from cx.text import Language

_SLIDE = (960.0, 540.0)
_PLOT_SHARE = 0.62


def compute(
    matrix: Matrix,
    *,
    lang: Language,
    day: dt.date,
    size: tuple[float, float] = _SLIDE,
    type_scale: float = 1.0,
    sizes: Sizes = SCREEN_SIZES,
    font: Font | None = None,
    headings: bool = True,
    groups: Sequence[str] = (),
) -> Picture:
    """Return the picture of a matrix.

    Parameters
    ----------
    size
        Width and height of the sheet in points (1/72 inch); a 16:9 slide is 960 x 540.
    type_scale
        What type sizes are multiplied by; 1.5 for a projector.
    sizes
        Type sizes in points; :data:`~cx.picture.theme.DECK_SIZES` for slides.
    font
        What text is measured with; Source Sans by default.
    headings
        Whether the picture has room for title and subtitle; without, the plot takes it, and the page or
        slide shows them itself.
    groups
        Every journey, channel or segment of the file where one of them gives the colour: each keeps its
        colour when the view is filtered.

    Notes
    -----
    The same matrix, size and font give the same picture.
    """
    scale = min(size[0] / _SLIDE[0], size[1] / _SLIDE[1])
    canvas = Canvas(*size, scale, font or source_sans(), sizes.scaled(type_scale * scale))

    def draw(key_width: float) -> Picture:
        return _drawn(_sheet(matrix, canvas, lang, day, key_width, headings=headings, groups=groups))

    return named(draw, canvas, matrix.settings, lang)


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


def _sheet(
    matrix: Matrix,
    canvas: Canvas,
    lang: Language,
    day: dt.date,
    key_width: float,
    *,
    headings: bool,
    groups: Sequence[str],
) -> Sheet:
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


def _sentences(matrix: Matrix, sized: Sizing, lang: Language) -> tuple[str, ...]:
    """Return what the legend says about sizes and outlines."""
    if not matrix.has_impact or not matrix.bubbles:
        return ()
    found = list(sized.note)
    if sized.legend and any(not bubble.volume for bubble in matrix.bubbles):
        found.append(text.say("picture.mark.unknown", lang))
    if any(bubble.borderline for bubble in matrix.bubbles):
        found.append(text.say("picture.mark.borderline", lang))
    if len({(bubble.satisfaction, bubble.impact) for bubble in matrix.bubbles}) < len(matrix.bubbles):
        found.append(text.say("picture.mark.fanned", lang))
    return tuple(found)


def _footnote(matrix: Matrix, drawn: Sequence[Bubble], lang: Language, day: dt.date) -> str:
    words = footnote(matrix, lang, day)
    left_out = [bubble.label for bubble in matrix.bubbles if bubble not in drawn]
    if not left_out:
        return words
    return f"{words} · {text.say('picture.not_drawn', lang, names=', '.join(left_out))}"


def _sized(matrix: Matrix, canvas: Canvas, lang: Language, key_width: float) -> Sizing:
    area = canvas.width * canvas.height * _PLOT_SHARE
    mode = matrix.settings.size if matrix.has_impact else "off"
    return sizing(matrix.bubbles, mode, area, lang, unit=canvas.unit, share=1 - key_width / canvas.width)


def _drawn(sheet: Sheet) -> Picture:
    """Return the picture without names, with room for a key at the right."""
    canvas = sheet.canvas
    top = sheet.headings.bottom
    colour, top = legend.colours(
        canvas, sheet.grouping.legend, canvas.margin, canvas.width - canvas.margin, top
    )
    found = plane(
        sheet.matrix,
        sheet.bubbles,
        sheet.sizing.radii,
        canvas,
        sheet.lang,
        top=top,
        bottom=sheet.footnote.box.top,
        key_width=sheet.key_width,
    )
    plot = found.plot
    middle = (plot.bottom + canvas.sizes.tick * LEADING + canvas.gap + canvas.height) / 2
    sizes, note = legend.sizes(
        canvas, sheet.sizing, sheet.sentences, canvas.width - canvas.margin, middle, sheet.lang
    )
    return Picture(
        width=canvas.width,
        height=canvas.height,
        lang=sheet.lang,
        plot=plot,
        x_axis=found.x_axis,
        y_axis=found.y_axis,
        x_title=_across(sheet, plot, note.box.left if sheet.sentences else plot.right),
        y_title=frame.turned(canvas, found.y_axis.title, plot),
        quadrants=_quadrants(sheet, found) if sheet.bubbles else (),
        crosshair=_crosshair(sheet, found) if sheet.bubbles else (),
        discs=_discs(sheet, found),
        labels=(),
        key=(),
        size_legend=sizes,
        size_note=note if sheet.sentences else None,
        colour_legend=colour,
        title=sheet.headings.title,
        subtitle=sheet.headings.subtitle,
        footnote=sheet.footnote,
        alt=hover.alternative(sheet.matrix, sheet.lang),
        headings=sheet.with_headings,
        y_stands_for=found.y_stands_for,
        tick_labels=_tick_labels(canvas, found),
        grid=_grid(found) if sheet.bubbles else (),
        fans=found.shared,
        message=None if sheet.bubbles else _message(sheet),
    )


def _tick_labels(canvas: Canvas, found: Plane) -> tuple[TextBlock, ...]:
    size, plot = canvas.sizes.tick, found.plot
    across = [
        canvas.block(
            (tick.label,),
            (tick.position, plot.bottom + canvas.gap * 0.5),
            size,
            colour=SECONDARY,
            align="centre",
        )
        for tick in found.x_axis.ticks
    ]
    up = [
        canvas.block(
            (tick.label,),
            (plot.left - canvas.gap * 0.7, tick.position - size * LEADING / 2),
            size,
            colour=SECONDARY,
            align="right",
        )
        for tick in found.y_axis.ticks
    ]
    return (*across, *up)


def _across(sheet: Sheet, plot: Box, right: float) -> TextBlock:
    canvas = sheet.canvas
    words = axis_title(sheet.matrix, "satisfaction", sheet.lang)
    limit = min(plot.right, right - canvas.gap)
    lines, size = canvas.font.fitted(words, limit - plot.left, canvas.sizes.axis)
    width = canvas.font.width(lines[0], size)
    middle = min(plot.centre[0], limit - width / 2)
    top = plot.bottom + canvas.sizes.tick * LEADING + canvas.gap * 0.7
    return canvas.block(lines, (middle, top), size, align="centre")


def _grid(found: Plane) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    """Return a line at every value, where there are no quadrants to carry the plot."""
    if found.y_line is not None:
        return ()
    plot = found.plot
    up = [((plot.left, tick.position), (plot.right, tick.position)) for tick in found.y_axis.ticks]
    across = [((tick.position, plot.top), (tick.position, plot.bottom)) for tick in found.x_axis.ticks]
    return (*up, *across)


def _quadrants(sheet: Sheet, found: Plane) -> tuple[QuadrantArea, ...]:
    if found.y_line is None:
        return ()
    return corners.areas(
        sheet.canvas, found.plot, found.x_line, found.y_line, sheet.matrix.settings, sheet.lang
    )


def _crosshair(sheet: Sheet, found: Plane) -> tuple[CrosshairLine, ...]:
    canvas, plot, line = sheet.canvas, found.plot, sheet.matrix.crosshair
    size = canvas.sizes.tick
    words = score(line.satisfaction, sheet.matrix.scale, sheet.lang, fine(sheet.matrix.scale))
    rule = text.say(f"crosshair.{line.rule}", sheet.lang)
    label = canvas.block(
        (f"{rule} {words}",),
        (found.x_line, plot.top - size * LEADING),
        size,
        colour=SECONDARY,
        weight="semibold",
        align="centre",
    )
    over = min(0.0, canvas.width - canvas.margin / 2 - label.box.right) + max(0.0, plot.left - label.box.left)
    upright = CrosshairLine(
        "satisfaction",
        line.satisfaction,
        (found.x_line, plot.top),
        (found.x_line, plot.bottom),
        frame.moved(label, over, 0.0),
    )
    if found.y_line is None or line.impact is None:
        return (upright,)
    words = impact_words(line.impact, sheet.matrix, sheet.lang)
    label = canvas.block(
        (words,),
        (plot.right + canvas.gap * 0.6, found.y_line - size * LEADING / 2),
        size,
        colour=SECONDARY,
        weight="semibold",
    )
    level = CrosshairLine("impact", line.impact, (plot.left, found.y_line), (plot.right, found.y_line), label)
    return upright, level


def _discs(sheet: Sheet, found: Plane) -> tuple[Disc, ...]:
    discs = [
        _disc(sheet, bubble, place, radius, shade, group)
        for bubble, place, radius, shade, group in zip(
            sheet.bubbles,
            found.places,
            sheet.sizing.radii,
            sheet.grouping.shades,
            sheet.grouping.groups,
            strict=True,
        )
    ]
    return tuple(sorted(discs, key=lambda disc: (-disc.radius, disc.id)))


def _disc(
    sheet: Sheet, bubble: Bubble, place: tuple[float, float], radius: float, shade: Shade, group: str
) -> Disc:
    return Disc(
        id=bubble.id,
        name=bubble.label,
        x=place[0],
        y=place[1],
        radius=radius,
        satisfaction=bubble.satisfaction,
        impact=bubble.impact,
        fill=shade.fill,
        outline=shade.text,
        opacity=BORDERLINE_OPACITY if bubble.borderline else FILL_OPACITY,
        outline_width=OUTLINE_WIDTH * sheet.canvas.unit,
        stroke=_stroke(bubble, unknown=bool(sheet.sizing.legend) and not bubble.volume),
        group=group,
        hover=hover.lines(bubble, sheet.matrix, sheet.lang),
    )


def _stroke(bubble: Bubble, *, unknown: bool) -> Stroke:
    if bubble.small_base:
        return "dotted"
    return "dashed" if bubble.borderline or unknown else "solid"


def _message(sheet: Sheet) -> TextBlock:
    canvas = sheet.canvas
    lines, size = canvas.font.fitted(
        text.say("picture.empty", sheet.lang), canvas.width * 0.6, canvas.sizes.subtitle * 1.2, lines=2
    )
    return canvas.block(lines, (canvas.width / 2, canvas.height / 2 - size), size, colour=INK, align="centre")
