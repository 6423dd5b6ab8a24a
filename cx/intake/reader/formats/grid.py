"""Cells that come one by one, with their places, as a sheet's packed columns."""

from __future__ import annotations

from collections.abc import Iterable

from ..pipe.packed_columns import PackedSheet, pack
from ..pipe.refusal import Refused

_MOST_MERGED = 20_000


class Grid:
    """One sheet while it is read; places count from 0."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.name, self.hidden = "", False
        self.cells: dict[tuple[int, int], object] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.flaws: list[tuple[int, int, int, str]] = []
        """Row, column, kind and text of cells that look blank and are not."""
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.percent: dict[int, int] = {}
        """Column to how many of its numbers are shown as per cents."""

    def put(self, row: int, column: int, value: object) -> None:
        """Write down a cell.

        Raises
        ------
        Refused
            When it lies beyond the last column that a sheet may have.
        """
        if column >= self.columns:
            raise Refused("limit_columns", limit=self.columns)
        self.cells[row, column] = value

    def merge(self, row: int, column: int, down: int, across: int) -> None:
        """Write down that a cell reaches over others, so many further rows and columns."""
        if (down or across) and len(self.merged) < _MOST_MERGED:
            self.merged.append((row, column, row + down, min(column + across, self.columns - 1)))

    @property
    def area(self) -> int:
        """How many cells the filled area has."""
        return self._size(0) * self._size(1)

    def _ends(self, side: int) -> tuple[int, int]:
        places = [place[side] for place in (*self.cells, *((one[0], one[1]) for one in self.flaws))]
        return min(places, default=0), max(places, default=-1)

    def _size(self, side: int) -> int:
        first, last = self._ends(side)
        return last - first + 1

    def packed(self) -> PackedSheet:
        """Return the filled area as packed columns."""
        (top, bottom), (left, right) = self._ends(0), self._ends(1)
        height = bottom - top + 1
        filled: dict[int, list[object]] = {place: [""] * height for place in range(left, right + 1)}
        for (row, column), value in self.cells.items():
            filled[column][row - top] = value
        columns = [pack(cells) for cells in filled.values()]
        for place, count in self.percent.items():
            numbers = sum(isinstance(cell, float) for cell in filled[place])
            columns[place - left].percent = 2 * count > numbers
        sheet = PackedSheet(self.name, self.hidden, top + 1, left, height, columns, self.merged)
        for row, column, kind, text in self.flaws:
            sheet.set_flaw(row + 1, column, kind, text)
        sheet.hidden_rows = {row + 1 for row in self.hidden_rows}
        sheet.hidden_columns = self.hidden_columns
        return sheet


def sheets_of(grids: Iterable[Grid], cells: int) -> list[PackedSheet]:
    """Return all sheets packed.

    Raises
    ------
    Refused
        When together they hold more cells than allowed.
    """
    known = list(grids)
    if sum(grid.area for grid in known) > cells:
        raise Refused("limit_cells", limit=cells)
    return [grid.packed() for grid in known]
