"""Raw cells: typed, and at the user's own row and letter."""

import datetime as dt
import io
import subprocess
import zipfile

import openpyxl
import pytest

from cx import intake
from cx.errors import ArgumentError, LimitExceeded, ProtectedFile, UnreadableFile
from cx.process import child
from cx.records import Cell, Choices
from tests.made.cell_page import Page, zipped
from tests.made.intake_files import csv, saved, table, workbook_bytes
from tests.made.open_document import protected_ods_bytes


@pytest.fixture
def reader_started(monkeypatch):
    """The reader is started as in the program: libraries that a kind of file needs are not loaded yet."""
    monkeypatch.setattr(child, "subprocess", subprocess)


@pytest.mark.usefixtures("reader_started")
def test_cells_keep_their_kind_and_place():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B3"], sheet["C3"] = "Touchpoint", "Score"
    sheet["B5"], sheet["C5"], sheet["D5"] = "Invoice", 7.25, True
    sheet["E5"] = dt.date(2026, 7, 1)
    sheet["F5"] = dt.datetime(2026, 7, 1, 12, 30)
    found = intake.read(saved(book), "a.xlsx").sheets[0]
    assert [found.cell(3, "B"), found.cell(3, "C")] == [Cell("text", "Touchpoint"), Cell("text", "Score")]
    assert [found.cell(5, letter) for letter in "ABCDEFG"] == [
        Cell("blank", None),
        Cell("text", "Invoice"),
        Cell("number", 7.25),
        Cell("bool", value=True),
        Cell("date", "2026-07-01"),
        Cell("date", "2026-07-01 12:30:00"),
        Cell("blank", None),
    ]
    assert (found.row_count, found.column_count) == (5, 6)


@pytest.mark.usefixtures("reader_started")
def test_error_cells_and_formulas_without_a_value_are_not_blank():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Touchpoint", "Score"])
    sheet.append(["Invoice", "=6+1"])
    sheet.append(["Call", "#N/A"])
    sheet["B3"].data_type = "e"
    found = intake.read(saved(book), "a.xlsx").sheets[0]
    assert found.cell(2, "B") == Cell("formula", None)
    assert found.cell(3, "B") == Cell("error", "#N/A")


