"""The report's pictures, drawn as files of pictures are, without the heads that it sets itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cx.deliver.ground import BarChart, Form
from cx.deliver.report import bars, parts
from cx.deliver.report.parts import Data
from cx.picture import LensPicture, Picture
from cx.picture.journey import JourneyMap, draw_map, map_sheet
from cx.picture.record import Box, TextBlock
from cx.picture.render import Sheet, bare, draw, draw_ink, draw_logo, sheet_of, write
from cx.text import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def matrix(picture: Picture) -> Data:
    """Return a matrix that fills its sheet."""
    shown = replace(picture, headings=False)
    svg = bare(sheet_of(shown, clear=True), "svg", lambda axes: draw(axes, shown))
    drawn = parts.drawing(svg, picture.alt, Box(0, 0, picture.width, picture.height))
    return parts.picture(picture.title, picture.subtitle, drawn)


def journeys(scene: JourneyMap) -> Data:
    """Return a map of journeys that fills its sheet."""
    shown = replace(scene, headings=False)
    sheet = replace(map_sheet(shown), clear=True)
    svg = bare(sheet, "svg", lambda axes: draw_map(axes, shown))
    drawn = parts.drawing(svg, scene.alt, Box(0, 0, scene.width, scene.height))
    return parts.picture(scene.title, scene.subtitle, drawn)


def lens(drawn: LensPicture, form: Form, lang: Language) -> Data:
    """Return the picture of a lens, which has its place on a page."""

    def ink(axes: Axes) -> None:
        draw_ink(axes, drawn.inks)
        for block in drawn.texts:
            write(axes, block)

    return _on_page(ink, drawn.alt, drawn.texts, form, lang)


def logo(form: Form, lang: Language) -> Data:
    """Return the logo where it stands on a page of words."""

    def ink(axes: Axes) -> None:
        if form.logo is not None:
            draw_logo(axes, form.logo, smooth=False)

    return _on_page(ink, "", (), form, lang)


def drivers(chart: BarChart, form: Form, lang: Language) -> Data:
    """Return ranked bars, which have their place on a page."""
    return _on_page(lambda axes: bars.draw(axes, chart), chart.alt, bars.blocks(chart), form, lang)


def _on_page(
    draw_it: Callable[[Axes], None], alt: str, blocks: Sequence[TextBlock], form: Form, lang: Language
) -> Data:
    sheet = Sheet(form.width, form.height, "", alt, blocks, lang, clear=True)
    return parts.drawing(bare(sheet, "svg", draw_it), alt, Box(0, 0, form.width, form.height))
