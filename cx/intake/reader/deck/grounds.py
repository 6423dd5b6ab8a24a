"""What lies behind the words of a slide: one colour, all that a gradient runs through, or nobody knows."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping
from typing import Any

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_WHOLE = 100_000
_DIGITS = 6
_NAMES = {"lt1": "bg1", "dk1": "tx1", "lt2": "bg2", "dk2": "tx2"}
_STOPS = f"{_A}gradFill/{_A}gsLst/{_A}gs"


def behind(layout: Any, colours: Mapping[str, str]) -> tuple[str, ...]:
    """Return the colours (``RRGGBB``) behind a slide of a layout, those of a gradient in its order.

    Parameters
    ----------
    colours
        The theme's, by the names that slides use.

    Returns
    -------
    Empty where a picture or a pattern lies there; the theme's own ground where nothing else is said.
    """
    for owner in (layout, layout.slide_master):
        ground = owner._element.find(f"{_P}cSld/{_P}bg")  # noqa: SLF001 - python-pptx has no call for it
        if ground is not None:
            return tuple(dict.fromkeys(_said(ground, colours)))
    return (colours["bg1"],) if "bg1" in colours else ()


def _said(ground: Any, colours: Mapping[str, str]) -> list[str]:
    named = ground.find(f"{_P}bgRef")
    fills = [named] if named is not None else ground.findall(f"{_P}bgPr/{_A}solidFill")
    fills = fills or ground.findall(f"{_P}bgPr/{_STOPS}")
    shown = [shade for fill in fills for shade in _shown(fill, colours)]
    return shown if len(shown) == len(fills) else []


def _shown(fill: Any, colours: Mapping[str, str]) -> Iterator[str]:
    """Yield the colour that a fill shows, with what makes it lighter or darker."""
    for colour in fill:
        value = colour.get("val", "") if colour.tag == f"{_A}srgbClr" else colour.get("lastClr", "")
        if colour.tag == f"{_A}schemeClr":
            name = colour.get("val", "")
            value = colours.get(_NAMES.get(name, name), "")
        if len(value) == _DIGITS:
            yield _changed(value, colour)
        return


def _changed(value: str, colour: Any) -> str:
    parts = [part / 255 for part in bytes.fromhex(value)]
    for change in colour:
        name, share = change.tag.rpartition("}")[2], _share(change.get("val"))
        if name in ("lumMod", "lumOff"):
            hue, light, strength = colorsys.rgb_to_hls(*parts)
            light = light * share if name == "lumMod" else light + share
            parts = list(colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), strength))
        if name in ("shade", "tint"):
            end = 0.0 if name == "shade" else 1.0
            parts = [end + (part - end) * share for part in parts]
    return "".join(f"{min(max(round(part * 255), 0), 255):02X}" for part in parts)


def _share(value: str | None) -> float:
    return int(value) / _WHOLE if value and value.lstrip("-").isdecimal() else 1.0
