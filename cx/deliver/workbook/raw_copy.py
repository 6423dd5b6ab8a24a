"""A new workbook of the raw cells with the findings marked, where the user's own cannot be written into."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cx import text
from cx.deliver.ground import cell_number, cell_text, sheet_name, starts_formula
from cx.deliver.workbook import finding_marks
from cx.deliver.workbook.finding_marks import Mark
from cx.picture.colour import INK
from cx.records import Finding
from cx.records.file import Cell, Sheet, Workbook, position_of
from cx.text import Language

if TYPE_CHECKING:
    from xlsxwriter import Workbook as Written
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_TEXT = {"font_name": "Arial", "font_size": 10, "font_color": INK}
_DAY, _MOMENT = "yyyy-mm-dd", "yyyy-mm-dd\\ hh:mm"
_LOOKED_AT = 40
_NOTE_WIDTH, _LETTERS_A_LINE, _LINE = 360, 52, 18


def written(workbook: Workbook, findings: Sequence[Finding], title: str, lang: Language) -> bytes:
    """Return a new .xlsx of every sheet's cells, with marks, and the list of findings behind them.

    It is written row by row, so that a large table costs no memory to speak of.
    """
    from xlsxwriter import Workbook as Written

    author = text.say("app.name", lang)
    buffer = io.BytesIO()
    with Written(buffer, {"constant_memory": True}) as book:
        names = unique_names([*(sheet.name or workbook.name for sheet in workbook.sheets), title])
        for sheet, name in zip(workbook.sheets, names, strict=False):
            found = [mark for mark in finding_marks.marks_of(findings, lang) if mark.sheet == sheet.name]
            _Copy(book, book.add_worksheet(name), found, author).fill(sheet)
        places = dict(zip([sheet.name for sheet in workbook.sheets], names, strict=False))
        _list(book, book.add_worksheet(names[-1]), findings, places, lang)
        _show_one(book, workbook)
    return buffer.getvalue()


def unique_names(names: Sequence[str]) -> list[str]:
    """Return legal names of sheets, no two alike for Excel.

    Examples
    --------
    >>> unique_names(["Q3", "q3", "a/b"])
    ['Q3', 'q3 2', 'a b']
    """
    taken: list[str] = []
    for name in names:
        legal, count = sheet_name(name), 2
        candidate = legal
        while candidate.casefold() in {one.casefold() for one in taken} | {"history"}:
            candidate = f"{legal[:27]} {count}"
            count += 1
        taken.append(candidate)
    return taken


class _Copy:
    """One sheet on its way into the new workbook."""

    def __init__(self, book: Written, sheet: Worksheet, found: Sequence[Mark], author: str) -> None:
        self.book, self.sheet, self.author = book, sheet, author
        self.formats: dict[tuple[str | None, str | None, bool], Format] = {}
        self.marks: dict[int, dict[int, Mark]] = {}
        for mark in found:
            letters = mark.cell.rstrip("0123456789")
            row = int(mark.cell.removeprefix(letters))
            self.marks.setdefault(row, {})[position_of(letters) + 1] = mark

    def fill(self, source: Sheet) -> None:
        """Write the cells row by row: what is written row by row takes nothing for a row above."""
        for column in _columns(source):
            self.sheet.set_column(column - 1, column - 1, _width(source, column))
        for row in _rows(source, list(self.marks)):
            marked = self.marks.get(row, {})
            for column in _columns(source):
                self._write(row - 1, column - 1, source.cell(row, column), marked.get(column))
            for column, mark in marked.items():
                self.sheet.write_comment(row - 1, column - 1, mark.text, _note(mark.text, self.author))
        if source.hidden:
            self.sheet.hide()

    def _write(self, row: int, column: int, cell: Cell, mark: Mark | None) -> None:
        fill, value = mark.fill if mark else None, cell.value
        if isinstance(value, bool):
            self.sheet.write_boolean(row, column, value, self._look(fill))
        elif isinstance(value, float) and math.isfinite(value):
            self.sheet.write_number(row, column, cell_number(value), self._look(fill))
        elif cell.kind == "date" and (moment := _moment(str(value))):
            pattern = _MOMENT if moment.time() != dt.time() else _DAY
            self.sheet.write_datetime(row, column, moment, self._look(fill, pattern))
        elif isinstance(value, str):
            look = self._look(fill, quoted=starts_formula(value))
            self.sheet.write_string(row, column, cell_text(value), look)
        elif mark:
            self.sheet.write_blank(row, column, None, self._look(fill))

    def _look(self, fill: str | None, pattern: str | None = None, *, quoted: bool = False) -> Format:
        key = (fill, pattern, quoted)
        if key not in self.formats:
            shade = {"bg_color": f"#{fill}"} if fill else {}
            form = {"num_format": pattern} if pattern else {}
            quote = {"quote_prefix": True} if quoted else {}
            self.formats[key] = self.book.add_format({**_TEXT, **shade, **form, **quote})
        return self.formats[key]


def _rows(source: Sheet, marked: Sequence[int]) -> Iterator[int]:
    bottom = min(LAST_ROW, max([source.row_count, *marked]))
    top = min([source.top, *marked])
    yield from range(top, bottom + 1) if source.columns else marked


def _columns(source: Sheet) -> range:
    return range(source.left + 1, min(LAST_COLUMN, source.column_count) + 1)


def _width(source: Sheet, column: int) -> float:
    """The width of a column in characters, by its first rows."""
    seen = range(source.top, min(source.row_count, source.top + _LOOKED_AT) + 1)
    return float(max(8, min(40, 2 + max(len(source.cell(row, column).shown) for row in seen))))


def _moment(value: str) -> dt.datetime | None:
    """The date of a cell; none for one that Excel's calendar has not."""
    try:
        moment = dt.datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None
    return moment if moment.year >= 1900 else None  # noqa: PLR2004 - Excel's first year


def _note(words: str, author: str) -> dict[str, str | float]:
    lines = sum(max(1, math.ceil(len(line) / _LETTERS_A_LINE)) for line in words.split("\n"))
    return {"author": author, "width": _NOTE_WIDTH, "height": _LINE * (lines + 1), "font_size": 9}


def _list(
    book: Written, sheet: Worksheet, findings: Sequence[Finding], names: Mapping[str, str], lang: Language
) -> None:
    plain = book.add_format({**_TEXT, "valign": "top", "text_wrap": True})
    bold = book.add_format({**_TEXT, "valign": "top", "bold": True})
    for column, (title, width) in enumerate(zip(finding_marks.head(lang), finding_marks.WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, bold)
    links = dict(finding_marks.links_of(findings, names))
    for row, line in enumerate(finding_marks.lines_of(findings, lang), start=1):
        for column, words in enumerate(line):
            if row + 1 in links and column == finding_marks.LINKED - 1:
                sheet.write_url(row, column, f"internal:{links[row + 1]}", plain, words)
            else:
                sheet.write_string(row, column, words, plain)
    sheet.freeze_panes(1, 0)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _show_one(book: Written, workbook: Workbook) -> None:
    """Open on the first sheet that is not hidden."""
    places = [place for place, sheet in enumerate(workbook.sheets) if not sheet.hidden]
    book.worksheets()[places[0] if places else len(workbook.sheets)].activate()
