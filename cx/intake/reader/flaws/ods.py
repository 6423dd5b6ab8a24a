"""What the XML of an .ods shows and the spreadsheet reader does not.

Most tables hold none of the words that tell of it, and are not parsed a second time.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from ..container.package import CONTENT, Package
from ..pipe.packed_columns import ERROR, FORMULA
from .sheet_flaws import ERROR_TEXT, Seen

_PIECE = 1 << 20
_OVERLAP = 32
_WORDS = re.compile(rb"percentage|visibility|-spanned|:formula|error")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_REPEATED = 1_000
_LONGEST = 64
_CELLS = ("table-cell", "covered-table-cell")


def seen_in(package: Package) -> dict[str, Seen]:
    """Return errors, formulas without a stored value, hidden rows and columns, merged cells, per cents."""
    if not _is_worth_it(package):
        return {}
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = walk.begin, walk.end
    parser.CharacterDataHandler = walk.text
    with package.open(CONTENT) as part:
        parser.ParseFile(part)
    return walk.sheets


def _is_worth_it(package: Package) -> bool:
    tail = b""
    with package.open(CONTENT) as part:
        while piece := part.read(_PIECE):
            if _WORDS.search(tail + piece):
                return True
            tail = piece[-_OVERLAP:]
    return False


def _repeated(about: dict[str, str], name: str, most: int) -> int:
    count = about.get(name, "1")
    return min(int(count), most) if count.isdecimal() else 1


class _Walk:
    """The state while the content is parsed; a table inside a table is no sheet."""

    def __init__(self) -> None:
        self.sheets: dict[str, Seen] = {}
        self.seen = Seen()
        self.depth = 0
        self.note = 0
        self.row, self.rows = 0, 1
        self.column, self.columns = 0, 1
        self.cell: dict[str, str] | None = None
        self.shown: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        local = name.rsplit(":", 1)[-1]
        if local == "table" and name.startswith("table:"):
            self.depth += 1
            if self.depth == 1:
                self.seen = self.sheets.setdefault(attributes.get("table:name", ""), Seen())
                self.row, self.rows, self.column = 0, 0, 0
        elif self.depth != 1:
            return
        elif local == "table-row":
            self._row(attributes)
        elif local == "table-column":
            self._column(attributes)
        elif local in _CELLS:
            self.cell, self.columns = (
                attributes,
                _repeated(attributes, "table:number-columns-repeated", _LAST_COLUMN),
            )
            self.shown.clear()
        self.note += local == "annotation"

    def end(self, name: str) -> None:
        """Take the end of an element."""
        local = name.rsplit(":", 1)[-1]
        if local == "table" and name.startswith("table:"):
            self.depth -= 1
        elif self.depth == 1 and local in _CELLS and self.cell is not None:
            self._cell(self.cell)
            self.column += self.columns
            self.cell = None
        elif self.depth == 1 and local == "table-row":
            self.row += self.rows
        self.note -= self.depth == 1 and local == "annotation"

    def text(self, words: str) -> None:
        """Take text: what the cell shows, without its comments."""
        if self.cell is not None and not self.note and len(self.shown) < _LONGEST:
            self.shown.append(words)

    def _row(self, about: dict[str, str]) -> None:
        self.column = 0
        self.rows = _repeated(about, "table:number-rows-repeated", _LAST_ROW)
        if about.get("table:visibility", "visible") != "visible":
            self.seen.hide_rows(self.row + 1, self.row + self.rows)

    def _column(self, about: dict[str, str]) -> None:
        """Columns are told before the first row."""
        columns = _repeated(about, "table:number-columns-repeated", _LAST_COLUMN)
        if about.get("table:visibility", "visible") != "visible":
            self.seen.columns.append((self.column, self.column + columns - 1))
        self.column += columns

    def _cell(self, about: dict[str, str]) -> None:
        kind = about.get("office:value-type", "")
        if kind in ("float", "percentage", "currency"):
            self.seen.numbers[self.column] += 1
            self.seen.percents[self.column] += kind == "percentage"
        down = _repeated(about, "table:number-rows-spanned", _LAST_ROW)
        across = _repeated(about, "table:number-columns-spanned", _LAST_COLUMN)
        if down > 1 or across > 1:
            self.seen.merged.append((self.row, self.column, self.row + down - 1, self.column + across - 1))
        if "table:formula" in about or about.get("calcext:value-type") == "error":
            self._computed(about, kind, "".join(self.shown).strip())

    def _computed(self, about: dict[str, str], kind: str, shown: str) -> None:
        """An error shows in the text; without a type there is no stored value."""
        if ERROR_TEXT.fullmatch(shown) or about.get("calcext:value-type") == "error":
            self._add(ERROR, shown[:_LONGEST])
        elif not kind and not shown:
            self._add(FORMULA, "")

    def _add(self, kind: int, text: str) -> None:
        for row in range(min(self.rows, _MOST_REPEATED)):
            for column in range(min(self.columns, _MOST_REPEATED)):
                self.seen.add(self.row + row + 1, self.column + column, kind, text)
