"""Drivers, comparison, alerts, votes, decisions and missions in deck, report and workbook."""

import io
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree
from openpyxl import load_workbook

from cx import deliver, impact
from cx.deliver.chart import bars as bar_xml
from cx.deliver.ground.form import plain
from cx.deliver.ground.page import footnote_frame
from cx.deliver.pages import drivers as driver_pages
from cx.records import PictureOptions
from tests.unit.deliver import cases
from tests.unit.deliver.added import additions, drivers
from tests.unit.deliver.deck.test_deck import GOLDEN

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ORDER = {
    "chartSpace": "date1904 roundedCorners chart spPr txPr externalData",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart catAx valAx spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "ser": "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    "dLbl": """idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName
        showPercent showBubbleSize""",
    "errBars": "errDir errBarType errValType noEndCap plus minus val spPr",
    "catAx": """axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos
        spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl""",
    "valAx": """axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark
        minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit""",
}


def deck(lang="en", **told):
    matrix = cases.matrix()
    return deliver.deck(matrix, lang=lang, day=cases.DAY, added=additions(matrix), **told)


@cache
def plain_deck():
    """The English deck with all that was added, made once for the tests that look at one of its slides."""
    return deck()


def test_a_long_outcome_is_told_shortly():
    asked = "How likely is it that you would recommend us to a friend, a relative or a colleague?"
    long = replace(drivers(), outcome=asked)
    said = (driver_pages.title_of(long, "en"), impact.headline(long, "nl"), *impact.fit_words(long, "en"))
    short = "“How likely is it that you would recommend us to a friend, a …”"
    assert [asked in one for one in said] == [False] * len(said)
    assert [short in one for one in said[:3]] == [True] * 3


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_words_of_the_slides_beside_the_matrix(lang):
    """To renew: python -m tests.unit.deliver.renew_golden"""
    content = deck(lang, topics=("drivers", "comparison", "alerts", "votes", "decisions", "missions"))
    assert cases.text_tree(content) == (GOLDEN / f"deck-added-{lang}.txt").read_text(encoding="utf-8")


def titles(content):
    return [slide.shapes.title.text_frame.text for slide in cases.slides(content)]


def table(content, title):
    (found,) = (
        shape.table
        for slide in cases.slides(content)
        for shape in slide.shapes
        if shape.has_table and slide.shapes.title.text_frame.text == title
    )
    return [[cell.text for cell in line.cells] for line in found.rows]


def test_every_slide_states_its_finding():
    assert titles(plain_deck()) == [
        "Two touchpoints hold 35% of the impact and score below 7.1",
        "First: improve Invoice, improve Claims and prevent News",
        "The strategy of all 8 touchpoints is certain",
        "2 of 8 touchpoints hold 77% of the priority",
        "2 of 4 touchpoints hold 70% of the impact on NPS",
        "1 touchpoint changed quadrant between 2025 and 2026",
        "None of 2 touchpoints scores higher in 2026 than in 2025 beyond chance, 1 lower",
        "2 touchpoints set off an alert",
        "The room gives Invoice the most points",
        "3 decisions; 1 overrules the matrix",
        "2 missions; 1 of 2 targets is reached",
        "The lines stand at satisfaction 7.1 and impact 3.1",
    ]


def test_only_the_chosen_slides_are_made():
    assert titles(deck(topics=("decisions", "matrix"))) == [
        "3 decisions; 1 overrules the matrix",
        "Two touchpoints hold 35% of the impact and score below 7.1",
    ]


def test_the_movements_with_their_significance():
    rows = table(
        plain_deck(), "None of 2 touchpoints scores higher in 2026 than in 2025 beyond chance, 1 lower"
    )
    assert rows[0] == [
        *("Touchpoint", "From", "To", "2025", "2026", "Change", "95% interval", "More than chance"),
    ]
    moved = ["Invoice", "Let more people experience it", "Fix first", "7.50", "6.00", "\N{MINUS SIGN}1.50"]
    assert rows[1] == [*moved, "\N{MINUS SIGN}1.90 to \N{MINUS SIGN}1.10", "Yes"]
    assert rows[3][:3] == ["App", "New", "Fix first"]
    assert rows[4][:3] == ["Telex", "Fix first", "Gone"]


def test_the_matrix_of_a_comparison_has_an_arrow_from_where_each_stood():
    slide = cases.slides(plain_deck())[5]
    names = [shape.name for shape in cases.shapes(slide.shapes)]
    assert "Invoice, from where it stood" in names and "App, from where it stood" not in names
    assert [shape.has_chart for shape in slide.shapes].count(True) == 1


def test_a_decision_that_overrules_the_matrix_says_why():
    rows = table(plain_deck(), "3 decisions; 1 overrules the matrix")
    assert rows[1][:3] == ["Invoice", "Fix first", "Followed"]
    assert rows[2][1:3] == ["Simplify, prevent or drop", "Overruled: Fix first. The new portal replaces it"]


def test_missions_tell_whether_the_target_is_reached():
    rows = table(plain_deck(), "2 missions; 1 of 2 targets is reached")
    due = ["Invoice", "Halve the wrong reminders", "Billing", "5 Jan 2027", "Satisfaction"]
    assert rows[1] == [*due, "5", "6", "6", "Yes"]
    assert rows[2][4:] == ["Calls a week", "100", "80", "90", "Not yet"]


def test_the_vote_tells_where_the_room_disagrees():
    rows = table(plain_deck(), "The room gives Invoice the most points")
    assert rows[1] == ["1", "Invoice", "30", "2.5", "12", "1.2", ""]
    assert rows[2][-1] == "Disagrees"


def test_drivers_are_a_native_chart_with_intervals():
    (chart,) = (s.chart for s in cases.slides(plain_deck())[4].shapes if s.has_chart)
    assert list(chart.plots[0].categories) == ["Claims", "Invoice", "=App", "News"]
    assert list(chart.plots[0].series[0].values) == [0.4, 0.3, 0.2, 0.1]
    space = chart._chartSpace
    bars = space.find(f".//{C}errBars")
    plus, minus = ([float(v.text) for v in bars.find(C + end).iter(f"{C}v")] for end in ("plus", "minus"))
    assert plus == pytest.approx([0.1, 0.06, 0.05, 0]) and minus == pytest.approx([0.1, 0.05, 0.1, 0])
    sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    assert (sheet["A4"].value, sheet["A4"].data_type, sheet["B2"].value) == ("=App", "s", 0.4)


def test_children_of_the_bar_chart_stand_in_the_order_of_the_schema():
    form = plain()
    (page,) = driver_pages.pages(drivers(), "en", footnote_frame("x", "en", form), form)
    space = etree.fromstring(bar_xml.chart_space(page.bar_chart, "en").encode())
    for element in space.iter(f"{C}*"):
        allowed = ORDER.get(etree.QName(element).localname, "").split()
        if allowed:
            places = [allowed.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places), element.tag


def test_many_drivers_go_on_and_each_stands_once():
    form = plain()
    pages = driver_pages.pages(drivers(60), "nl", footnote_frame("x", "nl", form), form)
    names = [bar.name for page in pages for bar in page.bar_chart.bars]
    assert len(pages) > 1 and len(names) == len(set(names)) == 60
    assert pages[1].subtitle.endswith(f"2 van {len(pages)}")


def test_the_report_has_a_page_for_each():
    matrix = cases.matrix()
    picture = deliver.deck_picture(matrix, lang="en", day=cases.DAY)
    content = deliver.report(matrix, picture, lang="en", day=cases.DAY, added=additions(matrix))
    assert cases.pages_of(content) == 12


def test_the_workbook_has_a_sheet_for_each_with_numbers_as_numbers():
    matrix, rows = cases.matrix(), cases.eight()
    content = deliver.workbook(matrix, rows, lang="nl", day=cases.DAY, added=additions(matrix))
    book = load_workbook(io.BytesIO(content))
    added = ["Drivers", "Vergelijking", "Waarschuwingen", "Stemmen", "Besluiten", "Missies"]
    assert [name for name in book.sheetnames if name in added] == added
    first = next(book["Drivers"].iter_rows(min_row=2, values_only=True))
    assert first[:6] == (1, "Claims", 0.4, 0.3, 0.5, 0.4)
    mission = next(book["Missies"].iter_rows(min_row=2, values_only=True))
    assert (mission[0].isoformat(), mission[5:8]) == ("2027-01-05T00:00:00", (5, 6, 6))
    assert book["Besluiten"]["H3"].value == "=1+1" and book["Besluiten"]["H3"].data_type == "s"
    assert all(book[name].auto_filter.ref for name in added)


def test_numbers_for_names_hold_everywhere():
    matrix, options = cases.matrix(), PictureOptions(anonymous=True)
    content = deck(options=options)
    words = cases.text_tree(content)
    picture = deliver.deck_picture(matrix, lang="en", day=cases.DAY, options=options)
    told = additions(matrix)
    made = (
        deliver.workbook(matrix, cases.eight(), lang="en", day=cases.DAY, added=told, options=options),
        deliver.report(matrix, picture, lang="en", day=cases.DAY, added=told, options=options),
    )
    book = load_workbook(io.BytesIO(made[0]))
    cells = {cell for sheet in book for line in sheet.iter_rows(values_only=True) for cell in line}
    channels = {"App", "Letter", "Visit"}
    for name in ({bubble.name for bubble in matrix.bubbles} | {"Telex", "Billing"}) - channels:
        assert name not in words
        assert name not in cells
    assert "Touchpoint 1" in words and "Touchpoint 1" in cells
    assert made[1].startswith(b"%PDF")


@pytest.mark.parametrize("format_", ["4:3", "a4"])
def test_a_deck_in_another_format(format_):
    options = PictureOptions(format=format_)
    content = deck(options=options)
    opened = cases.Presentation(io.BytesIO(content))
    assert (opened.slide_width.pt, opened.slide_height.pt) == pytest.approx(options.size, abs=0.1)
    for slide in opened.slides:
        for shape in slide.shapes:
            assert shape.left + shape.width <= opened.slide_width
            assert shape.top + shape.height <= opened.slide_height
