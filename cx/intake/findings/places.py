"""Where the rows and numbers of a table stand in the user's files."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from cx.records.file import Touchpoints
from cx.records.finding import Finding, Severity


@dataclass(frozen=True)
class CellPlaces(Mapping[tuple[str, int, str], str]):
    """(sheet, row, column of ``Touchpoints.rows``) to the cell's address, worked out when it is asked for."""

    sheet: str
    rows: frozenset[int]
    letters: Mapping[str, str]
    """Column of ``Touchpoints.rows`` to the letter of the user's column."""
    moved: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """(row, column) to the address of a cell that stands elsewhere."""

    def __getitem__(self, key: tuple[str, int, str]) -> str:
        """Return the address."""
        sheet, row, column = key
        if sheet != self.sheet or row not in self.rows:
            raise KeyError(key)
        return self.moved.get((row, column)) or f"{self.letters[column]}{row}"

    def __iter__(self) -> Iterator[tuple[str, int, str]]:
        """Go through all cells."""
        return ((self.sheet, row, column) for row in sorted(self.rows) for column in self.letters)

    def __len__(self) -> int:
        """Return how many cells there are."""
        return len(self.rows) * len(self.letters)


def file_of(part: Touchpoints) -> str:
    """Return the name of a table's file, or of its files."""
    return ", ".join(dict.fromkeys(source.file for source in part.sources))


def about_row(
    part: Touchpoints,
    row: pd.Series | Mapping[Hashable, Any],
    severity: Severity,
    code: str,
    details: Mapping[str, object],
) -> Finding:
    """Return a finding about one row of a table, at the cell of its touchpoint."""
    sheet, number = str(row["sheet"]), int(row["row"])
    return Finding(
        severity,
        code,
        sheet=sheet or None,
        cell=part.cells.get((sheet, number, "touchpoint")),
        row=number,
        value=str(row["touchpoint"]),
        details=details,
    )


def about_rows(
    part: Touchpoints, places: Sequence[int], severity: Severity, code: str, details: Mapping[str, object]
) -> list[Finding]:
    """Return a finding about each of some rows of a table, as :func:`about_row` does for one.

    Parameters
    ----------
    places
        Positions of the rows. They are taken out together: one by one, very many cost seconds.
    """
    rows = part.rows[["sheet", "row", "touchpoint"]].iloc[list(places)].to_dict("records")
    return [about_row(part, row, severity, code, details) for row in rows]
