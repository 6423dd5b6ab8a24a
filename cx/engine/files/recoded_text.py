"""Text in an encoding that DuckDB does not know, held in memory as UTF-8."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import Any

_PIECE = 4_000_000
_KNOWN = ("utf-8", "utf-16")


class UnknownError(Exception):
    """An encoding for which the system would need files that lie in memory alone, and has none."""


def tables(every: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the tables, with texts in other encodings read from memory.

    Raises
    ------
    UnknownError
        When one has another encoding, and the system no files in memory.
    """
    return [one if one["kind"] != "delimited" or one["encoding"] in _KNOWN else _held(one) for one in every]


def _held(table: dict[str, Any]) -> dict[str, Any]:
    paths = [_utf8(Path(path), table["encoding"]) for path in table["paths"]]
    return {**table, "paths": paths, "encoding": "utf-8"}


def _utf8(path: Path, encoding: str) -> str:
    if not hasattr(os, "memfd_create"):
        raise UnknownError(encoding)
    held = os.memfd_create(path.name)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    with path.open("rb") as file, os.fdopen(os.dup(held), "wb") as memory:
        while piece := file.read(_PIECE):
            memory.write(decoder.decode(piece).encode())
        memory.write(decoder.decode(b"", final=True).encode())
    return f"/proc/self/fd/{held}"
