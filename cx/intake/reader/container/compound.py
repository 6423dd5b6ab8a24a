"""A stream out of an OLE compound file: the container of .xls ([MS-CFB])."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

_END = 0xFFFFFFFA
"""Sector numbers from here up are marks, not places."""
_ENTRY = 128
WORKBOOKS = ("Workbook", "Book")
"""The streams that a workbook can be in: since Excel 97, and before."""


class LoopError(ValueError):
    """A chain of sectors that leads back into itself: a reader that follows it never ends."""


def stream_of(content: bytes, names: tuple[str, ...]) -> bytes:
    """Return the first stream of one of these names; ``KeyError`` where there is none.

    Raises
    ------
    KeyError, ValueError, IndexError, struct.error
        When the container is damaged.
    """
    return _Compound(content).stream(names)


class _Compound:
    def __init__(self, content: bytes) -> None:
        self.content = content
        shift, small_shift = struct.unpack_from("<HH", content, 30)
        if not (7 <= shift <= 16 and 2 <= small_shift <= shift):  # noqa: PLR2004 - no program writes others
            raise ValueError("sectors of a size that is not used")
        self.size, self.small_size = 1 << shift, 1 << small_shift
        start, self.cutoff, small_start = (struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60))
        self.table = _numbers(b"".join(map(self._sector, self._table_sectors())))
        self.entries = self._chain(start)
        self.small_table = _numbers(self._chain(small_start))
        root, size = struct.unpack_from("<II", self.entries, 116)
        self.small = self._chain(root)[:size]

    def stream(self, names: tuple[str, ...]) -> bytes:
        for at in range(0, len(self.entries) - _ENTRY + 1, _ENTRY):
            entry = self.entries[at : at + _ENTRY]
            length = struct.unpack_from("<H", entry, 64)[0]
            name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
            if name in names and entry[66] == 2:  # noqa: PLR2004 - the mark of a stream
                start, size = struct.unpack_from("<II", entry, 116)
                return (self._chain(start) if size >= self.cutoff else self._small_chain(start))[:size]
        raise KeyError(names[0])

    def _table_sectors(self) -> Iterator[int]:
        """The sectors of the sector table: the first 109 in the header, the rest in a chain."""
        yield from (at for at in struct.unpack_from("<109I", self.content, 76) if at < _END)
        more, left = struct.unpack_from("<II", self.content, 68)
        while more < _END and left > 0:
            *sectors, more = _numbers(self._sector(more))
            yield from (at for at in sectors if at < _END)
            left -= 1

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        return self.content[start : start + self.size]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _followed(start, self.table)))

    def _small_chain(self, start: int) -> bytes:
        size = self.small_size
        return b"".join(self.small[at * size : (at + 1) * size] for at in _followed(start, self.small_table))


def _numbers(content: bytes) -> array[int]:
    return array("I", content[: len(content) // 4 * 4])


def _followed(start: int, table: array[int]) -> Iterator[int]:
    left = len(table)
    while start < _END:
        if left <= 0:
            raise LoopError
        yield start
        start = table[start]
        left -= 1
