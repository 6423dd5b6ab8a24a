"""The program's own samples, which nobody has to choose again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parents[3] / "data"
_KINDS: Final = (".xlsx", ".csv", ".parquet")


def content(sha256: str) -> bytes | None:
    """Return the bytes of the sample with that SHA-256; ``None`` where it is none of ours."""
    path = _all().get(sha256)
    return path.read_bytes() if path else None


def is_name(name: str) -> bool:
    """Return whether one of the samples has that name; none is read for it."""
    return name in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(path.name for path in _files())


def _files() -> tuple[Path, ...]:
    return tuple(path for path in _FOLDER.iterdir() if path.suffix in _KINDS)


@cache
def _all() -> dict[str, Path]:
    """The samples that come with the program, by what their content is known by."""
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in _files()}
