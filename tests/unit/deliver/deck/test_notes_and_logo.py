"""Notes and a logo go along: as native shapes of the deck, in the image and in the report."""

import base64
import io
from dataclasses import replace

import pytest
from PIL import Image
from pptx import Presentation

from cx import deliver, matrix, picture
from cx.records import Logo, PictureOptions, PinnedNote, packed_png
from cx.records.journeys import PathLook
from tests.unit.deliver import cases
from tests.unit.deliver.told.journeys.paths import PATHS

RED = (200, 30, 30, 255)
PNG = packed_png(30, 10, (bytes(RED) * 30,) * 10)
LOGO = Logo(30, 10, "sign", base64.b64encode(PNG).decode())
LOOK = PictureOptions(notes=(PinnedNote("n", "=1+1 & <b>spring</b>", 7.0, 3.0),), logo=LOGO)


@pytest.fixture(scope="module")
def slides():
    made = deliver.deck(cases.matrix(look=LOOK), lang="en", day=cases.DAY, options=LOOK)
    return Presentation(io.BytesIO(made)).slides


def test_a_note_is_text_in_shapes_of_the_deck(slides):
    group = next(shape for shape in slides[0].shapes if shape.name == "Note")
    words = [
        shape.text_frame.text for shape in group.shapes if shape.has_text_frame and shape.text_frame.text
    ]
    assert words == ["=1+1 & <b>spring</b>"]
    assert group._element.xpath(".//p:cNvPr")[0].get("descr") == "=1+1 & <b>spring</b>"


def test_the_logo_stands_on_every_slide_beside_the_title(slides):
    for slide in slides:
        (logo,) = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert logo.image.blob == PNG
        assert logo.width / logo.height == pytest.approx(3.0, rel=0.01)
        box = slide.shapes.title
        assert box.left + box.width <= logo.left


def image(**more):
    look = PictureOptions(**more)
    drawn = picture.compute(cases.matrix(look=look), lang="en", day=cases.DAY)
    return drawn, Image.open(io.BytesIO(picture.static(drawn, "png", pixels=960))).convert("RGB")


def test_the_logo_is_drawn_in_the_image_and_leaves_the_title_its_room():
    drawn, seen = image(logo=LOGO)
    box = drawn.logo.box
    assert seen.getpixel((round(box.centre[0]), round(box.centre[1]))) == pytest.approx(RED[:3], abs=2)
    assert drawn.title.box.right < box.left and box.bottom < drawn.plot.top
    assert drawn == image(logo=LOGO)[0]


@pytest.mark.parametrize("look", [{}, {"logo": Logo(30, 10, "s", LOGO.packed, on_files=False)}])
def test_no_logo_stands_where_none_is_wished(look):
    assert image(**look)[0].logo is None
    made = deliver.deck(cases.matrix(), lang="en", day=cases.DAY, options=PictureOptions(**look))
    assert all(shape.shape_type != 13 for shape in Presentation(io.BytesIO(made)).slides[0].shapes)


def test_the_report_holds_words_and_logo():
    matrix = cases.matrix(look=LOOK)
    drawn = picture.compute(matrix, lang="en", day=cases.DAY)
    with_both = deliver.report(matrix, drawn, lang="en", day=cases.DAY, options=LOOK)
    assert with_both.count(b"/Subtype /Image") >= 1
    assert with_both == deliver.report(matrix, drawn, lang="en", day=cases.DAY, options=LOOK)
    bare = cases.matrix()
    plain = deliver.report(bare, picture.compute(bare, lang="en", day=cases.DAY), lang="en", day=cases.DAY)
    assert b"/Subtype /Image" not in plain


def test_the_logo_stands_on_every_slide_of_paths_in_their_image_and_in_their_report():
    look = PathLook(logo=LOGO)
    made = Presentation(io.BytesIO(deliver.paths_deck(PATHS, lang="en", day=cases.DAY, look=look)))
    for slide in made.slides:
        (logo,) = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert logo.image.blob == PNG
        beside = [
            shape for shape in slide.shapes if shape.has_text_frame and shape.top < logo.top + logo.height
        ]
        assert all(shape.left + shape.width <= logo.left for shape in beside if shape.top + shape.height > 0)
    drawn = deliver.paths_image(PATHS, "png", lang="en", day=cases.DAY, look=look, pixels=960)
    seen = Image.open(io.BytesIO(drawn)).convert("RGB")
    assert sum(count for count, colour in seen.getcolors(1 << 20) if colour == RED[:3]) > 1000
    reports = [
        deliver.paths_report(PATHS, lang="en", day=cases.DAY, look=one).count(b"/Subtype /Image")
        for one in (PathLook(), look)
    ]
    assert reports[0] == 0 < reports[1]


def test_the_paths_beside_a_matrix_have_its_logo():
    look = matrix.path_look(cases.matrix(look=LOOK), {}, "en")
    assert look.logo == LOGO
    hidden = PictureOptions(logo=replace(LOGO, on_files=False))
    assert matrix.path_look(cases.matrix(look=hidden), {}, "en").logo is None
