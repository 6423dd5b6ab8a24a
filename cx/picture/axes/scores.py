"""Satisfaction scores in words, by their scale."""

from __future__ import annotations

from cx import text
from cx.records import Scale
from cx.text import Language

_WIDE = 50


def score(value: float, scale: Scale, lang: Language, decimals: int = 2) -> str:
    """Return a satisfaction score in words, by the kind of its scale."""
    if scale.kind != "percent":
        return text.number(value, lang, decimals)
    if scale.maximum <= 1:
        return text.percent(value, lang, max(0, decimals - 2))
    return text.percent(value / 100, lang, decimals)


def fine(scale: Scale) -> int:
    """Return how many decimals a score on the scale is worth.

    Examples
    --------
    >>> fine(Scale(1, 10)), fine(Scale(0, 100))
    (2, 1)
    """
    return 1 if scale.width >= _WIDE else 2
