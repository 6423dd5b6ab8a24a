"""What engines write in different ways: one small table, by the names that Ibis and sqlglot give them.

Everything else of a query is in the part of DuckDB's dialect that sqlglot puts into theirs. Numbers that
stand for a text or a path tell them apart and mean nothing else: nothing printed depends on their values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Dialect = Literal["duckdb", "postgres", "pyspark", "snowflake", "bigquery"]
DIALECTS: tuple[Dialect, ...] = get_args(Dialect)


@dataclass(frozen=True)
class Words:
    """Expressions of one engine, each with places for what they are about."""

    number: str
    """A whole number of 64 bits for a text ``{0}``, another for another seed ``{1}`` of one digit."""
    mixed: str
    """The aggregate that mixes such numbers ``{0}``, in whatever order they come."""
    moment: str
    """Microseconds since 1970 of a moment ``{0}``."""
    exact: bool = True
    """Whether medians are exact."""

    @property
    def path(self) -> str:
        """128 bits that tell one order of touchpoints ``p`` at places ``k`` from another.

        Of a hundred million different paths two are alike with a probability of 1e-23.
        """
        text = "CAST(k AS VARCHAR) || ',' || CAST(p AS VARCHAR)"
        return self._marks(text)

    @property
    def set(self) -> str:
        """The same for which touchpoints ``p`` a path has, in any order."""
        return self._marks("CAST(p AS VARCHAR)")

    def _marks(self, text: str) -> str:
        return ", ".join(f"{self.mixed.format(self.number.format(text, seed))} AS h{seed}" for seed in (1, 2))


_DUCKDB_PATH = "bit_xor(hash(hash(k, p))) AS h1, bit_xor(hash(hash(p, k, 7))) AS h2"
_DUCKDB_SET = "bit_xor(hash(p)) AS h1, bit_xor(hash(hash(p, 7))) AS h2"


@dataclass(frozen=True)
class _DuckDB(Words):
    """Numbers are hashed as they are: no text is made of them.

    DuckDB's hash of several values is the xor of theirs, the first ones multiplied: without a second hash
    around it, ``bit_xor`` would see which touchpoints there are, and not where.
    """

    @property
    def path(self) -> str:
        return _DUCKDB_PATH

    @property
    def set(self) -> str:
        return _DUCKDB_SET


WORDS: Mapping[Dialect, Words] = {
    "duckdb": _DuckDB("hash({0}, {1})", "bit_xor({0})", "epoch_us({0})"),
    "postgres": Words(
        "hashtextextended({0}, {1})", "bit_xor({0})", "CAST(extract(epoch FROM {0}) * 1000000 AS BIGINT)"
    ),
    "pyspark": Words("xxhash64({0}, {1})", "bit_xor({0})", "unix_micros(CAST({0} AS TIMESTAMPTZ))"),
    "snowflake": Words("hash({0}, {1})", "bitxoragg({0})", "date_part(epoch_microsecond, {0})"),
    "bigquery": Words(
        "farm_fingerprint(concat('{1}', {0}))", "bit_xor({0})", "unix_micros(timestamp({0}))", exact=False
    ),
}
