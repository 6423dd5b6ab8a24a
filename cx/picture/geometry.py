"""The matrix as one Picture: where everything stands, in slide coordinates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cx.picture import frame, hover, legend, scaffold
from cx.picture.discs import discs
from cx.picture.font import LEADING, Font, source_sans
from cx.picture.frame import Canvas
from cx.picture.naming import named
from cx.picture.plane import plane
from cx.picture.record import Box, LegendBubble, Picture, TextBlock
from cx.picture.sheet import FOOT, Sheet, bottom, message, sheet_of
from cx.picture.theme import SCREEN_SIZES, Sizes
from cx.records import Matrix
from cx.text import Language

_SLIDE = (960.0, 540.0)


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
    typed = sizes.scaled(type_scale * scale)
    canvas = Canvas(*size, scale, font or source_sans(), typed, framed=not headings)

    def draw(key_width: float) -> Picture:
        return _drawn(sheet_of(matrix, canvas, lang, day, key_width, headings=headings, groups=groups))

    return named(draw, canvas, matrix.settings, lang)


def _size_legend(sheet: Sheet, plot: Box) -> tuple[tuple[LegendBubble, ...], TextBlock]:
    canvas = sheet.canvas
    middle = (plot.bottom + canvas.sizes.tick * LEADING + canvas.height - FOOT * canvas.margin) / 2
    right = canvas.width - canvas.margin
    return legend.sizes(canvas, sheet.sizing, sheet.sentences, right, middle, sheet.lang)


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
        bottom=bottom(sheet),
        key_width=sheet.key_width,
    )
    plot = found.plot
    sizes, note = _size_legend(sheet, plot)
    return Picture(
        width=canvas.width,
        height=canvas.height,
        lang=sheet.lang,
        plot=plot,
        x_axis=found.x_axis,
        y_axis=found.y_axis,
        x_title=scaffold.across(sheet, plot, note.box.left if sheet.sentences else plot.right),
        y_title=frame.turned(canvas, found.y_axis.title, plot),
        quadrants=scaffold.quadrants(sheet, found) if sheet.bubbles else (),
        crosshair=scaffold.crosshair(sheet, found) if sheet.bubbles else (),
        discs=discs(sheet, found),
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
        tick_labels=scaffold.tick_labels(canvas, found),
        grid=scaffold.grid(found) if sheet.bubbles else (),
        fans=found.shared,
        message=None if sheet.bubbles else message(sheet),
    )
