"""Of a marked workbook nothing else changes: what nobody asked to change keeps its bytes.

Long are the real files of ``test_what_nobody_asked_to_change_keeps_its_bytes``.
"""

import io
import re

import pytest
import xlsxwriter
from openpyxl.chart import BarChart, Reference

from cx import deliver, intake
from cx.errors import FileError
from cx.records import CellEdit, Finding
from tests.made import workbook_parts
from tests.made.intake_files import saved
from tests.unit.deliver.marked_books import (
    ERROR,
    FINDINGS,
    SHEET,
    marked,
    opened,
    own_book,
    parts_of,
    with_parts,
    zipped,
)

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


def test_formulas_that_name_a_renamed_column_of_a_table_follow_it():
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet, other = book.add_worksheet("Data"), book.add_worksheet("Sums & more")
    names = [
        {"header": "Contact"},
        {"header": "Sat [1]"},
        {"header": "Twice", "formula": "=[@[Sat '[1']]]*2"},
    ]
    sheet.add_table("A1:C4", {"name": "Scores", "columns": names, "data": [["a", 1], ["b", 3], ["c", 5]]})
    other.write_formula("A1", "=SUM(Scores[Sat '[1']])&\"Scores[Sat '[1']]\"")
    other.write_formula("A2", "=SUM(Scores[[#Data],[Contact]:[Sat '[1']]])+SUM(OldScores[Sat '[1']])")
    book.define_name("All", "=Scores[[#All],[Sat '[1']]]")
    book.close()
    made = opened(marked(buffer.getvalue(), (), edits=[CellEdit("Data", 1, "B", "CSAT & #2")]))
    new = "CSAT & '#2"
    assert made["Sums & more"]["A1"].value == f"=SUM(Scores[{new}])&\"Scores[Sat '[1']]\""
    told = f"=SUM(Scores[[#Data],[Contact]:[{new}]])+SUM(OldScores[Sat '[1']])"
    assert made["Sums & more"]["A2"].value == told
    assert made.defined_names["All"].value == f"Scores[[#All],[{new}]]"
    columns = made["Data"].tables["Scores"].tableColumns
    assert columns[2].calculatedColumnFormula.attr_text == f"[[#This Row],[{new}]]*2"
    assert made["Data"]["C2"].value == f"=[[#This Row],[{new}]]*2"


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
