"""What a query answers: named columns of plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Cell = int | float | str | bool | None


@dataclass(frozen=True)
class Columns:
    """The rows that one query gave, column by column."""

    names: tuple[str, ...]
    cells: tuple[Sequence[Cell], ...]
    """A column each: whole numbers of any length are exact, moments are ISO text, ``None`` is missing."""

    def __getitem__(self, name: str) -> Sequence[Cell]:
        """Return the column of that name."""
        return self.cells[self.names.index(name)]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.cells[0]) if self.cells else 0

    def rows(self) -> list[tuple[Cell, ...]]:
        """Return the rows.

        Examples
        --------
        >>> Columns(("from", "n"), (("Invoice", "App"), (3, 4))).rows()
        [('Invoice', 3), ('App', 4)]
        """
        return list(zip(*self.cells, strict=True))
