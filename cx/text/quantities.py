"""How many decimals each quantity has: one rule for every screen and every file that people read.

Satisfaction, and an impact on a scale of its own, has one decimal; on a card, and wherever a difference or an
interval is read, two. Shares are whole per cents in sentences and have one decimal in tables and on cards.
Volumes and counts are whole, money as :func:`cx.text.money` writes it. Scales of a hundred points have one
decimal less than scales of ten, those of one point one more. A cell that holds a number keeps all of it.
"""

from __future__ import annotations

from typing import Literal

from cx.text.format import NOTHING, decimals_for, number, percent, percent_told
from cx.text.language import Language

Place = Literal["sentence", "table", "card"]
"""In a sentence, a title or a footnote; in a table, a list or on a chart; on a card."""
_LONG, _SHORT = 50.0, 1.0
_FAR, _NEAR, _CLOSE = 20.0, 1.0, 0.02
"""Values further apart need a decimal less, nearer ones one more, close ones as many as it takes."""


def score_decimals(width: float, place: Place) -> int:
    """Return the decimals of a value on a scale of that width.

    Examples
    --------
    >>> score_decimals(9, "table"), score_decimals(9, "card"), score_decimals(100, "table")
    (1, 2, 0)
    """
    more = -1 if width >= _LONG else int(width <= _SHORT)
    return (2 if place == "card" else 1) + more


def spread_decimals(spread: float, place: Place) -> int:
    """Return the decimals of values without a known scale, by how far they lie apart.

    Examples
    --------
    >>> [spread_decimals(spread, "table") for spread in (300, 6, 0.1, 0.004, 0)]
    [0, 1, 2, 4, 1]
    """
    if 0 < spread < _CLOSE:
        return decimals_for(spread)
    more = -1 if spread >= _FAR else int(0 < spread < _NEAR)
    return max(2, 1 + more) if place == "card" else 1 + more


def score(value: float | None, lang: Language, width: float, place: Place) -> str:
    """Return a value on a scale of that width.

    Examples
    --------
    >>> score(7.0745, "nl", 9, "sentence"), score(7, "en", 9, "card"), score(71.4, "en", 100, "table")
    ('7,1', '7.00', '71')
    """
    return number(value, lang, score_decimals(width, place))


def share(value: float | None, lang: Language, place: Place) -> str:
    """Return a share of 1 in per cents.

    Examples
    --------
    >>> share(0.304, "en", "sentence"), share(0.034, "nl", "sentence"), share(0.304, "nl", "table")
    ('30%', '3,4%', '30,4%')
    """
    if value is None:
        return NOTHING
    return percent_told(value, lang) if place == "sentence" else percent(value, lang, 1)
