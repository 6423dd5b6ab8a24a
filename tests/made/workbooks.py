"""Pages of cells in every workbook format."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence

import xlsxwriter

from tests.made.binary_workbooks import xls_bytes, xlsb_bytes
from tests.made.cell_page import DATE, GENERAL, PERCENT, Fault, Page
from tests.made.open_document import ods_bytes


def xlsx_bytes(pages: Sequence[Page], *, from_1904: bool = False) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "date_1904": from_1904}) as book:
        styles = {
            GENERAL: None,
            PERCENT: book.add_format({"num_format": "0.00%"}),
            DATE: book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for page in pages:
            sheet = book.add_worksheet(page.name)
            for row, cells in enumerate(page.rows):
                for column, value in enumerate(cells):
                    _xlsx_cell(sheet, row, column, value, styles[page.style(column, value)])
            for row in page.hidden_rows:
                sheet.set_row(row, None, None, {"hidden": True})
            for column in page.hidden_columns:
                sheet.set_column(column, column, None, None, {"hidden": True})
            for top, left, bottom, right in page.merged:
                sheet.merge_range(top, left, bottom, right, page.rows[top][left])
            if page.hidden:
                sheet.hide()
    return target.getvalue()


def _xlsx_cell(sheet: object, row: int, column: int, value: object, style: object) -> None:
    if isinstance(value, Fault):
        sheet.write_formula(row, column, "=1+1", style, value.text)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif value is not None:
        sheet.write_number(row, column, value, style)


BOOKS: dict[str, Callable[..., bytes]] = {
    "xlsx": xlsx_bytes,
    "xlsb": xlsb_bytes,
    "xls": xls_bytes,
    "ods": ods_bytes,
}
"""Every workbook format: pages to the bytes of a file."""


def one_page(kind: str) -> Callable[[Iterable[Sequence[object]]], bytes]:
    """Return the writer of plain rows in a format."""
    return lambda rows: BOOKS[kind]([Page([list(cells) for cells in rows])])
