"""What the XML of an .xlsx or .xlsm shows and the spreadsheet reader does not.

It is searched as a stream, in pieces, so that a large sheet costs no memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..container.package import Package, attributes, parts_of
from ..pipe.packed_columns import ERROR, FORMULA
from . import tolerant
from .sheet_flaws import MOST, Seen
from .styles import Styles, styles_of

_PIECE = 1 << 18
_OVERLAP = 1 << 14
_ERROR_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(.{0,8192}?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ZERO_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"<(?:\w+:)?v>([^<]+)</(?:\w+:)?v>\s*</(?:\w+:)?c>"
)
_UNCOMPUTED = re.compile(rb"<(?:\w+:)?calcPr\b[^>]*\bfullCalcOnLoad=[\"'](?:1|true)[\"']")
_ROOT = re.compile(rb"<(\w+:)?worksheet\b[^>]*?=\s*([\"'])")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_HIDDEN = re.compile(rb"<(?:\w+:)?(row|col)\b([^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*)>")
_HIDDEN_MARKS = (b'hidden="1"', b'hidden="true"', b"hidden='1'", b"hidden='true'")
_NUMBER_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>")


def seen_in(package: Package) -> dict[str, Seen]:
    """Return error cells, formulas without a stored value, hidden rows and columns, and per cents."""
    parts = parts_of(package)
    styles = styles_of(package) if parts else Styles()
    uncomputed = bool(_UNCOMPUTED.search(package.read(package.workbook)))
    sheets = {part.sheet: _Sheet(package, part.path, styles, uncomputed=uncomputed) for part in parts}
    if uncomputed and not any(sheet.results for sheet in sheets.values()):
        for sheet in sheets.values():  # zeros only, to be computed by Excel: programs put them for results
            for tag in sheet.zeros:
                sheet.add(tag, FORMULA, "")
    return {name: sheet.seen for name, sheet in sheets.items()}


class _Sheet:
    """The search through one sheet's part."""

    def __init__(self, package: Package, path: str, styles: Styles, *, uncomputed: bool) -> None:
        self.seen = Seen()
        self.styles, self.uncomputed = styles, uncomputed
        self.zeros: list[bytes] = []
        """The tags of formulas whose stored value is zero, where nothing may have computed them."""
        self.results = 0
        """How many have another."""
        self.unplaced = False
        self.left = MOST
        error, formula = b"", b""
        for piece in _pieces(package, path):
            if not error:
                error, formula = _marks(piece)
                self._count(piece)
            self._search(piece, error, formula)
        if self.unplaced:  # its cells do not say where they stand: each of them is counted
            self.seen.cells = tolerant.flaws_of(package, path)

    def _search(self, piece: bytes, error: bytes, formula: bytes) -> None:
        """Look for a letter first, then for the mark, then match cells: each is many times slower."""
        if b"e" in piece and error in piece:
            for tag, inside in _ERROR_CELL.findall(piece)[: self.left]:
                value = _VALUE.search(inside)
                self.add(tag, ERROR, value.group(1).decode("ascii", "replace") if value else "")
        if b"f" in piece and formula in piece:
            for tag in _FORMULA_CELL.findall(piece)[: self.left]:
                if attributes(tag).get("t") != "str":  # a stored value that is the empty text is blank
                    self.add(tag, FORMULA, "")
            if self.uncomputed:
                self._weigh(piece)
        if b"h" in piece and b"hidden=" in piece and any(mark in piece for mark in _HIDDEN_MARKS):
            for kind, tag in _HIDDEN.findall(piece):
                self._hide(kind, attributes(tag))

    def _weigh(self, piece: bytes) -> None:
        for tag, value in _ZERO_CELL.findall(piece)[: self.left]:
            if value == b"0":
                self.zeros.append(tag)
            else:
                self.results += 1

    def add(self, tag: bytes, kind: int, text: str) -> None:
        """Write down a cell by its tag."""
        place = _PLACE.fullmatch(attributes(tag).get("r", ""))
        self.left -= 1
        if place:
            self.seen.add(int(place.group(2)), tolerant.position(place.group(1)), kind, text)
        else:
            self.unplaced = True

    def _hide(self, kind: bytes, about: dict[str, str]) -> None:
        """The user's number of a hidden row, the positions of hidden columns."""
        try:
            if kind == b"row":
                row = int(about.get("r", "0"))
                self.seen.hide_rows(row, row)
            else:
                self.seen.columns.append((int(about.get("min", "1")) - 1, int(about.get("max", "0")) - 1))
        except ValueError:  # a place that is no number hides nothing
            return

    def _count(self, piece: bytes) -> None:
        """How many numbers of each column have a per cent format, by the first piece of the sheet."""
        if not self.styles.percent:
            return
        for tag in _NUMBER_CELL.findall(piece):
            about = attributes(tag)
            place = _PLACE.fullmatch(about.get("r", ""))
            if place and about.get("t", "n") == "n":
                column = tolerant.position(place.group(1))
                style = about.get("s", "")
                self.seen.numbers[column] += 1
                self.seen.percents[column] += style.isdecimal() and int(style) in self.styles.percent


def _pieces(package: Package, path: str) -> Iterator[bytes]:
    """The part in pieces that overlap, so that no cell is cut in two."""
    tail = b""
    with package.open(path) as file:
        while piece := file.read(_PIECE):
            yield tail + piece
            tail = piece[-_OVERLAP:]


def _marks(start: bytes) -> tuple[bytes, bytes]:
    """How error cells and formulas show in a part, by the prefix and the quotes that it begins with."""
    root = _ROOT.search(start)
    prefix, quote = (root.group(1) or b"", root.group(2)) if root else (b"", b'"')
    return b"t=" + quote + b"e" + quote, b"<" + prefix + b"f"
