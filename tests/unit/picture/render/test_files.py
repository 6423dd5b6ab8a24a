"""The picture as a file.

Long are further kinds of ``test_the_same_picture_gives_the_same_bytes``, and a larger size of
``test_a_png_has_exactly_the_pixels_asked``.
"""

import base64
import datetime as dt
import io
import re
import struct
import zlib
from functools import cache
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from matplotlib.axes import Axes
from PIL import Image

from cx.picture import compute, source_sans, static
from tests.made.picture_cases import clustered, placed
from tests.made.tables import row
from tests.project import tiers

DAY = dt.date(2026, 11, 22)
PICTURE = compute(clustered(24), lang="nl", day=DAY)


@cache
def made(kind):
    """The picture as a file, made once: each test looks at another side of it."""
    return static(PICTURE, kind, pixels=640)


@pytest.mark.parametrize("pixels", tiers.first([1920], 3840))
def test_a_png_has_exactly_the_pixels_asked(pixels):
    content = static(PICTURE, "png", pixels=pixels)
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == (pixels, pixels * 9 // 16)


def test_no_bubble_is_gone_through_for_limits_that_are_set(monkeypatch):
    looked = []
    monkeypatch.setattr(Axes, "_update_patch_limits", lambda _axes, patch: looked.append(patch))
    static(PICTURE, "svg")
    assert 0 < len(looked) < len(PICTURE.discs)


def test_an_svg_has_its_text_as_text():
    root = ET.fromstring(made("svg"))  # noqa: S314 - our own file
    words = {"".join(element.itertext()).strip() for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {line for block in PICTURE.texts for line in block.lines} <= words


def test_a_pdf_embeds_the_font():
    content = made("pdf")
    streams = [
        zlib.decompress(found)
        for found in re.findall(rb"FlateDecode.*?stream\n(.*?)\nendstream", content, re.DOTALL)
    ]
    assert b"SourceSansPro-Regular" in content and b"SourceSansPro-Semibold" in content
    assert any(stream[:4] in {b"\x00\x01\x00\x00", b"true"} for stream in streams)


@pytest.mark.parametrize("kind", tiers.first(["svg"], "png", "pdf"))
def test_the_same_picture_gives_the_same_bytes(kind):
    assert static(PICTURE, kind, pixels=640) == made(kind)


def test_signs_of_a_formula_or_a_tag_are_drawn_as_they_are():
    rows = [row("$x^2$ & <b>", 5.0, 4.0, volume=9), row("=SUM(A1)", 7.0, 2.0, volume=9)]
    root = ET.fromstring(static(compute(placed(rows), lang="en", day=DAY), "svg"))  # noqa: S314
    words = {"".join(element.itertext()).strip() for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"$x^2$ & <b>", "=SUM(A1)"} <= words


def test_scripts_without_a_font_do_not_stop_the_file():
    rows = [row("你好世界", 5.0, 4.0, volume=9), row("خدمة العملاء", 7.0, 2.0, volume=9)]
    assert static(compute(placed(rows), lang="en", day=DAY), "png", pixels=640)[:4] == b"\x89PNG"


def test_an_svg_carries_the_font_it_is_written_in():
    svg = made("svg").decode()
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/ttf;base64,([^)]+)\)", svg)
    assert [weight for weight, _ in faces] == ["400", "600"]
    font = TTFont(io.BytesIO(base64.b64decode(faces[0][1])))
    used = {ord(character) for block in PICTURE.texts for character in block.text}
    assert used <= set(font.getBestCmap())
    assert font["hmtx"].metrics[font.getBestCmap()[ord("A")]][0] == 544


def svg_root():
    return ET.fromstring(made("svg"))  # noqa: S314 - our own file


SVG = "{http://www.w3.org/2000/svg}"


def test_an_svg_says_what_it_shows():
    root = svg_root()
    assert (root.get("role"), root.get("lang")) == ("img", "nl-NL")
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", PICTURE.title.text)
    assert (description.tag, description.text) == (f"{SVG}desc", PICTURE.alt)
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == description.get("id")


def test_words_of_an_svg_are_as_wide_in_every_font():
    """A program that reads no embedded font would draw them over one another."""
    words = [one for one in svg_root().iter(f"{SVG}text") if one.text]
    for one in words:
        size = float(re.search(r"font-size: ([\d.]+)px", one.get("style"))[1])
        weight = "semibold" if "font-weight: 600" in one.get("style") else "regular"
        assert float(one.get("textLength")) == pytest.approx(
            source_sans().width(one.text, size, weight), abs=0.01
        )
        assert one.get("lengthAdjust") == "spacingAndGlyphs"
        assert one.get("style").split("font-family: ")[1].split(";")[0].endswith(", sans-serif")


def test_ids_of_an_svg_say_what_is_what_and_none_stands_twice():
    ids = [one.get("id") for one in svg_root().iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert {"quadrant-fix-first", "crosshair-impact", "crosshair-satisfaction"} <= set(ids)
    assert sum(one.startswith("bubble-") for one in ids) == len(PICTURE.discs)
    assert not [one for one in ids if re.match(r"patch|line2d|text_", one)]


def test_a_picture_without_a_ground_can_be_seen_through():
    def corner(**how):
        with Image.open(io.BytesIO(static(PICTURE, "png", pixels=640, **how))) as image:
            return image.convert("RGBA").getpixel((1, 1))

    assert corner() == (255, 255, 255, 255)
    assert corner(clear=True)[3] == 0


def test_a_pdf_is_one_figure_with_its_alternative_text():
    with pikepdf.open(io.BytesIO(made("pdf"))) as file:
        root = file.Root
        (whole,) = root.StructTreeRoot.K
        (figure,) = whole.K
        assert (str(whole.S), str(figure.S), str(figure.Alt)) == ("/Document", "/Figure", PICTURE.alt)
        assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("nl-NL", True)
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(file.docinfo.Title) == PICTURE.title.text
        with file.open_metadata() as facts:
            assert facts["dc:title"] == PICTURE.title.text
            assert "pdfuaid:part" not in facts
        content = file.pages[0].Contents
        marks = b"".join(
            one.read_bytes() for one in (content if isinstance(content, pikepdf.Array) else [content])
        )
        assert marks.lstrip().startswith(b"/Figure <</MCID 0>> BDC") and marks.rstrip().endswith(b"EMC")
        fonts = [str(one.Subtype) for one in file.pages[0].resources.Font.values()]
        assert fonts and "/Type3" not in fonts


SIGNS = ("\ufeff", "\u200b", "\u202e", "\u2060", "\u00ad", "\u061c", "\U000e0001")


def test_signs_without_a_shape_break_no_file():
    names = [f"{sign}Inv{sign}oice{sign} {at}" for at, sign in enumerate(SIGNS)]
    rows = [row(name, 5.0 + at / 2, 1.0 + at % 4) for at, name in enumerate(names)]
    picture = compute(placed(rows), lang="en", day=DAY)
    assert static(picture, "pdf")[:5] == b"%PDF-"
    root = ET.fromstring(static(picture, "svg"))  # noqa: S314 - our own file
    words = {"".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {f"Invoice {at}" for at in range(len(SIGNS))} <= words
    assert [sign for sign in SIGNS if any(sign in line for line in words)] == []
