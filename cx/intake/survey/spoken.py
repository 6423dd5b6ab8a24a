"""Answers in words become numbers: ``zeer ontevreden ... zeer tevreden``, ``Dis-agree (2)``, ``yes``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cx.intake.names import folded, plain
from cx.intake.survey import lexicon

NUMBERED, YES_NO, BY_HAND = "numbered", "yes_no", "by_hand"
_BEHIND = re.compile(r"[(\[]\s*(-?\d{1,3})\s*[)\]]\s*$")
_BEFORE = re.compile(r"^\s*[(\[]?(-?\d{1,3})[)\]]?\s*(?:[-–—=:.)|]\s*|\s+)(?=[^\W\d_])")
_STARS = re.compile(r"^\s*(\d{1,2})\s*(?:stars?|ster(?:ren)?|sterne?|points?|punten|punt)\s*$", re.IGNORECASE)
_EITHER = frozenset({"or", "of", "oder", "ou"})
"""Two answers in one text: labels of an outcome, no step of a scale."""
_MOST_WORDS = 6
_PLAIN, _STRONG, _WEAK = 2, 3, 1


@dataclass(frozen=True)
class Spoken:
    """The texts of one column as numbers."""

    numbers: Mapping[str, float]
    low: float
    high: float
    family: str
    """What decided: ``numbered``, ``yes_no``, a family of words, or ``ladder``."""


def code_kind(text: str) -> str | None:
    """Return whether a text is a code: ``not_met``, ``no_answer``, or ``None``.

    Examples
    --------
    >>> code_kind("N.v.t."), code_kind("weet niet"), code_kind("-"), code_kind("goed")
    ('not_met', 'no_answer', 'not_met', None)
    """
    if folded(text) in lexicon.SIGNS:
        return "not_met"
    words = plain(_BEHIND.sub("", _BEFORE.sub("", text)))
    if words in lexicon.NOT_MET:
        return "not_met"
    return "no_answer" if words in lexicon.NO_ANSWER else None


def spoken(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Return for each column of texts the numbers they stand for; ``None`` where they are no scale.

    Parameters
    ----------
    columns
        Per column its different texts; numbers and codes left out. Columns with words of the same family
        are read on the same scale, so that an answer nobody gave in one column does not shorten its scale.

    Examples
    --------
    >>> spoken([["zeer tevreden", "ontevreden", "neutraal"], ["tevreden", "zeer ontevreden"]])[0].numbers
    {'zeer tevreden': 5.0, 'ontevreden': 2.0, 'neutraal': 3.0}
    """
    families = [_family(texts) for texts in columns]
    pooled: dict[str, set[int]] = {}
    for texts, family in zip(columns, families, strict=True):
        if family in lexicon.POLES:
            pooled.setdefault(family, set()).update(_level(text)[1] for text in texts)  # type: ignore[index]
    return [
        _polar(texts, family, pooled[family])
        if family in lexicon.POLES and len(pooled[family]) > 1
        else _numbered(texts) or _ladder(texts) or _yes_no(texts)
        for texts, family in zip(columns, families, strict=True)
    ]


def _family(texts: Sequence[str]) -> str:
    """The family whose words all texts are; empty where there is none, or the texts carry numbers."""
    levels = [_level(text) for text in texts]
    if not texts or None in levels or _numbered(texts):
        return ""
    named = {level[0] for level in levels if level and level[0]}
    return named.pop() if len(named) == 1 else ""


def number_in_words(text: str) -> float | None:
    """Return the number that an answer carries beside its words; ``None`` without one.

    Examples
    --------
    >>> number_in_words("Dis-agree (2)"), number_in_words("10 - zeer tevreden"), number_in_words("4 stars")
    (2.0, 10.0, 4.0)
    """
    found = _BEHIND.search(text) or _BEFORE.search(text) or _STARS.search(text)
    return float(found.group(1)) if found else None


def is_good(text: str) -> bool:
    """Return whether an answer says yes or lies at the good end.

    Examples
    --------
    >>> is_good("satisfied"), is_good("neutral or dissatisfied"), is_good("ja")
    (True, False, True)
    """
    level = _level(text)
    return plain(text) in lexicon.YES or bool(level and level[1] > 0)


def _numbered(texts: Sequence[str]) -> Spoken | None:
    numbers = {text: number for text in texts if (number := number_in_words(text)) is not None}
    if not texts or len(numbers) < len(texts):
        return None
    return Spoken(numbers, min(numbers.values()), max(numbers.values()), NUMBERED)


def _ladder(texts: Sequence[str]) -> Spoken | None:
    """Steps of the first ladder that tells all answers apart; in two languages, of the first that has all."""
    words = {text: plain(text) for text in texts}
    known = [
        (ladder, {word: float(step) for step, level in enumerate(ladder, 1) for word in level})
        for ladder in lexicon.LADDERS
    ]
    fitting = [
        (ladder, steps)
        for ladder, steps in known
        if len(texts) > 1 and all(w in steps for w in words.values())
    ]
    apart = [one for one in fitting if len({one[1][word] for word in words.values()}) == len(texts)]
    for ladder, steps in [*apart, *fitting][:1]:
        numbers = {text: steps[word] for text, word in words.items()}
        return Spoken(numbers, 1.0, float(len(ladder)), "ladder")
    return None


def _yes_no(texts: Sequence[str]) -> Spoken | None:
    words = {text: plain(text) for text in texts}
    if not texts or not all(word in lexicon.YES | lexicon.NO for word in words.values()):
        return None
    return Spoken({text: float(word in lexicon.YES) for text, word in words.items()}, 0.0, 1.0, YES_NO)


def _polar(texts: Sequence[str], family: str, seen: set[int]) -> Spoken:
    """Numbers from 1 up, over both ends of every strength that was seen."""
    strengths = {abs(level) for level in seen if level}
    levels = sorted({*strengths, *(-one for one in strengths), *({0} if 0 in seen else set())})
    steps = {level: float(step) for step, level in enumerate(levels, 1)}
    numbers = {text: steps[found[1]] for text in texts if (found := _level(text))}
    return Spoken(numbers, 1.0, float(len(levels)), family)


@lru_cache(maxsize=2_000)
def _level(text: str) -> tuple[str, int] | None:
    """The family (empty for neutral) and the strength, below 0 at the bad end; ``None``: no such answer."""
    words = plain(text)
    parts = words.split()
    if not parts or len(parts) > _MOST_WORDS + 2 or _EITHER & set(parts):
        return None
    if lexicon.NEUTRAL & set(parts):
        return "", 0
    for family, poles in lexicon.POLES.items():
        for side, phrases in zip((-1, 1), poles, strict=True):
            for phrase in sorted(phrases, key=len, reverse=True):
                if f" {phrase} " in f" {words} ":
                    level = _strength(f" {words} ".replace(f" {phrase} ", " ", 1).split(), side)
                    return None if level is None else (family, level)
    return None


def _strength(rest: Sequence[str], side: int) -> int | None:
    others = set(rest)
    if others - lexicon.STRONG - lexicon.WEAK - lexicon.NEGATION - lexicon.FILLERS or len(rest) > _MOST_WORDS:
        return None
    turned = -side if others & lexicon.NEGATION else side
    if others & lexicon.WEAK:
        return turned * _WEAK
    strong = others & lexicon.STRONG or {"at", "all"} <= others or others & {"uberhaupt", "gar", "du"}
    return turned * (_STRONG if strong else _PLAIN)
