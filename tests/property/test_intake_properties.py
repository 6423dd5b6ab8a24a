"""What we write comes back the same; whatever else comes in never ends in a traceback."""

import contextlib
import datetime as dt
import io

import numpy as np
import xlsxwriter
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cx import intake
from cx.errors import CxError, FileError, TableError
from cx.intake.opening import reader_process, workbook
from cx.intake.reader import process
from cx.intake.reader.pipe import wire
from cx.intake.words.comparable import folded, plain
from cx.intake.words.row_phrases import NOTE_STARTS
from cx.intake.words.totals import is_total
from cx.records import Cell, CellEdit, Sheet, Workbook
from cx.records.file.workbook import column_of

LETTERS = st.characters(categories=["L", "Nd"], include_characters=" &-'()")
LIMITS = {
    "memory_bytes": 0,
    "cells": 1_000_000,
    "unpacked_bytes": 50_000_000,
    "unpacked_ratio": 100,
    "password": "",
}


def is_touchpoint(name):
    """A name that stands for itself: no total, no remark, no number, no repeated header."""
    words = plain(name)
    return (
        any(sign.isalpha() for sign in name)
        and not is_total(name)
        and not words.startswith(NOTE_STARTS)
        and folded(name) not in ("touchpoint", "satisfaction (1-10)", "volume")
    )


NAMES = (
    st.text(LETTERS, min_size=1, max_size=25).map(lambda name: " ".join(name.split())).filter(is_touchpoint)
)
ROWS = st.lists(
    st.tuples(NAMES, st.integers(10, 100), st.integers(0, 3_000_000)),
    min_size=1,
    max_size=25,
    unique_by=lambda row: folded(row[0]),
)


def read_here(content, name="file"):
    """Read as the reader process does, without starting one."""
    head, columns = wire.unpacked(b"".join(process.answer(LIMITS, content)))
    if "refused" in head:
        raise reader_process.refusal(str(head["refused"]), name, head["values"])
    return Workbook(name, "", tuple(workbook._sheets(head, columns)), head["notes"])


def written(rows, above, left):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Scores")
        if above:
            sheet.write_string(0, 0, "A title that says what this is")
        for column, header in enumerate(("Touchpoint", "Satisfaction (1-10)", "Volume")):
            sheet.write_string(above, left + column, header)
        for place, (name, tenths, volume) in enumerate(rows, above + 1):
            sheet.write_string(place, left, name)
            sheet.write_number(place, left + 1, tenths / 10)
            sheet.write_number(place, left + 2, volume)
    return target.getvalue()


def assert_same(found, rows, first_row):
    assert list(found.rows["touchpoint"]) == [name for name, _, _ in rows]
    assert list(found.rows["satisfaction"]) == [tenths / 10 for _, tenths, _ in rows]
    assert list(found.rows["volume"]) == [float(volume) for _, _, volume in rows]
    assert list(found.rows["row"]) == list(range(first_row, first_row + len(rows)))
    assert [f for f in found.findings if f.severity == "error"] == []


