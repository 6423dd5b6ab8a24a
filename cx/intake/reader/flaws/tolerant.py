"""Sheets of an .xlsx that the spreadsheet reader refuses as a whole although most of its cells are sound.

One cell with an unknown error value, one bare ampersand or a missing minor part is enough for that. Here
every cell is read for itself; the ones that say nothing sensible become error cells. Entities of the file's
own are refused, and so is a part beyond the stated size.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from ..container.package import UNSOUND, Package, parts_of
from ..pipe.packed_columns import ERROR, FORMULA, PackedSheet, pack
from ..pipe.refusal import Refused
from .styles import Styles, styles_of

_LARGEST_PART = 60_000_000
_MOST_CELLS = 3_000_000
_BARE = re.compile(rb"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_DAY_ZERO, _DAY_ZERO_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)  # noqa: DTZ001 - cells have no zone
_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904=[\"'](?:1|true)[\"']")
_LAST_DAY = 2_958_465


@dataclass
class _Cells:
    """What one sheet's part holds: values by place, and cells with nothing sensible in them."""

    values: dict[tuple[int, int], object] = field(default_factory=dict)
    flaws: list[tuple[int, int, int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Meaning:
    """What cells refer to."""

    strings: list[str]
    styles: Styles
    day_zero: dt.datetime


def sheets_of(content: bytes, *, cells: int) -> list[PackedSheet] | None:
    """Return the sheets of an .xlsx whose package is sound, cell by cell; ``None`` where that fails too."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            package = Package(archive)
            parts = parts_of(package)
            start = _DAY_ZERO_1904 if _1904.search(_part(package, package.workbook)) else _DAY_ZERO
            meaning = _Meaning(_strings(package), styles_of(package), start)
            found = [
                _packed(part.sheet, hidden=part.hidden, read=_read(_part(package, part.path), meaning))
                for part in parts
            ]
    except (expat.ExpatError, *UNSOUND):
        return None
    if sum(sheet.height * len(sheet.columns) for sheet in found) > cells:
        raise Refused("limit_cells", limit=cells)
    return found or None


def flaws_of(package: Package, path: str) -> list[tuple[int, int, int, str]]:
    """Return the error cells and formulas without a stored value of a sheet whose cells name no place."""
    return _read(_part(package, path), _Meaning(_strings(package), Styles(), _DAY_ZERO)).flaws


def _part(package: Package, path: str) -> bytes:
    """A part as XML that can be parsed: bare ampersands written out, control characters left out."""
    content = package.read(path, _LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise ValueError("a part too large to be read cell by cell")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content
    return _CONTROL.sub(b"", _BARE.sub(b"&amp;", content))


class _Parser:
    """Calls back for each element, by its name without prefix, with the text inside it."""

    def __init__(self, begin: Callable[[str, dict[str, str]], None], end: Callable[[str, str], None]) -> None:
        self.begin, self.end = begin, end
        self.text: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.text.append
        self.parser.StartDoctypeDeclHandler = _refuse

    def parse(self, content: bytes) -> None:
        self.parser.Parse(content, True)  # noqa: FBT003 - its own signature

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self.text.clear()
        self.begin(name.rsplit(":", 1)[-1], attributes)

    def _end(self, name: str) -> None:
        self.end(name.rsplit(":", 1)[-1], "".join(self.text))
        self.text.clear()


def _refuse(*_: object) -> None:
    raise Refused("own_entities")


def _strings(package: Package) -> list[str]:
    found: list[str] = []
    phonetic = 0
    path = package.related("sharedStrings") or "xl/sharedStrings.xml"
    if not package.has(path):
        return found

    def begin(name: str, _: dict[str, str]) -> None:
        nonlocal phonetic
        if name == "si":
            found.append("")
        phonetic += name == "rPh"

    def end(name: str, text: str) -> None:
        nonlocal phonetic
        if name == "t" and not phonetic and found:
            found[-1] += text
        phonetic -= name == "rPh"

    _Parser(begin, end).parse(_part(package, path))
    return found


class _Reading:
    """The state while one sheet's part is parsed; cells without a place follow the one before."""

    def __init__(self, meaning: _Meaning) -> None:
        self.meaning = meaning
        self.cells = _Cells()
        self.row, self.column = 0, -1
        self.about: dict[str, str] = {}
        self.value: str | None = None
        self.inline = ""
        self.formula = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            row = attributes.get("r", "")
            self.row, self.column = int(row) if row.isdecimal() else self.row + 1, -1
        elif name == "c":
            self.about, self.value, self.inline, self.formula = attributes, None, "", False
            place = _PLACE.fullmatch(attributes.get("r", ""))
            if place:
                self.row, self.column = int(place.group(2)), position(place.group(1))
            else:
                self.column += 1

    def end(self, name: str, text: str) -> None:
        if name == "v":
            self.value = text
        elif name == "t":
            self.inline += text
        elif name == "f":
            self.formula = True
        elif name == "c":
            self._take()

    def _take(self) -> None:
        place = (self.row, self.column)
        kind = self.about.get("t", "n")
        shown = self.inline if kind == "inlineStr" else self.value
        if not shown:
            if self.formula and kind != "str":
                self.cells.flaws.append((*place, FORMULA, ""))
            return
        if len(self.cells.values) >= _MOST_CELLS:
            raise Refused("limit_cells", limit=_MOST_CELLS)
        value = _value(shown, kind, self.about.get("s", ""), self.meaning)
        self.cells.values[place] = "" if value is None else value
        if value is None:
            self.cells.flaws.append((*place, ERROR, shown[:200]))


def position(letters: str) -> int:
    """Return the position of a column from 0, by its letters."""
    found = 0
    for sign in letters:
        found = found * 26 + ord(sign) - 64
    return found - 1


def _value(shown: str, kind: str, style: str, meaning: _Meaning) -> object:
    """What a cell holds; ``None`` where it says nothing sensible."""
    try:
        if kind == "s":
            return meaning.strings[int(shown)]
        if kind in ("str", "inlineStr"):
            return shown
        if kind == "b":
            return shown.strip() in ("1", "true")
        if kind == "d":
            return dt.datetime.fromisoformat(shown).replace(tzinfo=None)
        return _number(float(shown), style, meaning) if kind == "n" else None
    except (ValueError, IndexError, OverflowError):
        return None


def _number(number: float, style: str, meaning: _Meaning) -> object:
    if style.isdecimal() and int(style) in meaning.styles.dates and 0 <= number <= _LAST_DAY:
        return meaning.day_zero + dt.timedelta(days=number)
    return number


def _read(content: bytes, meaning: _Meaning) -> _Cells:
    reading = _Reading(meaning)
    _Parser(reading.begin, reading.end).parse(content)
    return reading.cells


def _packed(name: str, *, hidden: bool, read: _Cells) -> PackedSheet:
    places = [*read.values, *((row, column) for row, column, _, _ in read.flaws)]
    if not places:
        return PackedSheet(name, hidden, 1, 0, 0, [])
    rows, columns = [row for row, _ in places], [column for _, column in places]
    top, left = min(rows), min(columns)
    height, width = max(rows) - top + 1, max(columns) - left + 1
    if height * width > _MOST_CELLS:
        raise Refused("limit_cells", limit=_MOST_CELLS)
    grid: list[list[object]] = [[""] * height for _ in range(width)]
    for (row, column), value in read.values.items():
        grid[column - left][row - top] = value
    sheet = PackedSheet(name, hidden, top, left, height, [pack(cells) for cells in grid])
    for flaw in read.flaws:
        sheet.set_flaw(*flaw)
    return sheet
