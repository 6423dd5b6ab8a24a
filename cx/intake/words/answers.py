"""Answers in words become numbers: ``zeer ontevreden ... zeer tevreden``, ``Dis-agree (2)``, ``yes``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cx.intake.words import answer_phrases as phrases
from cx.intake.words.answer_ladders import LADDERS
from cx.intake.words.comparable import folded, plain
from cx.intake.words.degrees import LONGEST_ANSWER, Spoken, unipolar
from cx.intake.words.faces import drawn_faces, level_of

NUMBERED, YES_NO, BY_HAND = "numbered", "yes_no", "by_hand"
_BEHIND = re.compile(r"[(\[]\s*(-?\d{1,3})\s*[)\]]\s*$")
_BEFORE = re.compile(r"^\s*[(\[]?(-?\d{1,3})[)\]]?\s*(?:[-–—=:.)|]\s*|\s+)(?=[^\W\d_])")
_STARS = re.compile(r"^\s*(\d{1,2})\s*(?:stars?|ster(?:ren)?|sterne?|points?|punten|punt)\s*$", re.IGNORECASE)
_OUT_OF = re.compile(r"^\s*(\d{1,3})\s*(?:/|out of|van de|op|von|sur)\s*(?:5|7|10|100)\s*$", re.IGNORECASE)
_DRAWN = re.compile(r"^\s*([★⭐✭✩☆\ufe0f]+)\s*$")
_EITHER = frozenset({"or", "of", "oder", "ou"})
"""Two answers in one text: labels of an outcome, no step of a scale."""
_BETWEEN = re.compile(r"\s+[/|–—-]\s+|\s*\|\s*")
"""Between two languages, or between a code and what it stands for."""
_LANGUAGES = 2
_MOST_WORDS = 6
_PLAIN, _STRONG, _WEAK = 2, 3, 1


def code_kind(text: str) -> str | None:
    """Return whether a text is a code: ``not_met``, ``no_answer``, or ``None``.

    Examples
    --------
    >>> code_kind("N.v.t."), code_kind("weet niet"), code_kind("-"), code_kind("goed")
    ('not_met', 'no_answer', 'not_met', None)
    >>> code_kind("n.v.t. / N/A"), code_kind("weet niet | don't know"), code_kind("N/A - did not use")
    ('not_met', 'no_answer', 'not_met')
    """
    if len(text) > LONGEST_ANSWER:
        return None
    if folded(text) in phrases.SIGNS:
        return "not_met"
    halves = _halves(text)
    if len(halves) > 1:
        kinds = {code_kind(half) for half in halves}
        return kinds.pop() if len(kinds) == 1 else None
    words = plain(_BEHIND.sub("", _BEFORE.sub("", text)))
    if words in phrases.NOT_MET:
        return "not_met"
    return "no_answer" if words in phrases.NO_ANSWER else None


def _halves(text: str) -> list[str]:
    """What a text says in one language and in the other: ``weet niet / don't know``."""
    return [half for half in _BETWEEN.split(text) if half.strip()]


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
    one_pole = unipolar(columns) if not (faces := _in_faces(columns)) else faces
    if any(one_pole):
        others = iter(spoken([texts for texts, scale in zip(columns, one_pole, strict=True) if not scale]))
        return [scale or next(others) for scale in one_pole]
    families = [_family(texts) for texts in columns]
    pooled: dict[str, set[int]] = {}
    for texts, family in zip(columns, families, strict=True):
        if family in phrases.POLES:
            pooled.setdefault(family, set()).update(_level(text)[1] for text in texts)  # type: ignore[index]
    return [
        _polar(texts, family, pooled[family])
        if family in phrases.POLES and len(pooled[family]) > 1
        else _numbered(texts) or _ladder(texts) or _yes_no(texts)
        for texts, family in zip(columns, families, strict=True)
    ]


