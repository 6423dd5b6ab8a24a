"""A plain deck and what stands on its slides: titles, text, shapes, notes.

Places are in points, as in the Picture: the plain slide is 960 x 540.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from cx.deliver.deck import own_theme
from cx.deliver.ground import Form, Line, xml_text
from cx.picture import DECK_SIZES
from cx.picture.record import Box, TextBlock
from cx.text import Language, language_tag, say

if TYPE_CHECKING:
    from pptx.dml.color import RGBColor
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.base import BaseShape
    from pptx.shapes.connector import Connector
    from pptx.shapes.shapetree import SlideShapes
    from pptx.slide import Slide
    from pptx.text.text import TextFrame, _Paragraph
    from pptx.util import Emu

FONT = "Arial"
_KEPT_LAYOUTS = ("Title Slide", "Title and Content", "Title Only", "Blank")
_OLD_ACROSS = 9_144_000
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_ALIGNED = {"left": "l", "centre": "ctr", "right": "r"}


def new_deck(title: str, lang: Language, form: Form) -> Presentation:
    """Return an empty deck in Arial, with our colours in its theme."""
    import pptx

    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = points(form.width), points(form.height)
    _widen(deck, form)
    own_theme.set_theme(deck, form.shades)
    properties = deck.core_properties
    properties.title = xml_text(title)
    properties.author = properties.last_modified_by = say("app.name", lang)
    properties.language = lang
    return deck


def new_slide(deck: Presentation, title: str, lang: Language, form: Form) -> Slide:
    """Return a new slide with its title, two lines at most."""
    layout = deck.slide_layouts.get_by_name("Title Only")
    slide: Slide = deck.slides.add_slide(layout or deck.slide_layouts[0])
    shape = slide.shapes.title
    if shape is not None:
        words, size = form.fitting_title(title)
        fill_paragraph(shape.text_frame.paragraphs[0], Line(words, size, bold=True), lang)
    if form.logo is not None:
        words, picture = say("deliver.shape.logo", lang), io.BytesIO(form.logo.logo.png)
        describe(slide.shapes.add_picture(picture, *place(form.logo.box)), words, name=words)
    return slide


def write(
    slide: Slide,
    box: Box,
    lines: Iterable[Line],
    lang: Language,
    *,
    name: str = "",
    wrap: bool = True,
) -> Shape:
    """Write paragraphs into a box without padding, and return the shape."""
    shape = slide.shapes.add_textbox(*place(box))
    if name:
        shape.name = xml_text(name)
    fill_frame(shape.text_frame, lines, lang, wrap=wrap)
    return shape


def write_block(slide: Slide, block: TextBlock, lang: Language, *, name: str = "") -> Shape:
    """Write a text of the Picture at its place, in the Picture's lines."""
    bold = block.weight == "semibold"
    lines = [Line(text, block.size, block.colour, bold, align=block.align) for text in block.lines]
    return write(slide, block.box, lines, lang, name=name or block.text, wrap=False)


def fill_frame(
    frame: TextFrame, lines: Iterable[Line], lang: Language, *, wrap: bool = True, padding: float = 0.0
) -> None:
    """Fill a text frame with paragraphs."""
    from pptx.enum.text import MSO_AUTO_SIZE

    untyped: Any = frame
    frame.word_wrap = wrap
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = points(padding)
    frame.margin_top = frame.margin_bottom = points(0)
    for at, one in enumerate(lines):
        fill_paragraph(frame.paragraphs[0] if at == 0 else untyped.add_paragraph(), one, lang)


def rectangle(
    shapes: SlideShapes, box: Box, fill: str | None, *, name: str = "", oval: bool = False
) -> Shape:
    """Add a flat shape without an outline, and return it."""
    from pptx.enum.shapes import MSO_SHAPE

    kind = MSO_SHAPE.OVAL if oval else MSO_SHAPE.RECTANGLE
    shape = shapes.add_shape(kind, *place(box))
    without_style(shape)
    shape.line.fill.background()
    if fill is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(fill)
    if name:
        shape.name = xml_text(name)
    return shape


def straight(
    shapes: SlideShapes, start: Sequence[float], end: Sequence[float], colour: str, width: float, name: str
) -> Connector:
    """Add a straight line, and return it."""
    from pptx.enum.shapes import MSO_CONNECTOR

    begin_x, begin_y, end_x, end_y = (points(value) for value in (*start, *end))
    drawn = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, begin_x, begin_y, end_x, end_y)
    without_style(drawn)
    drawn.line.color.rgb = rgb(colour)
    drawn.line.width = points(width)
    drawn.name = xml_text(name)
    return drawn


