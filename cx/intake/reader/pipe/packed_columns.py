"""Rows of cells as packed columns, in one of three forms that cost little to make and to send.

- ``texts``: texts and blanks only; a code per cell into a list of the different texts;
- ``numbers``: numbers and blanks, with a few texts (the header) by their rows; NaN stands for blank;
- ``mixed``: a kind, a number and a code per cell.

The codes of kinds are the positions in ``cx.records.file.workbook.CELL_KINDS``.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from . import wire

BLANK, NUMBER, TEXT, BOOL, DATE, ERROR, FORMULA = range(7)
NAN = float("nan")
_NOTHING = ""
_FEW = 64


@dataclass
class PackedColumn:
    """One column, packed; which parts are there follows from the form."""

    form: str
    kinds: bytes = b""
    numbers: array[float] = field(default_factory=lambda: array("d"))
    codes: array[int] = field(default_factory=lambda: array("i"))
    texts: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    """In the form ``numbers``: the rows, from 0, of the texts."""
    percent: bool = False
    """Whether its numbers are shown as per cents."""
    labels: dict[float, str] = field(default_factory=dict)
    """What numbers stand for, where the file says so."""
    missing: list[tuple[float, float]] = field(default_factory=list)
    """Ranges of numbers that the file calls no answer, both ends included."""
    missing_texts: list[str] = field(default_factory=list)
    """Texts that it calls so."""

    @property
    def height(self) -> int:
        """How many cells it has."""
        return len(self.numbers) or len(self.codes)

    def head(self) -> dict[str, object]:
        """Return what the message's head says about the column."""
        sizes = [len(piece) for piece in self.pieces]
        found = {"form": self.form, "texts": sizes, "rows": self.rows, "percent": self.percent}
        labels = [len(piece) for piece in self.label_pieces]
        return {**found, "labels": labels, "missing": self.missing, "missing_texts": self.missing_texts}

    @cached_property
    def pieces(self) -> list[bytes]:
        """The texts, in pieces; the head says how long each is."""
        return wire.listed(self.texts)

    @cached_property
    def label_pieces(self) -> list[bytes]:
        """The labels, in pieces."""
        return wire.listed(list(self.labels.items()))

    def blobs(self) -> list[bytes]:
        """Return the column's bytes: kinds, numbers, codes (those of its form only), texts, labels."""
        arrays = (self.kinds, self.numbers.tobytes(), self.codes.tobytes())
        return [*(part for part in arrays if part), *self.pieces, *self.label_pieces]


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
    flaws: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Cells that were read as blank and are not: row and column in the area, kind, text."""
    hidden_rows: set[int] = field(default_factory=set)
    """The user's row numbers."""
    hidden_columns: set[int] = field(default_factory=set)
    """Positions from 0."""
    header: int = 0
    """How many of the first rows are the header, where the file itself says so."""
    names: list[str] = field(default_factory=list)
    """What the columns are also called."""

    def set_flaw(self, row: int, position: int, kind: int, text: str) -> None:
        """Write down a cell, by the user's row number and the column's position, where it is in the area."""
        place, line = position - self.left, row - self.top
        if 0 <= place < len(self.columns) and 0 <= line < self.height:
            self.flaws.append((line, place, kind, text))

    def head(self) -> dict[str, object]:
        """Return what the message's head says about the sheet."""
        return {
            "name": self.name,
            "hidden": self.hidden,
            "top": self.top,
            "left": self.left,
            "height": self.height,
            **{name: [len(piece) for piece in pieces] for name, pieces in self.pieces.items()},
            "hidden_columns": sorted(self.hidden_columns),
            "header": self.header,
            "names": self.names,
        }

    def blobs(self) -> list[bytes]:
        """Return its lists, in the order of their names, and behind them the bytes of all columns."""
        lists = (piece for _, pieces in sorted(self.pieces.items()) for piece in pieces)
        return [*lists, *(blob for column in self.columns for blob in column.blobs())]

    @cached_property
    def pieces(self) -> dict[str, list[bytes]]:
        """The lists that may be long, in pieces; the head says how long each is."""
        return {
            "columns": wire.listed([column.head() for column in self.columns]),
            "flaws": wire.listed(self.flaws),
            "hidden_rows": wire.listed(sorted(self.hidden_rows)),
            "merged": wire.listed(self.merged),
        }


class _OddError(Exception):
    """A column that is not numbers with a few texts."""


def pack(cells: Sequence[object]) -> PackedColumn:
    """Return one column of cells, packed."""
    found = pack_numbers([cells])
    if found is not None:
        return found
    if set(map(type, cells)) == {str}:
        codes, texts = _coded(cells)  # type: ignore[arg-type]
        return PackedColumn("texts", codes=codes, texts=texts)
    return _mixed(cells)


def pack_numbers(pieces: Iterable[bytes | Sequence[object]]) -> PackedColumn | None:
    """Return a column of numbers, blanks and a few texts, packed; ``None`` where it is anything else.

    The many numbers below a header go straight through, the few texts are written down.

    Parameters
    ----------
    pieces
        Its cells, some at a time; bytes are numbers already.
    """
    found = PackedColumn("numbers")
    try:
        for piece in pieces:
            if isinstance(piece, bytes):
                found.numbers.frombytes(piece)
            else:
                _add_cells(found, piece)
    except _OddError:
        return None
    return found


def _add_cells(found: PackedColumn, cells: Sequence[object]) -> None:
    """Put more cells to numbers, and their texts beside."""

    def other(cell: object) -> float:
        if type(cell) is int:
            return float(cell)
        if type(cell) is not str or len(found.texts) >= _FEW:
            raise _OddError
        if cell and not cell.isspace():
            found.texts.append(cell)
        return NAN

    def worth(some: Sequence[object]) -> array[float]:
        return array("d", [c if c.__class__ is float else NAN if c is _NOTHING else other(c) for c in some])

    above, known = len(found.numbers), len(found.texts)
    start = next((place for place, cell in enumerate(cells[:_FEW]) if type(cell) is float), 0)
    body = cells[start:]
    found.numbers += worth(cells[:start])
    found.numbers += array("d", body) if set(map(type, body)) == {float} else worth(body)  # type: ignore[arg-type]
    at = -1
    for text in found.texts[known:]:
        at = cells.index(text, at + 1)
        found.rows.append(above + at)


def _mixed(cells: Sequence[object]) -> PackedColumn:
    kinds = bytes(map(_kind, cells))
    numbers = array("d", [c if type(c) is float else _number(c) for c in cells])
    codes, texts = _coded([c if type(c) is str else _text(c) for c in cells])
    return PackedColumn("mixed", kinds, numbers, codes, texts)


class _Codes(dict[str, int]):
    """The code of each text; one that is new gets the next."""

    def __missing__(self, text: str) -> int:
        code = self[text] = len(self) - 1
        return code


def _coded(cells: Iterable[str]) -> tuple[array[int], list[str]]:
    """A code per cell and the different texts; -1 is blank, and so is a text of spaces."""
    table = _Codes({"": -1})
    codes = array("i", list(map(table.__getitem__, cells)))
    blanks = {code for text, code in table.items() if not text.strip()}
    if len(blanks) > 1:
        codes = array("i", [-1 if code in blanks else code for code in codes])
    return codes, list(table)[1:]


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
