"""Sums of products, several in one number: a third of the work for an engine whose sums have 128 bits.

What :mod:`cx.engine.queries.products` asks for stands in parts of the bits here;
:mod:`cx.engine.unpacked_sums` takes them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

PART = 32
"""Bits of a sum of ratings: the next sum stands above them."""
FLAG = 30
"""Bits of a count."""
FURTHEST = 127
"""Ratings lie within so much of 0, so that their sums over :data:`MOST_ROWS` rows stay within their part."""
MOST_ROWS = 1 << 24
"""Of a group."""


def packed_products(table: str, touchpoints: int) -> str:
    """Return the query of the moments, one row a group: ``z`` and ``w`` stand in one number."""
    cells = ["count(*) AS n", "sum(y) AS y", "sum(y * y) AS yy"]
    for j in range(touchpoints):
        cells += [
            f"sum(r{j}) AS r{j}",
            f"sum(w{j} * w{j}) AS ww{j}",
            f"sum(z{j} * y) AS zy{j}",
            f"sum(w{j} * y) AS wy{j}",
        ]
    for j, k in combinations(range(touchpoints), 2):
        cells += [f"sum(z{j} * r{k}) AS zr{j}_{k}", f"sum(w{j} * r{k}) AS wr{j}_{k}"]
    parts = ", ".join(
        f"CAST(CASE WHEN x{j} IS NULL THEN 0 ELSE 1 END AS BIGINT) AS z{j},"
        f" CAST(coalesce(x{j}, 0) AS BIGINT) AS w{j}"
        for j in range(touchpoints)
    )
    both = ", ".join(f"z{j} + w{j} * {1 << PART} AS r{j}" for j in range(touchpoints))
    apart = f"SELECT g, y + CAST(0 AS BIGINT) AS y, {parts} FROM {table}"
    return _by_group(cells, f"SELECT *, {both} FROM ({apart}) AS apart")


def packed_contrasts(table: str, ends: Sequence[tuple[int, int]]) -> str:
    """Return the query of the sums that penalty and reward need: rated, low and high in one number.

    Parameters
    ----------
    ends
        As :func:`cx.engine.queries.contrast_products` takes them.
    """
    places = range(len(ends))
    flags = ", ".join(
        f"CAST(CASE WHEN x{j} IS NULL THEN 0 ELSE 1 END AS BIGINT) AS z{j},"
        f" CAST(CASE WHEN x{j} <= {low} THEN 1 ELSE 0 END AS BIGINT) AS l{j},"
        f" CAST(CASE WHEN x{j} >= {high} THEN 1 ELSE 0 END AS BIGINT) AS h{j}"
        for j, (low, high) in enumerate(ends)
    )
    three = ", ".join(f"z{j} + l{j} * {1 << FLAG} + h{j} * {1 << 2 * FLAG} AS p{j}" for j in places)
    cells = [f"sum(p{j}) AS p{j}" for j in places]
    cells += [f"sum({kind}{j} * y) AS {kind}{j}y" for j in places for kind in "zlh"]
    cells += [f"sum({kind}{j} * p{k}) AS {kind}{j}p{k}" for j, k in combinations(places, 2) for kind in "zlh"]
    apart = f"SELECT g, y + CAST(0 AS BIGINT) AS y, {flags} FROM {table}"
    return _by_group(cells, f"SELECT *, {three} FROM ({apart}) AS apart")


def _by_group(cells: Sequence[str], rows: str) -> str:
    return f"SELECT g, {', '.join(cells)} FROM ({rows}) AS wide GROUP BY g ORDER BY g"
