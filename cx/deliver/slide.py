"""A plain 16:9 deck and what stands on its slides: titles, text, shapes, notes.

Places are in points, as in the Picture: a slide is 960 x 540.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cx.deliver.safe import xml_text
from cx.picture.font import ELLIPSIS, LEADING, Font, arial
from cx.picture.record import Align, Box, TextBlock
from cx.picture.theme import DECK_SIZES, INK, QUADRANT_SHADES, SECONDARY
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide
    from pptx.text.text import TextFrame, _Paragraph

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 18.0
FONT = "Arial"
BODY = 12.0
TITLE = Box(MARGIN, 13.5, WIDTH - 2 * MARGIN, 68.0)
_SUBTITLE_HEIGHT = 20.0
_AFTER_TITLE = 0.0
_TOUCH, _LEAST_TITLE = 0.93, 20 / 28
_BEFORE_CONTENT = 16.0
_CONTENT_BOTTOM = 486.0
_FOOTNOTE_BOTTOM = 529.0
_NUMBER = Box(WIDTH - MARGIN - 40, 517.0, 40.0, 12.0)
_KEPT_LAYOUTS = ("Title Slide", "Title and Content", "Title Only", "Blank")
_FONT_OF_THEME = re.compile(rb'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*(")')
_EMU_ACROSS, _OLD_ACROSS = 12_192_000, 9_144_000
_ALIGNED = {"left": "LEFT", "centre": "CENTER", "right": "RIGHT"}
_TAGS = {"en": "ENGLISH_UK", "nl": "DUTCH"}


@dataclass(frozen=True)
class Run:
    """A piece of text with one look."""

    text: str
    size: float = BODY
    colour: str = INK
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """A paragraph: its runs, and the room above it in points."""

    runs: tuple[Run, ...]
    above: float = 0.0
    align: Align = "left"


def line(text: str, size: float = BODY, colour: str = INK, *, bold: bool = False, above: float = 0.0) -> Line:
    """Return a paragraph with one look."""
    return Line((Run(text, size, colour, bold),), above)


def height(text: str, width: float, size: float = BODY, *, bold: bool = False, font: Font | None = None) -> float:
    """Return how high a paragraph becomes when wrapped to a width."""
    lines = (font or arial()).wrapped(text, width, size, "semibold" if bold else "regular")
    return len(lines) * size * LEADING


def new_deck(title: str, lang: Language) -> Presentation:
    """Return an empty 16:9 deck in Arial, with our colours in its theme."""
    import pptx

    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = points(WIDTH), points(HEIGHT)
    _widen(deck)
    _set_theme(deck)
    properties = deck.core_properties
    properties.title = xml_text(title)
    properties.author = properties.last_modified_by = say("app.name", lang)
    properties.language = lang
    return deck


def new_slide(deck: Presentation, title: str, lang: Language, *, subtitle: str = "", footnote: str = "") -> Slide:
    """Return a slide with its title (two lines at most), subtitle, footnote and number."""
    layout = deck.slide_layouts.get_by_name("Title Only")
    slide = deck.slides.add_slide(layout or deck.slide_layouts[0])
    _set_title(slide, title, lang)
    if subtitle:
        box = Box(MARGIN, title_bottom(title) + _AFTER_TITLE, TITLE.width, _SUBTITLE_HEIGHT)
        write(slide, box, [line(subtitle, DECK_SIZES.subtitle, SECONDARY)], lang)
    if footnote:
        _add_footnote(slide, footnote, lang)
        _add_number(slide, lang)
    return slide


def write(
    slide: Slide,
    box: Box,
    lines: Iterable[Line],
    lang: Language,
    *,
    name: str = "",
    wrap: bool = True,
    shapes: Any = None,
) -> Shape:
    """Write paragraphs into a box without padding, and return the shape."""
    places = (points(value) for value in (box.left, box.top, box.width, box.height))
    shape: Shape = (shapes if shapes is not None else slide.shapes).add_textbox(*places)
    if name:
        shape.name = name
    fill_frame(shape.text_frame, lines, lang, wrap=wrap)
    return shape


def write_block(slide: Slide, block: TextBlock, lang: Language, *, name: str = "", shapes: Any = None) -> Shape:
    """Write a text of the Picture at its place, in the Picture's lines."""
    bold = block.weight == "semibold"
    lines = [Line((Run(text, block.size, block.colour, bold),), align=block.align) for text in block.lines]
    return write(slide, block.box, lines, lang, name=name, wrap=False, shapes=shapes)


