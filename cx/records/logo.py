"""The logo of whose matrix it is, as a picture of one plain kind that anything may be drawn from."""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Final

from cx.records.bounds import Within

LOGO_WIDTH: Final = 480
LOGO_HEIGHT: Final = 180
"""The most that a logo has of both, in pixels: three for each point of its place on a slide."""
LOGO_CHARACTERS: Final = 220_000
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KIND: Final = (8, 6, 0, 0, 0)
"""Eight bits of red, green, blue and opacity, packed and laid out in the one plain way."""


@dataclass(frozen=True)
class Logo:
    """A logo, as a PNG whose rows are not filtered; whoever makes a record of another one is refused.

    So nobody has to open a picture from outside: a session may bring any.
    """

    width: Annotated[int, Within(1, LOGO_WIDTH)]
    """In pixels, as the height."""
    height: Annotated[int, Within(1, LOGO_HEIGHT)]
    fingerprint: Annotated[str, Within(1, 64)]
    """Tells two logos apart, in place of the picture itself."""
    packed: Annotated[str, Within(1, LOGO_CHARACTERS)] = field(repr=False)
    """The file's bytes in base 64."""
    on_files: bool = True
    """Whether it also stands on slides, in the report and on the image."""

    def __post_init__(self) -> None:
        """Refuse what is no such picture, with a :class:`ValueError`."""
        sides = 1 <= self.width <= LOGO_WIDTH and 1 <= self.height <= LOGO_HEIGHT
        if not sides or len(self.packed) > LOGO_CHARACTERS:
            raise ValueError("a logo that is too large")
        if len(self.rows) != self.height:
            raise ValueError("a logo without all of its rows")

    @property
    def png(self) -> bytes:
        """The file."""
        try:
            return base64.b64decode(self.packed, validate=True)
        except binascii.Error as error:
            raise ValueError("a logo that is no file") from error

    @cached_property
    def rows(self) -> tuple[bytes, ...]:
        """Red, green, blue and opacity of each pixel, 0..255, row by row from the top."""
        wide = 1 + 4 * self.width
        found = _unpacked(_pixels(self.png, self.width, self.height), wide * self.height)
        rows = [found[start : start + wide] for start in range(0, len(found), wide)]
        if any(len(row) != wide or row[0] for row in rows):
            raise ValueError("a logo whose rows are filtered")
        return tuple(row[1:] for row in rows)


def packed_png(width: int, height: int, rows: tuple[bytes, ...]) -> bytes:
    """Return the file of a picture, by its rows of red, green, blue and opacity."""
    return _file(zlib.compress(b"".join(b"\0" + row for row in rows), 9), width, height)


def _pixels(png: bytes, width: int, height: int) -> bytes:
    """Return the packed pixels of a file of three parts, of just this size and kind."""
    head = struct.pack(">I", 13) + b"IHDR" + struct.pack(">II5B", width, height, *_KIND)
    start = len(_SIGNATURE) + len(head) + 4
    if not png.startswith(_SIGNATURE + head) or png[start + 4 : start + 8] != b"IDAT":
        raise ValueError("a logo of another kind")
    (length,) = struct.unpack(">I", png[start : start + 4])
    pixels = png[start + 8 : start + 8 + length]
    if _file(pixels, width, height) != png:
        raise ValueError("a logo with something else in it")
    return pixels


def _file(pixels: bytes, width: int, height: int) -> bytes:
    """Return the file around packed pixels: three parts and nothing else."""
    parts = ((b"IHDR", struct.pack(">II5B", width, height, *_KIND)), (b"IDAT", pixels), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def _unpacked(pixels: bytes, most: int) -> bytes:
    try:
        found = zlib.decompressobj().decompress(pixels, most + 1)
    except zlib.error as error:
        raise ValueError("a logo that is damaged") from error
    if len(found) != most:
        raise ValueError("a logo of another size")
    return found
