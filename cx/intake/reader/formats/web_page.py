"""Tables of a web page: a saved report, a sheet that a program wrote as HTML and named .xls, an .mht."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from email.message import Message
from html.parser import HTMLParser

from ..pipe.packed_columns import PackedSheet
from ..pipe.refusal import Refused
from .delimited import encoding_of
from .grid import Grid
from .grid import sheets_of as packed

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_GLANCE = 8_192
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MOST_TABLES, _MOST_PARTS = 3_000, 1_000
_MOST_ROWS = 1_048_576
_LONGEST_NAME = 60
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_TITLES = frozenset({"caption", "h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SHEET_NAME = re.compile(r"<x:Name>([^<]{1,200})</x:Name>")
_DIGITS = re.compile(r"[-+]?[\d.,'\s]*\d[\d.,'\s]*")
_MOST_DECIMALS = 6
_LONGEST_NUMBER = 60


def sheets_of(content: bytes, *, cells: int, columns: int) -> tuple[list[PackedSheet], dict[str, str]]:
    """Return every table of a page as a sheet, and what to note about the reading.

    Raises
    ------
    Refused
        When there is no table, or more cells or columns than allowed.
    """
    grids: list[Grid] = []
    for text in _pages(content):
        page = _Page(cells, columns)
        page.feed(text)
        page.close()
        grids += page.tables()
    if not grids:
        raise Refused("is_html")
    _name(grids)
    return packed(grids, cells), {"kind": "web_page"}


def _pages(content: bytes) -> Iterator[str]:
    """The page; of a file that holds a page with all that belongs to it, each of its pages."""
    if not content.startswith(b"MIME-Version:"):
        yield content.decode(_encoding(content), "replace")
        return
    for count, part in enumerate(email.message_from_bytes(content, policy=email.policy.compat32).walk()):
        if count > _MOST_PARTS:
            return
        if part.get_content_type() == "text/html":
            yield _text_of(part)


def _text_of(part: Message) -> str:
    body = part.get_payload(decode=True)
    content = body if isinstance(body, bytes) else b""
    return content.decode(_known(part.get_content_charset()) or _encoding(content), "replace")


def _encoding(content: bytes) -> str:
    """By its mark, by what the page says, or by what the bytes can be read as."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    said = _CHARSET.search(content[:_GLANCE])
    return marked or _known(said.group(1).decode("ascii") if said else None) or encoding_of(content)


def _known(name: str | None) -> str | None:
    """The encoding of that name; what names itself in single bytes has none of two bytes a sign."""
    try:
        return codecs.lookup(name).name if name and not name.lower().startswith("utf-16") else None
    except LookupError:
        return None


def _name(grids: Sequence[Grid]) -> None:
    """Give each table a name of its own: what stands above it, or its number."""
    if len(grids) == 1 and not grids[0].name:
        return
    for number, grid in enumerate(grids, 1):
        grid.name = grid.name or str(number)
    often = Counter(grid.name for grid in grids)
    seen: Counter[str] = Counter()
    for grid in grids:
        seen[grid.name] += 1
        if often[grid.name] > 1 and seen[grid.name] > 1:
            grid.name = f"{grid.name} ({seen[grid.name]})"


class _Table:
    """A table while it is read: where its next cell goes, and which cells reach down into the next rows."""

    def __init__(self, columns: int, name: str) -> None:
        self.grid = Grid(columns)
        self.grid.name = name
        self.row, self.column, self.place, self.width = -1, 0, 0, 0
        self.busy: dict[int, int] = {}
        """Column to the last row that a cell above reaches down to."""
        self.text: list[str] | None = None
        self.number = ""

    def start_row(self, *, hidden: bool) -> None:
        self.end_cell()
        self.row, self.column = self.row + 1, 0
        if hidden:
            self.grid.hidden_rows.add(self.row)

    def start_cell(self, across: int, down: int, number: str) -> None:
        self.end_cell()
        self.row = max(self.row, 0)
        while self.busy.get(self.column, -1) >= self.row:
            self.column += 1
        self.place, self.number, self.text = self.column, number, []
        self.grid.merge(self.row, self.place, down, across)
        if self.place + across >= self.grid.columns:
            raise Refused("limit_columns", limit=self.grid.columns)
        if down:
            self.busy |= dict.fromkeys(range(self.place, self.place + across + 1), self.row + down)
        self.column += across + 1
        self.width = max(self.width, self.column)

    def end_cell(self) -> None:
        if self.text is None:
            return
        text, self.text = " ".join("".join(self.text).split()), None
        if text:
            self.grid.put(self.row, self.place, _worth(text, self.number))

    @property
    def area(self) -> int:
        return (self.row + 1) * self.width


