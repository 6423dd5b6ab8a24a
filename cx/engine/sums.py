"""Moments per group in whole numbers: the same bits from every engine (METHODS 13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np

from cx.engine import unpacked_sums
from cx.engine.addresses import Address
from cx.engine.allowances import Costs
from cx.engine.asking import asked
from cx.engine.columns import Columns
from cx.engine.held_table import Held
from cx.engine.queries import (
    ANSWERS,
    EVERY,
    FURTHEST,
    MOST,
    RATED,
    RATED_ROWS,
    Measure,
    Wanted,
    contrast_products,
    folded,
    histograms,
    one_pass,
    packed_contrasts,
    packed_products,
    products,
    rows_of,
    unfit_bits,
    unfit_of,
)
from cx.engine.sources import Source
from cx.errors import ArgumentError
from cx.process import Beat, Turns

Table = tuple[tuple[int, ...], ...]
_APART, _FOLDS = "apart", "folds"
"""Rows in groups of any size, and which groups go together."""


@dataclass(frozen=True)
class GroupSums:
    """Sums of all products of the constant, the outcome y, and per touchpoint z (rated) and w (rating)."""

    groups: tuple[int, ...]
    """Which of the 200 groups have rows."""
    products: tuple[Table, ...]
    """Per group a table of 2 + 2 p rows and columns: the constant, y, every z, every w."""
    ratings: tuple[tuple[tuple[int, int | None, int, int, int], ...], ...]
    """Per touchpoint (group, rating, how many, sum of y, sum of y²); rating ``None`` did not rate it."""
    rows: int
    """How many rows the table has, those without an outcome among them."""
    unfit: tuple[int, ...]
    """Of the outcome and each touchpoint, how many cells hold something that is no number of theirs."""
    contrasts: tuple[Table, ...] = ()
    """Per group a table of 2 + 3 p: the constant, per touchpoint z, low and high, then y; or none."""
    further: tuple[Columns, ...] = ()
    """What further queries answered."""


def group_sums(
    source: Source | Address,
    outcome: Measure,
    ratings: Sequence[Measure],
    *,
    identity: str | None = None,
    ends: Sequence[tuple[int, int]] = (),
    least: int = 1,
    marks: Mapping[str, str] | None = None,
    further: Sequence[str] = (),
    wanted: Wanted = (),
    name: str = "",
    costs: Costs | None = None,
    turns: Turns | None = None,
    beat: Beat | None = None,
) -> GroupSums:
    """Return the sums of a table of answers, one row a respondent; rows without an outcome are left out.

    Parameters
    ----------
    source
        The table.
    outcome, ratings
        Its columns, as whole numbers.
    identity
        The column that says whose answers they are; ``None``: rows are told apart by their number, which a
        table in a database has not.
    ends
        Per touchpoint the highest rating that is low and the lowest that is high, where contrasts are wanted.
    least
        A group of fewer rows goes together with the next one, so that no sum is of fewer people.
    marks, further
        Of a file: further columns of ``every``, by name, as expressions of its own; and queries to it:
        all rows, with the outcome ``y``, the ratings ``x0`` ... and the marks.
    wanted
        Columns with the values of which each row has to have one; other rows count nowhere.
    name, costs, turns, beat
        As :func:`cx.engine.asked` takes them.

    Raises
    ------
    ArgumentError
        When a table in a database has no column that says whose answers they are, or fewer than ``least``
        rows with an outcome.

    Notes
    -----
    Groups are those of :func:`cx.engine.queries.group_of`. Sums are whole numbers of any length: no engine
    rounds them, whatever the order of the rows.
    """
    may = {"name": name, "costs": costs, "turns": turns, "beat": beat}
    asking = _Asking(source, outcome, ratings, identity, ends, may, wanted)
    if isinstance(source, Address):
        return asking.of_table(source, least)
    return asking.of_file(marks or {}, further)


@dataclass(frozen=True)
class _Asking:
    """What sums are asked of, and what the question may cost."""

    source: Source | Address
    outcome: Measure
    ratings: Sequence[Measure]
    identity: str | None
    ends: Sequence[tuple[int, int]]
    costs: Mapping[str, Any]
    wanted: Wanted = ()

    @property
    def _p(self) -> int:
        return len(self.ratings)

    @property
    def _measures(self) -> list[Measure]:
        return [self.outcome, *self.ratings]

    def of_file(self, marks: Mapping[str, str], further: Sequence[str]) -> GroupSums:
        """Sums of a file: it is read once, by several threads where nobody lacks a name."""
        numbered, packs = self.identity is None, self._packs
        while True:
            found = self._asked_of_file(marks, further, numbered=numbered, packs=packs)
            odd, narrow = None in found[0]["g"], packs and not unpacked_sums.fits(found[0])
            if not odd and not narrow:
                break
            numbered, packs = numbered or odd, packs and not narrow
        sums, more = found[: self._asked], found[self._asked :]
        if packs:
            sums = (unpacked_sums.products(sums[0]), *sums[1:3], *map(unpacked_sums.contrasts, sums[3:]))
        return replace(read(sums, self._p), further=more)

    @property
    def _packs(self) -> bool:
        """Whether several sums may stand in one number."""
        furthest = (max(map(abs, one.ends)) if one.ends else FURTHEST + 1 for one in self.ratings)
        return all(end <= FURTHEST for end in furthest)

    @property
    def _asked(self) -> int:
        return 4 if self.ends else 3

    @property
    def _unfit(self) -> str:
        return unfit_of(ANSWERS, self._measures, self.wanted)

    def _asked_of_file(
        self, marks: Mapping[str, str], further: Sequence[str], *, numbered: bool, packs: bool
    ) -> tuple[Columns, ...]:
        moments, contrasts = (packed_products, packed_contrasts) if packs else (products, contrast_products)
        bits = len(self._measures) <= MOST
        unfit = unfit_bits(len(self._measures)) if bits else self._unfit
        queries = [moments(RATED_ROWS, self._p), histograms(RATED_ROWS, self._p), unfit]
        queries += [contrasts(RATED_ROWS, self.ends)] if self.ends else []
        rows = one_pass(
            *(ANSWERS, self.outcome, self.ratings, self.identity, marks),
            numbered=numbered,
            bits=bits,
            wanted=self.wanted,
        )
        return asked({ANSWERS: self.source}, [*queries, *further], made={EVERY: rows}, **self.costs)

    def of_table(self, source: Address, least: int) -> GroupSums:
        """Sums of a table in a database; no group of fewer rows than ``least``."""
        if self.identity is None:
            raise ArgumentError("address_identity", value=source.shown)
        queries = [products(RATED, self._p), histograms(RATED, self._p), self._unfit]
        queries += [contrast_products(RATED, self.ends)] if self.ends else []
        rows = rows_of(ANSWERS, self.outcome, self.ratings, self.identity, numbered=False, wanted=self.wanted)
        tables: dict[str, Source | Held | Address] = {ANSWERS: source}
        made = {RATED: rows}
        if least > 1:
            sizes = f"SELECT g, count(*) AS n FROM {_APART} GROUP BY g ORDER BY g"
            (known,) = asked(tables, [sizes], made={_APART: rows}, **self.costs)
            tables[_FOLDS] = _folds(known, least, source.shown)
            made = {_APART: rows, RATED: folded(_APART, _FOLDS, self._p)}
        return read(asked(tables, queries, made=made, **self.costs), self._p)


def _folds(sizes: Columns, least: int, name: str) -> Held:
    """Each group with the one that it goes into: the next, until there are enough; the last ones go back."""
    folds: dict[int, int] = {}
    into, n = 0, least
    for group, rows in ((_whole(g), _whole(n)) for g, n in sizes.rows()):
        into, n = (group, 0) if n >= least else (into, n)
        folds[group], n = into, n + rows
    if not folds or n < least:
        before = max((one for one in folds.values() if one != into), default=None)
        if before is None:
            raise ArgumentError("address_few", value=name, least=least)
        folds = {group: before if one == into else one for group, one in folds.items()}
    return Held({"g": np.array(list(folds)), "f": np.array(list(folds.values()))})


def read(found: Sequence[Columns], touchpoints: int) -> GroupSums:
    """Return the sums that the queries of :mod:`cx.engine.queries` answered.

    Parameters
    ----------
    found
        The products, the histograms, what fits no number, and the contrasts where they were asked for.
    """
    lines = [dict(zip(found[0].names, row, strict=True)) for row in found[0].rows()]
    ratings: list[list[tuple[int, int | None, int, int, int]]] = [[] for _ in range(touchpoints)]
    for j, group, rating, *sums in found[1].rows():
        n, y, squares = (_whole(cell) for cell in sums)
        ratings[_whole(j)].append((_whole(group), None if rating is None else _whole(rating), n, y, squares))
    (rows, *unfit), more = found[2].rows()[0], found[3:]
    by_group = {_whole(row[0]): dict(zip(one.names, row, strict=True)) for one in more for row in one.rows()}
    return GroupSums(
        tuple(_whole(line["g"]) for line in lines),
        tuple(_products(line, touchpoints) for line in lines),
        tuple(map(tuple, ratings)),
        _whole(rows),
        tuple(map(_whole, unfit)),
        tuple(_contrasts(by_group[_whole(line["g"])], line, touchpoints) for line in lines) if more else (),
    )


def _whole(cell: object) -> int:
    """A sum over no rows is NULL, and 0 here."""
    return int(cell or 0)  # type: ignore[call-overload, no-any-return]


def _products(line: Mapping[str, object], p: int) -> Table:
    found = [[0] * (2 + 2 * p) for _ in range(2 + 2 * p)]

    def put(row: int, column: int, name: str) -> None:
        found[row][column] = found[column][row] = _whole(line[name])

    put(0, 0, "n")
    put(0, 1, "y")
    put(1, 1, "yy")
    for j in range(p):
        z, w = 2 + j, 2 + p + j
        put(0, z, f"z{j}")
        put(z, z, f"z{j}")
        put(1, z, f"zy{j}")
        put(0, w, f"w{j}")
        put(z, w, f"w{j}")
        put(1, w, f"wy{j}")
        put(w, w, f"ww{j}")
    for j, k in combinations(range(p), 2):
        put(2 + j, 2 + k, f"zz{j}_{k}")
        put(2 + p + j, 2 + p + k, f"ww{j}_{k}")
        put(2 + j, 2 + p + k, f"zw{j}_{k}")
        put(2 + k, 2 + p + j, f"wz{j}_{k}")
    return tuple(map(tuple, found))


def _contrasts(line: Mapping[str, object], moments: Mapping[str, object], p: int) -> Table:
    names = [f"{kind}{j}" for j in range(p) for kind in ("z", "l", "h")]
    size = len(names) + 2
    found = [[0] * size for _ in range(size)]

    def put(row: int, column: int, value: object) -> None:
        found[row][column] = found[column][row] = _whole(value)

    put(0, 0, moments["n"])
    put(0, size - 1, moments["y"])
    put(size - 1, size - 1, moments["yy"])
    for place, name in enumerate(names, start=1):
        put(0, place, line[name])
        put(place, place, line[name])
        put(place, size - 1, line[f"{name}y"])
    for (a, first), (b, second) in combinations(enumerate(names, start=1), 2):
        if first[1:] != second[1:]:
            put(a, b, line[first + second])
        elif first[0] == "z":  # whoever rated it low or high rated it; nobody did both
            put(a, b, line[second])
    return tuple(map(tuple, found))
