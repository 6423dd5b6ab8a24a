"""Answers in a database, one row a respondent: what is counted of their columns, so that no row leaves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cx.engine.files import literal, quoted

Kind = Literal["text", "whole", "amount", "moment", "instant", "day", "flag", "other"]
"""A moment is as a clock shows it, an instant one in the world."""
PARTS = 20
"""A column of many numbers is known by so many equal parts."""
_MONTH = 7


@dataclass(frozen=True)
class Asked:
    """A column of a table, and what kind of cells it holds."""

    name: str
    kind: Kind

    @property
    def text(self) -> str:
        """The expression of a cell as text, without blanks around it; NULL where it is blank."""
        return f"nullif(trim(CAST({quoted(self.name)} AS VARCHAR)), '')"

    @property
    def cell(self) -> str:
        """The expression of what is counted: a text; of days the month; of numbers the number itself."""
        if self.is_number:
            return quoted(self.name)
        return f"substr({self.text}, 1, {_MONTH})" if self.is_day else self.text

    @property
    def whole(self) -> str:
        """The expression of all that a cell says."""
        return quoted(self.name) if self.is_number else self.text

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers."""
        return self.kind in ("whole", "amount")

    @property
    def is_day(self) -> bool:
        """Whether it holds days or moments."""
        return self.kind in ("day", "moment", "instant")


def sizes(table: str, columns: Sequence[Asked]) -> str:
    """Return the query of how many rows there are, and of each column what its cells are like, counted.

    ``f`` filled cells, ``d`` different ones, ``l`` signs of all texts together, ``x`` texts with a digit and
    ``s`` with a space; ``p0``, ``p1``, ``p2`` numbers with no more than so many decimals.
    """
    cells = [part for at, one in enumerate(columns) for part in _sizes_of(at, one)]
    return f"SELECT {', '.join(['count(*) AS n', *cells])} FROM {quoted(table)}"


def _sizes_of(at: int, one: Asked) -> list[str]:
    found = [f"count({one.cell}) AS f{at}", f"count(DISTINCT {one.whole}) AS d{at}"]
    if one.is_number:
        exact = f"CAST({quoted(one.name)} AS DECIMAL(38, 6))"
        return found + [
            f"sum(CASE WHEN {exact} = round({exact}, {places}) THEN 1 ELSE 0 END) AS p{places}_{at}"
            for places in range(3)
        ]
    if one.kind == "text":
        digits = " OR ".join(f"{one.text} LIKE '%{digit}%'" for digit in range(10))
        found += [
            f"sum(length({one.text})) AS l{at}",
            f"sum(CASE WHEN {digits} THEN 1 ELSE 0 END) AS x{at}",
            f"sum(CASE WHEN {one.text} LIKE '% %' THEN 1 ELSE 0 END) AS s{at}",
        ]
    return found


def counts(table: str, columns: Mapping[int, Asked], least: int) -> str:
    """Return the query of how many rows hold each cell of some columns: those that so many rows hold.

    Lines of ``place``, ``cell`` as text and ``n``, the lowest texts first.
    """
    parts = [
        f"SELECT {at} AS place, CAST({one.cell} AS VARCHAR) AS cell, count(*) AS n FROM {quoted(table)}"
        f" WHERE {one.cell} IS NOT NULL GROUP BY {one.cell} HAVING count(*) >= {int(least)}"
        for at, one in columns.items()
    ]
    return f"SELECT place, cell, n FROM ({' UNION ALL '.join(parts)}) AS every ORDER BY place, cell"


def quantiles(table: str, columns: Mapping[int, Asked]) -> str:
    """Return the query of where the numbers of columns are parted into :data:`PARTS` equal parts.

    One row: ``q`` for each place and part.
    """
    cells = [
        f"percentile_cont({part / PARTS}) WITHIN GROUP (ORDER BY {quoted(one.name)}) AS q{at}_{part}"
        for at, one in columns.items()
        for part in range(1, PARTS)
    ]
    return f"SELECT {', '.join(cells)} FROM {quoted(table)}"


@dataclass(frozen=True)
class Feature:
    """A column as numbers: its own, those that texts stand for, or 1 where it holds anything."""

    asked: Asked
    numbers: Mapping[str, float] | None = None
    """What texts stand for; others count as no answer."""
    filled: bool = False
    """Whether nothing but that a cell is filled counts."""

    @property
    def sql(self) -> str:
        """The expression."""
        if self.filled:
            return f"CAST(CASE WHEN {self.asked.cell} IS NOT NULL THEN 1 END AS DOUBLE PRECISION)"
        if self.numbers is None:
            return f"CAST({quoted(self.asked.name)} AS DOUBLE PRECISION)"
        cases = "".join(
            f" WHEN {literal(text)} THEN {float(number)!r}" for text, number in self.numbers.items()
        )
        return f"CAST(CASE {self.asked.text}{cases} END AS DOUBLE PRECISION)"


def together(table: str, features: Sequence[Feature], pairs: Sequence[tuple[int, int]]) -> str:
    """Return the query of the sums of pairs of columns over the rows that hold both.

    One row: per pair ``n`` rows, sums ``a`` and ``b`` of both, of squares ``aa`` and ``bb``, of products
    ``ab``.
    """
    cells = [cell for at, pair in enumerate(pairs) for cell in _sums_of(at, *pair)]
    inner = ", ".join(f"{one.sql} AS x{at}" for at, one in enumerate(features))
    return f"SELECT {', '.join(cells)} FROM (SELECT {inner} FROM {quoted(table)}) AS numbers"


def _sums_of(at: int, j: int, k: int) -> list[str]:
    a, b = f"x{j}", f"x{k}"
    both = f"WHEN {a} IS NOT NULL AND {b} IS NOT NULL THEN"
    return [
        f"count({a} + {b}) AS n{at}",
        f"sum(CASE {both} {a} END) AS a{at}",
        f"sum(CASE {both} {b} END) AS b{at}",
        f"sum(CASE {both} {a} * {a} END) AS aa{at}",
        f"sum(CASE {both} {b} * {b} END) AS bb{at}",
        f"sum({a} * {b}) AS ab{at}",
    ]
