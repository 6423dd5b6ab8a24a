"""Rows of cells as packed columns: a kind, a number and a text code per cell.

The codes of kinds are the positions in ``cx.records.workbook.CELL_KINDS``.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

BLANK, NUMBER, TEXT, BOOL, DATE, ERROR, FORMULA = range(7)
NAN = float("nan")


@dataclass
class PackedColumn:
    """One column: a kind that all cells share or one each, numbers and text codes where there are any."""

    kind: int | None
    kinds: bytearray
    numbers: array[float] | None
    codes: array[int] | None
    texts: list[str]

    def head(self) -> dict[str, object]:
        """Return what the message's head says about the column."""
        return {
            "kind": self.kind,
            "numbers": self.numbers is not None,
            "codes": self.codes is not None,
            "texts": self.texts,
        }

    def blobs(self) -> list[bytes]:
        """Return the column's bytes, in the order in which the head names them."""
        parts = [] if self.kind is not None else [bytes(self.kinds)]
        parts += [] if self.numbers is None else [self.numbers.tobytes()]
        return parts + ([] if self.codes is None else [self.codes.tobytes()])


@dataclass
class PackedSheet:
    """One sheet's filled area as packed columns."""

    name: str
    hidden: bool
    top: int
    left: int
    height: int
    columns: list[PackedColumn]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def head(self) -> dict[str, object]:
        """Return what the message's head says about the sheet."""
        return {
            "name": self.name,
            "hidden": self.hidden,
            "top": self.top,
            "left": self.left,
            "height": self.height,
            "columns": [column.head() for column in self.columns],
            "merged": self.merged,
        }

    def blobs(self) -> list[bytes]:
        """Return the bytes of all columns."""
        return [blob for column in self.columns for blob in column.blobs()]


def pack(cells: Sequence[object]) -> PackedColumn:
    """Return one column of cells, packed."""
    types = set(map(type, cells))
    if types <= {float, int}:
        return PackedColumn(NUMBER, bytearray(), array("d", cells), None, [])  # type: ignore[arg-type]
    if types == {str}:
        return _texts_only(cells)  # type: ignore[arg-type]
    return _mixed(cells)


def _texts_only(cells: Sequence[str]) -> PackedColumn:
    codes, texts = _coded(cells)
    if not texts:
        return PackedColumn(BLANK, bytearray(), None, None, [])
    kinds = bytearray(BLANK if code < 0 else TEXT for code in codes)
    return PackedColumn(None, kinds, None, codes, texts)


def _mixed(cells: Sequence[object]) -> PackedColumn:
    kinds = bytearray(map(_kind, cells))
    numbers = array("d", [c if type(c) is float else _number(c) for c in cells])
    codes, texts = _coded([c if type(c) is str else _text(c) for c in cells])
    return PackedColumn(None, kinds, numbers, codes if texts else None, texts)


def _coded(cells: Iterable[str]) -> tuple[array[int], list[str]]:
    table: dict[str, int] = {"": -1}
    codes = array("i", [table.setdefault(cell, len(table) - 1) for cell in cells])
    blanks = {code for text, code in table.items() if not text.strip()}
    texts = list(table)[1:]
    if len(blanks) > 1:
        codes = array("i", [-1 if code in blanks else code for code in codes])
    return codes, texts


_KINDS = {
    float: NUMBER,
    int: NUMBER,
    str: TEXT,
    bool: BOOL,
    dt.date: DATE,
    dt.datetime: DATE,
    dt.time: TEXT,
    dt.timedelta: TEXT,
}


def _kind(cell: object) -> int:
    if type(cell) is str:
        return TEXT if cell and not cell.isspace() else BLANK
    return _KINDS.get(type(cell), BLANK)


def _number(cell: object) -> float:
    return float(cell) if isinstance(cell, int) else NAN


def _text(cell: object) -> str:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    return str(cell) if isinstance(cell, dt.timedelta) else ""
