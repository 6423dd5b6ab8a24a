"""The same cells in .xlsx, .xlsb, .xls and .ods are the same cells for us, whatever is odd about them."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
import xlsxwriter

from cx import intake
from cx.records import Cell, Choices
from tests.made.binary_workbooks import unstored_xls_bytes
from tests.made.cell_page import Fault, Page, zipped
from tests.made.intake_files import places, saved, workbook_bytes
from tests.made.open_document import ods_bytes
from tests.made.workbooks import BOOKS, xlsx_bytes

KINDS = list(BOOKS)
PAGES = [
    Page(
        [
            ["Journey", "Touchpoint", "Satisfaction (1-10)", "Volume", "Share", "Measured"],
            ["Pay", "Invoice", 7.25, 120, 0.125, dt.date(2026, 3, 1)],
            [None, "Dunning & reminder", Fault("#N/A"), 30, 0.25, dt.date(2025, 12, 31)],
            [None, "Café één", 6, Fault("#DIV/0!"), 0.5, None],
            ["Move", "Kept from view", 9, 8, 0.75, None],
        ],
        hidden_rows=(4,),
        hidden_columns=(3,),
        merged=((1, 0, 3, 0),),
        percents=(4,),
    ),
    Page([["Secret", "b"], ["c", 4]], name="Geheim €", hidden=True),
]


EXPECTED = [
    ("warning", "hidden_rows", None),
    ("warning", "hidden_columns", None),
    ("info", "merged_repeated", None),
    ("info", "other_sheets", None),
    ("error", "error_cell", "C3"),
    ("info", "unused_numbers", None),
]


def read(kind: str, pages: list[Page], **how: bool) -> intake.Workbook:
    return intake.read(BOOKS[kind](pages, **how), f"table.{kind}")


@pytest.mark.parametrize("from_1904", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_and_all_that_lies_hidden(kind, from_1904):
    scores, secret = read(kind, PAGES, from_1904=from_1904).sheets
    assert [[scores.cell(row, letter).value for letter in "ABCDEF"] for row in range(1, 6)] == [
        ["Journey", "Touchpoint", "Satisfaction (1-10)", "Volume", "Share", "Measured"],
        ["Pay", "Invoice", 7.25, 120.0, 0.125, "2026-03-01"],
        [None, "Dunning & reminder", "#N/A", 30.0, 0.25, "2025-12-31"],
        [None, "Café één", 6.0, "#DIV/0!", 0.5, None],
        ["Move", "Kept from view", 9.0, 8.0, 0.75, None],
    ]
    assert [scores.cell(3, "C").kind, scores.cell(4, "D").kind, scores.cell(2, "F").kind] == [
        "error",
        "error",
        "date",
    ]
    assert (scores.hidden_rows, scores.hidden_columns) == ({5}, {3})
    assert scores.merged == ((1, 0, 3, 0),)
    assert [column.percent for column in scores.columns] == [False, False, False, False, True, False]
    assert [(sheet.name, sheet.hidden) for sheet in (scores, secret)] == [
        ("Scores", False),
        ("Geheim €", True),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_gives_the_same_findings(kind):
    found = intake.touchpoints(read(kind, PAGES))
    assert places(found.findings) == EXPECTED
    assert list(found.rows["journey"]) == ["Pay", "Pay", "Pay"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_hidden_counts_once_chosen(kind):
    found = intake.touchpoints(read(kind, PAGES), Choices(hidden=True))
    assert list(found.rows["touchpoint"])[-1] == "Kept from view"


@pytest.mark.parametrize("kind", KINDS)
def test_per_cents_in_a_cell_format_are_read_as_per_cents(kind):
    page = Page([["Touchpoint", "CSAT"], ["Invoice", 0.74], ["Call", 0.685]], percents=(1,))
    assert list(intake.touchpoints(read(kind, [page])).rows["satisfaction"]) == [74.0, 68.5]


def test_formulas_of_a_program_that_computed_none_are_not_zero():
    sheet = intake.read(unstored_xls_bytes(3), "report.xls").sheets[0]
    assert [sheet.cell(row, "A").kind for row in (1, 2, 3)] == ["formula"] * 3


def xlsxwriter_formulas(*results: float) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Scores")
        sheet.write_row(0, 0, ["Touchpoint", "Score"])
        for row, result in enumerate(results, 1):
            sheet.write_string(row, 0, f"Touchpoint {row}")
            sheet.write_formula(row, 1, "=3+4", None, result)
    return target.getvalue()


def test_zeros_that_a_program_put_for_results_are_not_results():
    sheet = intake.read(xlsxwriter_formulas(0, 0), "made.xlsx").sheets[0]
    assert [sheet.cell(row, "B").kind for row in (2, 3)] == ["formula", "formula"]


def test_a_zero_beside_real_results_is_a_result():
    sheet = intake.read(xlsxwriter_formulas(0, 7), "made.xlsx").sheets[0]
    assert [sheet.cell(row, "B") for row in (2, 3)] == [Cell("number", 0.0), Cell("number", 7.0)]


def test_a_formula_of_an_ods_without_a_value_is_not_blank():
    content = ods_bytes([Page([["Touchpoint", "Score"], ["Invoice", 77.5]])])
    changed = rewritten(
        content,
        "content.xml",
        b'office:value-type="float" office:value="77.5"',
        b'table:formula="of:=[.A1]"',
    )
    assert intake.read(changed, "sums.ods").sheets[0].cell(2, "B") == Cell("formula", None)


def test_an_error_that_an_older_office_stored_as_zero_is_an_error():
    content = ods_bytes([Page([["Touchpoint", "Score"], ["Invoice", 77.5]])])
    changed = rewritten(
        content,
        "content.xml",
        b'office:value-type="float" office:value="77.5"/>',
        b'table:formula="of:=1/0" office:value-type="float" office:value="0">'
        b"<text:p>Err:502</text:p></table:table-cell>",
    )
    assert intake.read(changed, "old.ods").sheets[0].cell(2, "B") == Cell("error", "Err:502")


def test_rows_and_columns_that_an_ods_repeats_keep_their_places():
    content = ods_bytes([Page([["Touchpoint", "Score"], ["Invoice", 7.5], ["Call", Fault("#NUM!")]])])
    changed = rewritten(
        content,
        "content.xml",
        b'<table:table-row><table:table-cell office:value-type="string"><text:p>Call',
        b'<table:table-row table:number-rows-repeated="3" table:visibility="collapse"><table:table-cell/>'
        b'</table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>Call',
    )
    sheet = intake.read(changed, "gap.ods").sheets[0]
    assert (sheet.cell(6, "A").value, sheet.cell(6, "B")) == ("Call", Cell("error", "#NUM!"))
    assert sheet.hidden_rows == {3, 4, 5}


def test_parts_that_stand_elsewhere_in_the_package_are_found():
    content = xlsx_bytes(PAGES)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    moved = {name.replace("xl/worksheets/", "leaves/"): part for name, part in parts.items()}
    relations = "xl/_rels/workbook.xml.rels"
    moved[relations] = moved[relations].replace(b'"worksheets/', b'"/leaves/')
    moved["[Content_Types].xml"] = moved["[Content_Types].xml"].replace(b"xl/worksheets", b"leaves")
    sheet = intake.read(zipped(moved), "moved.xlsx").sheets[0]
    assert (sheet.cell(3, "C").value, sheet.hidden_rows) == ("#N/A", {5})


def test_errors_show_where_cells_do_not_name_their_place():
    content = workbook_bytes([["Touchpoint", "Score"], ["Invoice", 7], ["Call", "x"]])
    changed = rewritten(content, "xl/worksheets/sheet1.xml", b' r="', b' x="')
    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    cell = part[part.index(b'<c x="B2"') : part.index(b"</c>", part.index(b'<c x="B2"')) + 4]
    changed = rewritten(changed, "xl/worksheets/sheet1.xml", cell, b'<c t="e"><v>#REF!</v></c>')
    sheet = intake.read(changed, "bare.xlsx").sheets[0]
    assert (sheet.cell(2, "B"), sheet.cell(3, "B")) == (Cell("error", "#REF!"), Cell("text", "x"))


def test_a_strict_workbook_is_read_like_any_other():
    book = openpyxl.Workbook()
    book.active.append(["Touchpoint", "Score"])
    book.active.append(["Invoice", 7.5])
    content = saved(book)
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"):
        content = rewritten(
            content,
            part,
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
    for part in ("_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"):
        content = rewritten(
            content,
            part,
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    sheet = intake.read(content, "strict.xlsx").sheets[0]
    assert (sheet.cell(2, "A").value, sheet.cell(2, "B").value) == ("Invoice", 7.5)


def rewritten(content: bytes, part: str, before: bytes, after: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = bytes(parts[part]).replace(before, after)
    return zipped(parts)
