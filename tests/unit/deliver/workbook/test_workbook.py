"""The workbook."""

import io
import re
import zipfile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from cx import deliver
from cx.deliver.ground import Book, Field
from cx.records import Finding, ImpactPart
from tests.unit.deliver import cases


def workbook(rows=None, lang="en", **settings):
    rows = rows or cases.eight()
    return deliver.workbook(cases.matrix(rows, **settings), rows, lang=lang, day=cases.DAY)


def opened(content):
    return load_workbook(io.BytesIO(content))


def rows_of(sheet):
    header, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(header, line, strict=True)) for line in rest]


def test_the_sheets():
    assert opened(workbook()).sheetnames == [
        "Matrix",
        "Result",
        "Fix first",
        "Let more people experience it",
        "Minimise the cost of this",
        "Simplify, prevent or drop",
        "Data",
        "Settings",
        "Findings",
        "Chart data",
    ]
    assert opened(workbook(lang="nl")).sheetnames[-4:] == [
        "Gegevens",
        "Instellingen",
        "Bevindingen",
        "Grafiekgegevens",
    ]


def test_the_result_can_be_read_on_paper():
    sheet = opened(workbook())["Result"]
    width = sum(column.width for column in sheet.column_dimensions.values())
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    kept = sum(sheet.column_dimensions[letter].width for letter in "AB")
    assert (width - kept) / sheet.page_setup.fitToWidth + kept <= 230 and sheet.print_title_cols == "$A:$B"


def test_a_chart_that_is_higher_than_paper_stands_on_one_page():
    sheet = opened(workbook(cases.many(120)))["Matrix"]
    last = re.search(r":\$([A-Z]+)\$", sheet.print_area)[1]
    assert column_index_from_string(last) * 48 > 1.5 * sheet._charts[0].anchor.ext.height / 12_700
    assert not opened(workbook())["Matrix"].print_area


def test_the_chart_keeps_its_size_on_paper_however_long_the_list_below_it_is():
    setup = opened(workbook())["Matrix"].page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (
        9,
        "landscape",
        None,
        0,
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_row_is_as_high_as_the_lines_of_its_note(end):
    target = io.BytesIO()
    book = Book(target)
    book.table(book.sheet("Notes"), [Field("Note", 40, "long")], [[f"one{end}two{end}three"], ["one"]])
    book.file.close()
    rows = opened(target.getvalue())["Notes"].row_dimensions
    assert rows[2].height == 3 * rows[3].height


def test_twice_the_same_is_the_same():
    assert workbook() == workbook()


def test_numbers_come_back_as_they_went_in():
    content = workbook()
    result = {line["Touchpoint"]: line for line in rows_of(opened(content)["Result"])}
    for bubble in cases.matrix().bubbles:
        line = result[bubble.name]
        assert (line["Satisfaction"], line["Impact"], line["Volume"], line["n"]) == (
            bubble.satisfaction,
            bubble.impact,
            bubble.volume,
            bubble.n,
        )
        assert line["Rank"] == bubble.priority.rank
        assert line["Share of impact"] == pytest.approx(bubble.priority.impact, abs=1e-12)
        assert line["Below target"] == pytest.approx(bubble.priority.gap, abs=1e-12)
        assert line["Certainty"] == pytest.approx(bubble.certainty, abs=1e-12)


def test_the_result_stands_in_order_of_priority_with_a_filter_and_formats():
    sheet = opened(workbook())["Result"]
    assert [line["Rank"] for line in rows_of(sheet)] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}9"
    assert sheet.freeze_panes == "C2"
    formats = {cell.value: sheet.cell(2, cell.column).number_format for cell in sheet[1]}
    assert formats["Satisfaction"] == '0.00;"−"0.00'
    assert formats["Volume"] == '#,##0;"−"#,##0'
    assert formats["Priority"] == '0.0%;"−"0.0%'


def test_each_quadrant_has_its_own_sheet():
    book = opened(workbook())
    assert [line["Touchpoint"] for line in rows_of(book["Fix first"])] == ["Invoice", "Claims"]
    assert [line["Strategy"] for line in rows_of(book["Fix first"])] == ["Fix first", "Fix first"]


def test_data_tells_file_sheet_and_row_of_every_row():
    lines = rows_of(opened(workbook())["Data"])
    assert (
        lines[0]["Touchpoint"],
        lines[0]["Volume"],
        lines[0]["File"],
        lines[0]["Sheet"],
        lines[0]["Row"],
    ) == (
        "Invoice",
        400,
        "table.xlsx",
        "Sheet1",
        2,
    )
    assert len(lines) == 8


def test_impact_parts_keep_their_headers():
    rows = cases.table([cases.row("a", 5, 0.4), cases.row("b", 8, 0.6)], impact_scale=None)
    frame = rows.rows.assign(**{"impact part 0": [2.0, 3.0]})
    parts = (ImpactPart("Churn effect"),)
    touchpoints = cases.dataclasses.replace(rows, rows=frame, impact_parts=parts)
    sheet = opened(deliver.workbook(cases.matrix(rows), touchpoints, lang="en", day=cases.DAY))["Data"]
    assert [line["Churn effect"] for line in rows_of(sheet)] == [2, 3]


