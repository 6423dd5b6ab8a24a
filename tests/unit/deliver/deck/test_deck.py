"""The deck.

Long are more touchpoints, and the other language, of
``test_no_type_on_any_slide_is_below_10_points_and_every_number_has_its_name``.
"""

import datetime as dt
import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx.util import Pt

from cx import deliver
from cx.deliver.deck import own_theme
from cx.deliver.deck.theme_colours import Tone
from cx.deliver.ground import plain
from cx.picture import compute
from cx.picture.colour import GRID, GROUND, INK, SECONDARY, mixed
from cx.records import PictureOptions
from tests.project import tiers
from tests.unit.deliver import cases

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
GOLDEN = Path(__file__).parents[3] / "golden"


def deck(rows=None, lang="en", **settings):
    """The deck of some rows, or of so many; one that several tests look at is made once."""
    if rows is None or isinstance(rows, int):
        return made(rows, lang, tuple(settings.items()))
    return deliver.deck(cases.matrix(rows, **settings), lang=lang, day=cases.DAY)


@cache
def made(count, lang, settings):
    rows = None if count is None else cases.many(count)
    return deliver.deck(cases.matrix(rows, **dict(settings)), lang=lang, day=cases.DAY)


def theme_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("ppt/theme/theme1.xml").decode()


def titles(content):
    return [slide.shapes.title.text_frame.text for slide in cases.slides(content)]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_words_of_the_deck(lang):
    """To renew: python -m tests.unit.deliver.renew_golden"""
    assert cases.text_tree(deck(lang=lang)) == (GOLDEN / f"deck-{lang}.txt").read_text(encoding="utf-8")


def test_titles_state_the_finding():
    assert titles(deck()) == [
        "Two touchpoints hold 35% of the impact and score below 7.1",
        "First: improve Invoice, improve Claims and prevent News",
        "The strategy of all 8 touchpoints is certain",
        "2 of 8 touchpoints hold 77% of the priority",
        "The lines stand at satisfaction 7.1 and impact 3.1",
    ]


def test_slides_are_16_to_9():
    presentation = cases.Presentation(io.BytesIO(deck()))
    assert (presentation.slide_width, presentation.slide_height) == (Pt(960), Pt(540))


def test_the_chart_is_a_native_bubble_chart_with_alternative_text():
    (chart,) = (shape for shape in cases.slides(deck())[0].shapes if shape.has_chart)
    assert chart.chart.chart_type.name == "BUBBLE"
    words = chart._element.xpath(".//p:cNvPr")[0].get("descr")
    assert words.startswith(
        "Two touchpoints hold 35% of the impact and score below 7.1. Fix first: Invoice, Claims."
    )


def test_every_group_and_table_has_alternative_text():
    for slide in cases.slides(deck()):
        for shape in slide.shapes:
            if shape.shape_type.name in ("GROUP", "TABLE", "CHART"):
                assert shape._element.xpath("./*/p:cNvPr")[0].get("descr")


def test_the_data_editor_opens_the_numbers():
    (chart,) = (shape.chart for shape in cases.slides(deck())[0].shapes if shape.has_chart)
    sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    rows = {line[0]: line[1:] for line in sheet.iter_rows(values_only=True)}
    assert rows["Invoice"][:3] == (6, 4, 400)
    assert rows["App"][:3] == (8, 4, 900)


def test_type_is_at_least_12_points_and_10_in_footnotes():
    for slide in cases.slides(deck(12)):
        small = {"Footnote", "Slide number", "Legend"}
        for shape in cases.shapes(slide.shapes):
            if not shape.has_text_frame:
                continue
            least = 10 if shape.name in small or slide.slide_id == 256 else 12
            sizes = [run.font.size.pt for line in shape.text_frame.paragraphs for run in line.runs]
            assert all(size >= least for size in sizes), (shape.name, sizes)


def test_every_text_is_in_the_theme_s_arial_and_in_its_language():
    content = deck(lang="nl")
    for slide in cases.slides(content):
        for frame in cases.frames(slide):
            for run in (run for line in frame.paragraphs for run in line.runs):
                assert run.font.name == "+mn-lt"
                assert run._r.rPr.get("lang") == "nl-NL"
    theme = theme_of(content)
    assert re.findall(r'<a:(?:major|minor)Font>\s*<a:latin typeface="([^"]*)"', theme) == ["Arial", "Arial"]


