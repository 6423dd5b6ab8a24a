"""What people assess, in words: what is asked, and a value as each language writes it."""

from __future__ import annotations

from typing import Final

from cx import text
from cx.records.lenses import DIMENSIONS, MOMENTS, Assessed, Way
from cx.text import Language

_MOMENTS: Final = {float(place): kind for place, kind in enumerate(MOMENTS)}
_DIMENSIONS: Final = {float(place): name for place, name in enumerate(DIMENSIONS, start=1)}
_SHARES: Final[tuple[Assessed, ...]] = ("met", "negative", "reactive", "proactive")


def name(asked: Assessed, lang: Language) -> str:
    """Return what is asked, as a heading of a table has it."""
    return text.say(f"assessment.{asked}", lang)


def choice(asked: Assessed, number: float, lang: Language) -> str:
    """Return a value as a list to choose from has it: of a level with what it means."""
    if asked == "level" and number.is_integer():
        return text.say(f"assessment.level.{number:.0f}", lang)
    return value(asked, number, lang)


def way(one: Way, lang: Language) -> str:
    """Return in which way something was assessed."""
    return text.say(f"assessment.way.{one}", lang)


def value(asked: Assessed, number: float, lang: Language) -> str:
    """Return a value in words.

    Examples
    --------
    >>> [value("standard", 1.0, "en"), value("met", 0.25, "en"), value("guess_satisfaction", 6.5, "nl")]
    ['yes', '25%', '6,5']
    """
    if asked in _SHARES:
        return text.percent_told(number, lang)
    if asked == "standard":
        return text.say("history.yes" if number else "history.no", lang)
    if asked == "moment" and number in _MOMENTS:
        return text.say(f"assessment.moment.{_MOMENTS[number]}", lang)
    if asked == "dimension" and number in _DIMENSIONS:
        return dimension(_DIMENSIONS[number], lang)
    return text.trimmed(number, lang)


def dimension(name: str, lang: Language) -> str:
    """Return what a dimension is called: the five of SERVQUAL in the language, others as they were typed.

    Examples
    --------
    >>> dimension("empathy", "nl"), dimension("Snelheid", "en")
    ('inlevingsvermogen', 'Snelheid')
    """
    return text.say(f"lens.dimension.{name}", lang) if name in DIMENSIONS else name
