"""The matrix as one Picture: where everything stands, in slide coordinates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from cx.picture.around import Reserved, Sheet, View, bottom, legend, message, placed_logo, sheet_of
from cx.picture.bubbles import Look, discs, hover
from cx.picture.colour import colour_findings
from cx.picture.marks import overlay
from cx.picture.names import anonymised, companions_anonymised, named
from cx.picture.plot import plane, scaffold
from cx.picture.record import Picture
from cx.picture.type import SCREEN_SIZES, Canvas, Font, Sizes, source_sans, unit_of
from cx.records import Companions, Matrix, PictureOptions, Window
from cx.text import Language


def compute(
    matrix: Matrix,
    *,
    lang: Language,
    day: dt.date,
    size: tuple[float, float] | None = None,
    type_scale: float = 1.0,
    sizes: Sizes = SCREEN_SIZES,
    font: Font | None = None,
    headings: bool = True,
    groups: Sequence[str] = (),
    options: PictureOptions | None = None,
    companions: Companions | None = None,
    window: Window | None = None,
    previous: Picture | None = None,
    from_round: bool = False,
    listed: bool = False,
    numbered: bool = False,
) -> Picture:
    """Return the picture of a matrix.

    Parameters
    ----------
    size
        Width and height of the sheet in points (1/72 inch); that of the options' format by default.
    type_scale
        What type sizes are multiplied by, on top of the options; 1.5 for a projector.
    sizes
        Type sizes in points; :data:`~cx.picture.colour.palette.DECK_SIZES` for slides.
    font
        What text is measured with; Source Sans by default.
    headings
        Whether the picture has room for title and subtitle; without, the plot takes it, and the page or
        slide shows them itself.
    groups
        Every journey, channel or segment of the file where one of them gives the colour: each keeps its
        colour when the view is filtered.
    options, companions
        What a person chose, and what else is drawn beside the matrix.
    window
        The part to be shown, in data units: satisfaction from and to, impact (or what runs upwards) from and
        to. Names are placed anew; how many bubbles lie outside is counted and said.
    previous
        The picture of the unfiltered view, on a sheet of the same size: axes reach as far as there, bubbles
        keep their scale, and names stay where they were as far as they can.
    from_round
        Whether both axes begin at a round value: native charts count their values from there.
    listed
        Whether a list beside the picture says what each number stands for: a key then takes a few rows below
        the plot at most, and otherwise no room at all.
    numbered
        Whether every bubble carries its number instead of its name, as a narrow window needs it.

    Notes
    -----
    The same arguments give the same picture. The number of a bubble is its place in
    :attr:`~cx.records.Matrix.by_priority`, so that lists and pictures of one view have the same numbers.
    """
    chosen, beside = options or matrix.settings.look, companions or Companions()
    view = View(
        matrix,
        lang,
        day,
        headings,
        tuple(groups),
        chosen,
        beside,
        window,
        previous,
        from_round,
        listed,
        numbered,
    )
    wide, high = size or chosen.size
    scale = unit_of(wide, high)
    typed = sizes.scaled(type_scale * chosen.type_size * scale)
    canvas = Canvas(wide, high, scale, font or source_sans(), typed, framed=not headings)
    shown = _shown(view)

    def draw(reserved: Reserved) -> Picture:
        return _drawn(sheet_of(shown, canvas, reserved))

    return named(draw, canvas, shown)


def _shown(view: View) -> View:
    """Return the view with its own title, and without names where they are not to be told."""
    matrix, beside = view.matrix, view.companions
    if view.options.title:
        title = " ".join(view.options.title.split())
        look = replace(matrix.settings.look, title=title or None)
        matrix = replace(matrix, settings=replace(matrix.settings, look=look))
    if view.options.anonymous:
        beside = companions_anonymised(beside, matrix, view.lang)
        matrix = anonymised(matrix, view.lang, view.companions.roster)
    return replace(view, matrix=matrix, companions=beside)


def _look(sheet: Sheet) -> Look:
    options, unit = sheet.view.options, sheet.canvas.unit
    return Look(sheet.matrix, sheet.sizing, sheet.grouping, options, unit, sheet.lang)


def _drawn(sheet: Sheet) -> Picture:
    """Return the picture without names, with room for a key."""
    canvas = sheet.canvas
    top = sheet.headings.bottom
    colour, top = legend.colours(
        canvas, sheet.grouping.legend, canvas.margin, canvas.width - canvas.margin, top
    )
    found = plane(sheet, top=top, bottom=bottom(sheet))
    plot = found.plot
    bubbles = discs(sheet.bubbles, found.places, _look(sheet))
    areas = scaffold.quadrants(sheet, found) if sheet.bubbles else ()
    added = overlay(sheet, found, bubbles, areas)
    below = sheet.foot
    return Picture(
        width=canvas.width,
        height=canvas.height,
        lang=sheet.lang,
        plot=plot,
        x_axis=found.x_axis,
        y_axis=found.y_axis,
        x_title=scaffold.across(sheet, plot),
        y_title=scaffold.turned(canvas, found.y_axis.title, plot),
        quadrants=areas,
        crosshair=scaffold.crosshair(sheet, found) if sheet.bubbles else (),
        discs=bubbles,
        labels=(),
        key=(),
        size_legend=below.sizes,
        size_note=below.note if sheet.sentences else None,
        colour_legend=colour,
        title=sheet.headings.title,
        subtitle=sheet.headings.subtitle,
        footnote=below.footnote,
        alt=hover.alternative(sheet.matrix, sheet.lang),
        headings=sheet.with_headings,
        y_stands_for=found.y_stands_for,
        tick_labels=scaffold.tick_labels(canvas, found),
        grid=scaffold.grid(found) if sheet.bubbles else (),
        zero=scaffold.zero(found) if sheet.bubbles else None,
        fans=found.shared,
        message=None if sheet.bubbles else message(sheet),
        priority_lines=added.priority_lines,
        regions=added.regions,
        arrows=added.arrows,
        ghosts=added.ghosts,
        inks=added.inks,
        notes=added.notes,
        logo=placed_logo(sheet.view.options, canvas.width, canvas.unit) if sheet.with_headings else None,
        windowed=sheet.view.window is not None,
        outside=sheet.outside,
        findings=colour_findings(sheet.view.options.colours),
        unit_radius=sheet.sizing.unit_radius,
    )
