"""The user's own workbook comes back with its findings marked, or else a new one that says so."""

import io
import os
import sys

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula

from cx import deliver, intake
from cx.deliver.workbook.finding_marks import MOST
from cx.deliver.workbook.raw_copy import unique_names
from cx.records import CellEdit, Finding
from tests.made.intake_files import saved
from tests.unit.deliver.marked_books import (
    ERROR,
    FINDINGS,
    SHEET,
    WARNING,
    marked,
    opened,
    own_book,
    parts_of,
    with_parts,
    zipped,
)

# --- the user's own workbook ---


def test_a_cell_has_the_colour_of_its_gravest_finding_and_all_their_words():
    sheet = opened(marked())[SHEET]
    assert sheet["B5"].fill.fgColor.rgb == ERROR
    assert sheet["A7"].fill.fgColor.rgb == WARNING
    note = sheet["B5"].comment
    assert note.author == "CX impact matrix"
    assert [line[:9] for line in note.text.split("\n\n")] == ["Left out:", "Good to k"]
    assert [cell.coordinate for row in sheet for cell in row if cell.comment] == ["B5", "A7"]


def test_what_a_person_wrote_in_a_comment_stays():
    note = opened(marked())[SHEET]["A7"].comment
    assert note.author == "Els"
    assert note.text.startswith("Ask Jan\n\nCX impact matrix:\nLook at this: ")


def test_formatting_formulas_and_the_rest_stay():
    before, after = own_book()[SHEET], opened(marked())[SHEET]
    assert (after["B5"].font.name, after["B5"].font.sz, after["B5"].font.b) == ("Georgia", 14, True)
    assert after["B5"].font.color.rgb == "FF1F2933"
    assert [after[cell].number_format for cell in ("B4", "B5")] == ["0.00", "0.0"]
    assert after["C5"].value == "=C4*2"
    assert [str(area) for area in after.merged_cells.ranges] == ["A1:C1"]
    assert after.column_dimensions["A"].width == 33
    assert [[cell.value for cell in row] for row in before] == [[cell.value for cell in row] for row in after]


def test_every_finding_is_listed_behind_those_without_a_cell_first():
    book = opened(marked())
    assert book.sheetnames == [SHEET, "Findings", "Findings 2"]
    assert book["Findings"]["A1"].value == "mine"
    rows = [[cell.value for cell in row[:3]] for row in book["Findings 2"]]
    assert rows == [
        ["Severity", "Sheet", "Cell"],
        ["Look at this", None, None],
        ["Left out", SHEET, "B5"],
        ["Look at this", SHEET, "A7"],
        ["Good to know", SHEET, "B5"],
    ]
    assert book["Findings 2"]["C3"].hyperlink.location == "'Q3 ''new'''!B5"


def test_it_is_written_in_dutch_too():
    made = marked(lang="nl")
    assert made.name == "Q3-bevindingen.xlsx"
    assert opened(made).sheetnames[-1] == "Bevindingen"
    assert opened(made)[SHEET]["A7"].comment.text.startswith("Ask Jan\n\nCX-impactmatrix:\nKijk hiernaar: ")


def test_cells_changed_by_hand_are_written_as_they_were_meant():
    edits = [
        CellEdit(SHEET, 5, "B", "8,4"),
        CellEdit(SHEET, 4, "A", "=HYPERLINK(1)"),
        CellEdit(SHEET, 4, "C", ""),
        CellEdit(SHEET, 1, "B", "moved"),
        CellEdit(SHEET, 9, "E", "#N/A"),
    ]
    made = marked(findings=(), edits=edits)
    sheet = opened(made)[SHEET]
    assert (sheet["B5"].value, sheet["C4"].value, sheet["B1"].value) == (8.4, None, "moved")
    assert (sheet["A4"].value, sheet["A4"].data_type, sheet["A4"].quotePrefix) == ("=HYPERLINK(1)", "s", True)
    assert (sheet["E9"].value, sheet["E9"].data_type) == ("#N/A", "s")
    read = intake.read(made.content, made.name).sheet(SHEET)
    assert (read.cell(5, "B").value, read.cell(4, "A").value) == (8.4, "=HYPERLINK(1)")


def test_a_finding_inside_a_merged_range_is_marked_where_it_shows():
    made = marked(findings=(Finding("error", "no_name", SHEET, "C1", None, 1),))
    assert opened(made)[SHEET]["A1"].fill.fgColor.rgb == ERROR


