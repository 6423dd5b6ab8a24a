"""How large a file may be, and how long it may take; named, with defaults that ordinary files never meet."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cx import text
from cx.errors import LimitExceeded
from cx.process import MEGABYTE, Allowance, numbers_set
from cx.text import Language

_SETTINGS: Mapping[str, tuple[str, int]] = {
    "CX_LIMIT_FILE_MB": ("file_bytes", MEGABYTE),
    "CX_LIMIT_UNPACKED_MB": ("unpacked_bytes", MEGABYTE),
    "CX_LIMIT_MEMORY_MB": ("memory_bytes", MEGABYTE),
    "CX_LIMIT_CELLS": ("cells", 1),
    "CX_LIMIT_COLUMNS": ("columns", 1),
    "CX_LIMIT_SECONDS": ("seconds", 1),
}
"""Environment variables: the field that each sets, and the size of its unit."""


@dataclass(frozen=True)
class Limits:
    """What one file may cost.

    The time limit grows with the file, so that a small hostile file is stopped within seconds while a large
    honest one is read to its end.
    """

    file_bytes: int = 50 * MEGABYTE
    """As the server's own limit (``maxUploadSize``), so that a page and the command line say the same."""
    unpacked_bytes: int = 1_500 * MEGABYTE
    """What the parts of a zipped workbook may unpack to, by its directory."""
    unpacked_ratio: int = 100
    """How many times larger than the file they may be, beyond the first 100 MB."""
    memory_bytes: int = 1_500 * MEGABYTE
    """What the reader process may hold."""
    memory_start: int = 700 * MEGABYTE
    """What it may hold for a small file."""
    memory_ratio: int = 300
    """How many times the file it may hold beyond that, up to ``memory_bytes``."""
    cells: int = 25_000_000
    """Filled area of all sheets together."""
    columns: int = 16_384
    """Of one sheet, as Excel has them; text files know no such end."""
    seconds: float = 12.0
    seconds_per_megabyte: float = 3.0

    def time_for(self, size: int) -> float:
        """Return how many seconds a file of that size may take."""
        return self.seconds + self.seconds_per_megabyte * size / MEGABYTE

    def memory_for(self, size: int) -> int:
        """Return how many bytes the reader process may hold for a file of that size."""
        return min(self.memory_bytes, self.memory_start + self.memory_ratio * size)

    def allowance(self, size: int) -> Allowance:
        """Return what the reader process may cost for a file of that size."""
        return Allowance(self.memory_for(size), self.time_for(size))

    def check(self, content: bytes, name: str) -> None:
        """Refuse a file that is larger than ``file_bytes``, before anything opens it.

        Raises
        ------
        LimitExceeded
            When it is; the name is for the message.
        """
        self.check_size(len(content), name)

    def check_size(self, size: int, name: str) -> None:
        """Refuse a file of so many bytes that it is larger than ``file_bytes``.

        Raises
        ------
        LimitExceeded
            When it is; the name is for the message.
        """
        if size > self.file_bytes:
            limit = self.file_bytes // MEGABYTE
            raise LimitExceeded("limit_file", file=name, size=size // MEGABYTE, limit=limit)

    def sentences(self, lang: Language) -> tuple[str, ...]:
        """Return the limits in words, as a page shows them.

        Examples
        --------
        >>> Limits().sentences("en")[0]
        'A file may be up to 50 MB.'
        """
        return (
            text.say("limit.file", lang, size=self.file_bytes // MEGABYTE),
            text.say("limit.unpacked", lang, size=self.unpacked_bytes // MEGABYTE, ratio=self.unpacked_ratio),
            text.say("limit.cells", lang, cells=self.cells),
            text.say("limit.columns", lang, columns=self.columns),
            text.say(
                "limit.memory",
                lang,
                size=self.memory_bytes // MEGABYTE,
                small=self.memory_for(0) // MEGABYTE,
            ),
            text.say("limit.time", lang, seconds=self.seconds, more=self.seconds_per_megabyte),
        )


def limits_set(environment: Mapping[str, str] | None = None) -> Limits:
    """Return the limits as the environment variables set them; the defaults where it sets none.

    Raises
    ------
    ArgumentError
        When a variable holds no whole number above zero.

    Examples
    --------
    >>> limits_set({"CX_LIMIT_FILE_MB": "20"}).sentences("en")[0]
    'A file may be up to 20 MB.'
    """
    return replace(Limits(), **numbers_set(os.environ if environment is None else environment, _SETTINGS))
