"""Where a table lies: one file or several, cut as the intake found, or a table in a database of DuckDB's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cx.errors import ArgumentError

Kind = Literal["delimited", "parquet", "duckdb"]
_ENDINGS = (".csv", ".tsv", ".txt", ".parquet")
_GLOB, _HIDDEN = "*?[", ".~"


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

    @property
    def bytes(self) -> int:
        """What the files hold together."""
        return sum(Path(path).stat().st_size for path in self.paths)

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


def files_at(place: str, endings: Sequence[str] = _ENDINGS) -> tuple[str, ...]:
    """Return the files that a path, a folder or a pattern means, by name.

    Of a folder these are those with such endings. What hides itself, and what a program leaves beside a file
    that it has open, is none of them.

    Raises
    ------
    ArgumentError
        When there is none.
    """
    path = Path(place)
    if path.is_dir():
        found = [
            one for one in path.iterdir() if one.suffix.lower() in endings and one.name[0] not in _HIDDEN
        ]
    elif path.is_file():
        found = [path]
    else:
        pattern = any(sign in path.name for sign in _GLOB) and path.parent.is_dir()
        found = [one for one in path.parent.glob(path.name) if one.is_file()] if pattern else []
    if not found:
        raise ArgumentError("argument_file", value=place)
    return tuple(sorted(str(one.resolve()) for one in found))
