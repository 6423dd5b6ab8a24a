"""Tables that a person types: pasted, started from nothing, or mended cell by cell."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from cx import text
from cx.errors import LimitExceeded, UnreadableFile
from cx.intake.cells import numerals
from cx.intake.opening import Limits
from cx.intake.reader.formats import delimited
from cx.intake.reader.pipe.refusal import Refused
from cx.records.file import NOTHING, Cell, CellEdit, Column, Sheet, Workbook, column_of, position_of
from cx.text import Language

BLANK_HEADERS = ("touchpoint", "journey", "channel", "satisfaction", "impact", "volume", "owner")


def pasted(content: str, lang: Language, *, limits: Limits | None = None) -> Workbook:
    """Return text as copied from a spreadsheet (or typed with commas or semicolons) as a workbook.

    Raises
    ------
    UnreadableFile
        When nothing but blanks was pasted.
    LimitExceeded
        When it holds more cells than allowed.
    """
    name = text.say("pasted.name", lang)
    try:
        found = delimited.rows_of(content.strip("\r\n"), cells=(limits or Limits()).cells)
    except Refused as refusal:
        kind = LimitExceeded if refusal.key.startswith("limit_") else UnreadableFile
        raise kind(refusal.key, **{**refusal.values, "file": name}) from refusal
    columns = [
        column_of([typed(value) for value in cells]) for cells in zip_longest(*found.rows, fillvalue="")
    ]
    if not any(cell.strip() for row in found.rows for cell in row):
        raise UnreadableFile("empty_file", file=name)
    sheet = Sheet("", hidden=False, top=1, left=0, height=len(found.rows), columns=tuple(columns))
    return Workbook(name, _fingerprint(content), (sheet,), {"kind": "pasted", "delimiter": found.delimiter})


def blank(lang: Language) -> Workbook:
    """Return an empty table with our own header names."""
    headers = [text.say(f"blank.header.{name}", lang) for name in BLANK_HEADERS]
    columns = tuple(column_of([Cell("text", header)]) for header in headers)
    sheet = Sheet(text.say("blank.sheet", lang), hidden=False, top=1, left=0, height=1, columns=columns)
    return Workbook(text.say("blank.name", lang), _fingerprint(lang), (sheet,), {"kind": "blank"})


def edited(workbook: Workbook, edits: Sequence[CellEdit]) -> Workbook:
    """Return the workbook with cells changed by hand; the file itself stays as it was.

    Parameters
    ----------
    workbook
        The raw cells.
    edits
        The changes, in order; a later one to the same cell wins. Cells beside and below the filled area may
        be set too.
    """
    sheets = tuple(
        _edited(sheet, [edit for edit in edits if edit.sheet == sheet.name]) for sheet in workbook.sheets
    )
    stamp = _fingerprint(workbook.sha256 + repr(tuple(edits))) if edits else workbook.sha256
    return replace(workbook, sheets=sheets, sha256=stamp)


def typed(content: str) -> Cell:
    """Return the cell that a typed text makes: a number where it can only be one, else text.

    A text such as ``1.234`` or ``12%`` stays text: what it is worth is decided with the rest of its column.

    Examples
    --------
    >>> typed("7,4").value, typed("n.v.t.").kind, typed(" ").kind, typed("1.234").kind
    (7.4, 'text', 'blank', 'text')
    """
    if not content.strip():
        return NOTHING
    said = numerals.evidence([content])
    number = None if said.either or "%" in content else numerals.number_in(content, said.mark or ".")
    return Cell("text", content) if number is None else Cell("number", number)


def _edited(sheet: Sheet, edits: Sequence[CellEdit]) -> Sheet:
    if not edits:
        return sheet
    grown = _grown(sheet, edits)
    by_column: dict[int, list[CellEdit]] = {}
    for edit in edits:
        by_column.setdefault(position_of(edit.column) - grown.left, []).append(edit)
    columns = list(grown.columns)
    for place, changes in by_column.items():
        columns[place] = _changed(
            columns[place], {edit.row - grown.top: typed(edit.text) for edit in changes}
        )
    return replace(grown, columns=tuple(columns))


def _changed(column: Column, cells: dict[int, Cell]) -> Column:
    changed = column_of([cells.get(row) or column.cell(row) for row in range(len(column.kinds))])
    return _as(column, changed)


def _as(column: Column, changed: Column) -> Column:
    """Other cells of a column with what the file says of all of them."""
    return replace(
        changed,
        percent=column.percent,
        labels=column.labels,
        missing=column.missing,
        missing_texts=column.missing_texts,
    )


def _grown(sheet: Sheet, edits: Sequence[CellEdit]) -> Sheet:
    """The sheet with its filled area stretched to the edited cells."""
    rows = [edit.row for edit in edits]
    places = [position_of(edit.column) for edit in edits]
    if not sheet.columns:
        sheet = replace(sheet, top=min(rows), left=min(places), height=0)
    top, left = min(sheet.top, *rows), min(sheet.left, *places)
    bottom = max(sheet.top + sheet.height - 1, *rows)
    right = max(sheet.left + len(sheet.columns) - 1, *places)
    if (top, left) == (sheet.top, sheet.left) and (bottom, right) == (
        sheet.top + sheet.height - 1,
        sheet.left + len(sheet.columns) - 1,
    ):
        return sheet
    columns = [
        column_of([sheet.cell(row, place + 1) for row in range(top, bottom + 1)])
        for place in range(left, right + 1)
    ]
    for place, column in enumerate(sheet.columns, sheet.left - left):
        columns[place] = _as(column, columns[place])
    names = dict(enumerate(sheet.names, sheet.left - left))
    return replace(
        sheet,
        top=top,
        left=left,
        height=bottom - top + 1,
        columns=tuple(columns),
        names=tuple(names.get(place, "") for place in range(len(columns))) if names else (),
    )


def _fingerprint(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
