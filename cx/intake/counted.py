"""How many rows of the files are used, and how many are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cx.records import Touchpoints
from cx.records.understanding import Understanding
from cx.records.workbook import Workbook


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
    return Counts(used, without_score + sum(seen.rows_left_out for _, seen in files))
