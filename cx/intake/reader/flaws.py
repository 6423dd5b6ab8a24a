"""What a sheet's own XML shows and the spreadsheet reader does not.

Error values (#N/A) and formulas without a stored value come back empty; hidden rows and columns come back
like any other; a per cent comes back as a fraction. A person must hear of them. For .xlsx and .xlsm the
sheet's own XML tells them apart. It is searched as a stream, in pieces, so that a large sheet costs no
memory.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator

from . import package
from .columns import ERROR, FORMULA, PackedSheet
from .styles import Styles, styles_of

_PIECE = 1 << 20
_OVERLAP = 1 << 14
_MOST = 1_000_000
_MOST_STYLES = 20_000_000
_ERROR_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(.{0,8192}?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ROOT = re.compile(rb"<(\w+:)?worksheet\b[^>]*?=\s*([\"'])")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_HIDDEN = re.compile(rb"<(?:\w+:)?(row|col)\b([^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*)>")
_HIDDEN_MARKS = (b'hidden="1"', b'hidden="true"', b"hidden='1'", b"hidden='true'")
_NUMBER_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>")
UNSOUND = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the standard library raises for archives that are damaged or odd."""


def note_flaws(content: bytes, sheets: list[PackedSheet]) -> None:
    """Write down error cells, formulas without a stored value, hidden rows and columns, and per cents."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {part.sheet: part.path for part in package.parts_of(archive)}
            styles = read_styles(archive) if parts else Styles()
            for sheet in sheets:
                if sheet.name in parts:
                    _note(sheet, archive, parts[sheet.name], styles)
    except UNSOUND:
        return


def read_styles(archive: zipfile.ZipFile) -> Styles:
    """Return the package's cell styles; none where the part is missing or beyond reason."""
    if package.STYLES not in archive.namelist():
        return Styles()
    with archive.open(package.STYLES) as file:
        return styles_of(file.read(_MOST_STYLES))


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that overlap, so that no cell is cut in two."""
    tail = b""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            yield tail + piece
            tail = piece[-_OVERLAP:]


def _marks(start: bytes) -> tuple[bytes, bytes]:
    """How error cells and formulas show in a part, by the prefix and the quotes that it begins with."""
    root = _ROOT.search(start)
    prefix, quote = (root.group(1) or b"", root.group(2)) if root else (b"", b'"')
    return b"t=" + quote + b"e" + quote, b"<" + prefix + b"f"


def _note(sheet: PackedSheet, archive: zipfile.ZipFile, part: str, styles: Styles) -> None:
    """Look for the marks first: searching for a word is many times faster than matching cells."""
    left = _MOST
    error, formula = b"", b""
    for piece in _pieces(archive, part):
        if not error:
            error, formula = _marks(piece)
            _note_percent(sheet, piece, styles)
        if error in piece:
            for tag, inside in _ERROR_CELL.findall(piece)[:left]:
                value = _VALUE.search(inside)
                _set(sheet, tag, ERROR, value.group(1).decode("ascii", "replace") if value else "")
                left -= 1
        if formula in piece:
            for tag in _FORMULA_CELL.findall(piece)[:left]:
                _set_formula(sheet, tag)
                left -= 1
        if b"hidden=" in piece and any(mark in piece for mark in _HIDDEN_MARKS):
            _note_hidden(sheet, piece)


def _note_hidden(sheet: PackedSheet, piece: bytes) -> None:
    """The user's numbers of hidden rows, the positions of hidden columns; only inside the filled area."""
    for kind, tag in _HIDDEN.findall(piece):
        about = package.attributes(tag)
        if kind == b"row":
            row = int(about.get("r", "0"))
            if sheet.top <= row < sheet.top + sheet.height:
                sheet.hidden_rows.add(row)
        else:
            first, last = int(about.get("min", "1")) - 1, int(about.get("max", "0")) - 1
            right = sheet.left + len(sheet.columns) - 1
            sheet.hidden_columns.update(range(max(first, sheet.left), min(last, right) + 1))


def _note_percent(sheet: PackedSheet, piece: bytes, styles: Styles) -> None:
    """Columns whose numbers mostly have a per cent format, by the first piece of the sheet."""
    if not styles.percent:
        return
    cells: Counter[int] = Counter()
    shown: Counter[int] = Counter()
    for tag in _NUMBER_CELL.findall(piece):
        about = package.attributes(tag)
        place = _PLACE.fullmatch(about.get("r", ""))
        if place and about.get("t", "n") == "n":
            column = _position(place.group(1)) - sheet.left
            cells[column] += 1
            style = about.get("s", "")
            shown[column] += style.isdecimal() and int(style) in styles.percent
    for column, count in shown.items():
        if 2 * count > cells[column] and 0 <= column < len(sheet.columns):
            sheet.columns[column].percent = True


def _set_formula(sheet: PackedSheet, tag: bytes) -> None:
    """A formula whose stored value is the empty text is blank; one without any stored value is not."""
    if package.attributes(tag).get("t") != "str":
        _set(sheet, tag, FORMULA, "")


def _set(sheet: PackedSheet, tag: bytes, kind: int, text: str) -> None:
    place = _PLACE.fullmatch(package.attributes(tag).get("r", ""))
    if place:
        sheet.set_flaw(int(place.group(2)), _position(place.group(1)), kind, text)


def _position(letters: str) -> int:
    position = 0
    for sign in letters:
        position = position * 26 + ord(sign) - 64
    return position - 1
