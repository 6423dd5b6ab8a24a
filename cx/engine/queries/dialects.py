"""What engines write in different ways: one small table."""

from __future__ import annotations

from typing import Literal

Dialect = Literal["duckdb", "postgres"]

PATH: dict[Dialect, str] = {
    "duckdb": "bit_xor(hash(hash(k, p))) AS h1, bit_xor(hash(hash(p, k, 7))) AS h2",
    "postgres": (
        "bit_xor(hashtextextended(k || ',' || p, 1)) AS h1, bit_xor(hashtextextended(k || ',' || p, 2)) AS h2"
    ),
}
"""128 bits that tell one order of touchpoints from another: equal paths have equal ones, and of a hundred
million different ones two are alike with a probability of 1e-23. Nothing printed depends on their values.
DuckDB's hash of several values is the xor of theirs, the first ones multiplied: without a second hash around
it, ``bit_xor`` would see which touchpoints there are, and not where."""
SET: dict[Dialect, str] = {
    "duckdb": "bit_xor(hash(p)) AS h1, bit_xor(hash(hash(p, 7))) AS h2",
    "postgres": (
        "bit_xor(hashtextextended(CAST(p AS TEXT), 1)) AS h1,"
        " bit_xor(hashtextextended(CAST(p AS TEXT), 2)) AS h2"
    ),
}
"""The same for which touchpoints a path has, in any order."""