def fill_frame(
    frame: TextFrame, lines: Iterable[Line], lang: Language, *, wrap: bool = True, padding: float = 0.0
) -> None:
    """Fill a text frame with paragraphs."""
    from pptx.enum.text import MSO_AUTO_SIZE

    frame.word_wrap = wrap
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = points(padding)
    frame.margin_top = frame.margin_bottom = points(0)
    for at, one in enumerate(lines):
        _fill_paragraph(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), one, lang)


def fill_cell(frame: TextFrame, content: Line, lang: Language) -> None:
    """Fill a table's cell with one paragraph."""
    _fill_paragraph(frame.paragraphs[0], content, lang)


def rectangle(shapes: Any, box: Box, fill: str | None, *, name: str = "", oval: bool = False) -> Shape:
    """Add a flat shape without an outline, and return it."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE

    kind = MSO_SHAPE.OVAL if oval else MSO_SHAPE.RECTANGLE
    shape: Shape = shapes.add_shape(kind, *(points(v) for v in (box.left, box.top, box.width, box.height)))
    _without_style(shape)
    shape.line.fill.background()
    if fill is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(fill.lstrip("#"))
    if name:
        shape.name = name
    return shape


def straight(
    shapes: Any, start: Sequence[float], end: Sequence[float], colour: str, width: float, name: str = ""
) -> None:
    """Add a straight line."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_CONNECTOR

    places = (points(value) for value in (*start, *end))
    drawn = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *places)
    _without_style(drawn)
    drawn.line.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    drawn.line.width = points(width)
    if name:
        drawn.name = name


def _without_style(shape: Any) -> None:
    """Take away the theme's style, which gives shapes a shadow."""
    for style in shape._element.findall("{*}style"):  # noqa: SLF001 - python-pptx has no call for it
        shape._element.remove(style)  # noqa: SLF001


def outline(shape: Shape, colour: str, width: float) -> None:
    """Draw a shape's outline."""
    from pptx.dml.color import RGBColor

    shape.line.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    shape.line.width = points(width)


def describe(shape: Any, words: str, *, name: str = "") -> None:
    """Give a shape its alternative text."""
    properties = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 - python-pptx has no call for it
    properties.set("descr", xml_text(words))
    if name:
        shape.name = name


def set_notes(slide: Slide, text: str) -> None:
    """Write the speaker's notes."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = xml_text(text)


def continued(subtitle: str, page: int, pages: int, lang: Language) -> str:
    """Return the subtitle of one of several slides that go on with the same thing."""
    if pages == 1:
        return subtitle
    counted = say("deliver.continued", lang, page=page, pages=pages)
    return f"{subtitle} · {counted}" if subtitle else counted


def title_bottom(title: str) -> float:
    """Return where the title's last line ends."""
    words, size = fitting_title(title)
    return TITLE.top + height(words, TITLE.width, size, bold=True)


def content_box(title: str, *, subtitle: bool) -> Box:
    """Return the room between a slide's title and its footnote."""
    top = title_bottom(title) + _BEFORE_CONTENT + (_AFTER_TITLE + _SUBTITLE_HEIGHT if subtitle else 0)
    return Box(MARGIN, top, WIDTH - 2 * MARGIN, _CONTENT_BOTTOM - top)


def fitting_title(text: str, width: float = TITLE.width) -> tuple[str, float]:
    """Return a title that takes two lines at most, and its type size.

    A title that is a touch too wide for one line shrinks to it: whether it would wrap depends on the machine.
    """
    for lines, least in ((1, _TOUCH), (2, _LEAST_TITLE)):
        found, size = arial().fitted(text, width, DECK_SIZES.title, "semibold", lines=lines, least=least)
        if found[-1][-1:] != ELLIPSIS or text.endswith(ELLIPSIS):
            break
    return " ".join(found), size


