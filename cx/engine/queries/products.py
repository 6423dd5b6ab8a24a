"""Sums of all products of the model's columns, per group, in whole numbers (METHODS 13).

A rating ``x`` stands for two columns: z, 1 where it is there, and w, the rating or 0. What is NULL takes no
part in a product or a sum, so that ``count(a + b)`` counts those who rated both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations


def products(table: str, touchpoints: int) -> str:
    """Return the query of the moments: one row a group, named as :mod:`cx.engine.sums` reads them.

    Notes
    -----
    With the outcome y: ``n``, ``y``, ``yy``; per touchpoint j ``zj``, ``wj``, ``wwj``, ``zyj``, ``wyj``; per
    pair ``zzj_k``, ``wwj_k``, ``zwj_k``, ``wzj_k``. At 14 touchpoints these are 437 sums.
    """
    cells = ["count(*) AS n", "sum(y) AS y", "sum(y * y) AS yy"]
    for j in range(touchpoints):
        x = f"x{j}"
        cells += [
            f"count({x}) AS z{j}",
            f"sum({x}) AS w{j}",
            f"sum({x} * {x}) AS ww{j}",
            f"sum(CASE WHEN {x} IS NOT NULL THEN y END) AS zy{j}",
            f"sum({x} * y) AS wy{j}",
        ]
    for j, k in combinations(range(touchpoints), 2):
        cells += [
            f"count(x{j} + x{k}) AS zz{j}_{k}",
            f"sum(x{j} * x{k}) AS ww{j}_{k}",
            f"sum(CASE WHEN x{j} IS NOT NULL THEN x{k} END) AS zw{j}_{k}",
            f"sum(CASE WHEN x{k} IS NOT NULL THEN x{j} END) AS wz{j}_{k}",
        ]
    return f"SELECT g, {', '.join(cells)} FROM ({_widened(table, touchpoints)}) AS wide GROUP BY g ORDER BY g"


def _widened(table: str, touchpoints: int) -> str:
    """The rows in types that hold their products: a sum takes the wider of two, and decimals stay."""
    ratings = ", ".join(f"x{j} + CAST(0 AS INTEGER) AS x{j}" for j in range(touchpoints))
    return f"SELECT g, y + CAST(0 AS BIGINT) AS y, {ratings} FROM {table}"


def histograms(table: str, touchpoints: int) -> str:
    """Return the query of how often each rating was given per group, with sums of the outcome; NULL: none."""
    parts = (
        f"SELECT {j} AS j, g, x{j} AS x, count(*) AS n, sum(y) AS y, sum(y * y) AS yy"
        f" FROM (SELECT g, x{j}, y + CAST(0 AS BIGINT) AS y FROM {table}) AS t{j} GROUP BY g, x{j}"
        for j in range(touchpoints)
    )
    return f"SELECT * FROM ({' UNION ALL '.join(parts)}) AS every ORDER BY j, g, x"


def contrast_products(table: str, ends: Sequence[tuple[int, int]]) -> str:
    """Return the query of the sums that penalty and reward need.

    Parameters
    ----------
    ends
        Per touchpoint the highest rating that counts as low, and the lowest that counts as high.
    """
    names = [f"{kind}{j}" for j in range(len(ends)) for kind in ("z", "l", "h")]
    flags = ", ".join(
        f"CASE WHEN x{j} IS NOT NULL THEN 1 ELSE 0 END AS z{j},"
        f" CASE WHEN x{j} <= {low} THEN 1 ELSE 0 END AS l{j},"
        f" CASE WHEN x{j} >= {high} THEN 1 ELSE 0 END AS h{j}"
        for j, (low, high) in enumerate(ends)
    )
    cells = [f"sum({name}) AS {name}" for name in names] + [f"sum({name} * y) AS {name}y" for name in names]
    cells += [f"sum({a} * {b}) AS {a}{b}" for a, b in combinations(names, 2) if a[1:] != b[1:]]
    inner = f"SELECT g, y + CAST(0 AS BIGINT) AS y, {flags} FROM {table}"
    return f"SELECT g, {', '.join(cells)} FROM ({inner}) AS flagged GROUP BY g ORDER BY g"
