"""Workbooks of Excel 2003 in XML."""

import pytest

from cx import intake
from cx.errors import LimitExceeded, UnreadableFile
from cx.intake.opening import Limits

START = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>{0}'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<Styles><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style></Styles>'
)


def book(*sheets, before=""):
    tables = "".join(f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{end}</Worksheet>'
                     for name, rows, end in sheets)  # fmt: skip
    return (START.format(before) + tables + "</Workbook>").encode()


def cell(text, kind="String", **about):
    said = "".join(f' ss:{name}="{value}"' for name, value in about.items())
    return f'<Cell{said}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_cells_stand_where_the_file_says_with_their_kinds():
    rows = (
        f'<Row ss:Index="3">{cell("Contacto", Index=2)}{cell("Nota")}</Row>'
        f"<Row>{cell('Factura', Index=2)}{cell('7.5', 'Number')}</Row>"
        f"<Row>{cell('2026-03-01T00:00:00.000', 'DateTime')}{cell('1', 'Boolean')}{cell('#N/A', 'Error')}"
        '<Cell ss:Formula="=R1C1"/></Row>'
    )
    sheet = intake.read(book(("Notas", rows, "")), "a.xls").sheets[0]
    assert (sheet.name, sheet.top, sheet.left) == ("Notas", 3, 0)
    assert [sheet.cell(3, letter).shown for letter in "ABC"] == ["", "Contacto", "Nota"]
    assert (sheet.cell(4, "B").value, sheet.cell(4, "C").value) == ("Factura", 7.5)
    kinds = [(sheet.cell(5, letter).kind, sheet.cell(5, letter).value) for letter in "ABCD"]
    assert kinds == [("date", "2026-03-01"), ("bool", True), ("error", "#N/A"), ("formula", None)]


def test_merged_hidden_percent_and_remarks():
    rows = (
        '<Column ss:Index="3" ss:Hidden="1"/>'
        f"<Row>{cell('2026', 'Number', MergeAcross=1, MergeDown=2)}{cell('x')}</Row>"
        f'<Row ss:Hidden="1">{cell("0.5", "Number", StyleID="p")}</Row>'
        '<Row><Cell><Data ss:Type="String">a</Data><Comment><Data ss:Type="String">no cell</Data></Comment>'
        "</Cell></Row>"
    )
    away = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    first, second = intake.read(book(("A", rows, ""), ("B", f"<Row>{cell('b')}</Row>", away)), "a.xml").sheets
    assert first.merged == ((0, 0, 2, 1),)
    assert first.cell(1, "C").value == "x"
    assert (first.hidden_rows, first.hidden_columns) == ({2}, {2})
    assert first.cell(3, "A").value == "a"
    assert (first.hidden, second.hidden) == (False, True)


def test_numbers_that_are_mostly_shown_as_per_cents_are_so():
    rows = "".join(f"<Row>{cell(str(one / 10), 'Number', StyleID='p')}</Row>" for one in range(4))
    assert intake.read(book(("A", rows, "")), "a.xml").sheets[0].columns[0].percent


def test_entities_of_its_own_are_refused():
    bomb = '<!DOCTYPE l [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(UnreadableFile) as raised:
        intake.read(book(("A", f"<Row>{cell('&b;')}</Row>", ""), before=bomb), "a.xml")
    assert raised.value.key == "own_entities"


def test_a_file_of_the_machine_is_never_fetched():
    outside = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(UnreadableFile) as raised:
        intake.read(book(("A", f"<Row>{cell('&x;')}</Row>", ""), before=outside), "a.xml")
    assert raised.value.key == "own_entities"


@pytest.mark.parametrize(
    ("row", "column", "key"), [(9_000_000, 1, "limit_cells"), (2, 16_385, "limit_columns")]
)
def test_far_cells_do_not_fill_the_memory(row, column, key):
    rows = f"<Row>{cell('a')}</Row><Row ss:Index='{row}'>{cell('b', Index=column)}</Row>"
    with pytest.raises(LimitExceeded) as raised:
        intake.read(book(("A", rows, "")), "far.xml", limits=Limits(cells=1_000_000))
    assert raised.value.key == key


def test_a_damaged_one_costs_a_message():
    with pytest.raises(UnreadableFile) as raised:
        intake.read(book(("A", f"<Row>{cell('a')}</Row>", ""))[:-40], "cut.xml")
    assert raised.value.key == "workbook_damaged"
