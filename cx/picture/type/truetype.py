"""The advance widths in a TrueType or OpenType file, read straight from its tables.

Importing a font library costs more than the first page may take, and three tables are all that
measuring needs.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True)
class Face:
    """One font file's metrics, in em."""

    advances: Mapping[str, float]
    """Character to advance width."""
    ascent: float
    descent: float
    """Below the baseline; positive."""


@cache
def face(path: Path) -> Face:
    """Return the metrics of a font file.

    Parameters
    ----------
    path
        A ``.ttf`` or ``.otf`` file with a Unicode character map (format 4 or 12).

    References
    ----------
    OpenType specification 1.9: tables head, hhea, hmtx and cmap.
    """
    content = path.read_bytes()
    tables = _tables(content)
    em = struct.unpack_from(">H", content, tables["head"] + 18)[0]
    ascent, descent = struct.unpack_from(">hh", content, tables["hhea"] + 4)
    widths = _widths(content, tables)
    last = len(widths) - 1
    glyphs = _glyphs(content, tables["cmap"])
    advances = {chr(point): widths[min(glyph, last)] / em for point, glyph in glyphs.items()}
    return Face(MappingProxyType(advances), ascent / em, -descent / em)


def _tables(content: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", content, 4)[0]
    records = (struct.unpack_from(">4sIII", content, 12 + 16 * i) for i in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in records}


def _widths(content: bytes, tables: Mapping[str, int]) -> tuple[int, ...]:
    count = struct.unpack_from(">H", content, tables["hhea"] + 34)[0]
    return struct.unpack_from(">" + "Hh" * count, content, tables["hmtx"])[::2]


def _glyphs(content: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", content, start + 2)[0]
    records = [struct.unpack_from(">HHI", content, start + 4 + 8 * i) for i in range(count)]
    glyphs: dict[int, int] = {}
    for offset in sorted({start + offset for platform, _, offset in records if platform in {0, 3}}):
        layout = struct.unpack_from(">H", content, offset)[0]
        if layout in _FORMATS:
            glyphs.update(_FORMATS[layout](content, offset))
    return glyphs


def _segments(content: bytes, start: int) -> dict[int, int]:
    """Return code point to glyph of a character map in format 4."""
    length, _, doubled = struct.unpack_from(">HHH", content, start + 2)
    words = struct.unpack_from(f">{length // 2}H", content, start)
    count = doubled // 2
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, ranges = words[8 + 2 * count : 8 + 3 * count], 8 + 3 * count
    glyphs: dict[int, int] = {}
    for i, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = point
            if words[ranges + i]:
                glyph = words[ranges + i + words[ranges + i] // 2 + point - first]
            if glyph or not words[ranges + i]:
                glyphs[point] = (glyph + deltas[i]) & 0xFFFF
    return glyphs


def _groups(content: bytes, start: int) -> dict[int, int]:
    """Return code point to glyph of a character map in format 12."""
    count = struct.unpack_from(">I", content, start + 12)[0]
    glyphs: dict[int, int] = {}
    for i in range(count):
        first, last, glyph = struct.unpack_from(">III", content, start + 16 + 12 * i)
        glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return glyphs


_FORMATS: Mapping[int, Callable[[bytes, int], dict[int, int]]] = MappingProxyType({4: _segments, 12: _groups})
"""The character maps that can be read."""
