"""How many rows and columns of the files are used, and how many are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cx.intake.column_words import goes_into_others
from cx.records import Touchpoints
from cx.records.file import Understanding, Workbook

_OF_PEOPLE = ("responses", "ratings")


@dataclass(frozen=True)
class Counts:
    """Rows with a place on the matrix, rows that hold something and have none, and columns without a use."""

    used: int
    aside: int
    columns: int = 0


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
    both = list(files)
    aside = without_score + sum(_passed_over(workbook, seen) + seen.rows_below for workbook, seen in both)
    return Counts(used, aside, sum(_unused(seen) for _, seen in both))


def _unused(seen: Understanding) -> int:
    """How many columns are ignored or hidden, and ranges of columns beside the table; no parts of others."""
    ignored = [one for one in seen.columns_of("ignore") if not goes_into_others(one, seen)]
    return len(ignored) + len(seen.hidden_columns) + len(seen.beside)


def _passed_over(workbook: Workbook, seen: Understanding) -> int:
    if seen.shape in _OF_PEOPLE:
        return seen.rows_left_out + len(seen.hidden_rows)
    sheet = workbook.sheet(seen.sheet)
    if sheet is None or not seen.first_row or not seen.columns_of("satisfaction"):
        return 0  # a file beside others that holds volumes or impact: what matches nothing is a finding
    if seen.rows_moved:
        return seen.rows_left_out
    letters = [column.letter for column in seen.columns]
    rows = range(seen.first_row, seen.last_row + 1)
    filled = sum(any(sheet.cell(row, letter).kind != "blank" for letter in letters) for row in rows)
    return filled - seen.row_count
