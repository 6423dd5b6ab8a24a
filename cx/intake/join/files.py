"""Files with the same columns as one table: the rows of each below those of the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.errors import TableError
from cx.records.file import Cell, Column, Sheet, Workbook, letter_of
from cx.records.finding import Finding


@dataclass(frozen=True)
class Stacked:
    """Several files as one."""

    book: Workbook
    ends: tuple[tuple[str, int, int], ...]
    """Per file its name, the last of its rows in the table, and how many rows its own numbers lie below.

    Nothing for a file alone."""

    def placed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings with the file in the place of a sheet, and the row that the cell has there."""
        if not self.ends:
            return tuple(findings)
        return tuple(one if one.row is None else self._placed(one, one.row) for one in findings)

    def _placed(self, one: Finding, row: int) -> Finding:
        name, _, away = next((end for end in self.ends if row <= end[1]), self.ends[-1])
        letter = (one.cell or "").rstrip("0123456789")
        return replace(one, sheet=name, row=row - away, cell=f"{letter}{row - away}" if letter else None)


def one_below_other(books: Sequence[Workbook], name: str, header_row: int) -> Stacked:
    """Return several files as one, by the sheet that each of them has first.

    Parameters
    ----------
    books
        The files, in the order in which their rows count.
    name
        What the whole is called.
    header_row
        The user's number of the last row of the header, the same in each of them; 0: there is none.

    Raises
    ------
    TableError
        When a file has another header, or sheets that the first one has not; the message names the column.
    """
    sheets = [_sheet(book) for book in books]
    first = sheets[0]
    header_rows = max(header_row - first.top + 1, 0)
    for book, sheet in zip(books[1:], sheets[1:], strict=True):
        _check(books[0], first, book, sheet, header_rows)
    columns = tuple(
        _below([sheet.columns[place] for sheet in sheets], header_rows) for place in range(len(first.columns))
    )
    ends, last, hidden = [], first.top + header_rows - 1, set()
    for book, sheet in zip(books, sheets, strict=True):
        before = last - (sheet.top + header_rows - 1)
        last = before + sheet.row_count
        ends.append((book.name, last, before))
        hidden |= {row + before for row in sheet.hidden_rows}
    digest = hashlib.sha256("".join(book.sha256 for book in books).encode()).hexdigest()
    height = last - first.top + 1
    whole = replace(first, height=height, columns=columns, hidden_rows=frozenset(hidden))
    seconds = sum(book.seconds for book in books)
    left = sum(book.left for book in books)
    return Stacked(Workbook(name, digest, (whole,), books[0].notes, seconds=seconds, left=left), tuple(ends))


def _sheet(book: Workbook) -> Sheet:
    """The one sheet of a file that holds anything."""
    filled = [sheet for sheet in book.sheets if sheet.columns and not sheet.hidden]
    if len(filled) != 1:
        raise TableError("files_sheets", file=book.name, n=len(filled))
    return filled[0]


def _check(first: Workbook, wanted: Sheet, other: Workbook, found: Sheet, header_rows: int) -> None:
    """Refuse a file whose header is another than that of the first."""
    for place in range(max(len(wanted.columns), len(found.columns))):
        ours, theirs = (_header(sheet, place, header_rows) for sheet in (wanted, found))
        if ours != theirs:
            said = {"other": other.name, "column": letter_of(place), "wanted": ours, "found": theirs}
            raise TableError("files_header", file=first.name, **said)
    if (wanted.top, wanted.left) != (found.top, found.left):
        said = {"other": other.name, "column": letter_of(found.left), "wanted": "", "found": ""}
        raise TableError("files_header", file=first.name, **said)


def _header(sheet: Sheet, place: int, rows: int) -> str:
    if place >= len(sheet.columns):
        return ""
    column = sheet.columns[place]
    cells: list[Cell] = [column.cell(row) for row in range(min(rows, sheet.height))]
    return " / ".join(cell.shown.strip() for cell in cells)


def _below(columns: Sequence[Column], header_rows: int) -> Column:
    """The cells of one column of each file; the header once."""
    first, *others = columns
    places = {text: at for at, text in enumerate(first.texts)}
    codes = [first.codes]
    for one in others:
        known = np.array([places.setdefault(text, len(places)) for text in one.texts] or [-1], dtype=np.int32)
        own = one.codes[header_rows:]
        codes.append(np.where(own >= 0, known[own], np.int32(-1)).astype(np.int32))
    return replace(
        first,
        kinds=np.concatenate([first.kinds, *(one.kinds[header_rows:] for one in others)]),
        numbers=np.concatenate([first.numbers, *(one.numbers[header_rows:] for one in others)]),
        codes=np.concatenate(codes),
        texts=tuple(places),
        percent=all(one.percent for one in columns),
    )
