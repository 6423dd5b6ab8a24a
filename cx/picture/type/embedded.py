"""An SVG that carries the font it is written in, so that it looks the same on every machine."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence

from cx.picture.record import TextBlock, Weight
from cx.picture.type.font import source_sans_file

_WEIGHTS: dict[Weight, int] = {"regular": 400, "semibold": 600}


def with_font(svg: bytes, blocks: Sequence[TextBlock], family: str) -> bytes:
    """Return the SVG with the characters of Source Sans that its text uses, as two embedded fonts.

    Parameters
    ----------
    blocks
        Everything that is written.
    family
        The name by which the SVG asks for the font.

    Notes
    -----
    The text stays text: it can be searched and edited. A program that reads no embedded fonts shows it in
    the font of that name where it is installed, else in another.
    """
    characters = "".join(sorted({character for block in blocks for character in block.text}))
    faces = "".join(_face(weight, characters, family) for weight in _WEIGHTS)
    head, rest = svg.split(b"<defs>", 1)
    return head + b"<defs>\n  <style>" + faces.encode("ascii") + b"</style>" + rest


def _face(weight: Weight, characters: str, family: str) -> str:
    font = base64.b64encode(_subset(weight, characters)).decode("ascii")
    return (
        f"@font-face{{font-family:'{family}';font-weight:{_WEIGHTS[weight]};"
        f"src:url(data:font/ttf;base64,{font})}}"
    )


def _subset(weight: Weight, characters: str) -> bytes:
    from fontTools import subset

    options = subset.Options(hinting=False, notdef_outline=True, recalc_timestamp=False)
    with subset.load_font(str(source_sans_file(weight)), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(font)
        target = io.BytesIO()
        font.save(target)
    return target.getvalue()
