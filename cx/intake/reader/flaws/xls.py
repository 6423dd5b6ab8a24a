"""What the records of an .xls show and the spreadsheet reader does not ([MS-XLS], and Excel 95 before it)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..container import compound
from ..pipe.packed_columns import ERROR, FORMULA
from .sheet_flaws import ERRORS, Seen
from .styles import Styles, meaning_of

_BEGIN, _END, _SHEET, _FORMAT, _STYLE, _ENGINE = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x01C1
_ROW, _COLUMNS, _MERGED, _ERROR_CELL, _FORMULA = 0x0208, 0x007D, 0x00E5, 0x0205, 0x0006
_NUMBER, _RK, _MANY_RK = 0x0203, 0x027E, 0x00BD
_VERSION_8 = 0x0600
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_MOST_STYLES_COUNTED = 50_000
_NO_NUMBER, _ERROR_RESULT, _EMPTY_RESULT = b"\xff\xff", 2, 3
_ZERO = bytes(8)


@dataclass
class _Globals:
    """What stands before the sheets."""

    sheets: dict[str, int] = field(default_factory=dict)
    """Name and place of each sheet."""
    ids: list[int] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    computed: bool = False
    """Whether Excel's own engine computed the formulas."""


def seen_in(content: bytes) -> Mapping[str, Seen]:
    """Return error cells, formulas never computed, hidden rows and columns, merged cells, and per cents."""
    stream = compound.stream_of(content, compound.WORKBOOKS)
    about = _globals(stream)
    styles = meaning_of(about.ids, about.codes)
    found = {name: _Sheet(stream, place, styles) for name, place in about.sheets.items()}
    if not about.computed and not any(sheet.results for sheet in found.values()):
        for sheet in found.values():  # no formula has a result: the program that wrote them computed none
            for row, column in sheet.empty:
                sheet.seen.add(row, column, FORMULA, "")
    return {name: sheet.seen for name, sheet in found.items()}


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record of a part, without those of parts inside it, such as charts."""
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        if kind == _BEGIN:
            depth += 1
        if depth == 1:
            yield kind, stream[place + 4 : place + 4 + length]
        if kind == _END:
            depth -= 1
            if depth <= 0:
                return
        place += 4 + length


def _globals(stream: bytes) -> _Globals:
    about, version = _Globals(), 0
    for kind, record in _records(stream, 0):
        if kind == _BEGIN:
            version = struct.unpack_from("<H", record)[0]
        elif kind == _SHEET and record[5] == 0:  # a work sheet
            about.sheets[_name(record[6:], version)] = struct.unpack_from("<I", record)[0]
        elif kind == _STYLE:
            about.ids.append(struct.unpack_from("<H", record, 2)[0])
        elif kind == _FORMAT:
            about.codes[struct.unpack_from("<H", record)[0]] = _code(record[2:], version)
        elif kind == _ENGINE:
            about.computed = struct.unpack_from("<I", record, 4)[0] != 0
    return about


def _name(record: bytes, version: int) -> str:
    if version < _VERSION_8:
        return record[1 : 1 + record[0]].decode("cp1252", "replace")
    return _letters(record[2:], record[0], wide=bool(record[1] & 1))


def _code(record: bytes, version: int) -> str:
    if version < _VERSION_8:
        return record[1 : 1 + record[0]].decode("cp1252", "replace")
    return _letters(record[3:], struct.unpack_from("<H", record)[0], wide=bool(record[2] & 1))


def _letters(content: bytes, length: int, *, wide: bool) -> str:
    if wide:
        return content[: 2 * length].decode("utf-16-le", "replace")
    return content[:length].decode("latin-1")


class _Sheet:
    """The search through one sheet's records."""

    def __init__(self, stream: bytes, place: int, styles: Styles) -> None:
        self.seen, self.styles = Seen(), styles
        self.results = 0
        """Formulas with a result other than zero and the empty text."""
        self.empty: list[tuple[int, int]] = []
        """The other formulas, by the user's row number and the column's position."""
        self.counted = 0
        takes = {
            _ROW: self._row,
            _COLUMNS: self._columns,
            _MERGED: self._merged,
            _ERROR_CELL: self._error,
            _FORMULA: self._formula,
        }
        if styles.percent:
            takes |= {_NUMBER: self._number, _RK: self._number, _MANY_RK: self._numbers}
        for kind, record in _records(stream, place):
            if kind in takes:
                takes[kind](record)

    def _row(self, record: bytes) -> None:
        if record[12] & _HIDDEN_ROW:
            row = struct.unpack_from("<H", record)[0] + 1
            self.seen.hide_rows(row, row)

    def _columns(self, record: bytes) -> None:
        first, last, _, _, flags = struct.unpack_from("<HHHHH", record)
        if flags & _HIDDEN_COLUMN:
            self.seen.columns.append((first, last))

    def _merged(self, record: bytes) -> None:
        for at in range(2, 2 + 8 * struct.unpack_from("<H", record)[0], 8):
            top, bottom, left, right = struct.unpack_from("<HHHH", record, at)
            self.seen.merged.append((top, left, bottom, right))

    def _error(self, record: bytes) -> None:
        row, column, _ = struct.unpack_from("<HHH", record)
        if record[7]:
            self.seen.add(row + 1, column, ERROR, ERRORS.get(record[6], "#N/A"))

    def _formula(self, record: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", record)
        result = record[6:14]
        if result[6:] != _NO_NUMBER:
            self._count(column, style)
        if result[6:] == _NO_NUMBER and result[0] == _ERROR_RESULT:
            self.seen.add(row + 1, column, ERROR, ERRORS.get(result[2], "#N/A"))
        if result == _ZERO or (result[6:] == _NO_NUMBER and result[0] == _EMPTY_RESULT):
            self.empty.append((row + 1, column))
        else:
            self.results += 1

    def _number(self, record: bytes) -> None:
        _, column, style = struct.unpack_from("<HHH", record)
        self._count(column, style)

    def _numbers(self, record: bytes) -> None:
        """Numbers beside each other: a style and four bytes each."""
        first = struct.unpack_from("<H", record, 2)[0]
        for place in range((len(record) - 6) // 6):
            self._count(first + place, struct.unpack_from("<H", record, 4 + 6 * place)[0])

    def _count(self, column: int, style: int) -> None:
        if self.counted < _MOST_STYLES_COUNTED:
            self.counted += 1
            self.seen.numbers[column] += 1
            self.seen.percents[column] += style in self.styles.percent
