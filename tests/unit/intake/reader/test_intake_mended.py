"""Workbooks that the reader refuses although their package is sound, and files under other names."""

import io
import zipfile

import pytest

from cx import intake
from cx.errors import FileError, LimitExceeded
from cx.intake.opening.limits import Limits
from cx.intake.reader.flaws import tolerant
from cx.intake.reader.flaws.styles import styles_in
from cx.intake.reader.pipe.refusal import Refused
from tests.made.intake_files import workbook_bytes
from tests.made.workbook_parts import END, START, with_sheet

ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Touchpoint</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Satisfaction (1-10)</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Invoice</t></is></c><c r="B2"><v>7.5</v></c></row>'
    '<row r="3"><c t="inlineStr"><is><t>Call</t></is></c><c t="e"><v>#ODD!</v></c></row>'
    '<row r="4"><c r="A4" t="inlineStr"><is><t>Visit</t></is></c><c r="B4"><v>8</v></c></row>'
)


def test_one_odd_error_cell_does_not_cost_the_workbook():
    workbook = intake.read(with_sheet(START + ROWS + END), "odd.xlsx")
    found = intake.touchpoints(workbook)
    assert found.rows["touchpoint"].tolist() == ["Invoice", "Call", "Visit"]
    assert found.rows["satisfaction"].fillna(0).tolist() == [7.5, 0, 8]
    told = {finding.code: finding for finding in found.findings}
    assert (told["error_cell"].cell, told["error_cell"].value) == ("B3", "#ODD!")
    assert told["file_mended"].severity == "warning"


def test_a_bare_ampersand_is_read_as_one():
    sheet = intake.read(with_sheet(START + ROWS.replace("Invoice", "Bill & pay") + END), "and.xlsx").sheets[0]
    assert sheet.cell(2, "A").value == "Bill & pay"


def test_entities_of_its_own_are_refused_by_the_second_path_too():
    bomb = '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    content = with_sheet(START.replace("<worksheet", bomb + "<worksheet") + ROWS + END)
    with pytest.raises(Refused) as raised:
        tolerant.sheets_of(content, cells=1000)
    assert raised.value.key == "own_entities"


def test_the_second_path_has_the_limit_of_cells_too():
    far = ROWS.replace("A4", "XFD1048576")
    with pytest.raises(Refused) as raised:
        tolerant.sheets_of(with_sheet(START + far + END), cells=1000)
    assert raised.value.key == "limit_cells"


def test_every_kind_of_cell_is_read_for_itself():
    cells = (
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="d"><v>2026-07-04</v></c>'
        '<c r="C1" t="d"><v>no::date</v></c><c r="D1" t="str"><v>text</v></c><c r="E1"><f>1+1</f></c>'
        '<c r="F1" t="s"><v>99</v></c></row>'
    )
    sheet = intake.read(with_sheet(START + cells + ROWS.split("</row>", 1)[1] + END), "kinds.xlsx").sheets[0]
    kinds = [sheet.cell(1, letter).kind for letter in "ABCDEF"]
    assert kinds == ["bool", "date", "error", "text", "formula", "error"]


def test_styles_say_what_is_a_per_cent_and_what_a_date():
    part = (
        b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0&quot; %&quot;"/>'
        b'<numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="[Red]dd-mm-yyyy"/>'
        b"</numFmts>"
        b'<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/>'
        b'<xf numFmtId="166"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    styles = styles_in(part)
    assert (sorted(styles.percent), sorted(styles.dates)) == ([1, 3], [4, 5])


def test_a_package_that_unpacks_beyond_reason_is_refused_at_once():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "x")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 150_000_000)
    with pytest.raises(LimitExceeded) as raised:
        intake.read(target.getvalue(), "bomb.xlsx")
    assert (raised.value.key, raised.value.values["unpacked"]) == ("unpacks_beyond_reason", 150)


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_text_under_the_name_of_a_workbook_is_read_and_told(ending):
    seen = intake.understand(intake.read(b"Touchpoint;Score\nCall;7\nMail;8\n", f"export.{ending}"))
    assert "text_as_workbook" in {finding.code for finding in seen.findings}
    assert seen.row_count == 2


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("big5", "景點,滿意度\n發票通知,7\n電話服務中心,6\n" * 8),
        ("gb18030", "接触点,满意度\n发票,7\n电话支持,6\n" * 8),
        ("cp1251", "Имя,Оценка\nСчёт,7\nЗвонок в поддержку,6\n" * 5),
        ("cp1252", "Première,Tevreden\nDéclaration,7\nReçu,6\n"),
    ],
)
def test_letters_are_read_in_the_encoding_that_fits(encoding, text):
    workbook = intake.read(text.encode(encoding), "names.csv")
    assert workbook.sheets[0].cell(2, 1).value == text.split("\n")[1].split(",")[0]


def test_letters_that_were_lost_are_told():
    seen = intake.understand(intake.read("Touchpoint;Score\nRe\ufffdu;7\nMail;8\n".encode(), "lost.csv"))
    assert "signs_lost" in {finding.code for finding in seen.findings}


def test_the_limits_are_told_in_words():
    told = Limits(file_bytes=5_000_000, seconds=3.5).sentences("nl")
    assert told[0] == "Een bestand mag tot 5 MB groot zijn."
    assert "3,5" in told[-1]


def test_a_workbook_the_reader_accepts_is_not_mended():
    assert "damage" not in intake.read(workbook_bytes([["a", "b"], [1, 2]]), "fine.xlsx").notes
    with pytest.raises(FileError):
        intake.read(workbook_bytes([["a"]])[:300], "cut.xlsx")
