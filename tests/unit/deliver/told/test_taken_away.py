"""Lenses in what is taken away: slides in native shapes, pages, a sheet; only those with data.

Long is the other language of ``test_each_lens_has_a_slide_with_its_conclusion``.
"""

import io

import openpyxl
import pytest
from pptx import Presentation

from cx import deliver, picture
from cx.records import PictureOptions
from cx.records.lenses import Lenses, LensResult, Reading
from tests.made.lenses import lens_results
from tests.project import tiers
from tests.unit.deliver import cases

MATRIX = cases.matrix()


def deck(lang="en", found=None, **more):
    added = deliver.Additions(lenses=lens_results.lenses() if found is None else found)
    content = deliver.deck(MATRIX, lang=lang, day=cases.DAY, added=added, topics=("lenses",), **more)
    return Presentation(io.BytesIO(content))


def titles(presentation):
    return [slide.shapes.title.text_frame.text for slide in presentation.slides]


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_each_lens_has_a_slide_with_its_conclusion(lang):
    found = titles(deck(lang))
    assert len(found) == 8
    first = {
        "en": "The room is furthest off on Invoice +1.0 and App −0.8",
        "nl": "De zaal zit er het verst naast bij Invoice +1,0 en App −0,8",
    }
    assert found[0] == first[lang]


def test_only_lenses_with_data_are_told():
    assert len(titles(deck(found=Lenses((lens_results.pyramid(),))))) == 1
    added = deliver.Additions(lenses=Lenses())
    assert "lenses" not in added.topics
    assert "lenses" in deliver.Additions(lenses=lens_results.lenses()).topics


def test_a_slide_has_native_shapes_and_its_words_in_the_notes():
    slide = deck(found=Lenses((lens_results.delivery(),))).slides[0]
    words = [shape.text_frame.text for shape in shapes(slide.shapes) if shape.has_text_frame]
    assert {"Invoice", "50%", "App", "90%"} <= set(words)
    assert "Invoice: 50%; App: 90%" in slide.notes_slide.notes_text_frame.text
    assert not [shape for shape in slide.shapes if shape.shape_type == 13]


def shapes(found):
    for shape in found:
        if shape.shape_type == 6:
            yield from shapes(shape.shapes)
        else:
            yield shape


def test_moments_are_shown_on_the_native_chart():
    slide = deck(found=Lenses((lens_results.moments(),))).slides[0]
    assert [shape.has_chart for shape in slide.shapes].count(True) == 1
    assert slide.shapes.title.text_frame.text.startswith("The advice is to invest in 1 moment")


def test_numbers_for_names_hide_them_here_too():
    made = deck(options=PictureOptions(anonymous=True))
    names = {bubble.name for bubble in MATRIX.bubbles} - {"Letter", "App", "Visit"}  # channels stay
    said = [
        *titles(made),
        *(
            shape.text_frame.text
            for slide in made.slides
            for shape in shapes(slide.shapes)
            if shape.has_text_frame
        ),
        *(slide.notes_slide.notes_text_frame.text for slide in made.slides),
    ]
    assert not [words for words in said for name in (*names, "Nobody asks") if name in words]


def test_the_report_has_a_page_a_lens():
    drawn = picture.compute(MATRIX, lang="en", day=cases.DAY)
    added = deliver.Additions(lenses=lens_results.lenses())
    asked = {"lang": "en", "day": cases.DAY, "added": added, "topics": ("lenses",)}
    content = deliver.report(MATRIX, drawn, **asked)
    assert deliver.report(MATRIX, drawn, **asked) == content
    assert cases.pages_of(content) == 8


@pytest.mark.parametrize(("lang", "name"), [("en", "Lenses"), ("nl", "Lenzen")])
def test_the_workbook_has_a_sheet_with_numbers_as_numbers(lang, name):
    added = deliver.Additions(lenses=lens_results.lenses())
    content = deliver.workbook(MATRIX, cases.eight(), lang=lang, day=cases.DAY, added=added)
    rows = list(openpyxl.load_workbook(io.BytesIO(content))[name].values)
    assert len(rows) == 1 + sum(len(one.touchpoints) for one in lens_results.lenses().results)
    assert rows[1][1:6] == ("Invoice", 1.0, 0.5, 1.5, 10)


def test_what_users_typed_stays_text():
    rows = tuple(Reading(name, 3) for name in cases.HOSTILE)
    found = Lenses((LensResult("pyramid", rows),))
    content = deliver.workbook(
        MATRIX, cases.eight(), lang="en", day=cases.DAY, added=deliver.Additions(lenses=found)
    )
    cells = openpyxl.load_workbook(io.BytesIO(content))["Lenses"]["B"]
    assert all(cell.data_type == "s" for cell in cells)
    assert len(titles(deck(found=found))) == 1
