"""Tables that people type: pasted, blank, mended."""

import pytest

from cx import intake
from cx.errors import NothingUsable, UnreadableFile
from cx.records import Cell, CellEdit
from tests.made.intake_files import table


def test_cells_pasted_from_excel():
    book = intake.pasted("Touchpoint\tCSAT\tVolume\r\nInvoice\t4,1\t1.200\r\nCall, chat\t3,5\t900\r\n", "nl")
    found = intake.touchpoints(book)
    assert book.name == "Geplakte tabel"
    assert list(found.rows["touchpoint"]) == ["Invoice", "Call, chat"]
    assert list(found.rows["satisfaction"]) == [4.1, 3.5]
    assert list(found.rows["volume"]) == [1200.0, 900.0]


def test_pasted_markup_is_text():
    found = intake.touchpoints(intake.pasted("Touchpoint;CSAT\n<b>Call</b>;4\n=1+1;3\n", "en"))
    assert list(found.rows["touchpoint"]) == ["<b>Call</b>", "=1+1"]


def test_nothing_pasted_is_said():
    with pytest.raises(UnreadableFile) as raised:
        intake.pasted(" \n\t\n", "en")
    assert raised.value.key == "empty_file"


@pytest.mark.parametrize(("lang", "first"), [("en", "Touchpoint"), ("nl", "Contactmoment")])
def test_an_empty_table_waits_for_rows(lang, first):
    book = intake.blank(lang)
    sheet = book.sheets[0]
    assert sheet.cell(1, "A").value == first
    understanding = intake.understand(book)
    assert [c.role for c in understanding.columns] == [
        "touchpoint",
        "journey",
        "channel",
        "satisfaction",
        "impact",
        "volume",
        "owner",
    ]
    assert [f.code for f in understanding.findings][:1] == ["no_rows"]
    with pytest.raises(NothingUsable):
        intake.touchpoints(book)


def test_an_empty_table_fills_up_by_edits():
    book = intake.blank("nl")
    name = book.sheets[0].name
    edits = [
        CellEdit(name, 2, "A", "Factuur"),
        CellEdit(name, 2, "D", "7,4"),
        CellEdit(name, 4, "A", "Bellen"),
    ]
    edits += [CellEdit(name, 4, "D", "6"), CellEdit(name, 4, "F", "1200")]
    found = intake.touchpoints(intake.edited(book, edits))
    assert list(found.rows["touchpoint"]) == ["Factuur", "Bellen"]
    assert list(found.rows["satisfaction"]) == [7.4, 6.0]
    assert list(found.rows["row"]) == [2, 4]
    assert found.rows["volume"][1] == 1200.0


def test_edits_overlay_clear_and_stretch():
    book = table([["a", "b"], ["x", 2]])
    changed = intake.edited(
        book,
        [CellEdit("Sheet1", 2, "B", ""), CellEdit("Sheet1", 5, "D", "9"), CellEdit("Sheet1", 2, "A", "y")],
    )
    sheet = changed.sheets[0]
    assert sheet.cell(2, "B") == Cell("blank", None)
    assert sheet.cell(2, "A") == Cell("text", "y")
    assert sheet.cell(5, "D") == Cell("number", 9.0)
    assert sheet.cell(1, "A") == Cell("text", "a")
    assert (sheet.row_count, sheet.column_count) == (5, 4)


def test_the_last_edit_of_a_cell_wins():
    book = table([["a", "b"], ["x", 2]])
    changed = intake.edited(book, [CellEdit("Sheet1", 2, "B", "3"), CellEdit("Sheet1", 2, "B", "4")])
    assert changed.sheets[0].cell(2, "B").value == 4.0


def test_an_edit_above_and_before_the_filled_area():
    book = intake.read(b"\n\n;name;score\n;Call;4\n", "a.csv")
    changed = intake.edited(book, [CellEdit("", 1, "A", "Title")])
    assert changed.sheets[0].cell(1, "A").value == "Title"
    assert changed.sheets[0].cell(4, "B").value == "Call"


@pytest.mark.parametrize(
    "text",
    [
        '"Moment,CSAT,n"\r\n"Desk,7.4,120"\r\n"Phone,6.1,300"\r\n"Portal,6.8,902"\r\n',
        "Moment      CSAT    n\nDesk         7.4  120\nPhone        6.1  300\nPortal       6.8  902\n",
    ],
)
def test_lines_in_quotation_marks_and_listings_are_cut(text):
    found = intake.touchpoints(intake.read(text.encode(), "listing.txt")).rows
    assert list(found["touchpoint"]) == ["Desk", "Phone", "Portal"]
    assert list(found["satisfaction"]) == [7.4, 6.1, 6.8]
