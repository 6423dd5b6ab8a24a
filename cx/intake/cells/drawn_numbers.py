"""Numbers that are drawn: quarters of a ball ``◔ ◑ ◕``, and signs that are filled or not ``■■■□□``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cx.process import steps

_BALLS = {"○": 0.0, "◯": 0.0, "◔": 1.0, "◑": 2.0, "◐": 2.0, "◕": 3.0, "●": 4.0, "⬤": 4.0}
_PARTLY = frozenset("◔◑◐◕")
_PAIRS = tuple(zip("★⭐●■▮♥◆█▰⬤⚫", "☆☆○□▯♡◇░▱◯⚪", strict=True))
_FEWEST, _LONGEST = 2, 20
_LITTLE = 100


class Drawn(NamedTuple):
    """What drawn texts are worth, and between which ends."""

    worth: Mapping[str, float]
    ends: tuple[float, float]


def drawn_numbers(texts: Iterable[str]) -> Drawn | None:
    """Return what texts are worth that are all drawn alike; ``None`` where one is not.

    A ball is worth its quarters, signs in a row the filled ones of them; a ball that is full or empty alone
    is a tick.

    Examples
    --------
    >>> drawn_numbers(["◔", "●", "○"])
    Drawn(worth={'◔': 1.0, '●': 4.0, '○': 0.0}, ends=(0.0, 4.0))
    >>> drawn_numbers(["■■■□□", "■□□□□"]).ends, drawn_numbers(["●", "○"]), drawn_numbers(["■■", "7"])
    ((1.0, 5.0), None, None)
    """
    signs = {}
    for text in steps(texts, _LITTLE):
        sign = "".join(text[: 2 * _LONGEST].split()).replace("\ufe0f", "")
        if not sign or sign[0].isalnum() or len(sign) > _LONGEST or len(text) > 2 * _LONGEST:
            return None
        signs[text] = sign
    if len(signs) < _FEWEST:
        return None
    if set(signs.values()) <= set(_BALLS) and _PARTLY & set(signs.values()):
        return Drawn({text: _BALLS[one] for text, one in signs.items()}, (0.0, 4.0))
    longest = max(map(len, signs.values()))
    for filled, empty in _PAIRS:
        if longest > 1 and all(set(one) <= {filled, empty} and len(one) == longest for one in signs.values()):
            worth = {text: float(one.count(filled)) for text, one in signs.items()}
            return Drawn(worth, (min(1.0, *worth.values()), float(longest)))
    return None
