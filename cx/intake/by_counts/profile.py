"""What is counted of each column of a table in a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx import engine
from cx.engine.queries import Asked, Feature, answers
from cx.errors import ArgumentError
from cx.process import Beat

TABLE = "t"
_MOST_TEXTS, _MOST_NUMBERS, _LONGEST = 60, 120, 120
"""A column with more different cells, or longer texts, has names or remarks: they stay where they are."""
_UNIQUE = 0.9
_MILLIONTHS = 6
_SUMS = 6
_AT_ONCE = 240
"""Pairs whose sums are asked together: a row of PostgreSQL's has 1,664 cells at most."""


@dataclass(frozen=True)
class Counted:
    """One column, by what was counted of it."""

    asked: Asked
    rows: int
    """How many rows the table has."""
    filled: int
    different: int
    cells: Mapping[str, int]
    """Texts to how many rows hold them: those that enough rows hold, where cells are few; else none."""
    quantiles: tuple[float, ...] = ()
    """Of many different numbers where they are parted into equal parts."""
    decimals: int = 0
    """How many decimals its numbers have."""
    length: float = 0.0
    """Of a text on average, with the shares of texts with a digit and with a space."""
    digits: float = 0.0
    spaces: float = 0.0

    @property
    def is_told(self) -> bool:
        """Whether its cells are known, and not merely how many there are."""
        return bool(self.cells)

    @property
    def is_unique(self) -> bool:
        """Whether nearly every row has a cell of its own."""
        return self.different > _UNIQUE * self.filled > 1 and not self.is_told

    @property
    def is_full(self) -> bool:
        """Whether every row holds something."""
        return self.filled == self.rows


@dataclass(frozen=True)
class Sums:
    """Sums of two columns over the rows that hold both."""

    n: float
    a: float
    b: float
    aa: float
    bb: float
    ab: float


def counted(address: engine.Address, least: int, beat: Beat | None = None) -> tuple[Counted, ...]:
    """Return what is counted of each column of a table.

    Parameters
    ----------
    address
        The table, with one row a respondent.
    least
        What fewer rows hold is not told.
    beat
        What it raises ends the query.

    Raises
    ------
    ArgumentError
        When the table has fewer rows than that, or no column that can be asked about.
    cx.errors.FileError
        When the database does not answer as it should.
    """
    engine.dialect_of(address)
    columns = [Asked(name, kind) for name, kind in engine.kinds_of(address).items() if kind != "other"]
    rows = 0
    if columns:
        (first,) = _answers(address, beat, answers.sizes(TABLE, columns))
        sizes = dict(zip(first.names, first.rows()[0], strict=True))
        rows = int(sizes["n"] or 0)
    if rows < max(least, 1):
        raise ArgumentError("address_few", value=address.shown, least=max(least, 1))
    found = [_sized(one, rows, sizes, at) for at, one in enumerate(columns)]
    return tuple(_told(address, found, least, beat))


def _sized(one: Asked, rows: int, sizes: Mapping[str, engine.Cell], at: int) -> Counted:
    def number(name: str) -> float:
        return float(sizes.get(f"{name}{at}") or 0)

    filled = int(number("f"))
    exact = [places for places in range(3) if number(f"p{places}_") == filled]
    return Counted(
        one,
        rows,
        filled,
        int(number("d")),
        {},
        decimals=next(iter(exact), _MILLIONTHS) if one.is_number else 0,
        length=number("l") / max(filled, 1),
        digits=number("x") / max(filled, 1),
        spaces=number("s") / max(filled, 1),
    )


def _told(
    address: engine.Address, columns: Sequence[Counted], least: int, beat: Beat | None
) -> list[Counted]:
    """The columns with their cells where these are few, and with quantiles where numbers are many."""
    few = {at: one.asked for at, one in enumerate(columns) if _is_few(one)}
    many = {
        at: one.asked
        for at, one in enumerate(columns)
        if at not in few and one.asked.is_number and one.filled >= answers.PARTS * least
    }
    queries = [answers.counts(TABLE, few, least)] if few else []
    queries += [answers.quantiles(TABLE, many)] if many else []
    found = list(_answers(address, beat, *queries)) if queries else []
    cells: dict[int, dict[str, int]] = {at: {} for at in few}
    for place, cell, n in found.pop(0).rows() if few else ():
        cells[int(place or 0)][str(cell)] = int(n or 0)
    parts = dict(zip(found[0].names, found[0].rows()[0], strict=True)) if found else {}
    return [
        Counted(
            **{
                **vars(one),
                "cells": cells.get(at, {}),
                "quantiles": tuple(
                    float(parts[f"q{at}_{part}"] or 0) for part in range(1, answers.PARTS) if at in many
                ),
            }
        )
        for at, one in enumerate(columns)
    ]


def _is_few(one: Counted) -> bool:
    if not one.filled or (one.asked.kind == "text" and one.length > _LONGEST):
        return False
    if one.asked.is_day:
        return True
    return one.different <= (_MOST_NUMBERS if one.asked.is_number else _MOST_TEXTS)


def sums_of(
    address: engine.Address,
    features: Sequence[Feature],
    pairs: Sequence[tuple[int, int]],
    beat: Beat | None = None,
) -> list[Sums]:
    """Return the sums of each pair of features."""
    parts = [pairs[start : start + _AT_ONCE] for start in range(0, len(pairs), _AT_ONCE)]
    found = _answers(address, beat, *(answers.together(TABLE, features, part) for part in parts))
    cells = [float(cell or 0) for one in found for cell in one.rows()[0]]
    return [Sums(*cells[start : start + _SUMS]) for start in range(0, len(cells), _SUMS)]


def _answers(address: engine.Address, beat: Beat | None, *queries: str) -> tuple[engine.Columns, ...]:
    return engine.asked({TABLE: address}, queries, name=address.shown, beat=beat)
