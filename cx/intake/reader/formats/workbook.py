"""Sheets of a workbook, through the spreadsheet reader."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice

import python_calamine as calamine

from ..container import kinds
from ..flaws import tolerant
from ..flaws.search import Search
from ..pipe.gathered_columns import pack_rows
from ..pipe.packed_columns import PackedSheet
from ..pipe.refusal import Refused

_MOST_MERGED = 20_000
_WORK_SHEET = "WorkSheet"


def sheets_of(content: bytes, *, cells: int, columns: int) -> tuple[list[PackedSheet], dict[str, str]]:
    """Return every work sheet of the workbook, packed, and what to note about the reading.

    Raises
    ------
    Refused
        When the workbook is protected, damaged or empty, or holds more cells or columns than allowed.
    """
    search = Search(content)
    try:
        sheets, notes = _by_reader(content, cells, columns), {}
    except Refused as refusal:
        mended = tolerant.sheets_of(content, cells=cells) if refusal.key == "workbook_damaged" else None
        if mended is None:
            raise
        sheets, notes = mended, {"damage": str(refusal.values.get("reason", ""))}
    if not any(sheet.columns for sheet in sheets):
        raise Refused(kinds.emptiness_of(content))
    search.put(sheets)
    return sheets, notes


def _by_reader(content: bytes, cells: int, columns: int) -> list[PackedSheet]:
    try:
        with calamine.load_workbook(io.BytesIO(content)) as workbook:
            return list(_sheets(workbook, cells, columns))
    except calamine.PasswordError as error:
        raise Refused("password_needed") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise _refusal(error) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader gives it no place to import it from
            raise Refused("workbook_damaged", reason="panic") from error
        raise


def _refusal(error: Exception) -> Refused:
    words = str(error)
    if "password" in words.lower() or "encrypted" in words.lower():
        return Refused("password_needed")
    return Refused("workbook_damaged", reason=words[:200])


def _sheets(workbook: calamine.CalamineWorkbook, cells: int, columns: int) -> Iterator[PackedSheet]:
    left = cells
    for position, about in enumerate(workbook.sheets_metadata):
        if str(about.typ).rsplit(".", 1)[-1] != _WORK_SHEET:
            continue
        sheet = workbook.get_sheet_by_index(position)
        if sheet.width > columns:
            raise Refused("limit_columns", limit=columns)
        left -= sheet.height * sheet.width
        if left < 0:
            raise Refused("limit_cells", limit=cells)
        yield _packed(sheet, hidden=str(about.visible).rsplit(".", 1)[-1] != "Visible")


def _packed(sheet: calamine.CalamineSheet, *, hidden: bool) -> PackedSheet:
    start = sheet.start
    if start is None:
        return PackedSheet(sheet.name, hidden, 1, 0, 0, [])
    rows = islice(sheet.iter_rows(), start[0], None)  # it begins with the empty rows above the area
    columns = pack_rows(rows, sheet.width)
    merged = [(*first, *last) for first, last in (sheet.merged_cell_ranges or [])[:_MOST_MERGED]]
    return PackedSheet(sheet.name, hidden, start[0] + 1, start[1], sheet.height, columns, merged)
