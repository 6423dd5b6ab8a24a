"""What a picture shows behind words: how dark and how light it is there."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_ACROSS, _DOWN = 64, 36
_MOST_PIXELS = 40_000_000
_KINDS = ("PNG", "JPEG")
_ENDS = (0.05, 0.95)
"""The darkest and the lightest part that are left out: a few dots make no word unreadable."""
_LIGHT = (0.299, 0.587, 0.114)


def extremes(content: bytes, part: Sequence[float]) -> tuple[str, ...]:
    """Return the darkest and the lightest colour (``RRGGBB``) of a part of a picture.

    Parameters
    ----------
    content
        The file of a picture of pixels.
    part
        Left, top, right and bottom of the part as shares of the picture.

    Returns
    -------
    Empty where it cannot be read, is too large, or one sees through it.
    """
    from PIL import Image as Pillow

    Pillow.MAX_IMAGE_PIXELS = None  # it is asked below, before a pixel is read
    try:
        opened = Pillow.open(io.BytesIO(content), formats=_KINDS)
        if opened.width * opened.height > _MOST_PIXELS or _is_clear(opened):
            return ()
        opened.draft("RGB", (_ACROSS * 4, _DOWN * 4))
        small = opened.convert("RGB").resize((_ACROSS, _DOWN))
    except (OSError, ValueError, SyntaxError):
        return ()
    left, top, right, bottom = part
    rows = range(min(int(top * _DOWN), _DOWN - 1), max(int(bottom * _DOWN), int(top * _DOWN) + 1))
    places = [
        (across, down)
        for down in rows
        for across in range(int(left * _ACROSS), max(int(right * _ACROSS), int(left * _ACROSS) + 1))
        if 0 <= across < _ACROSS and 0 <= down < _DOWN
    ]
    found = sorted((_shade(small.getpixel(place)) for place in places), key=_light)
    if not found:
        return ()
    ends = [found[round(end * (len(found) - 1))] for end in _ENDS]
    return tuple("".join(f"{one:02X}" for one in shade) for shade in ends)


def _shade(pixel: object) -> tuple[int, ...]:
    return tuple(int(part) for part in pixel) if isinstance(pixel, tuple) else (0, 0, 0)


def _is_clear(opened: Image) -> bool:
    """Whether one sees through a picture."""
    return "transparency" in opened.info or opened.getbands()[-1] == "A"


def _light(shade: Sequence[int]) -> float:
    return sum(weight * part for weight, part in zip(_LIGHT, shade, strict=True))
