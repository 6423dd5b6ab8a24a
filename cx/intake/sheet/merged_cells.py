"""Cells merged downwards: a journey typed once for several touchpoints stands for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cx.records.file import BLANK, DATE, TEXT, Column, Sheet


def filled_down(
    sheet: Sheet, inside: Sequence[int], columns: Sequence[Column], rows: npt.NDArray[np.int64]
) -> tuple[tuple[Column, ...], dict[int, int]]:
    """Return the columns with merged texts repeated, and how many cells that filled, by position.

    Numbers are not repeated: one volume merged over three touchpoints is not the volume of each.

    Parameters
    ----------
    sheet
        Where the merged ranges stand.
    inside
        The position of each column in the sheet's area.
    columns
        The columns, with the cells of ``rows`` only.
    rows
        Positions, from 0, of the rows in the sheet's area; rising.
    """
    filled, counts = list(columns), {}
    ranges: dict[int, list[tuple[int, int]]] = {}
    for first, left, last, right in sheet.merged:
        if left == right and last > first:
            ranges.setdefault(left - sheet.left, []).append((first, last))
    for place, position in enumerate(inside):
        if position not in ranges:
            continue
        column, count = _filled(columns[place], ranges[position], rows + sheet.top - 1)
        if count:
            filled[place], counts[place] = column, count
    return tuple(filled), counts


def _filled(
    column: Column, ranges: Sequence[tuple[int, int]], rows: npt.NDArray[np.int64]
) -> tuple[Column, int]:
    kinds, codes, count = column.kinds.copy(), column.codes.copy(), 0
    for first, last in ranges:
        start, end = np.searchsorted(rows, [first, last + 1])
        if start >= end or rows[start] != first or kinds[start] not in (TEXT, DATE):
            continue
        blank = start + np.flatnonzero(kinds[start:end] == BLANK)
        kinds[blank], codes[blank] = kinds[start], codes[start]
        count += len(blank)
    return replace(column, kinds=kinds, codes=codes), count