def test_findings_name_sheet_cell_and_message():
    found = Finding(
        "error", "touchpoint_not_drawn", "Sheet1", "C4", "Score", 4, "n.v.t.", {"touchpoint": "X"}
    )
    rows = cases.dataclasses.replace(cases.eight(), findings=(found,))
    (line, *_) = rows_of(opened(workbook(rows))["Findings"])
    assert (line["Kind"], line["Sheet"], line["Cell"], line["Column"], line["Row"], line["Value"]) == (
        "Left out",
        "Sheet1",
        "C4",
        "Score",
        4,
        "n.v.t.",
    )
    assert line["What and what to do"].startswith("“X” has no usable satisfaction")


def test_settings_hold_the_crosshair_and_the_strategies():
    sheet = opened(workbook())["Settings"]
    said = {line["Setting"]: line["Value"] for line in rows_of(sheet)}
    assert said["Lines"] == "crosshair: mean (satisfaction 7.1, impact 3.1)"
    assert said["Date"] == "22 Nov 2026"
    assert said["Fix first"].startswith("High impact, low satisfaction")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_nothing_that_was_typed_becomes_a_formula_or_a_link(lang):
    content = workbook(cases.hostile(), lang=lang)
    book = opened(content)
    live = "Chart data" if lang == "en" else "Grafiekgegevens"
    cells = [
        cell
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        if sheet.title != live or cell.data_type != "f"
    ]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    typed = [cell.value for cell in book["Data" if lang == "en" else "Gegevens"]["A"]]
    assert typed[1:] == [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "-2+3",
        "\tTab",
        '<b>bold</b> & "q"',
        "nul\x00l \x0b\x1b".translate({0: None, 11: None, 27: None}),
        "_x0041_ code",
        "名前",
        "http://evil.example",
    ]
    assert all(
        cell.quotePrefix for cell in cells if isinstance(cell.value, str) and cell.value.startswith("=")
    )


def test_strategies_that_share_a_name_still_get_their_own_sheets():
    names = {("en", quadrant): ("Do: [this]/that?", "x") for quadrant in ("fix_first", "simplify")}
    sheets = opened(workbook(strategies=names)).sheetnames
    assert "Do this that" in sheets and "Do this that 2" in sheets


def test_the_chart_is_a_native_bubble_chart_that_points_at_its_sheet():
    with zipfile.ZipFile(io.BytesIO(workbook())) as file:
        chart = etree.fromstring(file.read("xl/charts/chart1.xml"))
        drawing = file.read("xl/drawings/drawing1.xml").decode()
        assert file.testzip() is None
    names = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    assert len(list(chart.iter(f"{names}bubbleChart"))) == 1
    assert {reference.text.split("!")[0] for reference in chart.iter(f"{names}f")} == {"'Chart data'"}
    assert "oneCellAnchor" in drawing and "Two touchpoints hold 35%" in drawing


def test_the_charts_references_hold_the_names_and_numbers_that_it_shows():
    content = workbook()
    names = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        chart = etree.fromstring(file.read("xl/charts/chart1.xml"))
    sheet = load_workbook(io.BytesIO(content), data_only=True)["Chart data"]
    for source in chart.iter(f"{names}numRef"):
        area = sheet[source.find(f"{names}f").text.split("!")[1].replace("$", "")]
        held = [line[0].value for line in area]
        shown = [float(point.text) for point in source.iter(f"{names}v")]
        assert [one for one in held if isinstance(one, float | int)] == pytest.approx(shown, rel=1e-6)


@pytest.mark.parametrize("results", [True, False])
def test_the_charts_sheet_is_the_one_that_a_deck_embeds(results):
    deck = deliver.deck(cases.matrix(), lang="en", day=cases.DAY, topics=["matrix"])
    (chart,) = (shape.chart for shape in cases.slides(deck)[0].shapes if shape.has_chart)
    held = [
        [list(line) for line in sheet.iter_rows(values_only=True)]
        for sheet in (
            load_workbook(io.BytesIO(workbook()), data_only=results)["Chart data"],
            load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob), data_only=results).active,
        )
    ]
    assert held[0] == held[1]


def test_the_charts_plot_is_filled_with_a_picture_that_the_file_has():
    with zipfile.ZipFile(io.BytesIO(workbook())) as file:
        related = file.read("xl/charts/_rels/chart1.xml.rels").decode()
        own = etree.fromstring(related.encode())[0].get("Id")
        assert f'r:embed="{own}"' in file.read("xl/charts/chart1.xml").decode()
        assert file.read("xl/media/tints.png").startswith(b"\x89PNG")
        assert b'Extension="png"' in file.read("[Content_Types].xml")


def test_without_any_touchpoint_there_is_no_chart():
    content = workbook(filters=cases.Filters(journeys=("Nowhere",)))
    assert "Chart data" not in opened(content).sheetnames
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert not [name for name in file.namelist() if "chart" in name]
