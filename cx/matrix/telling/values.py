"""Satisfaction and impact as they are written, by their scale and by where they stand."""

from __future__ import annotations

from cx import text
from cx.records import Matrix, Scale
from cx.text import Language, Place


def on_scale(value: float | None, scale: Scale, lang: Language, decimals: int) -> str:
    """Return a satisfaction score, by the kind of its scale.

    Examples
    --------
    >>> on_scale(7.25, Scale(1, 10), "nl", 1), on_scale(0.714, Scale(0, 1, kind="percent"), "en", 2)
    ('7,2', '71%')
    """
    if value is None or scale.kind != "percent":
        return text.number(value, lang, decimals)
    if scale.maximum <= 1:
        return text.percent(value, lang, max(0, decimals - 2))
    return text.percent(value / 100, lang, decimals)


def satisfaction_words(value: float | None, matrix: Matrix, lang: Language, place: Place = "sentence") -> str:
    """Return a satisfaction on the matrix's scale."""
    return on_scale(value, matrix.scale, lang, text.score_decimals(matrix.scale.width, place))


def impact_words(value: float | None, matrix: Matrix, lang: Language, place: Place = "sentence") -> str:
    """Return an impact: a percentage where it is a share, else with the decimals that tell impacts apart."""
    if matrix.impact_is_share:
        return text.share(value, lang, place)
    return text.number(value, lang, text.spread_decimals(matrix.impact_spread, place))


def impact_in_column(value: float | None, matrix: Matrix, lang: Language) -> str:
    """Return an impact as it stands in a column of numbers."""
    return impact_words(value, matrix, lang, "table")
