"""Tables in columns (.parquet)."""

import datetime as dt
import decimal
import io

import pyarrow as pa
import pytest
from pyarrow import parquet

from cx import intake
from cx.errors import LimitExceeded, UnreadableFile
from cx.intake.opening import Limits


def bytes_of(columns):
    stream = io.BytesIO()
    parquet.write_table(pa.table(columns), stream)
    return stream.getvalue()


def test_each_kind_of_value_is_a_cell():
    content = bytes_of({
        "Contact": pa.array(["Rechnung", None, "Anruf"]).dictionary_encode(),
        "Score": pa.array([7.5, None, 8.0]),
        "Count": pa.array([120, 80, None], pa.int32()),
        "Cost": pa.array([decimal.Decimal("1.50"), None, decimal.Decimal("2.25")]),
        "Day": pa.array([dt.date(2026, 3, 1), None, dt.date(2026, 3, 2)]),
        "Moment": pa.array([dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC), None, None]),
        "Open": pa.array([True, False, None]),
    })  # fmt: skip
    sheet = intake.read(content, "scores.parquet").sheets[0]
    rows = [[sheet.cell(row, letter).shown for letter in "ABCDEFG"] for row in range(1, 5)]
    assert rows == [
        ["Contact", "Score", "Count", "Cost", "Day", "Moment", "Open"],
        ["Rechnung", "7.5", "120", "1.5", "2026-03-01", "2026-03-01 09:30:00", "TRUE"],
        ["", "", "80", "", "", "", "FALSE"],
        ["Anruf", "8", "", "2.25", "2026-03-02", "", ""],
    ]
    assert sheet.header_rows == (1,)


def test_cells_that_are_lists_are_refused_by_name():
    content = bytes_of({"Contact": ["a"], "Scores": [[1, 2]], "More": [{"x": 1}]})
    with pytest.raises(UnreadableFile) as raised:
        intake.read(content, "nested.parquet")
    assert (raised.value.key, raised.value.values["columns"]) == ("parquet_nested", "“Scores”, “More”")


def test_a_damaged_one_costs_a_message():
    content = bytes_of({"Contact": ["a", "b"], "Score": [1, 2]})
    with pytest.raises(UnreadableFile) as raised:
        intake.read(content[:40] + content[60:], "cut.parquet")
    assert raised.value.key == "parquet_damaged"


def test_limits_hold_for_what_a_few_bytes_claim():
    content = bytes_of({"a": pa.array([1] * 100_000), "b": pa.array(["x"] * 100_000)})
    assert len(content) < 5_000
    for limits, key in ((Limits(cells=200_000), "limit_cells"), (Limits(columns=1), "limit_columns")):
        with pytest.raises(LimitExceeded) as raised:
            intake.read(content, "long.parquet", limits=limits)
        assert raised.value.key == key
