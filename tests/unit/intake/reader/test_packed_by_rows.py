"""Columns that are packed while their rows come are those that are packed whole."""

import datetime as dt

import pytest

from cx.intake.reader.pipe.gathered_columns import pack_rows
from cx.intake.reader.pipe.packed_columns import pack

CELLS = {
    "numbers": lambda row: row / 8,
    "below a header": lambda row: float(row) if row else "Score",
    "with blanks": lambda row: "" if row % 7 == 3 else float(row),
    "a text late": lambda row: "none" if row == 200 else 4.0,
    "yes late": lambda row: True if row == 290 else 4.0,
    "whole numbers": lambda row: row,
    "texts": lambda row: ("good", "bad", "", "  ")[row % 4],
    "days": lambda row: dt.date(2026, 1, 1) if row % 3 else 1.0,
    "nothing": lambda _row: "",
    "many texts": lambda row: f"text {row}" if row % 2 else 1.0,
}


@pytest.mark.parametrize("height", [0, 1, 128, 129, 300])
def test_each_column_is_as_if_it_had_been_packed_whole(height):
    rows = [[cell(row) for cell in CELLS.values()] for row in range(height)]
    found = pack_rows(iter(rows), len(CELLS))
    assert len(found) == len(CELLS)
    for name, own in zip(CELLS, found, strict=True):
        whole = pack(tuple(CELLS[name](row) for row in range(height)))
        assert (own.head(), own.blobs(), own.rows) == (whole.head(), whole.blobs(), whole.rows), name


def test_columns_of_numbers_and_few_texts_are_numbers_with_the_rows_of_the_texts():
    late = pack_rows([[CELLS["a text late"](row)] for row in range(300)], 1)[0]
    assert (late.form, late.texts, late.rows) == ("numbers", ["none"], [200])
    assert pack_rows([[CELLS["yes late"](row)] for row in range(300)], 1)[0].form == "mixed"


def test_a_row_of_another_width_is_refused():
    with pytest.raises(ValueError, match="zip"):
        pack_rows([[1.0, 2.0], [1.0]], 2)
    with pytest.raises(ValueError, match="zip"):
        pack_rows([[1.0, 2.0]], 3)
