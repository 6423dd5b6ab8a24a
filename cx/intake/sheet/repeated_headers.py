"""Header rows that stand again among the rows, as print-outs and joined lists have them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.records.file import BLANK, TEXT, Cell, Column, Sheet

_FEWEST = 2


def header_again(
    sheet: Sheet, header_rows: Sequence[int], inside: Sequence[int], places: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Return which rows hold in every column what a row of the header holds there.

    Parameters
    ----------
    header_rows
        The user's row numbers of the header.
    inside
        The positions of the table's columns.
    places
        The positions of the rows below the header; the result has one truth value for each.
    """
    found = np.zeros(len(places), dtype=bool)
    for row in header_rows:
        if 0 <= row - sheet.top < sheet.height:
            found |= _same([sheet.columns[place] for place in inside], row - sheet.top, places)
    return found


def _same(columns: Sequence[Column], header: int, places: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Rows with the texts of one row; none where all columns hold nothing but these, as ticked choices do."""
    named = [(column, cell) for column in columns if (cell := column.cell(header)).kind == "text"]
    rows, others = places, False
    for column, cell in named:
        there = _holds(column, cell, places)
        others = others or bool((~there & (column.kinds[places] != BLANK)).any())
        rows = rows[_holds(column, cell, rows)]
        if not len(rows):
            break
    enough = len(named) >= _FEWEST and others
    return np.isin(places, rows) if enough else np.zeros(len(places), dtype=bool)


def _holds(column: Column, cell: Cell, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    codes = [
        code for code, text in enumerate(column.texts) if text == cell.value
    ]  # a reader may repeat texts
    found: npt.NDArray[np.bool_] = np.isin(column.codes[rows], codes) & (column.kinds[rows] == TEXT)
    return found