def points(value: float) -> Any:
    """Return points as the unit that python-pptx counts in."""
    from pptx.util import Emu

    return Emu(round(value * 12_700))


def _set_title(slide: Slide, title: str, lang: Language) -> None:
    shape = slide.shapes.title
    if shape is None:
        return
    words, size = fitting_title(title)
    _fill_paragraph(shape.text_frame.paragraphs[0], line(words, size, INK, bold=True), lang)


def _fill_paragraph(paragraph: _Paragraph, content: Line, lang: Language) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.enum.text import PP_ALIGN

    paragraph.alignment = PP_ALIGN[_ALIGNED[content.align]]
    paragraph.space_before = points(content.above)
    for run in content.runs:
        added = paragraph.add_run()
        added.text = " ".join(xml_text(run.text).split("\n"))
        font = added.font
        font.size, font.bold, font.name = points(run.size), run.bold, FONT
        font.color.rgb = RGBColor.from_string(run.colour.lstrip("#"))
        font.language_id = MSO_LANGUAGE_ID[_TAGS[lang]]


def _add_footnote(slide: Slide, words: str, lang: Language) -> None:
    width = WIDTH - 2 * MARGIN - _NUMBER.width - 8
    lines, size = arial().fitted(words, width, DECK_SIZES.footnote, lines=3, least=1)
    deep = len(lines) * size * LEADING
    box = Box(MARGIN, _FOOTNOTE_BOTTOM - deep, width, deep)
    write(slide, box, [line(" ".join(lines), size, SECONDARY)], lang, name="Footnote")


def _add_number(slide: Slide, lang: Language) -> None:
    """Add the slide's number as a field, so that it stays true when slides move."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    shape = write(slide, _NUMBER, [Line((Run("", 10, SECONDARY),), align="right")], lang, name="Slide number")
    at = len(slide.part.package.presentation_part.presentation.slides)
    field = parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr sz="1000"><a:solidFill><a:srgbClr val="{SECONDARY.lstrip("#")}"/></a:solidFill>'
        f'<a:latin typeface="{FONT}"/></a:rPr><a:t>{at}</a:t></a:fld>'
    )
    paragraph = shape.text_frame.paragraphs[0]._p  # noqa: SLF001 - python-pptx has no call for fields
    for run in paragraph.findall("{*}r"):
        paragraph.remove(run)
    paragraph.insert(1, field)


def _widen(deck: Presentation) -> None:
    """Stretch the 4:3 master and layouts of the plain deck to 16:9, with the title where ours stands."""
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT_LAYOUTS:
            deck.slide_layouts.remove(layout)
    for owner in (deck.slide_master, *deck.slide_layouts):
        for shape in owner.placeholders:
            if shape._element.xpath("./p:spPr/a:xfrm"):  # noqa: SLF001 - inherited places stay inherited
                shape.left = round(shape.left * _EMU_ACROSS / _OLD_ACROSS)
                shape.width = round(shape.width * _EMU_ACROSS / _OLD_ACROSS)
    _place_title(deck)


def _place_title(deck: Presentation) -> None:
    from pptx.enum.shapes import PP_PLACEHOLDER
    from pptx.enum.text import MSO_ANCHOR

    for shape in deck.slide_master.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            shape.left, shape.top = points(TITLE.left), points(TITLE.top)
            shape.width, shape.height = points(TITLE.width), points(TITLE.height)
            frame = shape.text_frame
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = points(0)
            frame.vertical_anchor = MSO_ANCHOR.TOP
    for style in deck.slide_master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr"):  # noqa: SLF001
        style.set("algn", "l")
        for run in style.findall("{*}defRPr"):
            run.attrib.update({"sz": str(round(DECK_SIZES.title * 100)), "b": "1"})


def _set_theme(deck: Presentation) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = _FONT_OF_THEME.sub(rb"\g<1>Arial\g<2>", part.blob)
    for at, shade in enumerate(QUADRANT_SHADES.values(), start=1):
        pattern = rf'(<a:accent{at}>\s*<a:srgbClr val=")[0-9A-Fa-f]{{6}}(")'.encode()
        theme = re.sub(pattern, rb"\g<1>" + shade.fill.lstrip("#").encode() + rb"\g<2>", theme)
    part.blob = theme


