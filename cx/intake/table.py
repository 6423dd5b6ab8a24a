"""The table inside a sheet: its header, its rows, its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake import numerals, vocabulary
from cx.intake.names import plain
from cx.intake.naming import named
from cx.records.workbook import BLANK, Cell, Column, Sheet, letter_of

_LOOK_ROWS = 60
_LOOK_COLUMNS = 300
_VAGUE = 0.65
_LONG = 60
_ONE_NAME = 3.0


@dataclass(frozen=True)
class Table:
    """A table: one header, and the rows below it that hold anything."""

    sheet: Sheet
    header_rows: tuple[int, ...]
    headers: tuple[str, ...]
    """One per column, each different."""
    letters: tuple[str, ...]
    columns: tuple[Column, ...]
    """The cells of ``rows`` only."""
    rows: npt.NDArray[np.int64]
    """The user's row numbers."""
    notes: tuple[int, ...] = ()
    """Rows below the table that are no part of it."""

    @property
    def height(self) -> int:
        """How many rows hold anything."""
        return len(self.rows)


def table_of(sheet: Sheet, header_rows: tuple[int, ...] | None = None) -> Table | None:
    """Return the table of a sheet; ``None`` where there is nothing like one.

    Parameters
    ----------
    sheet
        The sheet's raw cells.
    header_rows
        The user's row numbers of the header, where a person gave them.
    """
    if not sheet.columns or not sheet.height:
        return None
    header = header_rows or _header_row(sheet)
    if not header:
        return None
    start = header[-1] + 1 - sheet.top
    filled = _filled(sheet)
    inside = [place for place, header_cell in enumerate(_header_texts(sheet, header))
              if header_cell or filled[start:, place].any()]  # fmt: skip
    if not inside:
        return None
    kept, notes = _rows(sheet, filled[:, inside], start, inside)
    texts = _header_texts(sheet, header)
    letters = tuple(letter_of(sheet.left + place) for place in inside)
    headers = _different([texts[place] for place in inside], letters)
    columns = tuple(_picked(sheet.columns[place], kept) for place in inside)
    return Table(sheet, header, headers, letters, columns, kept + sheet.top, notes)


def _filled(sheet: Sheet) -> npt.NDArray[np.bool_]:
    return np.stack([column.kinds != BLANK for column in sheet.columns], axis=1)


def _picked(column: Column, rows: npt.NDArray[np.int64]) -> Column:
    """The cells of some rows; rows without a gap are looked at in place, which costs no memory."""
    gapless = len(rows) and int(rows[-1]) - int(rows[0]) + 1 == len(rows)
    place = slice(int(rows[0]), int(rows[-1]) + 1) if gapless else rows
    return replace(
        column, kinds=column.kinds[place], numbers=column.numbers[place], codes=column.codes[place]
    )


def _header_texts(sheet: Sheet, header: Sequence[int]) -> list[str]:
    """The header of each column; of several header rows, their texts one behind the other."""
    inside = [row - sheet.top for row in header if 0 <= row - sheet.top < sheet.height]
    parts = [[" ".join(column.cell(row).shown.split()) for row in inside] for column in sheet.columns]
    return [" ".join(dict.fromkeys(text for text in texts if text)) for texts in parts]


def _different(headers: Sequence[str], letters: Sequence[str]) -> tuple[str, ...]:
    """Blank headers become the column's letter; a repeated one gets its letter behind it."""
    often = Counter(headers)
    return tuple(
        letter if not header else f"{header} ({letter})" if often[header] > 1 else header
        for header, letter in zip(headers, letters, strict=True)
    )


def _header_row(sheet: Sheet) -> tuple[int, ...]:
    """The row that looks most like a header among the first rows that hold anything."""
    columns = sheet.columns[:_LOOK_COLUMNS]
    filled = np.stack([column.kinds != BLANK for column in columns], axis=1).any(axis=1)
    places = [int(place) for place in np.flatnonzero(filled)[:_LOOK_ROWS]]
    head = [[column.cell(place) for column in columns] for place in places]
    scores = [_header_score(head, position) for position in range(len(head))]
    best = max(range(len(head)), key=lambda position: (scores[position], -position), default=None)
    return () if best is None or scores[best] <= 0 else (places[best] + sheet.top,)


def _header_score(head: Sequence[Sequence[Cell]], position: int) -> float:
    """How much a row looks like a header: known names, texts above other kinds, and rows that follow."""
    row = head[position]
    below = head[position + 1 : position + 9]
    texts = [place for place, cell in enumerate(row) if cell.kind == "text"]
    others = [place for place in texts if numerals.looks_numeric(row[place].shown)]
    others += [place for place, cell in enumerate(row) if cell.kind not in ("text", "blank")]
    texts = [place for place in texts if place not in others]
    known = _known(row[place].shown for place in texts)
    if not texts or not below:
        return max(0.0, known - _ONE_NAME)  # a header without rows yet: more names than one
    contrast = sum(_mostly_numbers([line[place] for line in below]) for place in texts)
    carried = sum(any(line[place].kind != "blank" for line in below) for place in texts)
    long = sum(len(row[place].shown) > _LONG for place in texts)
    alone = 4 if len(texts) == 1 and max(_width(line) for line in below) > 1 else 0
    late = min(0.25 * position, 3)
    return known + contrast + 0.3 * carried - len(others) - long - alone - late


def _known(texts: Iterable[str]) -> float:
    """What the known names in a row weigh: sure ones much, vague ones little, each role once."""
    found: dict[str, float] = {}
    for text in texts:
        role, confidence, _ = named(text)
        if role:
            found[role] = max(found.get(role, 0.0), 3 * confidence if confidence > _VAGUE else 1.0)
    return sum(found.values())


def _width(line: Sequence[Cell]) -> int:
    return sum(cell.kind != "blank" for cell in line)


def _mostly_numbers(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if cell.kind != "blank"]
    return 2 * sum(_is_number(cell) for cell in filled) >= max(1, len(filled))


def _is_number(cell: Cell) -> bool:
    if cell.kind != "text":
        return cell.kind in ("number", "date")
    return numerals.looks_numeric(cell.shown)


def _rows(
    sheet: Sheet, filled: npt.NDArray[np.bool_], start: int, inside: Sequence[int]
) -> tuple[npt.NDArray[np.int64], tuple[int, ...]]:
    """The rows that hold anything, and the notes below the last of them."""
    places = np.flatnonzero(filled.any(axis=1))
    places = places[places >= start].astype(np.int64)
    last = len(places)
    while last > 1 and _is_note(sheet, filled, places[:last], inside):
        last -= 1
    notes = tuple(int(place) + sheet.top for place in places[last:])
    return places[:last], notes


def _is_note(
    sheet: Sheet, filled: npt.NDArray[np.bool_], places: npt.NDArray[np.int64], inside: Sequence[int]
) -> bool:
    """A lone text behind a blank row, or one that starts the way sources and remarks do."""
    place = int(places[-1])
    alone = np.flatnonzero(filled[place])
    if len(alone) != 1 or filled.shape[1] == 1:
        return False
    cell = sheet.columns[inside[int(alone[0])]].cell(place)
    if cell.kind != "text":
        return False
    words = plain(cell.shown)
    behind_gap = place - int(places[-2]) > 1
    return behind_gap or cell.shown.startswith("*") or words.startswith(vocabulary.NOTE_STARTS)
