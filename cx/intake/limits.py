"""How large a file may be, and how long it may take; named, with defaults that ordinary files never meet."""

from __future__ import annotations

from dataclasses import dataclass

from cx import text
from cx.text import Language

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What one file may cost.

    The time limit grows with the file, so that a small hostile file is stopped within seconds while a large
    honest one is read to its end.
    """

    file_bytes: int = 200 * MEGABYTE
    unpacked_bytes: int = 1_500 * MEGABYTE
    """What the parts of a zipped workbook may unpack to, by its directory."""
    unpacked_ratio: int = 100
    """How many times larger than the file they may be, beyond the first 100 MB."""
    memory_bytes: int = 1_500 * MEGABYTE
    """What the reader process may hold."""
    cells: int = 25_000_000
    """Filled area of all sheets together."""
    columns: int = 16_384
    seconds: float = 12.0
    seconds_per_megabyte: float = 3.0

    def time_for(self, size: int) -> float:
        """Return how many seconds a file of that size may take."""
        return self.seconds + self.seconds_per_megabyte * size / MEGABYTE

    def sentences(self, lang: Language) -> tuple[str, ...]:
        """Return the limits in words, as a page shows them.

        Examples
        --------
        >>> Limits().sentences("en")[0]
        'A file may be up to 200 MB.'
        """
        return (
            text.say("limit.file", lang, size=self.file_bytes // MEGABYTE),
            text.say("limit.unpacked", lang, size=self.unpacked_bytes // MEGABYTE, ratio=self.unpacked_ratio),
            text.say("limit.cells", lang, cells=self.cells),
            text.say("limit.memory", lang, size=self.memory_bytes // MEGABYTE),
            text.say("limit.time", lang, seconds=self.seconds, more=self.seconds_per_megabyte),
        )