@given(rows=ROWS, above=st.integers(0, 4), left=st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_a_written_workbook_comes_back_the_same(rows, above, left):
    assert_same(intake.touchpoints(read_here(written(rows, above, left))), rows, above + 2)


@given(
    rows=ROWS,
    delimiter=st.sampled_from([";", "\t", "|"]),
    mark=st.sampled_from([",", "."]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@settings(max_examples=80, deadline=None)
def test_written_text_comes_back_the_same(rows, delimiter, mark, encoding):
    lines = [delimiter.join(["Touchpoint", "Satisfaction (1-10)", "Volume"])]
    lines += [
        delimiter.join([f'"{name}"', f"{tenths / 10:.1f}".replace(".", mark), str(volume)])
        for name, tenths, volume in rows
    ]
    content = "\r\n".join(lines).encode(encoding)
    assert_same(intake.touchpoints(read_here(content)), rows, 2)


FLAWS = {
    "text_in_number": lambda row: [row[0], "n.v.t.", row[2]],
    "blank_satisfaction": lambda row: [row[0], None, row[2]],
    "out_of_scale": lambda row: [row[0], 11.5, row[2]],
    "date_in_number": lambda row: [row[0], dt.date(2026, 7, 4), row[2]],
    "truth_in_number": lambda row: [row[0], True, row[2]],
    "negative": lambda row: [row[0], row[1], -row[2] - 1],
    "blank_volume": lambda row: [row[0], row[1], None],
    "no_name": lambda row: [None, row[1], row[2]],
    "total_row": lambda row: ["Totaal", row[1], row[2]],
    "": lambda row: row,
}
COLUMN = {"no_name": "A", "total_row": "A", "negative": "C", "blank_volume": "C"}


@given(
    rows=st.lists(st.tuples(NAMES, st.integers(10, 100), st.integers(0, 1000)), min_size=4, max_size=15,
                  unique_by=lambda row: folded(row[0])),
    data=st.data(),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_every_flaw_is_found_at_its_cell_and_nothing_else(rows, data):
    flaws = [data.draw(st.sampled_from(list(FLAWS))) for _ in rows[3:]]
    assume(flaws.count("negative") < 3)  # a column in which they are usual is no volume
    sound = [[name, tenths / 10, volume] for name, tenths, volume in rows]
    lines = sound[:3] + [FLAWS[flaw](row) for flaw, row in zip(flaws, sound[3:], strict=True)]
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "d-m-yyyy"}) as book:
        sheet = book.add_worksheet("Scores")
        for place, line in enumerate([["Touchpoint", "Satisfaction (1-10)", "Volume"], *lines]):
            for column, value in enumerate(line):
                if isinstance(value, str):
                    sheet.write_string(place, column, value)
                elif value is not None:
                    sheet.write(place, column, value)
    understanding = intake.understand(read_here(target.getvalue()))
    expected = {(flaw, f"{COLUMN.get(flaw, 'B')}{place}") for place, flaw in enumerate(flaws, 5) if flaw}
    assert {(finding.code, finding.cell) for finding in understanding.findings} == expected
    assert understanding.row_count == len(rows) - flaws.count("no_name") - flaws.count("total_row")


@given(content=st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_random_bytes_are_read_or_refused(content):
    with contextlib.suppress(FileError, TableError):
        intake.touchpoints(read_here(content))


@given(text=st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_random_text_is_read_or_refused(text):
    with contextlib.suppress(FileError, TableError):
        intake.touchpoints(intake.pasted(text, "en"))


WHOLE = written([("Invoice", 71, 10), ("Call", 62, 20), ("Visit", 83, 30)], 0, 0)


@given(place=st.integers(0, len(WHOLE) - 1), value=st.integers(0, 255), cut=st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_workbook_is_read_or_refused(place, value, cut):
    content = WHOLE[:place] if cut else WHOLE[:place] + bytes([value]) + WHOLE[place + 1 :]
    with contextlib.suppress(FileError, TableError):
        intake.touchpoints(intake.read(content, "damaged.xlsx"))


WORDS = [
    "Touchpoint",
    "CSAT",
    "Score",
    "Impact on NPS",
    "Churn",
    "Volume",
    "Period",
    "Segment",
    "Total",
    "n",
    "%",
]
CELLS = st.one_of(
    st.just(Cell("blank", None)),
    st.sampled_from(WORDS).map(lambda text: Cell("text", text)),
    st.text(max_size=12).map(lambda text: Cell("text", text) if text.strip() else Cell("blank", None)),
    st.floats(allow_nan=False).map(lambda number: Cell("number", number)),
    st.integers(0, 10).map(lambda number: Cell("number", float(number))),
    st.booleans().map(lambda truth: Cell("bool", truth)),
    st.dates().map(lambda day: Cell("date", day.isoformat())),
    st.just(Cell("error", "#N/A")),
    st.just(Cell("formula", None)),
)


@given(st.data())
@settings(max_examples=250, deadline=None)
def test_any_grid_of_cells_is_understood(data):
    height, width = data.draw(st.integers(1, 8)), data.draw(st.integers(1, 6))
    columns = [data.draw(st.lists(CELLS, min_size=height, max_size=height)) for _ in range(width)]
    sheet = Sheet("S", hidden=False, top=1, left=0, height=height, columns=tuple(map(column_of, columns)))
    book = Workbook("grid", "", (sheet,))
    understanding = intake.understand(book)
    words = [finding.message(lang) for finding in understanding.findings for lang in ("en", "nl")]
    assert all(words)
    with contextlib.suppress(CxError):
        found = intake.touchpoints(book)
        if understanding.shape == "touchpoints":
            assert len(found.rows) == understanding.row_count
        assert found.rows["satisfaction"].dropna().between(found.scale.minimum, found.scale.maximum).all()
        assert not (found.rows["volume"] < 0).any()
        assert not found.rows.duplicated(["touchpoint", "segment", "period", "journey", "channel"]).any()


def test_the_farthest_numbers_that_there_are_are_understood():
    farthest = [Cell("blank", None)] * 2 + [
        Cell("number", -1.797e308),
        Cell("formula", None),
        Cell("number", 1.797e308),
    ]
    header = [Cell("blank", None), Cell("text", "Impact on NPS"), *[Cell("blank", None)] * 3]
    columns = tuple(map(column_of, ([Cell("blank", None)] * 5, header, farthest)))
    book = Workbook("grid", "", (Sheet("S", hidden=False, top=1, left=0, height=5, columns=columns),))
    assert intake.understand(book).findings is not None


@given(rows=ROWS, texts=st.lists(st.text(max_size=8), min_size=1, max_size=5), data=st.data())
@settings(max_examples=60, deadline=None)
def test_an_edit_changes_its_own_cell_only(rows, texts, data):
    book = read_here(written(rows, 0, 0))
    sheet = book.sheets[0]
    edits = [
        CellEdit("Scores", data.draw(st.integers(1, 30)), data.draw(st.sampled_from("ABCDE")), text)
        for text in texts
    ]
    changed = intake.edited(book, edits).sheets[0]
    touched = {(edit.row, edit.column) for edit in edits}
    for row in range(1, len(rows) + 2):
        for letter in "ABC":
            if (row, letter) not in touched:
                assert changed.cell(row, letter) == sheet.cell(row, letter)


@given(
    st.lists(
        st.one_of(st.floats(allow_nan=False), st.text(max_size=5), st.booleans()), min_size=1, max_size=90
    )
)
@settings(max_examples=100, deadline=None)
def test_packed_columns_hold_what_was_put_in(cells):
    from cx.intake.reader.pipe.packed_columns import PackedSheet, pack

    sheet = PackedSheet("S", hidden=False, top=1, left=0, height=len(cells), columns=[pack(cells)])
    head, blobs = wire.unpacked(b"".join(wire.packed({"sheets": [sheet.head()]}, sheet.blobs())))
    (column,) = next(iter(workbook._sheets(head, blobs))).columns
    for place, cell in enumerate(cells):
        found = column.cell(place)
        if isinstance(cell, str):
            assert (found.value or "") == (cell if cell.strip() else "")
        else:
            assert found.value == cell
            assert isinstance(found.value, bool) == isinstance(cell, bool)
    assert len(column.kinds) == len(np.asarray(column.numbers))
