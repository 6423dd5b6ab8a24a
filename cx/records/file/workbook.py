"""What a file holds, cell by cell, before anything is understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

CellKind = Literal["blank", "number", "text", "bool", "date", "error", "formula"]
CELL_KINDS: tuple[CellKind, ...] = get_args(CellKind)
"""The position in this tuple is the code in :attr:`Column.kinds`; ``formula``: one without a stored value."""
BLANK, NUMBER, TEXT, BOOL, DATE, ERROR, FORMULA = range(len(CELL_KINDS))


def letter_of(position: int) -> str:
    """Return the letter of a column, as Excel shows it.

    Parameters
    ----------
    position
        The column's position, from 0.

    Examples
    --------
    >>> letter_of(0), letter_of(25), letter_of(26), letter_of(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def position_of(letter: str) -> int:
    """Return the position of a column from 0, by its letter.

    Examples
    --------
    >>> position_of("A"), position_of("xfd")
    (0, 16383)
    """
    position = 0
    for sign in letter.upper():
        position = position * 26 + ord(sign) - ord("A") + 1
    return position - 1


@dataclass(frozen=True)
class Cell:
    """One cell, as typed."""

    kind: CellKind
    value: float | str | bool | None
    """A number, a text (also for dates, in ISO form, and for error values), a truth value, or nothing."""

    @property
    def shown(self) -> str:
        """What the cell holds, as text."""
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        if isinstance(self.value, float):
            return f"{self.value:.15g}"
        return self.value or ""


NOTHING = Cell("blank", None)


@dataclass(frozen=True)
class Column:
    """The cells of one column, packed: a kind, a number and a text each."""

    kinds: npt.NDArray[np.uint8]
    """Per row the position in ``CELL_KINDS``."""
    numbers: npt.NDArray[np.float64]
    """Per row the number (a truth value as 0 or 1); NaN where there is none."""
    codes: npt.NDArray[np.int32]
    """Per row the position in ``texts``; -1 where there is no text."""
    texts: tuple[str, ...]
    """Each different text once: of text, date and error cells."""
    percent: bool = False
    """Whether its numbers have a per cent format: 0.074 is shown as 7.4%."""
    labels: Mapping[float, str] = field(default_factory=dict)
    """What numbers stand for, where the file says so, as files of SPSS and Stata do."""
    missing: tuple[tuple[float, float], ...] = ()
    """Ranges of numbers that the file calls no answer, both ends included."""
    missing_texts: frozenset[str] = frozenset()
    """Texts that the file calls no answer."""

    def different(self, where: npt.NDArray[np.bool_]) -> list[int]:
        """Return the positions in ``texts`` of the texts in some of the rows, each once, ascending."""
        found = self.codes[where]
        places: list[int] = np.flatnonzero(np.bincount(found[found >= 0])).tolist()
        return places

    def cell(self, position: int) -> Cell:
        """Return the cell at a position from 0."""
        kind = CELL_KINDS[self.kinds[position]]
        if kind == "number":
            return Cell(kind, float(self.numbers[position]))
        if kind == "bool":
            return Cell(kind, bool(self.numbers[position]))
        code = int(self.codes[position])
        return Cell(kind, self.texts[code] if code >= 0 else None)


@dataclass(frozen=True)
class Sheet:
    """One sheet: its filled area, and where that lies."""

    name: str
    hidden: bool
    top: int
    """The row number, from 1, of the first row of ``columns``."""
    left: int
    """The position, from 0, of the first column of ``columns``."""
    height: int
    """How many rows the filled area has."""
    columns: tuple[Column, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """Merged ranges: first row, first column, last row, last column, all from 0."""
    hidden_rows: frozenset[int] = frozenset()
    """The user's numbers, from 1, of the rows that are hidden or filtered away, where the file says so."""
    hidden_columns: frozenset[int] = frozenset()
    """The positions, from 0, of the columns that are hidden."""
    header_rows: tuple[int, ...] = ()
    """The user's row numbers of the header, where the file itself says so."""
    names: tuple[str, ...] = ()
    """Per column what it is also called, where the file says so: ``q3_2`` beside the question's text."""

    @property
    def row_count(self) -> int:
        """The number of the last row that is filled."""
        return self.top + self.height - 1 if self.columns else 0

    @property
    def column_count(self) -> int:
        """The number of the last column that is filled."""
        return self.left + len(self.columns) if self.columns else 0

    def cell(self, row: int, column: str | int) -> Cell:
        """Return a cell by the user's row number and column letter (or number, from 1)."""
        position = (position_of(column) if isinstance(column, str) else column - 1) - self.left
        if not (0 <= position < len(self.columns) and 0 <= row - self.top < self.height):
            return NOTHING
        return self.columns[position].cell(row - self.top)


@dataclass(frozen=True)
class CellEdit:
    """A cell changed by hand."""

    sheet: str
    row: int
    """The user's row number, from 1."""
    column: str
    """The column's letter."""
    text: str
    """What was typed; empty clears the cell."""


@dataclass(frozen=True)
class Workbook:
    """A file that was read: raw cells, nothing understood yet."""

    name: str
    """The file's name, without its folder."""
    sha256: str
    """The content's fingerprint; other after an edit."""
    sheets: tuple[Sheet, ...]
    notes: Mapping[str, object] = field(default_factory=dict)
    """How it was read: ``kind`` (xlsx, csv ...), for delimited text also ``encoding`` and ``delimiter``."""
    seconds: float = field(default=12.0, compare=False)
    """How long opening and understanding it may take in all."""
    left: float = field(default=12.0, compare=False)
    """What opening it left of that, in seconds."""
    passes: list[object] = field(default_factory=list, init=False, repr=False, compare=False)
    """What the last passes over it gave, so that understanding it and using it cost one pass; an edited or
    renamed workbook starts without."""

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of that name, or ``None``."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> Mapping[str, Sheet]:
        """Of sheets with one name the first."""
        return {sheet.name: sheet for sheet in reversed(self.sheets)}


def column_of(cells: Sequence[Cell]) -> Column:
    """Return the cells packed as a column."""
    texts: dict[str, int] = {}
    codes = [
        texts.setdefault(cell.value, len(texts)) if isinstance(cell.value, str) else -1 for cell in cells
    ]
    numbers = [float(c.value) if isinstance(c.value, (bool, float)) else np.nan for c in cells]
    return Column(
        kinds=np.array([CELL_KINDS.index(cell.kind) for cell in cells], dtype=np.uint8),
        numbers=np.array(numbers, dtype=np.float64),
        codes=np.array(codes, dtype=np.int32),
        texts=tuple(texts),
    )
