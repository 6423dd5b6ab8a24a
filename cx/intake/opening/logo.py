"""A logo that a person chose, out of the file as it was uploaded."""

from __future__ import annotations

import base64
import hashlib
from typing import Final

from cx.errors import UnreadableFile
from cx.intake.opening import reader_process
from cx.intake.opening.limits import Limits
from cx.process import MEGABYTE
from cx.records import LOGO_CHARACTERS, LOGO_HEIGHT, LOGO_WIDTH, Logo, packed_png

LOGO_LIMITS: Final = Limits(file_bytes=5 * MEGABYTE, memory_start=900 * MEGABYTE)
_ADVICE: Final = "logo_damaged"
_BYTES: Final = LOGO_CHARACTERS * 3 // 4 - 1_000


def logo(content: bytes, name: str) -> Logo:
    """Return the logo of a PNG or JPEG file: cut to what is seen, on a dark plate where it is pale.

    Parameters
    ----------
    content, name
        The file's bytes, as uploaded, and its name, for messages.

    Raises
    ------
    cx.errors.FileError
        When it is no PNG or JPEG, is damaged or empty, or costs too much to open.

    Notes
    -----
    The picture is decoded in the reader process; this one only counts its pixels.
    """
    if len(content) > LOGO_LIMITS.file_bytes:
        sizes = {"size": len(content) // MEGABYTE, "limit": LOGO_LIMITS.file_bytes // MEGABYTE}
        raise reader_process.refusal("limit_file", name, sizes, _ADVICE)
    task = {"task": "logo", "width": LOGO_WIDTH, "height": LOGO_HEIGHT, "bytes": _BYTES}
    head, pixels = reader_process.answer(content, name=name, limits=LOGO_LIMITS, task=task, advice=_ADVICE)
    try:
        width, height = int(str(head["width"])), int(str(head["height"]))
        rows = tuple(bytes(pixels[4 * width * row : 4 * width * (row + 1)]) for row in range(height))
        png = packed_png(width, height, rows)
        sign = hashlib.sha256(png).hexdigest()[:16]
        return Logo(width, height, sign, base64.b64encode(png).decode())
    except (KeyError, ValueError) as error:
        raise UnreadableFile("logo_damaged", file=name) from error
