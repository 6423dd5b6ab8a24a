"""Lengths of time as a language writes them."""

from __future__ import annotations

from cx.text.format import NOTHING, trimmed
from cx.text.language import Language
from cx.text.say import say

_UNITS = (("days", 86_400), ("hours", 3_600), ("minutes", 60))


def duration(seconds: float | None, lang: Language) -> str:
    """Return a length of time in the unit in which it reads best; a dash where there is none.

    Examples
    --------
    >>> duration(2_592_116, "en"), duration(90, "nl"), duration(-7_200, "en"), duration(None, "en")
    ('30 d', '1,5 min', '−2 h', '–')
    """
    if seconds is None:
        return NOTHING
    for unit, size in _UNITS:
        if abs(seconds) >= size:
            return say(f"duration.{unit}", lang, value=trimmed(seconds / size, lang, 1))
    return say("duration.seconds", lang, value=trimmed(seconds, lang, 1))
