"""Tables of web pages, by whatever name they come."""

import pytest

from cx import intake
from cx.errors import LimitExceeded, UnreadableFile
from cx.intake.opening import Limits


def rows(sheet):
    width = sheet.left + len(sheet.columns)
    return [
        [sheet.cell(row, place + 1).shown for place in range(width)] for row in range(1, sheet.row_count + 1)
    ]


def test_every_table_is_a_sheet_by_caption_heading_or_number():
    page = (
        "<h2>Per <b>contact</b></h2><table><tr><th>Kontakt<th>Note<tr><td>Anruf<td>2,5</table>"
        "<table><caption>Volumen</caption><tr><td>Anruf</td><td>1.200</td></tr></table>"
        "<table><tr><td>x</td></tr></table><h2>Per contact</h2><table><tr><td>y</td></tr></table>"
    )
    sheets = intake.read(page.encode(), "export.xls").sheets
    assert [sheet.name for sheet in sheets] == ["Per contact", "Volumen", "3", "Per contact (2)"]
    assert rows(sheets[0]) == [["Kontakt", "Note"], ["Anruf", "2,5"]]


def test_cells_over_several_rows_and_columns_keep_their_place():
    page = (
        '<table><tr><th rowspan="2">Contact</th><th colspan=2>2026</th></tr><tr><th>Score<th>n</tr>'
        "<tr><td rowspan=2>Facture<td>4<td>10<tr><td>5<td>20</table>"
    )
    sheet = intake.read(page.encode(), "a.html").sheets[0]
    assert rows(sheet) == [
        ["Contact", "2026", ""],
        ["", "Score", "n"],
        ["Facture", "4", "10"],
        ["", "5", "20"],
    ]
    assert sheet.merged == ((0, 0, 1, 0), (0, 1, 0, 2), (2, 0, 3, 0))


def test_a_table_inside_a_cell_is_a_table_of_its_own():
    page = "<table><tr><td>menu<table><tr><td>Score</td><td>7</td></tr></table></td><td>end</td></tr></table>"
    sheets = intake.read(page.encode(), "a.html").sheets
    assert [rows(sheet) for sheet in sheets] == [[["menu", "end"]], [["Score", "7"]]]


def test_entities_breaks_scripts_and_hidden_rows():
    page = (
        "<table><tr><td>Caf&eacute; &amp;<br>bar&#44; &#x263A;<script>1<2</script></td></tr>"
        '<tr style="display: none"><td>away</td></tr></table>'
    )
    sheet = intake.read(page.encode(), "a.html").sheets[0]
    assert rows(sheet) == [["Café & bar, ☺"], ["away"]]
    assert sheet.hidden_rows == {2}


def test_a_number_that_a_program_wrote_beside_what_it_shows_counts():
    page = '<table><tr><td x:num="7.254">7,3<td sdval="0.5">50%<td x:num="46054">01.02.26<td x:num>8</table>'
    sheet = intake.read(page.encode(), "a.xls").sheets[0]
    assert [sheet.cell(1, letter).value for letter in "ABCD"] == [7.254, "50%", "01.02.26", "8"]


@pytest.mark.parametrize(
    ("said", "encoding"),
    [("windows-1253", "cp1253"), ("utf-8", "utf-8"), ("no-such-name", "utf-8"), ("utf-16", "utf-16")],
)
def test_the_encoding_is_the_one_that_the_page_names(said, encoding):
    page = f'<html><head><meta charset="{said}"></head><table><tr><td>Λογαριασμός</td></tr></table></html>'
    assert rows(intake.read(page.encode(encoding), "a.html").sheets[0]) == [["Λογαριασμός"]]


def test_a_page_with_all_that_belongs_to_it_gives_the_tables_of_its_parts():
    part = "Content-Type: text/html; charset=utf-8\r\n\r\n<table><tr><td>{0}</td></tr></table>\r\n"
    content = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        f"--b\r\n{part.format('één')}--b\r\n{part.format('twee')}--b--\r\n"
    )
    assert [rows(sheet) for sheet in intake.read(content.encode(), "a.mht").sheets] == [[["één"]], [["twee"]]]


def test_the_names_that_excel_gives_its_sheets_are_kept():
    page = (
        "<!--[if gte mso 9]><xml><x:Name>Scores</x:Name></xml><![endif]--><table><tr><td>a</td></tr></table>"
    )
    assert intake.read(page.encode(), "a.xls").sheets[0].name == "Scores"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("<table>" + "<tr><td colspan=9000>x</td></tr>" * 40 + "</table>", "limit_cells"),
        ("<table><tr>" + "<td>x" * 20_000 + "</table>", "limit_columns"),
        ("<table><tr><td>x</td></tr></table>" * 3_001, "limit_tables"),
    ],
)
def test_limits_hold(content, key):
    with pytest.raises(LimitExceeded) as raised:
        intake.read(content.encode(), "wide.html", limits=Limits(cells=100_000))
    assert raised.value.key == key


def test_a_page_without_a_table_is_called_so():
    with pytest.raises(UnreadableFile) as raised:
        intake.read(b"<html><body>Sign in<table><tr><td> </td></tr></table></body></html>", "a.xls")
    assert raised.value.key == "is_html"
