"""How many rows of the files are used, and how many are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cx.records import Touchpoints
from cx.records.file import Understanding, Workbook


@dataclass(frozen=True)
class Counts:
    """Rows with a place on the matrix, and rows that hold something and have none."""

    used: int
    aside: int


def counts(touchpoints: Touchpoints, files: Iterable[tuple[Workbook, Understanding]]) -> Counts:
    """Return how many rows of the files have a place on the matrix.

    Parameters
    ----------
    touchpoints
        What came of all files together.
    files
        Each file as read (with the cells changed by hand), and how it was understood.
    """
    used = int(touchpoints.rows["satisfaction"].notna().sum())
    without_score = len(touchpoints.rows) - used
    return Counts(used, without_score + sum(_passed_over(workbook, seen) for workbook, seen in files))


def _passed_over(workbook: Workbook, seen: Understanding) -> int:
    sheet = workbook.sheet(seen.sheet)
    if sheet is None or not seen.first_row or not seen.columns_of("satisfaction"):
        return 0  # a file beside others that holds volumes or impact: what matches nothing is a finding
    if seen.rows_moved:
        return seen.rows_left_out
    letters = [column.letter for column in seen.columns]
    rows = range(seen.first_row, seen.last_row + 1)
    filled = sum(any(sheet.cell(row, letter).kind != "blank" for letter in letters) for row in rows)
    return filled - seen.row_count
