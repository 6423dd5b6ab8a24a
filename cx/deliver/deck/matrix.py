"""The slide with the matrix: a native, editable bubble chart between shapes that stay aligned with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cx.deliver.chart import EMU, Look, chart_space, embedded, frame_of, numbers
from cx.deliver.deck import ink, overlay, page_slide, slide
from cx.deliver.deck.native_charts import native_chart
from cx.deliver.deck.theme_colours import Paints
from cx.deliver.ground import Form
from cx.picture import DECK_SIZES, Picture, tints
from cx.picture.colour import CROSSHAIR, SECONDARY
from cx.picture.record import Box, LegendBubble, LegendColour, TextBlock
from cx.picture.type import LEADING, arial
from cx.records import Matrix
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.connector import Connector
    from pptx.slide import Slide

_AIR = 10.0
_THIN = 0.75
_CROSS = 2.5


def add(
    deck: Presentation,
    matrix: Matrix,
    picture: Picture,
    lang: Language,
    notes: str,
    form: Form,
    paints: Paints,
) -> Slide:
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
    form
        The room on the slide; in a template the Picture stands in the middle of it.
    paints
        What the template's colours are.
    """
    made = slide.new_slide(deck, picture.title.text, lang, form)
    if not form.templated:
        slide.write_block(made, picture.subtitle, lang, name=say("deliver.shape.subtitle", lang))
    if picture.message:
        slide.write_block(made, picture.message, lang)
    _background(made, picture, lang, paints)
    _chart(made, matrix, picture, paints, form)
    _fans(made, picture, lang)
    ink.draw(made, picture.inks, (), say("deliver.alt.lens", lang), lang)
    for note in picture.notes:
        ink.draw(made, note.inks, (), note.words, lang, name=say("deliver.shape.note", lang))
    _legend(made, picture, lang)
    _key(made, picture, lang)
    slide.write_block(made, _footnote(picture), lang, name=say("deliver.shape.footnote", lang))
    if form.templated:
        move(made, form.picture_box())
        page_slide.subtitle(made, picture.title.text, picture.subtitle.text, lang, form)
    slide.set_notes(made, notes)
    return made


def move(made: Slide, box: Box) -> None:
    """Move the whole Picture to its place on a template's slide."""
    for shape in made.shapes:
        if not shape.is_placeholder:
            shape.left = slide.points(box.left + shape.left / EMU)
            shape.top = slide.points(box.top + shape.top / EMU)


def _footnote(picture: Picture) -> TextBlock:
    """Return the footnote in its own type: one that the Picture had to shrink ends in an ellipsis."""
    block, least = picture.footnote, DECK_SIZES.footnote
    if block.size >= least:
        return block
    right = picture.size_note.box.left - _AIR if picture.size_note else picture.width - block.box.left
    room = Box(block.box.left, block.box.top, right - block.box.left, block.box.height)
    count = max(1, int(room.height / (least * LEADING)))
    lines, _ = arial().fitted(block.text, room.width, least, lines=count, least=1)
    return replace(block, lines=lines, box=room, size=least)


def _chart(made: Slide, matrix: Matrix, picture: Picture, paints: Paints, form: Form) -> None:
    if not picture.discs:
        return
    lang = picture.lang
    frame, data = frame_of(picture), numbers.of(matrix, picture, lang, paints.shades)
    filled = tints(picture, paints.shown, paints.ground if _lies_behind(picture) else None)
    look = Look(say("deliver.sheet.chart_data", lang), tinted=bool(filled), slack=form.font.slack)
    xml = chart_space(data, picture, frame, look)
    graphic = native_chart(made, "BUBBLE", frame, xml, embedded(data, lang), filled)
    slide.describe(graphic, picture.alt, name=say("deliver.sheet.matrix", lang))


def _lies_behind(picture: Picture) -> bool:
    """Return whether something is drawn behind the chart, to be seen through its tints."""
    return bool(picture.priority_lines or picture.regions or picture.ghosts or picture.arrows)


def _background(made: Slide, picture: Picture, lang: Language, paints: Paints) -> None:
    """Draw what a person added and lies under the bubbles, as one group."""
    if not _lies_behind(picture):
        return
    shapes = made.shapes
    drawn: list[Any] = overlay.lines(made, picture, lang)
    drawn += overlay.companions(made, picture, lang)
    names: dict[str, str] = {area.quadrant: area.name.text for area in picture.quadrants}
    names |= {disc.id: disc.name for disc in picture.discs}
    drawn += [slide.rectangle(shapes, one.box, paints.ground, name=names[one.id]) for one in picture.grounds]
    slide.group(made, drawn, say("deliver.shape.background", lang), say("deliver.alt.background", lang))


def _fans(made: Slide, picture: Picture, lang: Language) -> None:
    """Mark with a cross where bubbles that coincide were set apart."""
    drawn: list[Connector] = []
    for x, y in picture.fans:
        strokes = (((x - _CROSS, y - slope), (x + _CROSS, y + slope)) for slope in (-_CROSS, _CROSS))
        name = say("deliver.shape.fan", lang)
        drawn += [slide.straight(made.shapes, *ends, CROSSHAIR, _THIN, name) for ends in strokes]
    slide.group(made, drawn, say("deliver.shape.fan", lang), say("deliver.alt.fan", lang))


def _legend(made: Slide, picture: Picture, lang: Language) -> None:
    """Draw the size legend and the colours, as one group."""
    drawn: list[Any] = []
    for size in picture.size_legend:
        drawn.append(_circle(made, size, None, SECONDARY))
        drawn.append(slide.write_block(made, size.label, lang))
    for colour in picture.colour_legend:
        drawn.append(_circle(made, colour, colour.colour, colour.outline))
        drawn.append(slide.write_block(made, colour.label, lang))
    if picture.size_note:
        drawn.append(slide.write_block(made, picture.size_note, lang))
    slide.group(made, drawn, say("deliver.shape.legend", lang), say("deliver.alt.legend", lang))


def _circle(made: Slide, entry: LegendBubble | LegendColour, fill: str | None, colour: str) -> Shape:
    box = Box(entry.x - entry.radius, entry.y - entry.radius, 2 * entry.radius, 2 * entry.radius)
    circle = slide.rectangle(made.shapes, box, fill, name=entry.label.text, oval=True)
    slide.outline(circle, colour, 1)
    return circle


def _key(made: Slide, picture: Picture, lang: Language) -> None:
    """Write the names that did not fit on the chart, each with its number."""
    blocks = [block for block in (picture.key_title, picture.key_note) if block]
    for entry in picture.key:
        blocks += [entry.figure, entry.block]
    drawn = [slide.write_block(made, block, lang) for block in blocks]
    slide.group(made, drawn, say("deliver.shape.key", lang), say("deliver.alt.key", lang))
