"""What the records of one sheet show and the spreadsheet reader does not.

Error values (#N/A) and formulas without a stored value come back empty; hidden rows and columns come back
like any other; a per cent comes back as a fraction. A person must hear of them, whatever the format.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ..pipe.packed_columns import PackedSheet

MOST = 1_000_000
"""So many cells, rows and ranges are written down; more are no table."""
_MOST_MERGED = 20_000

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""The error values by the codes of Excel's binary formats."""
ERROR_TEXT = re.compile(
    r"#(?:N/A|N/B|NV|N/D|DIV/0!|DEEL/0!|NULL!|LEEG!|NUL!|VALUE!|WAARDE!|WERT!|VALEUR!|REF!|VERW!|BEZUG!"
    r"|NAME\?|NAAM\?|NOM\?|NUM!|GETAL!|ZAHL!|NOMBRE!|SPILL!|CALC!|FIELD!|GETTING_DATA)|Err:\d{3}"
)
"""Error values as English, Dutch, German and French spreadsheet programs show them."""


def is_error(text: str) -> bool:
    """Return whether a cell's text is an error value that a spreadsheet program wrote out.

    Examples
    --------
    >>> is_error(" #N/A "), is_error("Err:502"), is_error("#1 in service")
    (True, True, False)
    """
    return ("#" in text or "Err:" in text) and bool(ERROR_TEXT.fullmatch(text.strip()))


@dataclass
class Seen:
    """What was seen on one sheet, by the user's row numbers and the positions of columns from 0."""

    cells: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Row, column, kind and text of cells that only look blank."""
    rows: list[tuple[int, int]] = field(default_factory=list)
    """First and last of hidden rows."""
    columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of hidden columns."""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row and column, last row and column, all from 0."""
    numbers: Counter[int] = field(default_factory=Counter)
    """How many numbers a column was seen to hold."""
    percents: Counter[int] = field(default_factory=Counter)
    """How many of them are shown as per cents."""

    def add(self, row: int, column: int, kind: int, text: str) -> None:
        """Write down a cell."""
        if len(self.cells) < MOST:
            self.cells.append((row, column, kind, text))

    def hide_rows(self, first: int, last: int) -> None:
        """Write down hidden rows; those that follow each other as one range."""
        if self.rows and self.rows[-1][1] + 1 == first:
            self.rows[-1] = (self.rows[-1][0], last)
        elif len(self.rows) < MOST:
            self.rows.append((first, last))

    def put(self, sheet: PackedSheet) -> None:
        """Write it all down in a sheet that was read, as far as it lies in the sheet's filled area."""
        for cell in self.cells:
            sheet.set_flaw(*cell)
        bottom, right = sheet.top + sheet.height - 1, sheet.left + len(sheet.columns) - 1
        for first, last in self.rows:
            sheet.hidden_rows.update(range(max(first, sheet.top), min(last, bottom) + 1))
        for first, last in self.columns:
            sheet.hidden_columns.update(range(max(first, sheet.left), min(last, right) + 1))
        sheet.merged = sheet.merged or self.merged[:_MOST_MERGED]
        for column, count in self.percents.items():
            place = column - sheet.left
            if 2 * count > self.numbers[column] and 0 <= place < len(sheet.columns):
                sheet.columns[place].percent = True