def test_hidden_sheets_are_marked():
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    secret = book.create_sheet("Secret")
    secret.append(["c", "d"])
    secret.sheet_state = "hidden"
    assert [(s.name, s.hidden) for s in intake.read(saved(book), "a.xlsx").sheets] == [
        ("Sheet", False),
        ("Secret", True),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_its_encoding(encoding):
    sheet = csv("Contactmoment;Tevredenheid\nCafé één;7,4\nFactuur naar België;6,1\n", encoding).sheets[0]
    assert [sheet.cell(row, "A").value for row in (1, 2, 3)] == [
        "Contactmoment",
        "Café één",
        "Factuur naar België",
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(sign):
    lines = ["name,score,volume", '"Call, chat; mail",7.5,10', "Invoice,6,20"]
    text = "\n".join(
        line.replace(",", sign) if "chat" not in line else f'"Call, chat; mail"{sign}7.5{sign}10'
        for line in lines
    )
    sheet = csv(text).sheets[0]
    assert [sheet.cell(2, letter).value for letter in "ABC"] == ["Call, chat; mail", "7.5", "10"]


def test_a_line_that_names_the_delimiter_keeps_its_row_number():
    sheet = csv("sep=|\nname|score\nCall|7,5\n").sheets[0]
    assert [sheet.cell(3, "A").value, sheet.cell(3, "B").value] == ["Call", "7,5"]


@pytest.mark.usefixtures("reader_started")
def test_blank_lines_keep_their_row_number():
    sheet = csv("\n\nname;score\n\nCall;7\n").sheets[0]
    assert sheet.cell(5, "A").value == "Call"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf \r\n", "empty_file"),
        (b"%PDF-1.7\n%rest", "is_pdf"),
        (b"\x89PNG\r\n\x1a\n0000", "is_image"),
        (b"\xff\xd8\xff\xe0rest", "is_image"),
        (b"<html><body><p>Loading ...</p></body></html>", "is_html"),
        (b"\xef\xbb\xbf<!DOCTYPE html><table>", "is_html"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "no_cells",
        ),
        (b'<?xml version="1.0"?><note/>', "is_xml"),
        (b"PK\x03\x04 cut off", "zip_damaged"),
        (b"\x1f\x8b\x08packed", "is_archive"),
        (b"\x09\x04\x06\x00\x00\x00", "old_excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "workbook_damaged"),
        (bytes(range(32)) * 40, "not_a_table"),
    ],
)
def test_each_wrong_file_is_called_what_it_is(content, key):
    with pytest.raises(UnreadableFile) as raised:
        intake.read(content, "report.xls")
    assert raised.value.key == key
    assert raised.value.values["file"] == "report.xls"


def test_text_that_starts_like_an_image_is_text():
    assert csv("BMW dealer;7\nBMW lease;8\n").sheets[0].cell(1, "A").value == "BMW dealer"


def test_a_workbook_without_any_cell_says_so():
    with pytest.raises(UnreadableFile) as raised:
        intake.read(saved(openpyxl.Workbook()), "empty.xlsx")
    assert raised.value.key == "no_cells"


def test_a_workbook_of_pivot_tables_or_charts_alone_says_so():
    import openpyxl.chart

    charts = openpyxl.Workbook()
    charts.active.add_chart(openpyxl.chart.BarChart(), "B2")
    with pytest.raises(UnreadableFile) as raised:
        intake.read(saved(charts), "charts.xlsx")
    assert raised.value.key == "only_charts"
    with zipfile.ZipFile(io.BytesIO(saved(openpyxl.Workbook()))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with pytest.raises(UnreadableFile) as raised:
        intake.read(zipped({**parts, "xl/pivotCache/pivotCacheDefinition1.xml": "<x/>"}), "pivot.xlsx")
    assert raised.value.key == "only_pivots"


@pytest.mark.usefixtures("reader_started")
def test_a_cut_off_workbook_is_damaged():
    with pytest.raises(UnreadableFile) as raised:
        intake.read(workbook_bytes([["a", "b"], [1, 2]])[:-200], "cut.xlsx")
    assert raised.value.key == "zip_damaged"


def test_a_word_document_is_no_workbook():
    import zipfile
    from io import BytesIO

    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(UnreadableFile) as raised:
        intake.read(target.getvalue(), "letter.docx")
    assert raised.value.key == "is_word"


@pytest.mark.usefixtures("reader_started")
def test_a_protected_workbook_asks_for_its_password_and_opens_with_it():
    from io import BytesIO

    from msoffcrypto.format.ooxml import OOXMLFile

    plain = BytesIO(workbook_bytes([["Touchpoint", "CSAT"], ["Invoice", 4]]))
    locked = BytesIO()
    OOXMLFile(plain).encrypt("Geheim 1", locked)
    with pytest.raises(ProtectedFile) as raised:
        intake.read(locked.getvalue(), "locked.xlsx")
    assert raised.value.key == "password_needed"
    with pytest.raises(ProtectedFile) as raised:
        intake.read(locked.getvalue(), "locked.xlsx", password="geheim 1")
    assert raised.value.key == "password_wrong"
    opened = intake.read(locked.getvalue(), "locked.xlsx", password="Geheim 1")
    assert opened.sheets[0].cell(2, "A").value == "Invoice"


@pytest.mark.usefixtures("reader_started")
def test_a_protected_open_document_asks_for_its_password_and_opens_with_it():
    locked = protected_ods_bytes([Page([["Touchpoint", "CSAT"], ["Invoice", 4]])], "Geheim één")
    with pytest.raises(ProtectedFile) as raised:
        intake.read(locked, "locked.ods")
    assert raised.value.key == "password_needed"
    with pytest.raises(ProtectedFile) as raised:
        intake.read(locked, "locked.ods", password="geheim één")
    assert raised.value.key == "password_wrong"
    opened = intake.read(locked, "locked.ods", password="Geheim één")
    assert opened.sheets[0].cell(2, "A").value == "Invoice"


@pytest.mark.usefixtures("reader_started")
def test_limits_are_said_with_their_numbers():
    rows = [["a", "b"]] + [[1, 2]] * 50
    with pytest.raises(LimitExceeded) as raised:
        intake.read(workbook_bytes(rows), "big.xlsx", limits=intake.Limits(cells=100))
    assert (raised.value.key, raised.value.values["limit"]) == ("limit_cells", 100)
    with pytest.raises(LimitExceeded) as raised:
        intake.read(b"a,b\n" * 51, "big.csv", limits=intake.Limits(cells=100))
    assert raised.value.key == "limit_cells"
    with pytest.raises(LimitExceeded) as raised:
        intake.read(b"a,b\n1,2\n", "big.csv", limits=intake.Limits(file_bytes=5))
    assert raised.value.key == "limit_file"
    with pytest.raises(LimitExceeded) as raised:
        intake.read(workbook_bytes(rows), "big.xlsx", limits=intake.Limits(unpacked_bytes=1000))
    assert raised.value.key == "limit_unpacked"


def test_an_edit_changes_the_fingerprint_and_reading_does_not():
    content = workbook_bytes([["a", "b"], [1, 2]])
    first, again = intake.read(content, "x.xlsx"), intake.read(content, "y.xlsx")
    assert first.sha256 == again.sha256
    changed = intake.edited(first, [intake.CellEdit("Sheet1", 2, "A", "5")])
    assert changed.sha256 != first.sha256
    assert first.sheets[0].cell(2, "A") == Cell("number", 1.0)


def test_several_sheets_are_all_there():
    book = table([["a", "b"], [1, 2]], name="One", Two=[["c", "d"], [3, 4]])
    assert [(s.name, s.cell(2, "B").value) for s in book.sheets] == [("One", 2.0), ("Two", 4.0)]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"RIFF\x24\0\0\0WEBPVP8 ", "is_image"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "is_image"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "is_image"),
        (b"$FL2@(#) SPSS DATA FILE MS Windows", "statistics_damaged"),
        (b"<stata_dta><header><release>118", "statistics_damaged"),
        (bytes(84) + b"SAS FILE", "statistics_damaged"),
        (b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", "statistics_damaged"),
        (b" " * 456 + b"SPSSPORT", "statistics_damaged"),
        (b"PAR1\x15\x04\x15", "parquet_damaged"),
        (b"\xfd7zXZ\0\0\x04", "is_archive"),
        (bytes(10) + b"x" * 247 + b"ustar\x0000", "is_archive"),
        (b'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"a"\r\nE', "is_sylk"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "is_html"),
        (b'[{"touchpoint": "Invoice", "csat": 7}]', "is_json"),
        (b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "is_google_link"),
        (b"\x05Janny".ljust(55) + b"J\0a\0n\0n\0y\0".ljust(110, b"\0"), "is_lock_file"),
    ],
)
def test_files_that_people_take_for_spreadsheets_are_called_what_they_are(content, key):
    with pytest.raises(UnreadableFile) as raised:
        intake.read(content, "export.xlsx")
    assert raised.value.key == key
    assert "export.xlsx" in raised.value.message("nl")