def group(slide: Slide, shapes: Sequence[Any], name: str, words: str) -> None:
    """Put shapes into one group with its alternative text; nothing where there are none."""
    if shapes:
        made = slide.shapes.add_group_shape(shapes)
        describe(made, words, name=name)


def without_style(shape: BaseShape) -> None:
    """Take away the theme's style, which gives shapes a shadow."""
    for style in shape._element.findall("{*}style"):  # noqa: SLF001 - python-pptx has no call for it
        shape._element.remove(style)  # noqa: SLF001


def named(words: str) -> str:
    """Return what a shape can be called."""
    return xml_text(words)


def outline(shape: Shape, colour: str, width: float) -> None:
    """Draw a shape's outline."""
    shape.line.color.rgb = rgb(colour)
    shape.line.width = points(width)


def describe(shape: BaseShape, words: str, *, name: str = "") -> None:
    """Give a shape its alternative text."""
    properties = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 - python-pptx has no call for it
    properties.set("descr", xml_text(words))
    if name:
        shape.name = xml_text(name)


def decorative(shape: BaseShape) -> None:
    """Say that a shape is decoration, which nobody needs to be told of."""
    from pptx.oxml import parse_xml

    properties: Any = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 - python-pptx has no call for it
    properties.append(parse_xml(_DECORATIVE))


def set_notes(slide: Slide, text: str) -> None:
    """Write the speaker's notes."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = xml_text(text)


def rgb(colour: str) -> RGBColor:
    """Return a colour such as ``#D55E00`` for python-pptx."""
    from pptx.dml.color import RGBColor

    untyped: Any = RGBColor
    return cast("RGBColor", untyped(*bytes.fromhex(colour.lstrip("#"))))


def place(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    """Return a box as left, top, width and height for python-pptx."""
    return points(box.left), points(box.top), points(box.width), points(box.height)


def points(value: float) -> Emu:
    """Return points as the unit that python-pptx counts in."""
    from pptx.util import Emu

    return Emu(round(value * 12_700))


def fill_paragraph(paragraph: _Paragraph, line: Line, lang: Language) -> None:
    """Fill an empty paragraph.

    Written as python-pptx would: call by call that took half of the time of a deck with long tables.
    """
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    made: Any = parse_xml(
        f"<a:p {nsdecls('a')}>"
        f'<a:pPr algn="{_ALIGNED[line.align]}">'
        f'<a:spcBef><a:spcPts val="{_hundredths(line.above)}"/></a:spcBef></a:pPr>'
        f'<a:r><a:rPr sz="{_hundredths(line.size)}" b="{line.bold:d}" lang="{language_tag(lang)}">'
        f'<a:solidFill><a:srgbClr val="{line.colour.lstrip("#").upper()}"/></a:solidFill>'
        f'<a:latin typeface="{FONT}"/></a:rPr><a:t/></a:r></a:p>'
    )
    properties, run = made
    run.text = " ".join(xml_text(line.text).split("\n"))
    element: Any = paragraph._p  # noqa: SLF001 - see above
    element.insert(0, properties)
    element.append(run)


def _hundredths(value: float) -> int:
    """Return points as the hundredths that a slide counts type in."""
    return points(value).centipoints


def _widen(deck: Presentation, form: Form) -> None:
    """Stretch the 4:3 master and layouts of the plain deck, with the title where ours stands."""
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT_LAYOUTS:
            deck.slide_layouts.remove(layout)
    for owner in (deck.slide_master, *deck.slide_layouts):
        for shape in owner.placeholders:
            if shape._element.xpath("./p:spPr/a:xfrm"):  # noqa: SLF001 - inherited places stay inherited
                shape.left = round(shape.left * points(form.width) / _OLD_ACROSS)
                shape.width = round(shape.width * points(form.width) / _OLD_ACROSS)
    _place_title(deck, form)


def _place_title(deck: Presentation, form: Form) -> None:
    from pptx.enum.shapes import PP_PLACEHOLDER
    from pptx.enum.text import MSO_ANCHOR

    for shape in deck.slide_master.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            shape.left, shape.top, shape.width, shape.height = place(form.title)
            frame = shape.text_frame
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = points(0)
            frame.vertical_anchor = MSO_ANCHOR.TOP
    for style in deck.slide_master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr"):  # noqa: SLF001
        style.set("algn", "l")
        for run in style.findall("{*}defRPr"):
            run.attrib.update({"sz": str(round(DECK_SIZES.title * 100)), "b": "1"})
