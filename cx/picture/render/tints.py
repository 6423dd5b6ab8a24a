"""The tints of the quadrants as a picture: what a native chart fills its plot with.

A shape of the chart would lie over the bubbles. The picture is true for the lines as they were drawn; it has
few colours, so that its file takes a few kilobytes whatever its size.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence

from cx.picture.colour import GROUND
from cx.picture.record import Picture

_ACROSS = 2400
"""Pixels from left to right: an edge is true to a third of a point."""
_PALETTE, _BITS = 3, 2
_CHANNELS = 3


def tints(picture: Picture, shown: Mapping[str, str], ground: str | None = None) -> bytes:
    """Return the picture as a PNG file; empty where no quadrant has a tint.

    Parameters
    ----------
    picture
        Whose quadrants they are.
    shown
        For each of our colours the one that stands for it, where one does.
    ground
        What lies behind, where that is to be seen through the tints: each is then as transparent as it can be
        and still look the same on that ground.
    """
    areas = [area for area in picture.quadrants if area.tint != GROUND]
    if not areas:
        return b""
    plot = picture.plot
    down = max(1, round(_ACROSS * plot.height / plot.width))
    upright = min(max(area.box.left for area in areas), plot.right)
    level = min(max(area.box.top for area in areas), plot.bottom)
    column = round((upright - plot.left) / plot.width * _ACROSS)
    row = round((level - plot.top) / plot.height * down)
    colours = [shown.get(area.tint, area.tint) for area in areas]
    found = {(area.box.left < upright, area.box.top < level): at for at, area in enumerate(areas)}
    lines = [
        _line(found.get((True, upper), 0), found.get((False, upper), 0), column) for upper in (True, False)
    ]
    pixels = lines[0] * row + lines[1] * (down - row)
    paints = [_paint(colour, ground) for colour in colours]
    return _png(down, pixels, paints)


def _line(left: int, right: int, column: int) -> bytes:
    """Return a row of pixels, two bits each, behind the byte that says that it is not filtered."""
    every = [left] * column + [right] * (_ACROSS - column)
    quads = zip(*(iter(every),) * 4, strict=True)
    return b"\0" + bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in quads)


def _paint(colour: str, ground: str | None) -> tuple[bytes, int]:
    """Return a colour and how opaque it is, 0..255."""
    wanted = bytes.fromhex(colour.lstrip("#"))
    if ground is None:
        return wanted, 255
    behind = bytes.fromhex(ground.lstrip("#"))
    needed = [
        (w - b) / (255 - b) if w > b else (b - w) / b if w < b else 0.0
        for w, b in zip(wanted, behind, strict=True)
    ]
    opaque = max(1, -int(-255 * max(needed) // 1))
    share = opaque / 255
    parts = (round(b + (w - b) / share) for w, b in zip(wanted, behind, strict=True))
    return bytes(min(max(part, 0), 255) for part in parts), opaque


def _png(down: int, pixels: bytes, paints: Sequence[tuple[bytes, int]]) -> bytes:
    head = struct.pack(">IIBBBBB", _ACROSS, down, _BITS, _PALETTE, 0, 0, 0)
    palette = b"".join(colour for colour, _ in paints)
    opaque = bytes(share for _, share in paints)
    seen_through = _chunk(b"tRNS", opaque) if min(opaque) < 255 else b""  # noqa: PLR2004 - opaque
    body = _chunk(b"IDAT", zlib.compress(pixels, 9))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"PLTE", palette)
        + seen_through
        + body
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
