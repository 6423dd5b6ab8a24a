"""A window of a sheet's raw cells, as it is sent to a screen: never the whole of a large sheet."""

from __future__ import annotations

from dataclasses import dataclass

from cx.records.file import Cell, Sheet, Understanding, letter_of, position_of
from cx.text import Language

ROWS, COLUMNS = 160, 48
_ROWS_BEFORE, _COLUMNS_BEFORE = 55, 12
_ROWS_TO_TYPE, _COLUMNS_TO_TYPE = 12, 1
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_LOOKED_AT = 30
_NARROW, _WIDE, _LETTER, _EDGE = 148, 240, 7, 26
_SIGNS = {"number": "n", "error": "x", "formula": "x", "blank": "b"}
_LONGEST = 300
_HEADER, _BESIDE = 20, 6


@dataclass(frozen=True)
class Excerpt:
    """Some cells of a sheet, and how large the sheet is with room to type in."""

    rows: int
    """How many rows the sheet has, with blank ones below."""
    widths: tuple[int, ...]
    """Of every column from A on, in CSS pixels, with a blank one behind."""
    top: int
    """The user's number of the first row of ``cells``."""
    left: int
    """The position, from 0, of the first column of ``cells``."""
    cells: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]
    """Per row a sign for each cell: ``n`` number, ``x`` error or no result, ``b`` blank, ``t`` text
    and the rest."""

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the columns of ``cells``."""
        wide = len(self.cells[0]) if self.cells else 0
        return tuple(letter_of(self.left + place) for place in range(wide))

    @property
    def last(self) -> int:
        """The user's number of the last row of ``cells``."""
        return self.top + len(self.cells) - 1


def excerpt(sheet: Sheet, seen: Understanding, lang: Language, *, row: int = 1, column: int = 0) -> Excerpt:
    """Return the cells around a place of a sheet.

    Parameters
    ----------
    sheet
        The raw cells.
    seen
        How the file was understood; below a short table there are blank rows to type on.
    lang
        Numbers are shown with its decimal mark.
    row, column
        The user's number of the first row in sight, and the position, from 0, of the first column.
    """
    rows = min(_LAST_ROW, max(sheet.row_count, seen.rows_to_type.stop - 1, 1) + _ROWS_TO_TYPE)
    wide = min(_LAST_COLUMN, max(sheet.column_count, 1) + _COLUMNS_TO_TYPE)
    top = max(1, min(row - _ROWS_BEFORE, rows - ROWS + 1))
    left = max(0, min(column - _COLUMNS_BEFORE, wide - COLUMNS))
    places = range(left, min(left + COLUMNS, wide))
    found = [
        [sheet.cell(one, place + 1) for place in places] for one in range(top, min(top + ROWS, rows + 1))
    ]
    return Excerpt(
        rows=rows,
        widths=tuple(_width(sheet, place, seen) for place in range(wide)),
        top=top,
        left=left,
        cells=tuple(tuple(shown(cell, lang)[:_LONGEST] for cell in cells) for cells in found),
        kinds=tuple("".join(_SIGNS.get(cell.kind, "t") for cell in cells) for cells in found),
    )


def shown(cell: Cell, lang: Language) -> str:
    """Return what a cell holds; a number as Excel shows it at first, with the language's decimal mark."""
    if not isinstance(cell.value, float):
        return cell.shown
    short = f"{cell.value:.15g}" if cell.value.is_integer() else f"{cell.value:.9g}"
    return short.replace(".", ",") if lang == "nl" else short


def address(cell: str) -> tuple[int, int]:
    """Return a cell's row, as the user counts, and its column's position from 0.

    Examples
    --------
    >>> address("C14"), address("AA1")
    ((14, 2), (1, 26))
    """
    letters = cell.rstrip("0123456789")
    return int(cell.removeprefix(letters)), position_of(letters)


def _width(sheet: Sheet, place: int, seen: Understanding) -> int:
    """The width of a column by its first rows; a long header is broken over two lines and asks for less."""
    if place >= sheet.column_count:
        return _NARROW
    head, first = seen.header_rows or (sheet.top,), seen.first_row or sheet.top
    rows = range(first, min(first + _LOOKED_AT, sheet.row_count + 1))
    headers = (min(_HEADER, len(sheet.cell(row, place + 1).shown) + _BESIDE) for row in head)
    longest = max((*headers, *(len(sheet.cell(row, place + 1).shown) for row in rows)), default=0)
    return max(_NARROW, min(_WIDE, longest * _LETTER + _EDGE))