def test_notes_numbers_and_charts_say_their_language_too():
    for slide in cases.slides(deck(lang="nl")):
        roots = [slide._element, slide.notes_slide._element]
        roots += [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
        for root in roots:
            runs = [one for kind in ("r", "fld", "br") for one in root.iter(f"{A}{kind}")]
            assert [one for one in runs if one.find(f"{A}rPr").get("lang") != "nl-NL"] == []
            ends = [one.get("lang") for one in root.iter(f"{A}endParaRPr")]
            assert set(ends) <= {"nl-NL"}
        charts = [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
        assert all(one.find(f"{C}lang").get("val") == "nl-NL" for one in charts)


def test_colours_are_those_of_the_theme_or_of_groups():
    """A fixed colour would stay when the slide is pasted into a company's own deck."""
    fixed = re.compile(r'<a:srgbClr val="(\w{6})"')
    content = deck()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [one for one in package.namelist() if re.match(r"ppt/(slides/slide|charts/chart)\d", one)]
        assert {colour for one in names for colour in fixed.findall(package.read(one).decode())} == set()
    theme = theme_of(content)
    for name, colour in (("dk1", "1F2933"), ("dk2", "52606D"), ("accent1", "D55E00"), ("accent4", "7A7F87")):
        assert re.search(rf'<a:{name}>\s*<a:srgbClr val="{colour}"/>', theme)


@pytest.mark.parametrize("brand", [{}, {"fix_first": "#7A003C", "simplify": "#111111"}])
def test_a_tone_of_the_theme_is_the_colour_that_it_stands_for(brand):
    form = plain(PictureOptions(colours=brand))
    theme = {"tx1": INK, "bg1": GROUND, "tx2": SECONDARY, "bg2": GRID}
    theme |= {f"accent{at}": shade.fill for at, shade in enumerate(form.shades.values(), start=1)}
    paints = own_theme.paints(form.shades)
    for shade in form.shades.values():
        assert shade.fill.lstrip("#").upper() in paints
        for colour in (shade.text, shade.tint):
            paint = paints.get(colour.lstrip("#").upper())
            if paint and paint["name"] in theme:
                tone = Tone(paint["name"], paint["share"] / 100_000, paint["more"] / 100_000)
                shown = mixed(GROUND, tone.of(theme), paint.get("alpha", 100_000) / 100_000)
                pairs = zip(bytes.fromhex(shown[1:]), bytes.fromhex(colour[1:]), strict=True)
                assert max(abs(one - other) for one, other in pairs) <= 5


def test_what_is_drawn_has_words_an_alternative_text_or_is_decoration():
    for slide in cases.slides(deck(24)):
        for shape in slide.shapes:
            properties = shape._element.xpath(".//p:cNvPr")[0]
            decoration = properties.xpath(".//*[local-name()='decorative' and @val='1']")
            written = shape.has_text_frame and shape.text_frame.text
            assert written or properties.get("descr") or decoration, shape.name
    bars = [
        shape
        for shape in cases.slides(deck())[2].shapes
        if shape._element.xpath(".//*[local-name()='decorative']")
    ]
    assert len(bars) == 4


@pytest.mark.parametrize("count", tiers.first([24], 120))
def test_no_two_slides_have_the_same_title(count):
    found = titles(deck(count))
    assert len(set(found)) == len(found)
    assert found[3:6][-1] != found[3]


def test_the_ten_that_matter_stand_first_and_all_others_in_the_appendix():
    content = deck(24)
    found = titles(content)
    tables = [
        (at, s.table) for at, one in enumerate(cases.slides(content)) for s in one.shapes if s.has_table
    ]
    assert [(at, len(table.rows) - 1) for at, table in tables] == [(3, 10), (4, 14)]
    assert found[4] == "Ranks 11 to 24 of 24 hold 0.2% of the priority"
    below = [s.text_frame.text for s in cases.slides(content)[4].shapes if s.name == "Subtitle"]
    assert below[0].startswith("Appendix · ") and below[0].endswith("2 of 2")
    assert found[-1].startswith("The lines stand at")


def test_three_sentences_say_what_to_do_each_with_its_number():
    slide = cases.slides(deck())[1]
    words = {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
    assert words["Invoice: Satisfaction"] == "6.0\nSatisfaction"
    assert words["Invoice"] == "Improve Invoice: below the target of 7.1, at an impact of 4.0."
    assert words["News"] == "Prevent News: below the target of 7.1, at an impact of 1.5."


def test_the_slides_come_in_the_order_that_was_chosen():
    order = ("method", "priorities", "matrix")
    content = deliver.deck(cases.matrix(cases.many(24)), lang="en", day=cases.DAY, topics=order)
    found = titles(content)
    assert found[0].startswith("The lines stand at") and found[1].endswith("of the priority")
    assert found[-1] == "Ranks 11 to 24 of 24 hold 0.2% of the priority"
    usual = deliver.deck(cases.matrix(), lang="en", day=cases.DAY, topics=frozenset(order))
    assert titles(usual)[0].startswith("Two touchpoints hold")


@pytest.mark.parametrize("numbered", [False, True])
def test_slides_with_a_matrix_have_a_number_where_it_is_wished(numbered):
    content = deliver.deck(cases.matrix(), lang="en", day=cases.DAY, numbered=numbered)
    counts = [sum(one.name == "Slide number" for one in slide.shapes) for slide in cases.slides(content)]
    assert counts == [int(numbered), 1, 1, 1, 1]


def test_shapes_stay_on_the_slide_and_frames_of_words_do_not_overlap():
    for slide in cases.slides(deck(40)):
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= Pt(960) and shape.top + shape.height <= Pt(540)
    for slide in cases.slides(deck(40))[1:]:
        framed = [
            shape
            for shape in slide.shapes
            if shape.has_text_frame and shape.name not in ("Slide number", "Title 1")
        ]
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in framed]
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart


def test_long_lists_go_on_and_nobody_is_lost():
    content = deck(40)
    tables = [shape.table for slide in cases.slides(content) for shape in slide.shapes if shape.has_table]
    ranks = [line.cells[0].text for table in tables for line in list(table.rows)[1:]]
    assert ranks == [str(rank) for rank in range(1, 41)]
    named = {
        line.text
        for slide in cases.slides(content)
        for frame in cases.frames(slide)
        for line in frame.paragraphs
    }
    assert {f"Touchpoint {at}" for at in range(40)} <= named
    subtitles = [
        s.text_frame.text for slide in cases.slides(content) for s in slide.shapes if s.name == "Subtitle"
    ]
    assert any(words.endswith("2 of 3") for words in subtitles)


def test_notes_hold_every_number():
    notes = cases.slides(deck())[0].notes_slide.notes_text_frame.text
    assert "Invoice: satisfaction 6.0 · impact 4.0 · volume 400" in notes
    assert notes.count(" · volume ") == 8


def test_the_decks_language_differs_from_the_pictures():
    matrix = cases.matrix()
    english = compute(matrix, lang="en", day=cases.DAY)
    content = deliver.deck(matrix, english, lang="nl", day=cases.DAY)
    assert titles(content)[0] == "Twee contactmomenten hebben 35% van de impact en scoren onder 7,1"


def test_a_picture_for_the_screen_is_computed_anew_for_the_slide():
    matrix = cases.matrix()
    screen = compute(matrix, lang="en", day=cases.DAY)
    slide = deliver.deck_picture(matrix, lang="en", day=cases.DAY)
    assert cases.text_tree(deliver.deck(matrix, screen, lang="en", day=cases.DAY)) == cases.text_tree(
        deliver.deck(matrix, slide, lang="en", day=cases.DAY)
    )


def test_without_impact_there_are_no_strategies():
    rows = [cases.row(name, 5 + at, volume=10 + at) for at, name in enumerate("abc")]
    content = deck(cases.table(rows))
    assert len(titles(content)) == 4
    (table,) = (shape.table for slide in cases.slides(content) for shape in slide.shapes if shape.has_table)
    assert [line.cells[0].text for line in table.rows] == ["Touchpoint", "a", "b", "c"]


def test_an_empty_view_still_makes_a_deck():
    content = deck(filters=cases.Filters(journeys=("Nowhere",)))
    assert titles(content)[0] == "No touchpoint matches these filters"
    assert not [shape for shape in cases.slides(content)[0].shapes if shape.has_chart]


def test_hostile_text_arrives_as_text():
    content = deck(cases.hostile(), strategies={("en", "fix_first"): ("=Fix <b>", "a\x00b & c")})
    words = " ".join(frame.text for slide in cases.slides(content) for frame in cases.frames(slide))
    assert '<b>bold</b> & "q"' in words and "ab & c" in words and "\x00" not in words


def test_the_day_stands_in_every_footnote():
    content = deliver.deck(cases.matrix(), lang="nl", day=dt.date(2026, 3, 5))
    footnotes = [
        s.text_frame.text for slide in cases.slides(content) for s in slide.shapes if s.name == "Voetnoot"
    ]
    assert len(footnotes) == 5 and all(words.endswith("5 mrt 2026") for words in footnotes)


@pytest.mark.parametrize(
    "rows",
    tiers.first(
        [lambda: cases.many(40, "A very long name of a touchpoint that wraps")], lambda: cases.many(200)
    ),
)
@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_no_type_on_any_slide_is_below_10_points_and_every_number_has_its_name(rows, lang):
    matrix = cases.matrix(rows())
    picture = deliver.deck_picture(matrix, lang=lang, day=cases.DAY)
    made = cases.slides(deliver.deck(matrix, picture, lang=lang, day=cases.DAY))
    sizes = {
        int(run.get("sz"))
        for slide in made
        for part in (
            slide._element,
            *(s.chart._chartSpace for s in cases.shapes(slide.shapes) if s.has_chart),
        )
        for run in part.iter("{*}rPr", "{*}defRPr")
        if run.get("sz")
    }
    assert min(sizes) >= 1000
    words = {line.text for slide in made for frame in cases.frames(slide) for line in frame.paragraphs}
    if picture.beyond_key:
        assert {
            f"{one.number}. {one.name}" if one.number else one.name for one in picture.beyond_key
        } <= words
        assert {f"{entry.number}. {entry.name}" for entry in picture.key} <= words
    drawn = {label.id for label in picture.labels} | {one.id for one in picture.beyond_key}
    assert drawn == {disc.id for disc in picture.discs}
