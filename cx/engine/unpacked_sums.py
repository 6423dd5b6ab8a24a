"""Sums that stood several in one number, each by itself again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cx.engine.columns import Cell, Columns
from cx.engine.queries import packed_sums

_PAIR = re.compile(r"([zw])r(\d+_\d+)")
_THREE = re.compile(r"([zlh]\d+)?p(\d+)")


def products(found: Columns) -> Columns:
    """Return what :func:`cx.engine.queries.packed_products` answered, as the plain query names it."""
    return _apart(found, _of_products)


def contrasts(found: Columns) -> Columns:
    """Return what :func:`cx.engine.queries.packed_contrasts` answered, as the plain query names it."""
    return _apart(found, _of_contrasts)


def fits(found: Columns) -> bool:
    """Return whether no group has more rows than the parts of a number have room for."""
    return all(int(n or 0) < packed_sums.MOST_ROWS for n in found["n"])


def _apart(found: Columns, named: object) -> Columns:
    columns: dict[str, Sequence[Cell]] = {}
    for name, cells in zip(found.names, found.cells, strict=True):
        columns.update(named(name, cells))  # type: ignore[operator]
    return Columns(tuple(columns), tuple(columns.values()))


def _of_products(name: str, cells: Sequence[Cell]) -> dict[str, Sequence[Cell]]:
    if name[0] == "r":
        names = [f"z{name[1:]}", f"w{name[1:]}"]
    elif pair := _PAIR.fullmatch(name):
        names = [f"{pair[1]}{kind}{pair[2]}" for kind in "zw"]
    else:
        return {name: cells}
    return dict(zip(names, zip(*(_signed(cell) for cell in cells), strict=True), strict=True))


def _of_contrasts(name: str, cells: Sequence[Cell]) -> dict[str, Sequence[Cell]]:
    three = _THREE.fullmatch(name)
    if three is None:
        return {name: cells}
    names = [f"{three[1] or ''}{kind}{three[2]}" for kind in "zlh"]
    return dict(zip(names, zip(*(_counts(cell) for cell in cells), strict=True), strict=True))


def _signed(cell: Cell) -> tuple[int, int]:
    """The sum in the lower bits, which may be below 0, and that above them."""
    whole, half = int(cell or 0), 1 << (packed_sums.PART - 1)
    low = (whole + half) % (1 << packed_sums.PART) - half
    return low, (whole - low) >> packed_sums.PART


def _counts(cell: Cell) -> Iterator[int]:
    whole = int(cell or 0)
    for _ in range(3):
        yield whole % (1 << packed_sums.FLAG)
        whole >>= packed_sums.FLAG
