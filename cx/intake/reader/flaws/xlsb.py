"""What the records of an .xlsb show and the spreadsheet reader does not ([MS-XLSB])."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ..container.package import Package
from ..pipe.packed_columns import ERROR
from .sheet_flaws import ERRORS, Seen
from .styles import Styles, meaning_of

_LARGEST = 400_000_000
_ROW, _RK, _ERROR_CELL, _REAL, _FORMULA_NUMBER, _FORMULA_ERROR = 0, 2, 3, 5, 9, 11
_FORMAT, _STYLE, _COLUMNS, _SHEET, _MERGED = 44, 47, 60, 156, 176
_STYLES_BEGIN, _STYLES_END = 617, 618
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_MOST_STYLES_COUNTED = 50_000


def seen_in(package: Package) -> dict[str, Seen]:
    """Return error cells, hidden rows and columns, merged cells, and per cents."""
    paths = package.sheets()
    styles = _styles(package.read(package.related("styles")))
    found = {}
    for kind, record in _records(package.read(package.workbook)):
        if kind == _SHEET:
            relation, place = _text(record, 8)
            name, _ = _text(record, place)
            if relation in paths:
                found[name] = _seen(package.read(paths[relation], _LARGEST), styles)
    return found


def _records(content: bytes) -> Iterator[tuple[int, memoryview]]:
    """Kind and body of each record; both kind and length are numbers of seven bits a byte."""
    view, place, end = memoryview(content), 0, len(content)
    while place < end:
        kind = content[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (content[place] & 0x7F) << 7
            place += 1
        length, shift = 0, 0
        while True:
            byte = content[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift > 21:  # noqa: PLR2004 - four bytes at most
                break
        yield kind, view[place : place + length]
        place += length


def _text(record: memoryview, place: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    (length,) = struct.unpack_from("<I", record, place)
    end = place + 4 + 2 * length
    return bytes(record[place + 4 : end]).decode("utf-16-le", "replace"), end


def _styles(content: bytes) -> Styles:
    ids: list[int] = []
    codes: dict[int, str] = {}
    inside = False
    for kind, record in _records(content):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", record)[0]] = _text(record, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            inside = kind == _STYLES_BEGIN
        elif kind == _STYLE and inside:
            ids.append(struct.unpack_from("<H", record, 2)[0])
    return meaning_of(ids, codes)


def _seen(content: bytes, styles: Styles) -> Seen:
    seen, row, counted = Seen(), 0, 0
    for kind, record in _records(content):
        if kind == _ROW:
            row = struct.unpack_from("<I", record)[0]
            if record[11] & _HIDDEN_ROW:
                seen.hide_rows(row + 1, row + 1)
        elif kind in (_ERROR_CELL, _FORMULA_ERROR):
            column = struct.unpack_from("<I", record)[0]
            seen.add(row + 1, column, ERROR, ERRORS.get(record[8], "#N/A"))
        elif kind in (_RK, _REAL, _FORMULA_NUMBER):
            if styles.percent and counted < _MOST_STYLES_COUNTED:
                counted += 1
                _count(seen, record, styles)
        elif kind == _COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<IIIIH", record)
            if flags & _HIDDEN_COLUMN:
                seen.columns.append((first, last))
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", record)
            seen.merged.append((top, left, bottom, right))
    return seen


def _count(seen: Seen, record: memoryview, styles: Styles) -> None:
    column, style = struct.unpack_from("<II", record)
    seen.numbers[column] += 1
    seen.percents[column] += (style & 0xFFFFFF) in styles.percent
