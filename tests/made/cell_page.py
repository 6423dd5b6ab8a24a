"""One page of cells, as every workbook format is written from, so that formats can be compared."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

DAY_ZERO = dt.date(1899, 12, 30)
DAYS_1904 = 1462
GENERAL, PERCENT, DATE = 0, 1, 2
"""Positions of the cell styles in every file that is written here."""
FORMATS = (0, 10, 14)


@dataclass(frozen=True)
class Fault:
    """A cell with an error value, as a formula's result."""

    text: str = "#N/A"


@dataclass(frozen=True)
class Page:
    """One sheet; positions from 0, merged ranges as first row and column, last row and column."""

    rows: Sequence[Sequence[object]]
    name: str = "Scores"
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    percents: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def style(self, column: int, value: object) -> int:
        if isinstance(value, dt.date):
            return DATE
        return PERCENT if column in self.percents and not isinstance(value, str) else GENERAL


def serial(day: dt.date, *, from_1904: bool) -> float:
    return float((day - DAY_ZERO).days - (DAYS_1904 if from_1904 else 0))


# .xlsx


def zipped(parts: dict[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()
