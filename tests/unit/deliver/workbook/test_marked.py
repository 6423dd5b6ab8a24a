"""The user's own workbook comes back with its findings marked, and with nothing else changed.

Long are the real files of ``test_what_nobody_asked_to_change_keeps_its_bytes``.
"""

import io
import os
import re
import sys
import zipfile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula

from cx import deliver, intake
from cx.deliver.workbook.finding_marks import MOST
from cx.deliver.workbook.raw_copy import unique_names
from cx.errors import FileError
from cx.records import CellEdit, Finding
from tests.made import workbook_parts
from tests.made.intake_files import saved

ERROR, WARNING, INFO = "FFE69E66", "FFF2CFB2", "FFD7D9DB"
SHEET = "Q3 'new'"
FINDINGS = (
    Finding("error", "out_of_scale", SHEET, "B5", "Score", 5, "14", {"low": 1, "high": 10}),
    Finding("warning", "total_row", SHEET, "A7", None, 7, "Total"),
    Finding("info", "total_row", SHEET, "B5", None, 5, "App"),
    Finding("warning", "no_volume"),
)


def own_book():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    for row in ([], [], ["Contact", "Score", "Volume"], ["Invoice", 6.1, 100], ["App", 14, "=C4*2"]):
        sheet.append(row)
    sheet["A1"], sheet["A7"] = "Report", "Total"
    sheet.merge_cells("A1:C1")
    sheet["B5"].font = Font(name="Georgia", size=14, bold=True, color="FFFFFFFF")
    sheet["B5"].fill = PatternFill("solid", fgColor="FF1F2933")
    sheet["B5"].number_format = "0.0"
    sheet["B4"].number_format = "0.00"
    sheet["A7"].comment = Comment("Ask Jan", "Els")
    sheet.column_dimensions["A"].width = 33
    book.create_sheet("Findings")["A1"] = "mine"
    return book


def marked(book=None, findings=FINDINGS, lang="en", edits=(), name="Q3.xlsx"):
    content = book if isinstance(book, bytes) else saved(book or own_book())
    return deliver.marked(content, name, intake.read(content, name), findings, lang, edits=edits)


