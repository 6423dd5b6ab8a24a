"""The slide with the matrix: a native, editable bubble chart between shapes that stay aligned with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cx.deliver import chart_data, slide
from cx.deliver.chart_data import ChartData
from cx.deliver.chart_xml import Look, chart_space
from cx.picture.record import Box, Picture
from cx.records import Matrix
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

_AIR = 10.0


def add(deck: Presentation, matrix: Matrix, picture: Picture, lang: Language, notes: str) -> Slide:
    """Add the slide and return it.

    Parameters
    ----------
    deck
        The deck that it is added to.
    matrix, picture
        What is drawn; the Picture in the deck's language and font.
    lang
        The deck's language.
    notes
        What the speaker's notes say.
    """
    made = slide.new_slide(deck, picture.title.text, lang)
    slide.write_block(made, picture.subtitle, lang, name="Subtitle")
    _background(made, picture, lang)
    _ticks(made, picture, lang)
    _chart(made, matrix, picture, lang)
    _legend(made, picture, lang)
    _key(made, picture, lang)
    slide.write_block(made, picture.footnote, lang, name="Footnote")
    slide.set_notes(made, notes)
    return made


class _Chart:
    """What python-pptx asks of chart data: the chart's part and the workbook that it embeds."""

    def __init__(self, data: ChartData, picture: Picture, frame: Box, lang: Language) -> None:
        self._xml = chart_space(data, picture, frame, Look(say("deliver.sheet.chart_data", lang))).encode()
        self.xlsx_blob = chart_data.embedded(data, lang)

    def xml_bytes(self, _chart_type: object) -> bytes:
        return self._xml


def frame_of(picture: Picture) -> Box:
    """Return the chart's place: the plot with its axis titles and all labels, and air around them.

    Without that air LibreOffice squeezes the whole chart to make room for the padding of its axis titles.
    """
    inside = [picture.plot, picture.x_title.box, picture.y_title.box, *(label.block.box for label in picture.labels)]
    left, top = min(box.left for box in inside) - _AIR, min(box.top for box in inside) - _AIR
    right, bottom = max(box.right for box in inside) + _AIR, max(box.bottom for box in inside) + _AIR
    return Box(left, top, right - left, bottom - top)


def _chart(made: Slide, matrix: Matrix, picture: Picture, lang: Language) -> None:
    from pptx.enum.chart import XL_CHART_TYPE

    if not picture.discs:
        return
    frame = frame_of(picture)
    data: Any = _Chart(chart_data.of(matrix, picture, lang), picture, frame, lang)
    place = (slide.points(value) for value in (frame.left, frame.top, frame.width, frame.height))
    graphic = made.shapes.add_chart(XL_CHART_TYPE.BUBBLE, *place, data)
    slide.describe(graphic, picture.alt, name="Matrix")


def _background(made: Slide, picture: Picture, lang: Language) -> None:
    """Draw what lies under the bubbles, as one group: tints, strategy names, crosshair, leader lines."""
    group = made.shapes.add_group_shape()
    group.name = "Quadrants and crosshair"
    for area in picture.quadrants:
        slide.rectangle(group.shapes, area.box, area.tint, name=area.name.text)
    for line in picture.crosshair:
        slide.straight(group.shapes, line.start, line.end, "#52606D", 1.125, f"Crosshair {line.axis}")
    for area in picture.quadrants:
        slide.write_block(made, area.name, lang, shapes=group.shapes)
    for line in picture.crosshair:
        slide.write_block(made, line.label, lang, shapes=group.shapes)
    _leaders(group.shapes, picture)
    slide.describe(group, say("deliver.alt.background", lang))


def _leaders(shapes: Any, picture: Picture) -> None:
    for label in picture.labels:
        if label.leader:
            slide.straight(shapes, *label.leader, "#52606D", 0.75, "Leader line")


def _legend(made: Slide, picture: Picture, lang: Language) -> None:
    """Draw the size legend and the colours, as one group."""
    if not (picture.size_legend or picture.size_note or picture.colour_legend):
        return
    group = made.shapes.add_group_shape()
    group.name = "Legend"
    for size in picture.size_legend:
        circle = slide.rectangle(group.shapes, _around(size.x, size.y, size.radius), None, oval=True)
        slide.outline(circle, "#52606D", 1)
        slide.write_block(made, size.label, lang, shapes=group.shapes)
    for colour in picture.colour_legend:
        circle = slide.rectangle(group.shapes, _around(colour.x, colour.y, colour.radius), colour.colour, oval=True)
        slide.outline(circle, colour.outline, 1)
        slide.write_block(made, colour.label, lang, shapes=group.shapes)
    if picture.size_note:
        slide.write_block(made, picture.size_note, lang, shapes=group.shapes)


def _around(x: float, y: float, radius: float) -> Box:
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)


def _key(made: Slide, picture: Picture, lang: Language) -> None:
    """Write the names that did not fit on the chart, each with its number."""
    if not picture.key:
        return
    group = made.shapes.add_group_shape()
    group.name = "Key"
    if picture.key_title:
        slide.write_block(made, picture.key_title, lang, shapes=group.shapes)
    for entry in picture.key:
        slide.write_block(made, entry.figure, lang, shapes=group.shapes)
        slide.write_block(made, entry.block, lang, shapes=group.shapes)


def _ticks(made: Slide, picture: Picture, lang: Language) -> None:
    """Write the values along the axes: a native axis counts from its own end, the Picture in round values."""
    group = made.shapes.add_group_shape()
    group.name = "Axis values"
    for block in picture.tick_labels:
        slide.write_block(made, block, lang, shapes=group.shapes)
    if picture.message:
        slide.write_block(made, picture.message, lang)


