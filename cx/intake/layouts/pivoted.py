"""A table with one cell a row: what was measured or asked stands in a column of its own, its value beside it.

Such a file has a row for each measure of a touchpoint, or for each answer of a respondent. Where the answers
of all questions lie on one scale they are read as they stand; a choice or a sentence among them is no rating.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.cells import numbers_of
from cx.intake.layouts.made_columns import free_letter
from cx.intake.layouts.turned_table import measure_of
from cx.intake.sheet import Absorbed, Arrangement, Known, Origin, Table, Told
from cx.records.file import BLANK, TEXT, Column, Role, letter_of, position_of

_FEWEST, _MOST_ROWS, _MOST_COLUMNS = 6, 200_000, 12
_FEWEST_PEOPLE, _MOST_LABELS = 8, 60
_NEARLY_ALL, _MOSTLY, _FEW = 0.95, 0.6, 2
_LONGEST_SCALE, _LONGEST = 11.0, 200
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Grid:
    """Which columns name the row and the column of each value, and where each value stands."""

    names: int
    labels: int
    values: int
    rows: Places
    """(names, labels) the row of the table that holds the value; -1 without one."""
    called: tuple[str, ...]
    role: Role


def of(table: Table) -> Table | None:
    """Return a table with a column for each measure or question; ``None`` where it has them already."""
    if not _FEWEST <= table.height <= _MOST_ROWS or not 2 < len(table.headers) <= _MOST_COLUMNS:  # noqa: PLR2004 - who, what and how much
        return None
    if table.arrangement.known:
        return None
    grid = next(_grids(table), None)
    return None if grid is None else _wide(table, grid)


def _grids(table: Table) -> Iterator[_Grid]:
    """The ways to lay out a table by two of its columns; the labels in words before their codes."""
    places = range(len(table.headers))
    labels = [place for place in places if _may_label(table.columns[place], table.height)]
    labels.sort(key=lambda place: -max(map(len, table.columns[place].texts)))
    for what in labels:
        for who in places:
            if who == what or not _crosses(table, who, what):
                continue
            rest = [
                place for place in places if place not in (who, what) and _varies(table, place, who, what)
            ]
            if len(rest) == 1:
                grid = _grid(table, who, what, rest[0])
                if grid is not None:
                    yield grid


def _may_label(column: Column, height: int) -> bool:
    texts = int(np.count_nonzero(column.kinds == TEXT))
    return texts == height and _FEW <= len(column.texts) <= min(_MOST_LABELS, height / _FEW)


def _crosses(table: Table, who: int, what: int) -> bool:
    """Whether no two rows have the same name and label, and names come back."""
    own, label = table.labels(who), table.labels(what)
    if not _FEW <= own.count <= table.height / _FEW or bool((own.ids == 0).any()):
        return False
    pairs = len(np.unique(own.ids * (len(label.names) + 1) + label.ids))
    return pairs >= _NEARLY_ALL * table.height


def _varies(table: Table, place: int, who: int, what: int) -> bool:
    """Whether a column says something of its own in each row: not of whom it is, nor of what."""
    own = table.labels(place)
    if own.count < _FEW:
        return False
    for other in (table.labels(who), table.labels(what)):
        pairs = len(np.unique(other.ids * (len(own.names) + 1) + own.ids))
        if pairs <= other.count:
            return False
    return True


def _grid(table: Table, who: int, what: int, value: int) -> _Grid | None:
    """The layout by two columns, where the labels are measures, or the answers of different kinds."""
    label = table.labels(what)
    order = list(dict.fromkeys(label.ids.tolist()))
    first = {one: str(label.texts[int(np.argmax(label.ids == one))]) for one in order}
    called = tuple(first[one] for one in order)
    found = [measure_of(text[:_LONGEST]) for text in called]
    known = [role for role in found if role]
    each = len(set(known)) == len(known)  # answers such as ``satisfied`` are no measures
    measures = each and "satisfaction" in known and len(known) >= max(_FEW, _MOSTLY * len(found))
    people = table.labels(who).count >= _FEWEST_PEOPLE and not known
    if not measures and not (
        people and _are_mixed(table.columns[value], [label.ids == one for one in order])
    ):
        return None
    names, at = np.unique(table.labels(who).ids, return_inverse=True)
    rank = np.argsort(np.argsort([int(np.argmax(at == one)) for one in range(len(names))]))
    rows = np.full((len(names), len(order)), -1, np.int64)
    places = {one: place for place, one in enumerate(order)}
    rows[rank[at], [places[one] for one in label.ids.tolist()]] = np.arange(table.height)
    return _Grid(who, what, value, rows, called, "touchpoint" if measures else "respondent")


def _are_mixed(column: Column, parts: Sequence[npt.NDArray[np.bool_]]) -> bool:
    """Whether some questions are answered with numbers of a scale, and others otherwise."""
    read = numbers_of(column)
    ends, other = set(), 0
    for rows in parts:
        values = read.values[rows]
        known = values[np.isfinite(values)]
        if len(known) < _NEARLY_ALL * len(values):
            other += 1
        elif np.ptp(known) and known.min() >= 0 and known.max() <= _LONGEST_SCALE:
            ends.add(float(known.max()) > _LONGEST_SCALE / 2)
    return bool(ends) and (other > 0 or len(ends) > 1)


def _wide(table: Table, grid: _Grid) -> Table:
    """The table with a row for each name and a column for each label."""
    firsts = np.where(grid.rows >= 0, grid.rows, table.height).min(axis=1)
    kept = [
        place
        for place in range(len(table.headers))
        if place not in (grid.labels, grid.values) and _is_of_names(table, place, grid.names)
    ]
    columns = [_picked(table.columns[place], firsts) for place in kept]
    columns += [_picked(table.columns[grid.values], own) for own in grid.rows.T]
    letters = [table.letters[place] for place in kept]
    for _ in grid.called:
        letters.append(free_letter(table, letters[-1:]) if len(letters) == len(kept) else _next(letters[-1]))
    value = position_of(table.letters[grid.values])
    origins = {
        at: Origin(table.rows[firsts], np.full(len(firsts), position_of(table.letters[place]), np.int64))
        for at, place in enumerate(kept)
    }
    origins |= {
        len(kept) + at: Origin(
            table.rows[np.where(own >= 0, own, firsts)], np.full(len(own), value, np.int64)
        )
        for at, own in enumerate(grid.rows.T)
    }
    away = [place for place in range(len(table.headers)) if place not in kept]
    other = table.headers[grid.names]
    absorbed = [Absorbed(table.headers[place], table.letters[place], "pivoted", other) for place in away]
    details = {
        "labels": table.headers[grid.labels],
        "values": table.headers[grid.values],
        "n": len(grid.called),
    }
    old = table.arrangement
    return replace(
        table,
        headers=(
            *(table.headers[place] for place in kept),
            *_apart(grid.called, [table.headers[at] for at in kept]),
        ),
        letters=tuple(letters),
        columns=tuple(columns),
        rows=table.rows[firsts],
        aliases=(),
        merged={},
        gathered={},
        arrangement=Arrangement(
            known={kept.index(grid.names): Known(grid.role, "pivoted_names")},
            told=(*old.told, Told("info", "pivoted", None, details)),
            origins=origins,
            shape="responses" if grid.role == "respondent" else None,
            absorbed=(*old.absorbed, *absorbed),
            moved=True,
        ),
    )


def _is_of_names(table: Table, place: int, names: int) -> bool:
    """Whether a column holds one thing for each name."""
    own, other = table.labels(place), table.labels(names)
    return place == names or len(np.unique(other.ids * (len(own.names) + 1) + own.ids)) <= other.count


def _picked(column: Column, rows: Places) -> Column:
    """The cells of some rows; blank where there is none."""
    there = rows >= 0
    return replace(
        column,
        kinds=np.where(there, column.kinds[rows], np.uint8(BLANK)).astype(np.uint8),
        numbers=np.where(there, column.numbers[rows], np.nan),
        codes=np.where(there, column.codes[rows], -1).astype(np.int32),
    )


def _next(letter: str) -> str:
    return letter_of(position_of(letter) + 1)


def _apart(names: Sequence[str], taken: Sequence[str]) -> list[str]:
    """Headers of which each is different from the others."""
    found: list[str] = []
    for name in names:
        header = " ".join(name.split())
        while header in (*taken, *found):
            header += "′"
        found.append(header)
    return found
