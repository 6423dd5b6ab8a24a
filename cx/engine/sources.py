"""Where a table lies: one file or several, cut as the intake found, or a table in a database of DuckDB's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cx.engine.file_marks import Mark

Kind = Literal["delimited", "parquet", "duckdb"]


@dataclass(frozen=True)
class Source:
    """A table that queries know by a name."""

    paths: tuple[str, ...]
    """Files with the same columns, in the order in which their rows count."""
    kind: Kind
    columns: tuple[str, ...] = ()
    """Names of the columns of delimited files, each once; of a database: schema and table."""
    delimiter: str = ","
    quote: str = '"'
    """Empty: quotation marks are ordinary signs."""
    skip: int = 1
    """Lines above the first row of each delimited file."""
    encoding: str = "utf-8"
    """As Python calls it. What is neither UTF-8 nor UTF-16 is put into memory as UTF-8 first."""

    marks: tuple[Mark, ...] = ()
    """What the files looked like when they were chosen; empty: they are read as they are now."""

    def asked(self, name: str) -> dict[str, object]:
        """Return what the process that opens it is told."""
        encoding = self.encoding.lower().replace("_", "-")
        return {
            "name": name,
            "kind": self.kind,
            "paths": list(self.paths),
            "columns": list(self.columns),
            "delimiter": self.delimiter,
            "quote": self.quote,
            "skip": self.skip,
            "encoding": _PLAIN.get(encoding, self.encoding),
        }


_PLAIN = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "ascii": "utf-8", "utf-16": "utf-16", "utf-16-le": "utf-16"}
