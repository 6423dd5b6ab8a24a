"""Words in a template's own look: title and footers are read on whatever the template draws behind them."""

import io

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from cx import deliver
from cx.deliver.deck import theme_colours
from cx.intake.reader.deck.tones import contrast, shades_of
from tests.unit.deliver import cases, slide_templates

PALETTE = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "1F497D", "bg2": "EEECE1"}


def coloured(colour):
    """A master whose titles have a colour of their own."""

    def change(deck):
        (style,) = deck.slide_master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr")
        for old in style.findall("{*}solidFill"):
            style.remove(old)
        style.insert(0, parse_xml(f"<a:solidFill {nsdecls('a')}><a:srgbClr val='{colour}'/></a:solidFill>"))

    return change


def covered(colour, *, down=1.0, title=None):
    """A master with a rectangle over the slide from its top."""

    def change(deck):
        high = round(deck.slide_height * down)
        shape = parse_xml(
            f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='77' name='Ground'/><p:cNvSpPr/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{deck.slide_width}' cy='{high}'/>"
            "</a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
            f"<a:solidFill><a:srgbClr val='{colour}'/></a:solidFill></p:spPr></p:sp>"
        )
        deck.slide_master.shapes._spTree.insert(2, shape)
        if title:
            coloured(title)(deck)

    return change


def pictured(colour):
    """A master whose background is a picture of one colour."""

    def change(deck):
        from PIL import Image

        held = io.BytesIO()
        Image.new("RGB", (32, 18), f"#{colour}").save(held, "PNG")
        held.seek(0)
        _, key = deck.slide_master.part.get_or_add_image_part(held)
        sheet = deck.slide_master._element.find("{*}cSld")
        for old in sheet.findall("{*}bg"):
            sheet.remove(old)
        fill = f"<a:blipFill><a:blip r:embed='{key}'/><a:stretch><a:fillRect/></a:stretch></a:blipFill>"
        ground = f"<p:bg {nsdecls('p', 'a', 'r')}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
        sheet.insert(0, parse_xml(ground))

    return change


def made(change):
    template = deliver.deck_template(slide_templates.made(change=change), "own.pptx")
    content = deliver.deck(cases.matrix(), lang="en", day=cases.DAY, template=template, topics=["priorities"])
    (slide,) = Presentation(io.BytesIO(content)).slides
    return template, slide


def shown(shape):
    """The colour of a shape's words."""
    fill = next(shape._element.iter("{*}rPr")).find("{*}solidFill")
    return shades_of(fill, PALETTE)[0] if fill is not None else PALETTE["tx1"]


@pytest.mark.parametrize(
    ("change", "ground"),
    [
        (coloured("F2E9C8"), "FFFFFF"),
        (covered("10243E"), "10243E"),
        (covered("C8102E", down=0.3, title="A0102E"), "C8102E"),
        (pictured("102030"), "102030"),
    ],
)
def test_a_title_is_read_on_what_the_template_draws_behind_it(change, ground):
    _, slide = made(change)
    assert contrast(shown(slide.shapes.title), ground) >= 4.5


def test_a_title_that_can_be_read_keeps_the_colour_of_its_template():
    _, slide = made(covered("10243E", title="FFFFFF"))
    assert next(slide.shapes.title._element.iter("{*}rPr")).find("{*}solidFill") is None


def test_a_made_colour_keeps_its_hue():
    _, slide = made(coloured("F2E9C8"))
    red, green, blue = bytes.fromhex(shown(slide.shapes.title))
    assert red > green > blue


def test_a_title_across_a_light_and_a_dark_ground_gets_a_plain_one_below():
    _, slide = made(covered("606060", down=0.16))
    title = slide.shapes.title
    assert str(title.fill.fore_color.rgb) == "FFFFFF"
    assert contrast(shown(title), "FFFFFF") >= 4.5


def test_footers_are_read_too():
    _, slide = made(covered("10243E"))
    feet = [one for one in slide.placeholders if one.placeholder_format.type.name in ("DATE", "FOOTER")]
    assert feet
    assert all(contrast(shown(one), "10243E") >= 4.5 for one in feet)


def test_a_shape_over_the_whole_slide_is_its_ground():
    template, _ = made(covered("10243E"))
    assert theme_colours.grounds(template.colours) == ("#10243E",)


def test_the_look_that_other_programs_write_into_a_layouts_words_is_taken():
    def change(deck):
        for layout in deck.slide_layouts:
            if layout.placeholders and layout.placeholders[0].placeholder_format.type.name == "TITLE":
                body = layout.placeholders[0]._element.txBody
                for paragraph in body.findall("{*}p"):
                    body.remove(paragraph)
                look = "<a:solidFill><a:srgbClr val='1F3864'/></a:solidFill><a:latin typeface='Georgia'/>"
                end = f"<a:endParaRPr lang='en-US' sz='2700' b='1'>{look}</a:endParaRPr>"
                body.append(parse_xml(f"<a:p {nsdecls('a')}><a:pPr algn='r'/>{end}</a:p>"))

    template, slide = made(change)
    run = slide.shapes.title.text_frame.paragraphs[0].runs[0]
    assert template.form.title_size == 27
    assert (run.font.size, run.font.bold, run.font.name) == (Pt(27), True, "Georgia")
    assert shown(slide.shapes.title) == "1F3864"


def test_what_only_says_that_a_footer_may_stand_there_is_no_footer():
    def change(deck):
        for layout in deck.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type.name == "FOOTER":
                    shape.text_frame.text = "Footer"

    _, slide = made(change)
    (foot,) = (one for one in slide.placeholders if one.placeholder_format.type.name == "FOOTER")
    assert foot.text_frame.text.startswith("energy-touchpoints-en")
