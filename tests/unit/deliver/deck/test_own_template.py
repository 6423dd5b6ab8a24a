"""The deck in a user's own template.

Long are further templates of ``test_the_templates_slides_are_gone_without_a_trace``,
``test_its_size_and_layouts_stay_and_everything_stands_on_the_slide``,
``test_placeholders_are_filled_by_kind`` and ``test_fonts_and_colours_are_those_of_its_theme``.
"""

import io
import re
import zipfile
from functools import cache

import pptx
import pytest
from pptx import Presentation
from pptx.util import Pt

from cx import deliver
from cx.deliver.deck import template as own_template
from cx.errors import FileError
from cx.intake.opening import Limits
from tests.project import tiers
from tests.unit.deliver import cases, slide_templates
from tests.unit.deliver.added import additions

ALL = tiers.first(["wide", "small", "dark"], "four_to_three", "large", "title_only", "with_sections")
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@cache
def template(name):
    """What one of the templates offers, as frozen as it is: many tests make a deck in it."""
    return deliver.deck_template(getattr(slide_templates, name)(), f"{name}.pptx")


def deck(name, rows=None, lang="en", **told):
    matrix = cases.matrix(rows)
    return deliver.deck(matrix, lang=lang, day=cases.DAY, template=template(name), **told)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


class Decks(dict):
    """The deck in each template, made once somebody asks for it."""

    def __missing__(self, name):
        self[name] = deck(name)
        return self[name]


@pytest.fixture(scope="module")
def decks():
    return Decks()


@pytest.mark.parametrize("name", ALL)
def test_the_templates_slides_are_gone_without_a_trace(decks, name):
    found = parts(decks[name])
    count = len(cases.slides(decks[name]))
    for kind in ("slides/slide", "notesSlides/notesSlide"):
        assert sum(bool(re.fullmatch(rf"ppt/{kind}\d+\.xml", part)) for part in found) == count
    assert not [part for part, content in found.items() if slide_templates.OLD.encode() in content]
    assert b"sectionLst" not in found["ppt/presentation.xml"]
    assert b"custShow" not in found["ppt/presentation.xml"]
    linked = {
        target
        for part, content in found.items()
        if part.endswith(".rels")
        for target in re.findall(rb'Target="([^"]*)"', content)
    }
    names = {target.decode().rsplit("/", 1)[-1] for target in linked}
    loose = [part for part in found if not part.endswith((".rels", "].xml"))]
    assert [part for part in loose if part.rsplit("/", 1)[-1] not in names] == []


@pytest.mark.parametrize("name", ALL)
def test_its_size_and_layouts_stay_and_everything_stands_on_the_slide(decks, name):
    before = Presentation(io.BytesIO(getattr(slide_templates, name)()))
    after = Presentation(io.BytesIO(decks[name]))
    assert (after.slide_width, after.slide_height) == (before.slide_width, before.slide_height)
    assert [one.name for one in after.slide_layouts] == [one.name for one in before.slide_layouts]
    for slide in after.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= after.slide_width
            assert shape.top + shape.height <= after.slide_height


@pytest.mark.parametrize("name", tiers.first(["wide", "small"], "four_to_three"))
def test_placeholders_are_filled_by_kind(decks, name):
    for slide in cases.slides(decks[name]):
        kinds = [one.placeholder_format.type.name for one in slide.placeholders]
        assert kinds[0] == "TITLE" and {"FOOTER", "SLIDE_NUMBER", "DATE"} <= set(kinds)
        assert all(one.text_frame.text for one in slide.placeholders if one.has_text_frame)
    chart = next(shape for shape in cases.slides(decks[name])[0].shapes if shape.has_chart)
    assert chart.is_placeholder and chart.placeholder_format.idx == 1
    tables = [s for slide in cases.slides(decks[name]) for s in slide.shapes if s.has_table]
    assert all(table.is_placeholder for table in tables)


@pytest.mark.parametrize("name", ALL)
def test_fonts_and_colours_are_those_of_its_theme(decks, name):
    ours = {b"Arial", b"D55E00", b"009E73", b"0072B2", b"1F2933", b"FDF1E8"}
    for part, content in parts(decks[name]).items():
        if re.match(r"ppt/(slides/slide|charts/chart)", part) and part.endswith(".xml"):
            assert [word for word in ours if word in content] == [], part
    chart = next(s for s in cases.slides(decks[name])[0].shapes if s.has_chart)
    accents = {one.get("val") for one in chart.chart._chartSpace.iter("{*}schemeClr")}
    assert len([one for one in accents if one.startswith("accent")]) == 4


def test_the_numbers_still_open_in_the_data_editor(decks):
    charts = [s.chart for s in cases.slides(decks["wide"])[0].shapes if s.has_chart]
    blob = charts[0].part.chart_workbook.xlsx_part.blob
    assert b"xl/workbook.xml" in blob