def test_text_whose_first_header_is_id_is_text():
    assert csv("ID;Periode\n1;2026\n").sheets[0].cell(2, "B").value == "2026"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "latin-1",
        "mac_roman",
        "cp850",
        "iso8859_15",
    ],
)
def test_text_of_older_and_wider_encodings_is_read(encoding, request):
    if encoding == "cp850":  # one that a library has to tell, which a reader loads by itself
        request.getfixturevalue("reader_started")
    words = ["Café façade", "Größe über Straße", "Señor Muñoz, ¿qué?", "één België"]
    text = "Contactmoment;Cijfer\n" + "".join(f'"{word}";7,5\n' for word in words)
    sheet = csv(text, encoding).sheets[0]
    assert [sheet.cell(row, "A").value for row in range(2, 6)] == words


@pytest.mark.usefixtures("reader_started")
def test_signs_late_in_a_long_text_tell_its_encoding():
    text = "name;score\n" + "Invoice;7\n" * 30_000 + "Café;8\n"
    sheet = csv(text, "cp1252").sheets[0]
    assert sheet.cell(30_002, "A").value == "Café"


def test_a_quotation_mark_that_is_never_closed_swallows_nothing():
    book = csv('name;score\nCall 5" screen;7\nMail;8\n"Chat;9\nForum;6\n')
    assert [book.sheets[0].cell(row, "A").value for row in range(2, 6)] == [
        'Call 5" screen',
        "Mail",
        '"Chat',
        "Forum",
    ]
    assert [finding.code for finding in intake.understand(book).findings].count("quotes_open") == 1


def test_error_values_written_out_as_text_are_error_values():
    sheet = csv("name;score\nCall;#DEEL/0!\nMail;#N/A\nChat;# 3\n").sheets[0]
    assert [sheet.cell(row, "B") for row in (2, 3, 4)] == [
        Cell("error", "#DEEL/0!"),
        Cell("error", "#N/A"),
        Cell("text", "# 3"),
    ]


def test_a_sheet_chosen_in_text_is_told_that_there_are_none():
    with pytest.raises(ArgumentError) as raised:
        intake.understand(csv("name;score\nCall;7\n"), Choices(sheet="Q3"))
    assert raised.value.key == "no_sheets_to_choose"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1250", ["čistoča", "žičnica", "šport"]),
        ("cp1250", ["gyűjtő", "erdő mögött", "sűrű táj"]),
        ("iso8859_2", ["ścieżka", "łąka", "źródło"]),
        ("cp1254", ["çağrı", "gişe", "ışık"]),
        ("cp1257", ["gėlė", "šviesą", "žvėrių ūkis"]),
        ("cp1252", ["crème brûlée", "Grüße", "piñata"]),
        ("cp1252", ["smørrebrød", "blåbær", "café"]),
    ],
)
def test_the_encoding_is_the_one_in_which_the_letters_belong_to_one_language(encoding, words):
    sheet = csv("Item;Score\n" + "".join(f"{word};7\n" for word in words), encoding).sheets[0]
    assert [sheet.cell(row, "A").value for row in range(2, 2 + len(words))] == words