def _worth(text: str, number: str) -> object:
    """The number that a program wrote beside what it shows; else what is shown."""
    if number and len(text) <= _LONGEST_NUMBER and _DIGITS.fullmatch(text):
        try:
            worth = float(number)
        except ValueError:
            return text
        return worth if _shows(text, worth) else text
    return text


def _shows(text: str, worth: float) -> bool:
    """Whether a text is a number rounded to some decimals; a day is shown with digits too."""
    digits = "".join(sign for sign in text if sign.isdigit()).lstrip("0")
    return any(
        f"{abs(worth):.{k}f}".replace(".", "").lstrip("0") == digits for k in range(_MOST_DECIMALS + 1)
    )


class _Page(HTMLParser):
    """A page read from front to back; a table inside another one's cell is a table of its own."""

    def __init__(self, cells: int, columns: int) -> None:
        super().__init__(convert_charrefs=True)
        self.limits = cells, columns
        self.found: list[_Table] = []
        self.open: list[_Table] = []
        self.unseen = 0
        self.title = ""
        self.heard: list[str] | None = None
        self.names: list[str] = []

    def tables(self) -> list[Grid]:
        """Return the tables that hold anything, with their names."""
        for table in self.open:
            table.end_cell()
        grids = [table.grid for table in self.found if table.grid.cells]
        if len(self.names) == len(grids):
            for name, grid in zip(self.names, grids, strict=True):
                grid.name = name
        return grids

    def handle_comment(self, data: str) -> None:
        """Excel names the sheets in a remark."""
        self.names += [" ".join(name.split()) for name in _SHEET_NAME.findall(data)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self.unseen += tag != "head"
        elif tag in _TITLES:
            self.heard = []
        elif tag == "table":
            self._start_table()
        elif tag == "tr" and self.open:
            self._start_row(about)
        elif tag in ("td", "th") and self.open:
            number = about.get("x:num") or about.get("sdval") or ""
            self.open[-1].start_cell(
                _span(about.get("colspan"), self.limits[1]), _span(about.get("rowspan"), _MOST_ROWS), number
            )
        elif tag in _BREAKS:
            self.handle_data(" ")

    def _start_table(self) -> None:
        if len(self.found) >= _MOST_TABLES:
            raise Refused("limit_tables", limit=_MOST_TABLES)
        table = _Table(self.limits[1], self.title)
        self.title = ""
        self.found.append(table)
        self.open.append(table)

    def _start_row(self, about: dict[str, str]) -> None:
        self.open[-1].start_row(hidden="hidden" in about or bool(_HIDDEN.search(about.get("style", ""))))
        if sum(table.area for table in self.open) > self.limits[0]:
            raise Refused("limit_cells", limit=self.limits[0])

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - (tag != "head"))
        elif tag in _TITLES and self.heard is not None:
            self._end_title(tag)
        elif tag == "table" and self.open:
            self.open[-1].end_cell()
            self.open.pop()
        elif tag in ("td", "th", "tr") and self.open:
            self.open[-1].end_cell()

    def _end_title(self, tag: str) -> None:
        title = " ".join("".join(self.heard or ()).split())[:_LONGEST_NAME]
        self.heard = None
        if tag == "caption" and self.open:
            self.open[-1].grid.name = title or self.open[-1].grid.name
        elif title:
            self.title = title

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        if self.heard is not None:
            self.heard.append(data)
        if self.open and self.open[-1].text is not None:
            self.open[-1].text.append(data)


def _span(text: str | None, most: int) -> int:
    """How many further columns or rows a cell reaches over."""
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 1  # noqa: PLR2004 - beyond any table
    return max(0, min(number, most) - 1)
