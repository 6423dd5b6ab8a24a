"""The colour that an element of a drawing shows: a name or fixed, made lighter, darker or stronger."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping, Sequence
from typing import Any

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WHOLE = 100_000
_DIGITS = 6
_NAMES = {"lt1": "bg1", "dk1": "tx1", "lt2": "bg2", "dk2": "tx2"}
_SWITCH = 0.04045
"""Where the curve of sRGB begins."""
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def shades_of(holder: Any, colours: Mapping[str, str]) -> tuple[str, ...]:
    """Return the colour (``RRGGBB``) in an element that holds one; empty where it cannot be told.

    Parameters
    ----------
    colours
        The theme's, by the names that slides use.
    """
    for colour in holder:
        value = colour.get("val", "") if colour.tag == f"{_A}srgbClr" else colour.get("lastClr", "")
        if colour.tag == f"{_A}schemeClr":
            name = colour.get("val", "")
            value = colours.get(_NAMES.get(name, name), "")
        return (changed(value, colour),) if len(value) == _DIGITS else ()
    return ()


def changed(value: str, changes: Sequence[Any]) -> str:
    """Return a colour after the changes that stand in its element, one after the other."""
    parts = [part / 255 for part in bytes.fromhex(value)]
    for change in changes:
        name, share = change.tag.rpartition("}")[2], _share(change.get("val"))
        if name in ("lumMod", "lumOff", "satMod"):
            hue, light, strength = colorsys.rgb_to_hls(*parts)
            light = light * share if name == "lumMod" else light + share * (name == "lumOff")
            strength = min(strength * share, 1.0) if name == "satMod" else strength
            parts = list(colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), strength))
        if name in ("shade", "tint"):
            end = 0.0 if name == "shade" else 1.0
            parts = [end + (part - end) * share for part in parts]
    return "".join(f"{min(max(round(part * 255), 0), 255):02X}" for part in parts)


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21, as WCAG 2 counts it."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = [part / 255 for part in bytes.fromhex(colour)]
    linear = [part / 12.92 if part <= _SWITCH else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True))


def _share(value: str | None) -> float:
    return int(value) / _WHOLE if value and value.lstrip("-").isdecimal() else 1.0
