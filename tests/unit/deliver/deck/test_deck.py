"""The deck.

Long are more touchpoints, and the other language, of
``test_no_type_on_any_slide_is_below_10_points_and_every_number_has_its_name``.
"""

import datetime as dt
import io
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx.util import Pt

from cx import deliver
from cx.picture import compute
from tests.project import tiers
from tests.unit.deliver import cases

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


def test_every_text_is_in_arial_and_in_its_language():
    for slide in cases.slides(deck(lang="nl")):
        for frame in cases.frames(slide):
            for run in (run for line in frame.paragraphs for run in line.runs):
                assert run.font.name == "Arial"
                assert run._r.rPr.get("lang") == "nl-NL"


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
    assert len(titles(content)) == 3
    (table,) = (shape.table for slide in cases.slides(content) for shape in slide.shapes if shape.has_table)
    assert [line.cells[1].text for line in table.rows] == ["Touchpoint", "a", "b", "c"]


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
    assert len(footnotes) == 4 and all(words.endswith("5 mrt 2026") for words in footnotes)


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
