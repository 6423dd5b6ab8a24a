"""A logo out of a picture from outside: decoded here, cut to what is seen, and handed on as plain pixels."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .pipe import wire
from .pipe.refusal import Refused

if TYPE_CHECKING:
    from PIL.Image import Image

_KINDS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}
_MOST_PIXELS = 40_000_000
_SEEN, _ALIKE = 12, 10
"""From which opacity on a pixel is seen, and by how much it differs from a plain ground, of 255."""
_PALE, _FEW, _PLATE = 195, 0.15, (31, 41, 51, 255)
"""From which grey of 255 on white carries a colour no more (its contrast is below 1.8), the share of darker
pixels that a logo needs, and the ground that it gets else."""
_EDGE = 12
"""Pixels of that ground around it."""
_SMALLER = 0.8


def looked(head: dict[str, object], content: bytes) -> list[bytes]:
    """Return the message with the logo's pixels: red, green, blue, opacity of each, from the top left."""
    width, height, most = (int(str(head[name])) for name in ("width", "height", "bytes"))
    given = _decoded(content)
    picture = _on_plate(_cut(given)) if _is_pale(given) else _cut(given)
    picture = _fitted(picture, width, height)
    while _size(picture) > most and min(picture.size) > 1:
        picture = _fitted(picture, int(picture.width * _SMALLER), int(picture.height * _SMALLER))
    return wire.packed({"width": picture.width, "height": picture.height}, [picture.tobytes()])


def _decoded(content: bytes) -> Image:
    from PIL import Image as Pillow
    from PIL import ImageOps

    kind = next((name for start, name in _KINDS.items() if content.startswith(start)), None)
    if kind is None:
        raise Refused("logo_kind")
    Pillow.MAX_IMAGE_PIXELS = None  # it is asked below, before a pixel is read
    try:
        opened = Pillow.open(io.BytesIO(content), formats=(kind,))
        if opened.width * opened.height > _MOST_PIXELS:
            raise Refused("logo_large", width=opened.width, height=opened.height)
        return ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError) as error:
        raise Refused("logo_damaged") from error


def _cut(picture: Image) -> Image:
    """Return the picture without the empty, or plain, edge around what is seen."""
    from PIL import Image as Pillow
    from PIL import ImageChops

    seen = picture.getchannel("A").point(lambda value: 255 if value >= _SEEN else 0)
    red, green, blue, opacity = picture.crop((0, 0, 1, 1)).tobytes()
    if opacity >= 255 - _SEEN:
        ground = Pillow.new("RGB", picture.size, (red, green, blue))
        apart = ImageChops.difference(picture.convert("RGB"), ground).convert("L")
        seen = ImageChops.multiply(seen, apart.point(lambda value: 255 if value >= _ALIKE else 0))
    box = seen.getbbox()
    if box is None:
        raise Refused("logo_empty")
    return picture.crop(box)


def _is_pale(picture: Image) -> bool:
    """Return whether what is seen would hardly be seen on white."""
    opacity = picture.getchannel("A")
    if not any(opacity.histogram()[:_SEEN]):  # it has a ground of its own
        return False
    counts = picture.convert("L").histogram(opacity.point(lambda value: 255 if value >= _SEEN else 0))
    return bool(sum(counts[:_PALE]) < _FEW * sum(counts))


def _on_plate(picture: Image) -> Image:
    from PIL import Image as Pillow

    plate = Pillow.new("RGBA", (picture.width + 2 * _EDGE, picture.height + 2 * _EDGE), _PLATE)
    plate.alpha_composite(picture, (_EDGE, _EDGE))
    return plate


def _fitted(picture: Image, width: int, height: int) -> Image:
    """Return the picture no larger than that, in its own shape; a small one stays as it is."""
    from PIL import Image as Pillow

    share = min(width / picture.width, height / picture.height, 1.0)
    if share == 1.0:
        return picture
    size = max(1, round(picture.width * share)), max(1, round(picture.height * share))
    return picture.resize(size, Pillow.Resampling.LANCZOS)


def _size(picture: Image) -> int:
    """Return about how many bytes it packs to."""
    import zlib

    return len(zlib.compress(picture.tobytes(), 9))
