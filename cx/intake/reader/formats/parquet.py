"""A table in columns (.parquet), as data platforms and notebooks write it."""

from __future__ import annotations

import datetime as dt
import decimal
import os
from collections.abc import Callable, Mapping
from typing import Any

# Pools of their own would reserve more than the process may hold, and so would a thread for each processor.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pyarrow as pa
from pyarrow import parquet

from ..pipe.packed_columns import PackedSheet, pack
from ..pipe.refusal import Refused

_SHOWN = 3


def sheets_of(content: bytes, *, cells: int, columns: int) -> tuple[list[PackedSheet], dict[str, str]]:
    """Return the table as a sheet with a header, and what to note about the reading.

    Raises
    ------
    Refused
        When it is damaged, holds columns that are tables or lists themselves, or more than is allowed.
    """
    pa.set_cpu_count(1)
    try:
        return [_sheet(parquet.ParquetFile(pa.BufferReader(content)), cells, columns)], {"kind": "parquet"}
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Refused("parquet_damaged", reason=type(error).__name__) from error


def _sheet(file: parquet.ParquetFile, cells: int, columns: int) -> PackedSheet:
    schema, height = file.schema_arrow, file.metadata.num_rows + 1
    if len(schema) > columns:
        raise Refused("limit_columns", limit=columns)
    if not len(schema):
        raise Refused("no_cells")
    if len(schema) * height > cells:
        raise Refused("limit_cells", limit=cells)
    nested = [field.name for field in schema if pa.types.is_nested(_plain(field.type))]
    if nested:
        names = ", ".join(f"“{name[:40]}”" for name in nested[:_SHOWN])
        raise Refused("parquet_nested", columns=names + (" …" if len(nested) > _SHOWN else ""))
    packed = [pack([name, *_cells(file, place)]) for place, name in enumerate(schema.names)]
    return PackedSheet("", hidden=False, top=1, left=0, height=height, columns=packed, header=1)


def _plain(kind: pa.DataType) -> pa.DataType:
    """What the values are, behind a table of different ones."""
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _cells(file: parquet.ParquetFile, place: int) -> list[object]:
    """One column at a time: all of them at once would be in memory twice."""
    values = file.reader.read_column(place).to_pylist()
    return [cell if cell.__class__ in _AS_THEY_ARE else _cell(cell) for cell in values]


_AS_THEY_ARE = (float, int, str, bool)
_OTHERS: Mapping[type, Callable[[Any], object]] = {
    type(None): lambda _: "",
    decimal.Decimal: float,
    dt.datetime: lambda moment: moment.replace(tzinfo=None),
    dt.date: lambda day: day,
    dt.time: lambda time: time,
    dt.timedelta: lambda length: length,
    bytes: lambda text: text.decode("utf-8", "replace"),
}


def _cell(cell: object) -> object:
    for kind, read in _OTHERS.items():
        if isinstance(cell, kind):
            return read(cell)
    return str(cell)
