"""Tables that came with the question: columns of numbers, looked at where they lie."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from . import message
from .quoting import quoted

if TYPE_CHECKING:
    import duckdb


def with_cells(tables: list[dict[str, Any]], content: memoryview) -> list[dict[str, Any]]:
    """Return the tables, those that came along with the bytes of their columns.

    Raises
    ------
    ValueError
        When there are fewer bytes than were announced.
    """
    blobs = message.cut(content, [size for one in tables if one["kind"] == "held" for size in one["sizes"]])
    return [
        {**one, "blobs": [next(blobs) for _ in one["sizes"]]} if one["kind"] == "held" else one
        for one in tables
    ]


def register(connection: duckdb.DuckDBPyConnection, table: dict[str, Any]) -> None:
    """Give a connection a table that came along, by its name."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each would reserve memory
    import numpy as np

    columns = {
        name: np.frombuffer(blob, dtype=np.float64 if form == "real" else np.int64)
        for name, form, blob in zip(table["columns"], table["forms"], table["blobs"], strict=True)
    }
    connection.register(f"{table['name']} held", columns)
    view = f"CREATE TEMP VIEW {quoted(table['name'])} AS SELECT * FROM {quoted(table['name'] + ' held')}"
    connection.execute(view)
