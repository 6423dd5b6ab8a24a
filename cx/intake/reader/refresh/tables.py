"""A table with new rows: cells that people rewrote or painted stay with their touchpoint and their column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from ..signs.fingerprint import cells_of, look_of_cell, rows_of, words_of
from ..signs.names import A, hashed
from .texts import look_carried

Base = Mapping[str, Any]
Place = tuple[str, str]
"""The name that stands in a row, and the head of the column, as fingerprints."""


@dataclass(frozen=True)
class Cell:
    """A cell that somebody changed."""

    element: Any
    slide: int
    words: str
    rewritten: bool
    painted: bool


@dataclass
class Changes:
    """The cells that people changed in the tables of one topic, on whichever page their row stands next."""

    cells: dict[Place, Cell] = field(default_factory=dict)
    used: set[Place] = field(default_factory=set)

    @property
    def lost(self) -> list[Cell]:
        """Cells that were rewritten, of rows that the new tables have no more."""
        return [one for place, one in self.cells.items() if one.rewritten and place not in self.used]


def same_form(base: Base, table: Any) -> bool:
    """Return whether a table has as many rows and columns as were written."""
    return [len(row) for row in base["cells"]] == [len(list(cells_of(row))) for row in rows_of(table)]


def noted(changes: Changes, base: Base, table: Any, slide: int) -> None:
    """Note the cells of an old table that differ from what was written."""
    names = _names(table, base["cells"])
    heads = base["cells"][0] if base["cells"] else []
    for at, row in enumerate(rows_of(table)):
        for place, cell in enumerate(cells_of(row)):
            said = words_of(cell)
            rewritten = hashed(said) != base["cells"][at][place]
            painted = hashed(look_of_cell(cell)) != base["looks"][at][place]
            if rewritten or painted:
                found = Cell(cell, slide, " ".join(said), rewritten, painted)
                changes.cells[names[at], heads[place]] = found


def filled(new: Any, changes: Changes) -> Iterator[tuple[Cell, str]]:
    """Put the changed cells into a new table, in place; yield those that were rewritten, with new words."""
    cells = [[hashed(words_of(cell)) for cell in cells_of(row)] for row in rows_of(new)]
    names, heads = _names(new, cells), cells[0] if cells else []
    for at, row in enumerate(rows_of(new)):
        for place, cell in enumerate(list(cells_of(row))):
            where = names[at], heads[place]
            changed = changes.cells.get(where)
            if changed is None:
                continue
            changes.used.add(where)
            said = " ".join(words_of(cell))
            _take(cell, changed)
            if changed.rewritten:
                yield changed, said


def widths_kept(new: Any, old: Any) -> None:
    """Give a new table the widths of the columns of an old one, in place."""
    ours, theirs = new.find(f"{A}tblGrid"), old.find(f"{A}tblGrid")
    if len(ours) == len(theirs):
        for one, other in zip(ours, theirs, strict=True):
            one.set("w", other.get("w", "0"))


def _take(cell: Any, changed: Cell) -> None:
    look = changed.element.find(f"{A}tcPr")
    own = cell.find(f"{A}tcPr")
    if look is not None and changed.painted:
        if own is not None:
            cell.remove(own)
        cell.append(deepcopy(look))
    text, theirs = cell.find(f"{A}txBody"), changed.element.find(f"{A}txBody")
    if changed.rewritten:
        cell.replace(text, deepcopy(theirs))
    elif changed.painted:
        look_carried(text, theirs)


def _names(table: Any, cells: Sequence[Sequence[str]]) -> list[str]:
    """What each row is known by: the words in its first bold column, else the most various one.

    The head is known by its place; and so is a row whose name stands more than once.
    """
    column = _name_column(table, cells)
    names = [row[column] if at and column < len(row) else f"row {at}" for at, row in enumerate(cells)]
    often = Counter(names)
    return [name if often[name] == 1 else f"row {at} {name}" for at, name in enumerate(names)]


def _name_column(table: Any, cells: Sequence[Sequence[str]]) -> int:
    bold: Counter[int] = Counter()
    for row in list(rows_of(table))[1:]:
        for place, cell in enumerate(cells_of(row)):
            look = cell.find(f".//{A}r/{A}rPr")
            bold[place] += look is not None and look.get("b") in ("1", "true")
    most = max(bold.values(), default=0)
    if most:
        return min(place for place, count in bold.items() if count == most)
    columns = list(zip(*cells[1:], strict=False))
    return max(range(len(columns)), key=lambda place: (len(set(columns[place])), -place), default=0)
