"""How good an answer in words is: its family and its strength, below 0 at the bad end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cx.intake.words import answer_phrases as phrases
from cx.intake.words import poles
from cx.intake.words.answer_ladders import LADDERS
from cx.intake.words.comparable import plain
from cx.intake.words.degrees import LONGEST_ANSWER

_EITHER = frozenset({"or", "of", "oder", "ou"})
"""Two answers in one text: labels of an outcome, no step of a scale."""
_BETWEEN = re.compile(r"\s+[/|–—-]\s+|\s*\|\s*")
"""Between two languages, or between a code and what it stands for."""
_SAYING = phrases.STRONG | phrases.WEAK | phrases.NEGATION | phrases.LITTLE | phrases.FILLERS | phrases.AT_ALL
"""What may stand beside the word of an end."""
_LANGUAGES = 2
_MOST_WORDS = 6
_PLAIN, _STRONG, _WEAK = 2, 3, 1


def level(text: str) -> tuple[str, int] | None:
    """Return the family (empty for neutral) and the strength, below 0 at the bad end.

    Examples
    --------
    >>> level("very satisfied"), level("oneens"), level("neutral"), level("blue")
    (('satisfaction', 3), ('agreement', -2), ('', 0), None)
    """
    return _level_of(text) if len(text) <= LONGEST_ANSWER else None


def halves(text: str) -> list[str]:
    """Return what a text says in one language and in the other: ``weet niet / don't know``."""
    return [half for half in _BETWEEN.split(text) if half.strip()]


def goodness(text: str) -> int:
    """Return 1 for an answer at the good end, -1 for one at the bad end, 0 for any other text.

    Examples
    --------
    >>> goodness("very easy"), goodness("moeilijk"), goodness("ungenügend"), goodness("x")
    (1, -1, -1, 0)
    """
    if len(text) > LONGEST_ANSWER:
        return 0
    known = level(text)
    if known:
        return (known[1] > 0) - (known[1] < 0)
    words = plain(text)
    for _, ladder in LADDERS:
        for ends, side in ((ladder[0], -1), (ladder[-1], 1)):
            if words in ends:
                return side
    return -1 if words in phrases.FAILED else 0


def is_good(text: str) -> bool:
    """Return whether an answer says yes or lies at the good end.

    Examples
    --------
    >>> is_good("satisfied"), is_good("neutral or dissatisfied"), is_good("ja")
    (True, False, True)
    """
    known = level(text)
    return plain(text) in phrases.YES or bool(known and known[1] > 0)


@lru_cache(maxsize=5_000)
def _level_of(text: str) -> tuple[str, int] | None:
    parts = halves(text)
    if len(parts) == _LANGUAGES:
        one, other = (level(half) for half in parts)
        return one if one == other else None
    return poles.whole(text) or _in_words(plain(text))


def _in_words(words: str) -> tuple[str, int] | None:
    parts = words.split()
    if not parts or len(parts) > _MOST_WORDS + 2 or _names_two(set(parts)):
        return None
    twice = any(parts.count(word) > 1 for word in phrases.TWICE & set(parts))
    if twice or phrases.NEUTRAL & set(parts) or _is_neither(words):
        return "", 0
    found = poles.inside(words)
    if found is None:
        return None
    family, side, phrase = found
    strength = _strength(f" {words} ".replace(f" {phrase} ", " ", 1).split(), side)
    return None if strength is None else (family, strength)


def _names_two(parts: set[str]) -> bool:
    return bool(_EITHER & parts) and not phrases.DENIED & parts


def _is_neither(words: str) -> bool:
    """Both ends of a family, each denied: ``niet tevreden, niet ontevreden``."""
    denied = sum(words.split().count(word) for word in phrases.NEGATION)
    return denied > 1 and poles.both(words)


def _strength(rest: Sequence[str], side: int) -> int | None:
    others = set(rest)
    if others - _SAYING or len(rest) > _MOST_WORDS:
        return None
    little = others & phrases.LITTLE and not others & phrases.A_LITTLE
    turned = -side if little or others & phrases.NEGATION else side
    at_all = {"at", "all"} <= others or others & phrases.AT_ALL
    softened = turned != side and others & (phrases.STRONG | phrases.SOFT) and not at_all
    if softened or others & (phrases.WEAK | phrases.LITTLE):
        return turned * _WEAK
    return turned * (_STRONG if others & phrases.STRONG or at_all else _PLAIN)