def opened(made):
    return openpyxl.load_workbook(io.BytesIO(made.content))


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def with_parts(**parts):
    """The workbook with further parts in its zip: for each name what it holds."""
    target = io.BytesIO(saved(own_book()))
    with zipfile.ZipFile(target, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()


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


# --- what is not carried ---


def test_what_is_lost_is_told_beforehand():
    link = "<externalLink xmlns='x'><ddeLink ddeService='a' ddeTopic='b'></ddeLink></externalLink>"
    parts = parts_of(with_parts(xl__externalLinks__externalLink1_xml=link))
    content = zipped({**parts, "_xmlsignatures/sig1.xml": b"<Signature/>"})
    assert deliver.not_carried(content) == ("dde", "signature")
    made = marked(content)
    assert made.lost == ("dde", "signature")
    assert not [name for name in parts_of(made.content) if name.startswith("_xmlsignatures")]


def test_what_nobody_asked_to_change_keeps_its_bytes():
    content = workbook_parts.everything()
    assert deliver.not_carried(content) == ()
    found = Finding("error", "out_of_scale", "Data", "B3", "Score", 3, "14", {"low": 1, "high": 10})
    made = marked(content, (found,))
    assert (made.anew, made.failed) == (False, False)
    before, after = parts_of(content), parts_of(made.content)
    changed = {name for name in before if before[name] != after.get(name)}
    told = ("[Content_Types].xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    assert changed == {*told, "xl/worksheets/sheet1.xml"}
    new = {re.sub(r"\d+", "", name) for name in after if name not in before}
    named = ("xl/comments.xml", "xl/drawings/vmlDrawingM.vml", "xl/worksheets/sheet.xml")
    assert new == {*named, "xl/worksheets/_rels/sheet.xml.rels"}
    assert f'rgb="{ERROR}"'.encode() in after["xl/styles.xml"]


def test_of_a_sheet_only_the_cells_change():
    before = parts_of(saved(own_book()))["xl/worksheets/sheet1.xml"]
    after = parts_of(marked(findings=FINDINGS[:1]).content)["xl/worksheets/sheet1.xml"]
    cell = re.compile(rb'<c r="B5" s="\d+"')
    drawn = re.compile(rb"<legacyDrawing [^>]*>")
    assert len(cell.findall(after)) == 1
    assert drawn.sub(b"", cell.sub(b"", after)) == drawn.sub(b"", cell.sub(b"", before))


def test_a_workbook_without_any_of_it_loses_nothing():
    book = own_book()
    book[SHEET]["C5"] = 200
    assert deliver.not_carried(saved(book)) == ()


def test_a_chart_and_the_results_of_formulas_stay():
    book = own_book()
    chart = BarChart()
    chart.add_data(Reference(book[SHEET], min_col=2, min_row=3, max_row=5))
    book[SHEET].add_chart(chart, "F2")
    content = saved(book)
    made = marked(content)
    assert made.lost == ()
    name = "xl/charts/chart1.xml"
    assert parts_of(made.content)[name] == parts_of(content)[name]


def test_a_mark_that_lies_across_two_pieces_of_a_part_is_seen():
    filler = "<a/>" * (1 << 16)
    for before in range(12):
        part = f"<d>{filler[: (1 << 18) - 3 - before]}<x:ddeLink x='1'></x:ddeLink>{filler}</d>"
        assert "dde" in deliver.not_carried(with_parts(xl__externalLinks__externalLink1_xml=part))


def test_a_header_of_a_table_is_changed_in_both_places():
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("Data")
    names = [{"header": name} for name in ("Contact", "Satisfaction", "Volume")]
    sheet.add_table("A1:C4", {"columns": names, "data": [["a", 1, 2], ["b", 3, 4], ["c", 5, 6]]})
    book.close()
    edits = [CellEdit("Data", 1, "A", "7"), CellEdit("Data", 1, "B", "Volume"), CellEdit("Data", 1, "C", "")]
    made = opened(marked(buffer.getvalue(), (), edits=edits))["Data"]
    columns = [column.name for column in made.tables["Table1"].tableColumns]
    assert columns == [cell.value for cell in made[1]] == ["7", "Volume2", "Volume"]


def test_a_formula_that_others_share_leaves_each_its_own():
    content = saved(own_book())
    shared_one = b'<c r="C5"><f t="shared" ref="C5:C6" si="0">C4*2</f><v>1</v></c></row>'
    follower = b'<row r="6"><c r="C6"><f t="shared" si="0"/><v>2</v></c></row>'
    parts = parts_of(content)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = re.sub(rb'<c r="C5".*?</c></row>', lambda _found: shared_one + follower, parts[name])
    made = opened(marked(zipped(parts), (), edits=[CellEdit(SHEET, 5, "C", "9")]))[SHEET]
    assert (made["C5"].value, made["C6"].value) == (9, "=C5*2")


@pytest.mark.long
def test_all_that_can_be_read_can_be_marked_and_keeps_the_rest(shared):
    made, tried = 0, [*(shared / "ugly").glob("*/*.xls[xm]")]
    for path in tried:
        try:
            read = intake.read(path.read_bytes(), path.name)
        except FileError:
            continue
        made += kept_but_for_its_changes(path.read_bytes(), read)
    assert made > len(tried) / 2


def kept_but_for_its_changes(content, read):
    """Whether a workbook was marked itself; then nothing but its changes may have changed."""
    sheet = read.sheets[0]
    found = tuple(Finding("warning", "total_row", one.name, "B2", None, 2, "x") for one in read.sheets)
    edits = [CellEdit(sheet.name, 1, "A", "typed"), CellEdit(sheet.name, sheet.row_count + 3, "C", "2,5")]
    done = deliver.marked(content, read.name, read, found, "en", edits=edits)
    if done.anew:
        return False
    again = intake.read(done.content, done.name)
    wanted = intake.edited(read, edits)
    for one in wanted.sheets:
        same = again.sheet(one.name)
        cells = [(row, column) for row in range(1, min(one.row_count, 40) + 1) for column in range(1, 6)]
        assert [same.cell(*at).shown for at in cells] == [one.cell(*at).shown for at in cells], read.name
    before, after = parts_of(content), parts_of(done.content)
    gone = {name for name in before if name not in after}
    assert not [name for name in gone if not re.search("_xmlsignatures|calcChain", name)], (read.name, gone)
    changed = [name for name in before if name in after and before[name] != after[name]]
    ours = r"\[Content_Types\]|styles|workbook\.xml|worksheets/|comments|vmlDrawing|tables/|externalLinks"
    assert not [name for name in changed if not re.search(ours, name)], (read.name, changed)
    return True


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