def test_the_same_words_as_in_the_plain_deck():
    plain = deliver.deck(cases.matrix(), lang="nl", day=cases.DAY)
    own = deck("wide", lang="nl")
    titles = [[s.shapes.title.text_frame.text for s in cases.slides(content)] for content in (plain, own)]
    assert titles[0] == [one for one in titles[1] if not one.startswith("Hoe het gemaakt is, vervolg")]
    first, other = (cases.slides(content)[0].notes_slide.notes_text_frame.text for content in (plain, own))
    assert first == other


def test_a_title_only_layout_leaves_the_logo_free():
    form = template("title_only").form
    assert form.content.right <= 860
    assert form.content.left == form.title.left == pytest.approx(48 + 7.2)  # with the title's words


def test_a_large_slide_gets_larger_type(decks):
    form = template("large").form
    assert (form.width, template("large").enlarged) == (960, 1.5)
    sizes = [
        run.font.size
        for slide in cases.slides(decks["large"])[1:]
        for shape in slide.shapes
        if shape.has_text_frame and not shape.is_placeholder
        for line in shape.text_frame.paragraphs
        for run in line.runs
    ]
    assert min(sizes) >= Pt(15)


def test_type_is_at_least_12_points_also_on_a_small_slide(decks):
    for slide in cases.slides(decks["small"]):
        for shape in cases.shapes(slide.shapes):
            if shape.has_text_frame and shape.name != "Footnote" and not shape.is_placeholder:
                runs = [run for line in shape.text_frame.paragraphs for run in line.runs if run.font.size]
                assert all(run.font.size >= Pt(10) for run in runs)


def test_words_can_be_read_on_a_dark_ground(decks):
    colours = {one.get("val") for one in cases.slides(decks["dark"])[1]._element.iter("{*}schemeClr")}
    assert "tx1" in colours and "bg1" not in colours


def test_a_template_without_a_suitable_layout_is_named_and_the_plain_deck_is_made():
    found = template("without_layouts")
    assert not found.suitable
    assert found.sentence("en").startswith("without_layouts.pptx has no layout with a title and enough room")
    matrix = cases.matrix()
    own = deliver.deck(matrix, lang="en", day=cases.DAY, template=found)
    plain = deliver.deck(matrix, lang="en", day=cases.DAY)
    assert cases.text_tree(own) == cases.text_tree(plain)


def test_a_potx_file_is_a_template_too():
    found = deliver.deck_template(slide_templates.as_template(slide_templates.wide()), "house.potx")
    content = deliver.deck(cases.matrix(), lang="en", day=cases.DAY, template=found)
    assert b"presentation.main+xml" in parts(content)["[Content_Types].xml"]
    assert cases.slides(content)[0].slide_layout.name == "Title and Content"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "template_unknown"),
        (b"Touchpoint;Satisfaction\n", "template_unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "template_protected"),
        (slide_templates.wide()[:4000], "template_damaged"),
        (deliver.template("en"), "template_unknown"),
    ],
)
def test_other_files_are_refused(content, key):
    with pytest.raises(FileError) as refused:
        deliver.deck_template(content, "odd.pptx")
    assert refused.value.key == key


def test_a_bomb_is_refused_unopened():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("ppt/presentation.xml", "<p/>")
        package.writestr("ppt/media/image1.png", bytes(110_000_000))
    with pytest.raises(FileError) as refused:
        deliver.deck_template(target.getvalue(), "bomb.pptx")
    assert refused.value.key == "unpacks_beyond_reason"


def test_the_template_is_never_opened_here(monkeypatch):
    opened = []
    real = pptx.Presentation

    def watched(file=None):
        opened.append(file)
        return real(file)

    monkeypatch.setattr(pptx, "Presentation", watched)
    deck("wide")
    assert opened == [None]


def test_everything_that_was_added_stands_in_it_too():
    matrix = cases.matrix()
    plain = deliver.deck(matrix, lang="en", day=cases.DAY, added=additions(matrix))
    own = deck("wide", added=additions(matrix))
    found = [{s.shapes.title.text_frame.text for s in cases.slides(content)} for content in (plain, own)]
    assert found[0] == {one for one in found[1] if not one.startswith("How it was made, further")}


@pytest.mark.parametrize(("lang", "tables"), [("en", "table"), ("nl", "tabel")])
def test_a_template_that_costs_too_much_is_told_what_helps_a_template(monkeypatch, lang, tables):
    """Every limit of time, memory and size, and a reader that stops: no table is there to be copied."""
    for most in (
        Limits(seconds=0, seconds_per_megabyte=0),
        Limits(unpacked_bytes=1_000),
        Limits(file_bytes=1_000),
    ):
        monkeypatch.setattr(own_template, "LIMITS", most)
        with pytest.raises(FileError) as refused:
            deliver.deck_template(slide_templates.wide(), "wide.pptx")
        assert refused.value.key.startswith("limit_")
        assert "PowerPoint" in refused.value.todo(lang)
        assert tables not in refused.value.todo(lang)
