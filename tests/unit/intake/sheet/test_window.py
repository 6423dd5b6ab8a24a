"""A window of raw cells: where it lies, how large it is, and how cells are shown."""

import pytest

from cx import intake
from cx.intake.sheet.window import COLUMNS, ROWS, address, excerpt
from cx.records import Choices

LONG = "Touchpoint;Score\n" + "\n".join(f"T{row};{row % 9 + 1},5" for row in range(1_000))


def part(content, lang="en", **place):
    book = intake.read(content.encode(), "t.csv")
    return excerpt(book.sheets[0], intake.understand(book), lang, **place)


def test_a_short_table_is_sent_whole_with_room_to_type_in():
    found = part("Touchpoint;Score\nInvoice;6,1\nApp;8\n")
    assert (found.rows, found.top, found.left, found.letters) == (23, 1, 0, ("A", "B", "C"))
    assert found.cells[:3] == (("Touchpoint", "Score", ""), ("Invoice", "6,1", ""), ("App", "8", ""))
    assert set(found.cells[3:]) == {("", "", "")}


@pytest.mark.parametrize(("row", "top"), [(1, 1), (500, 445), (5_000, 854)])
def test_of_a_long_table_only_a_window_is_sent(row, top):
    found = part(LONG, row=row)
    assert (found.rows, found.top, found.last) == (1_013, top, top + ROWS - 1)
    assert found.cells[0][0] == ("Touchpoint" if top == 1 else f"T{top - 2}")


@pytest.mark.parametrize(("column", "left"), [(0, 0), (100, 88), (400, 153)])
def test_of_a_wide_table_only_some_columns_are_sent(column, left):
    head = ";".join(f"H{place}" for place in range(200))
    found = part("\n".join([head, ";".join(["5"] * 200), ";".join(["6"] * 200)]), column=column)
    assert (len(found.widths), found.left, len(found.cells[0])) == (201, left, COLUMNS)
    assert found.cells[0][0] == f"H{left}"


def test_numbers_have_the_mark_of_the_language_and_a_sign_of_their_kind(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Name", "Score", "Sum"], ["Invoice", 6.1, "=1/0"], ["App", None, None]):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    read = intake.read((tmp_path / "t.xlsx").read_bytes(), "t.xlsx")
    seen = intake.understand(read, Choices(header_rows=(1,)))
    dutch = excerpt(read.sheets[0], seen, "nl")
    assert dutch.cells[1][1] == "6,1"
    assert excerpt(read.sheets[0], seen, "en").cells[1][1] == "6.1"
    assert [kinds[:3] for kinds in dutch.kinds[:3]] == ["ttt", "tnx", "tbb"]


def test_a_column_is_as_wide_as_its_cells_and_a_long_header_asks_for_less():
    head = "Touchpoint;A very long header that goes on and on\n"
    found = part(head + "A name of thirty-one letters....;5\n" * 3)
    assert found.widths == (240, 166, 148)


def test_addresses():
    assert [address(cell) for cell in ("A1", "C14", "AA100")] == [(1, 0), (14, 2), (100, 26)]