def _in_faces(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Columns of faces, on one scale; empty where no column holds faces alone."""
    faced = [bool(texts) and all(level_of(text) is not None for text in texts) for texts in columns]
    held = [texts for texts, drawn in zip(columns, faced, strict=True) if drawn]
    numbers, high = drawn_faces(held)
    if not numbers:
        return []
    return [
        Spoken({text: numbers[text] for text in texts}, 1.0, high, "faces") if drawn else None
        for texts, drawn in zip(columns, faced, strict=True)
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
    >>> number_in_words("★★★☆☆"), number_in_words("8/10")
    (3.0, 8.0)
    """
    if len(text) > LONGEST_ANSWER:
        return None
    drawn = _DRAWN.match(text)
    if drawn:
        return float(sum(sign in "★⭐✭" for sign in drawn.group(1)))
    found = _BEHIND.search(text) or _BEFORE.search(text) or _STARS.search(text) or _OUT_OF.search(text)
    return float(found.group(1)) if found else None


def goodness(text: str) -> int:
    """Return 1 for an answer at the good end, -1 for one at the bad end, 0 for any other text.

    Examples
    --------
    >>> goodness("very easy"), goodness("moeilijk"), goodness("ungenügend"), goodness("x")
    (1, -1, -1, 0)
    """
    if len(text) > LONGEST_ANSWER:
        return 0
    level = _level(text)
    if level:
        return (level[1] > 0) - (level[1] < 0)
    words = plain(text)
    for ladder in LADDERS:
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
    level = _level(text)
    return plain(text) in phrases.YES or bool(level and level[1] > 0)


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
        for ladder in LADDERS
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
    if not texts or not all(word in phrases.YES | phrases.NO for word in words.values()):
        return None
    return Spoken({text: float(word in phrases.YES) for text, word in words.items()}, 0.0, 1.0, YES_NO)


def _polar(texts: Sequence[str], family: str, seen: set[int]) -> Spoken:
    """Numbers from 1 up, over both ends of every strength that was seen."""
    strengths = {abs(level) for level in seen if level}
    levels = sorted({*strengths, *(-one for one in strengths), *({0} if 0 in seen else set())})
    steps = {level: float(step) for step, level in enumerate(levels, 1)}
    numbers = {text: steps[found[1]] for text in texts if (found := _level(text))}
    return Spoken(numbers, 1.0, float(len(levels)), family)


def _level(text: str) -> tuple[str, int] | None:
    """The family (empty for neutral) and the strength, below 0 at the bad end; ``None``: no such answer."""
    return _level_of(text) if len(text) <= LONGEST_ANSWER else None


@lru_cache(maxsize=2_000)
def _level_of(text: str) -> tuple[str, int] | None:
    halves = _halves(text)
    if len(halves) == _LANGUAGES:
        one, other = (_level(half) for half in halves)
        return one if one == other else None
    words = plain(text)
    parts = words.split()
    if not parts or len(parts) > _MOST_WORDS + 2:
        return None
    if _EITHER & set(parts) and not phrases.DENIED & set(parts):
        return None
    if phrases.NEUTRAL & set(parts) or _is_neither(words):
        return "", 0
    for family, poles in phrases.POLES.items():
        for side, pole in zip((-1, 1), poles, strict=True):
            for phrase in sorted(pole, key=len, reverse=True):
                if f" {phrase} " in f" {words} ":
                    level = _strength(f" {words} ".replace(f" {phrase} ", " ", 1).split(), side)
                    return None if level is None else (family, level)
    return None


def _is_neither(words: str) -> bool:
    """Both ends of a family, each denied: ``niet tevreden, niet ontevreden``."""
    denied = sum(words.split().count(word) for word in phrases.NEGATION)
    return denied > 1 and any(
        all(any(f" {phrase} " in f" {words} " for phrase in pole) for pole in poles)
        for poles in phrases.POLES.values()
    )


def _strength(rest: Sequence[str], side: int) -> int | None:
    others = set(rest)
    if others - phrases.STRONG - phrases.WEAK - phrases.NEGATION - phrases.FILLERS or len(rest) > _MOST_WORDS:
        return None
    turned = -side if others & (phrases.NEGATION | phrases.LITTLE) else side
    at_all = {"at", "all"} <= others or others & phrases.AT_ALL
    if others & (phrases.WEAK | phrases.LITTLE) or (
        turned != side and others & phrases.STRONG and not at_all
    ):
        return turned * _WEAK
    return turned * (_STRONG if others & phrases.STRONG or at_all else _PLAIN)
