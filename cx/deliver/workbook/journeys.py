"""The workbook of paths: every figure in full, times as durations, and what each column says."""

from __future__ import annotations

import datetime as dt
import io

from cx.deliver.ground import Book, Field, Kind, xml_text
from cx.deliver.told.journeys import PathSheet, PathsTold, paths_told, sheets
from cx.deliver.workbook.findings_sheet import add_findings
from cx.records.journeys import PathLook, Paths
from cx.text import Language, say

_WIDTHS: dict[Kind, float] = {"text": 30, "long": 70, "duration": 15}
_NUMBER_WIDTH = 14.0


def paths_workbook(paths: Paths, *, lang: Language, day: dt.date, look: PathLook | None = None) -> bytes:
    """Return the figures of paths as an .xlsx file.

    Notes
    -----
    Every text is written as text. Times are Excel's own: parts of a day, shown as hours, minutes and seconds.
    """
    told = paths_told(paths, lang, day, look)
    buffer = io.BytesIO()
    book = Book(buffer)
    title = xml_text(say("deliver.sheet.paths.summary", told.lang))
    book.about(title, say("app.name", told.lang), day)
    add(book, told)
    add_findings(book, told.found.findings, told.lang)
    book.file.close()
    return buffer.getvalue()


def add(book: Book, told: PathsTold) -> None:
    """Add a sheet for each kind of figure that there is, and one that says what the columns are."""
    found = sheets.all_of(told)
    for one in (*found, sheets.explained(found, told.lang)):
        _sheet(book, one)


def _sheet(book: Book, one: PathSheet) -> None:
    sheet = book.sheet(one.name)
    fields = [
        Field(head, _WIDTHS.get(kind, _NUMBER_WIDTH), kind)
        for head, kind in zip(one.heads, one.kinds, strict=True)
    ]
    book.table(sheet, fields, one.rows)
    for column, meaning in enumerate(one.meanings):
        sheet.write_comment(0, column, xml_text(meaning), {"x_scale": 1.6})
