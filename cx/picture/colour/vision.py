"""How far apart colours are: contrast, and difference to normal and to colour-blind eyes."""

from __future__ import annotations

import math
from typing import Literal, get_args

Eye = Literal["normal", "protan", "deutan"]
EYES: tuple[Eye, ...] = get_args(Eye)
_Triple = tuple[float, float, float]

_EYES: tuple[tuple[Eye, tuple[_Triple, _Triple, _Triple]], ...] = (
    (
        "protan",
        ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ),
    (
        "deutan",
        ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ),
)
"""What each eye makes of linear red, green and blue (Machado, Oliveira & Fernandes 2009, severity 1)."""
_TO_XYZ: tuple[_Triple, _Triple, _Triple] = (
    (0.4123908, 0.3575843, 0.1804808),
    (0.2126390, 0.7151687, 0.0721923),
    (0.0193308, 0.1191948, 0.9505322),
)
_STRAIGHT = 0.04045
"""Below this part of full light sRGB is linear (IEC 61966-2-1)."""
_WHITE: _Triple = (0.9504559, 1.0, 1.0890578)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1..21 (WCAG 2.2).

    Examples
    --------
    >>> round(contrast("#000000", "#FFFFFF"), 1), round(contrast("#777777", "#FFFFFF"), 2)
    (21.0, 4.48)
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(one: str, other: str, eye: Eye = "normal") -> float:
    """Return how different two colours look to an eye: their distance in CIELAB (1976).

    Examples
    --------
    >>> round(difference("#FFFFFF", "#000000"))
    100
    """
    return math.dist(_lab(one, eye), _lab(other, eye))


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another in it.

    Examples
    --------
    >>> mixed("#FFFFFF", "#000000", 0.5)
    '#808080'
    """
    pairs = zip(_bytes(colour), _bytes(other), strict=True)
    red, green, blue = (math.floor(a + (b - a) * share + 0.5) for a, b in pairs)
    return f"#{red:02X}{green:02X}{blue:02X}"


def _bytes(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(colour: str) -> _Triple:
    red, green, blue = (_opened(byte / 255) for byte in _bytes(colour))
    return red, green, blue


def _opened(share: float) -> float:
    return float(share / 12.92 if share <= _STRAIGHT else ((share + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    return _times(_TO_XYZ, _linear(colour))[1]


def _lab(colour: str, eye: Eye) -> _Triple:
    light = _linear(colour)
    for name, matrix in _EYES:
        if name == eye:
            red, green, blue = (min(1.0, max(0.0, part)) for part in _times(matrix, light))
            light = (red, green, blue)
    x, y, z = (_curve(part / white) for part, white in zip(_times(_TO_XYZ, light), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _curve(share: float) -> float:
    return float(share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116)


def _times(matrix: tuple[_Triple, _Triple, _Triple], vector: _Triple) -> _Triple:
    first, second, third = (
        sum(weight * part for weight, part in zip(row, vector, strict=True)) for row in matrix
    )
    return first, second, third