def test_a_hostile_message_stays_text():
    evil = Finding("warning", "total_row", SHEET, "A7", None, 7, "=1+1\x00\x1b<b>")
    made = marked(findings=(evil,))
    cells = [cell for row in opened(made)["Findings 2"] for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=1+1<b>" in opened(made)[SHEET]["A7"].comment.text


def test_a_cell_that_no_workbook_has_is_listed_only():
    wrong = Finding("error", "no_name", SHEET, "A9999999", None, 9_999_999)
    made = marked(findings=(wrong,))
    assert made.anew is False
    assert opened(made)["Findings 2"]["C2"].value == "A9999999"
    assert opened(made)["Findings 2"]["C2"].hyperlink is None


def test_more_findings_than_a_person_reads_are_counted():
    many = [Finding("error", "no_name", SHEET, f"A{row}", None, row) for row in range(1, MOST + 3)]
    content = io.BytesIO(marked(findings=tuple(many)).content)
    rows = list(openpyxl.load_workbook(content, read_only=True)["Findings 2"].values)
    assert len(rows) == MOST + 2
    assert rows[-1][3] == "2 more findings are not listed here."


def test_macros_stay(shared):
    content = (shared / "ugly" / "formats" / "SimpleMacro.xlsm").read_bytes()
    assert deliver.not_carried(content) == ()
    made = marked(content, (), name="SimpleMacro.xlsm")
    assert (made.name, made.anew) == ("SimpleMacro-findings.xlsm", False)
    assert parts_of(made.content)["xl/vbaProject.bin"] == parts_of(content)["xl/vbaProject.bin"]
    assert b"macroEnabled" in parts_of(made.content)["[Content_Types].xml"]


def test_formulas_that_ask_another_program_stand_as_text():
    book = own_book()
    sheet = book[SHEET]
    asks, says = "=cmd|'/c calc'!A0", '=IF(B4>1,"a|b","")'
    sheet["H4"], sheet["H5"] = asks, says
    sheet["H6"] = ArrayFormula("H6:H7", "=SUM(prog|topic!item)")
    book.defined_names["asks"] = DefinedName("asks", attr_text="prog|topic!item")
    book.defined_names["stays"] = DefinedName("stays", attr_text=f"'{SHEET}'!$B$4")
    assert deliver.not_carried(saved(book)) == ("dde",)
    after = opened(marked(book))
    found = {
        place: (after[SHEET][place].value, after[SHEET][place].data_type) for place in ("H4", "H5", "H6")
    }
    assert found == {"H4": (asks, "s"), "H5": (says, "f"), "H6": ("=SUM(prog|topic!item)", "s")}
    assert list(after.defined_names) == ["stays"]


def test_a_sheet_with_a_bar_in_its_name_is_no_program():
    book = own_book()
    book.create_sheet("a|b's & <c>")
    stays = "='a|b''s & <c>'!A1"
    book[SHEET]["H4"] = stays
    assert "dde" not in deliver.not_carried(saved(book))
    book[SHEET]["H5"] = f"{stays}+prog|topic!item"
    assert "dde" in deliver.not_carried(saved(book))
    after = opened(marked(book))[SHEET]
    assert (after["H4"].value, after["H4"].data_type) == (stays, "f")
    assert after["H5"].data_type == "s"


@pytest.mark.parametrize(
    ("formula", "asks"),
    [
        ("<f>prog|topic!item</f>", True),
        ('<f>"a"&amp;prog|t!i</f>', True),
        ("<x:f t='array'>&quot;a|b&quot;&amp;prog|t!i</x:f>", True),
        ('<f>IF(A1,"a|b","c")</f>', False),
        ("<f>&quot;a|b&quot;</f>", False),
        ("<f>A1</f><v>1</v><t>a|b</t>", False),
    ],
)
def test_a_bar_in_a_text_asks_nobody(formula, asks):
    content = with_parts(xl__worksheets__sheet9_xml=f"<worksheet>{formula}</worksheet>")
    assert ("dde" in deliver.not_carried(content)) is asks


# --- a new workbook ---


def test_a_workbook_that_cannot_be_written_into_gives_a_new_one_that_says_so():
    parts = parts_of(saved(own_book()))
    name = next(one for one in parts if "comments" in one)
    content = zipped({**parts, name: parts[name][:-20]})
    read = intake.read(content, "Q3.xlsx")
    made = deliver.marked(content, "Q3.xlsx", read, FINDINGS, "en")
    assert (made.anew, made.failed, made.lost) == (True, True, ("formatting",))
    assert made.name.endswith("-findings.xlsx")
    said = [row[3].value for row in opened(made)["Findings 2"]]
    assert [words for words in said if words.startswith("Q3.xlsx could not be written into")]
    again = intake.read(made.content, made.name)
    sheet, copy = read.sheets[0], again.sheets[0]
    cells = [(row, column) for row in range(1, sheet.row_count + 1) for column in range(1, 6)]
    assert [copy.cell(*cell).shown for cell in cells] == [sheet.cell(*cell).shown for cell in cells]


def test_a_text_file_gives_a_workbook_with_the_same_marks():
    content = b"Contact;Score;Day\nInvoice;=1+1;2026-11-22\nApp;14;TRUE\n"
    read = intake.read(content, "Q3: new.csv")
    found = (Finding("error", "out_of_scale", None, "B3", "Score", 3, "14", {"low": 1, "high": 10}),)
    made = deliver.marked(content, "Q3: new.csv", read, found, "en", edits=[CellEdit("", 3, "B", "7,5")])
    assert (made.name, made.anew, made.failed, made.lost) == ("Q3-new-findings.xlsx", True, False, ())
    sheet = opened(made).worksheets[0]
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B3"].value) == ("=1+1", "s", 7.5)
    assert sheet["B3"].fill.fgColor.rgb == ERROR
    assert sheet["B3"].comment.author == "CX impact matrix"


def test_a_pasted_and_an_empty_table_can_be_taken_along():
    pasted = deliver.marked(b"", "Pasted", intake.pasted("Contact\tScore\nInvoice\t6,5", "en"), (), "en")
    assert [[cell.value for cell in row] for row in opened(pasted).worksheets[0]] == [
        ["Contact", "Score"],
        ["Invoice", 6.5],
    ]
    empty = deliver.marked(b"", "Empty", intake.blank("en"), FINDINGS[3:], "en")
    assert opened(empty).worksheets[0]["A1"].value == "Touchpoint"
    assert opened(empty)["Findings"]["A2"].value == "Look at this"


def test_hidden_sheets_stay_hidden_and_dates_stay_dates(shared):
    content = (shared / "ugly" / "hidden" / "hidden_sheets.xlsx").read_bytes()
    read = intake.read(content, "hidden_sheets.xlsx")
    made = deliver.marked(b"", "hidden.xlsx", read, (), "en")
    hidden = {sheet.title for sheet in opened(made).worksheets if sheet.sheet_state == "hidden"}
    assert hidden == {sheet.name for sheet in read.sheets if sheet.hidden}


def test_names_of_sheets_are_made_legal_and_different():
    long = "A very long name of a sheet that nobody reads"
    assert unique_names(["History", "a/b", "A b", long, long.upper()]) == [
        "History 2",
        "a b",
        "A b 2",
        "A very long name of a sheet",
        "A VERY LONG NAME OF A SHEET 2",
    ]


# --- untrusted files ---


def test_merged_ranges_over_a_whole_sheet_cost_nothing():
    parts = parts_of(saved(own_book()))
    name = "xl/worksheets/sheet1.xml"
    vast = parts[name].replace(b'ref="A1:C1"', b'ref="A1:XFD1048576"')
    begun = os.times()
    made = marked(zipped({**parts, name: vast}), ())
    assert (made.anew, made.failed) == (False, False)
    assert os.times().children_user - begun.children_user < 60


def test_a_workbook_that_costs_the_writer_too_much_time_ends_in_a_new_one(monkeypatch):
    limits = intake.Limits(seconds=0, seconds_per_megabyte=0)
    monkeypatch.setattr(sys.modules["cx.deliver.workbook.users_own"], "LIMITS", limits)
    assert marked().failed is True


def test_a_workbook_in_which_the_writer_sees_other_sheets_ends_in_a_new_one():
    book = intake.pasted("Contact\tScore\nInvoice\t6,5", "en")
    made = deliver.marked(saved(own_book()), "Q3.xlsx", book, (), "en")
    assert (made.anew, made.failed) == (True, True)


@pytest.mark.parametrize("content", [b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0 nothing", b"PK"])
def test_bytes_that_are_no_workbook_end_in_a_new_one(content):
    book = intake.pasted("Contact\tScore\nInvoice\t6,5", "en")
    assert deliver.not_carried(content) == ("formatting",)
    assert deliver.marked(content, "x.xlsx", book, (), "en").anew is True
