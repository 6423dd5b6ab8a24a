"""The rows of a workbook's one sheet as delimited text: what is too large to be packed cell by cell."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence

import python_calamine as calamine

from ..pipe.refusal import Refused

_PIECE = 20_000


def pieces_of(content: bytes, *, cells: int) -> list[bytes]:
    """Return the text in UTF-8, with commas, in pieces: numbers with a point, days and moments in ISO form.

    Raises
    ------
    Refused
        When the workbook is protected or damaged, holds more cells than allowed, or has several sheets with
        cells that are not hidden.
    """
    try:
        with calamine.load_workbook(io.BytesIO(content)) as workbook:
            return list(_pieces(workbook, cells))
    except calamine.PasswordError as error:
        raise Refused("password_needed") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Refused("workbook_damaged", reason=str(error)[:200]) from error


def _pieces(workbook: calamine.CalamineWorkbook, cells: int) -> Iterator[bytes]:
    shown = [
        place
        for place, about in enumerate(workbook.sheets_metadata)
        if str(about.visible).endswith(".Visible")
    ]
    filled = [sheet for place in shown if (sheet := workbook.get_sheet_by_index(place)).start is not None]
    if len(filled) != 1:
        raise Refused("files_sheets", n=len(filled))
    sheet = filled[0]
    if sheet.height * sheet.width > cells:
        raise Refused("limit_cells", limit=cells)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for at, row in enumerate(sheet.iter_rows(), start=1):
        writer.writerow(_row(row))
        if at % _PIECE == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _row(cells: Sequence[object]) -> list[object]:
    return [_cell(cell) for cell in cells]


def _cell(cell: object) -> object:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str):
        return cell.replace("\r", " ").replace("\n", " ")
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return cell.isoformat(" ") if isinstance(cell, dt.datetime) else cell
