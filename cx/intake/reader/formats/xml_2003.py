"""Workbooks of Excel 2003 in XML (SpreadsheetML), which help desks and banks still write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from xml.parsers import expat

from ..pipe.packed_columns import ERROR, FORMULA, PackedSheet
from ..pipe.refusal import Refused
from .grid import Grid
from .grid import sheets_of as packed

_OFFICE = "urn:schemas-microsoft-com:office:"
_CELLS, _WINDOW = f"{_OFFICE}spreadsheet ", f"{_OFFICE}excel "
_LONGEST = 100_000
"""Signs of one cell: Excel itself holds a third of that."""
_HIDDEN = ("SheetHidden", "SheetVeryHidden")


def sheets_of(content: bytes, *, cells: int, columns: int) -> tuple[list[PackedSheet], dict[str, str]]:
    """Return every sheet of the workbook, and what to note about the reading.

    Raises
    ------
    Refused
        When it declares entities, is damaged or empty, or holds more cells or columns than allowed.
    """
    reading = _Reading(columns)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.add
    parser.EntityDeclHandler = reading.refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the parser takes it by place
    except (expat.ExpatError, ValueError) as error:
        raise Refused("workbook_damaged", reason=type(error).__name__) from error
    sheets = packed(reading.grids, cells)
    if not any(sheet.columns for sheet in sheets):
        raise Refused("no_cells")
    return sheets, {"kind": "xml_2003"}


def _number(text: str | None) -> int:
    """A count or a place in an attribute; 0 where there is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 0  # noqa: PLR2004 - beyond any sheet


class _Reading:
    """What was read so far, and where the next cell goes."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.grids: list[Grid] = []
        self.percents: set[str] = set()
        """Styles that show a number as a per cent."""
        self.style = ""
        self.row, self.column, self.next_column = -1, -1, 0
        self.first, self.place = 0, 0
        """Where the open row and the open cell stand."""
        self.kind, self.formula, self.percent, self.remark = "", False, False, False
        self.text: list[str] | None = None
        self.length = 0
        self.starts: Mapping[str, Callable[[dict[str, str]], None]] = {
            f"{_CELLS}Style": self._style,
            f"{_CELLS}NumberFormat": self._format,
            f"{_CELLS}Worksheet": self._sheet,
            f"{_CELLS}Column": self._column,
            f"{_CELLS}Row": self._row,
            f"{_CELLS}Cell": self._cell,
            f"{_CELLS}Comment": self._comment,
            f"{_CELLS}Data": self._data,
            f"{_WINDOW}Visible": self._open,
        }
        self.ends: Mapping[str, Callable[[], None]] = {
            f"{_CELLS}Comment": self._end_comment,
            f"{_CELLS}Data": self._end_data,
            f"{_CELLS}Cell": self._end_cell,
            f"{_WINDOW}Visible": self._end_visible,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        known = self.starts.get(name)
        if known:
            known({key.removeprefix(_CELLS): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        known = self.ends.get(name)
        if known:
            known()

    def add(self, text: str) -> None:
        if self.text is not None and self.length < _LONGEST:
            self.text.append(text)
            self.length += len(text)

    def refuse(self, *_: object) -> None:
        raise Refused("own_entities")

    def _style(self, about: dict[str, str]) -> None:
        self.style = about.get("ID", "")

    def _format(self, about: dict[str, str]) -> None:
        shown = about.get("Format", "")
        if "%" in shown or shown == "Percent":
            self.percents.add(self.style)

    def _sheet(self, about: dict[str, str]) -> None:
        self.grids.append(Grid(self.columns))
        self.grids[-1].name = about.get("Name", "")[:_LONGEST]
        self.row, self.next_column = -1, 0

    def _column(self, about: dict[str, str]) -> None:
        first = _number(about.get("Index")) - 1 if "Index" in about else self.next_column
        self.next_column = first + 1 + _number(about.get("Span"))
        if about.get("Hidden") == "1" and self.grids:
            self.grids[-1].hidden_columns |= set(range(first, min(self.next_column, self.columns)))

    def _row(self, about: dict[str, str]) -> None:
        self.row = _number(about.get("Index")) - 1 if "Index" in about else self.row + 1
        self.column = -1
        last = self.row + _number(about.get("Span"))
        if about.get("Hidden") == "1" and self.grids and last - self.row < _LONGEST:
            self.grids[-1].hidden_rows |= set(range(self.row, last + 1))
        self.first, self.row = self.row, last

    def _cell(self, about: dict[str, str]) -> None:
        self.column = _number(about.get("Index")) - 1 if "Index" in about else self.column + 1
        self.place = max(self.column, 0)
        across, down = _number(about.get("MergeAcross")), _number(about.get("MergeDown"))
        if self.grids:
            self.grids[-1].merge(self.first, self.place, down, across)
        self.column = self.place + across
        self.formula = "Formula" in about
        self.percent = about.get("StyleID", "") in self.percents

    def _comment(self, _: dict[str, str]) -> None:
        self.remark = True

    def _end_comment(self) -> None:
        self.remark = False

    def _data(self, about: dict[str, str]) -> None:
        if not self.remark:
            self.kind = about.get("Type", "String")
            self._open(about)

    def _open(self, _: dict[str, str]) -> None:
        self.text, self.length = [], 0

    def _taken(self) -> str:
        text, self.text = "".join(self.text or ()), None
        return text

    def _end_data(self) -> None:
        if self.remark or not self.grids:
            return
        text, self.formula = self._taken(), False
        if not text.strip():
            return
        grid = self.grids[-1]
        if self.kind == "Error":
            grid.flaws.append((self.first, self.place, ERROR, text.strip()))
            return
        value = _value(text, self.kind)
        grid.put(self.first, self.place, value)
        if self.percent and isinstance(value, float):
            grid.percent[self.place] = grid.percent.get(self.place, 0) + 1

    def _end_cell(self) -> None:
        if self.formula and self.grids:
            self.grids[-1].flaws.append((self.first, self.place, FORMULA, ""))
        self.formula = False

    def _end_visible(self) -> None:
        if self._taken().strip() in _HIDDEN and self.grids:
            self.grids[-1].hidden = True


def _value(text: str, kind: str) -> object:
    """What a cell holds; a text where it is not what it says."""
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return text
    return text.strip() == "1" if kind == "Boolean" else text
