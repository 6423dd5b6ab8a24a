"""The good and the bad end that an answer names, found by its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from cx.intake.words import answer_phrases
from cx.intake.words.comparable import folded
from cx.intake.words.languages import WHOLE

Found = tuple[str, int, str]
"""A family of answers, the side (-1 bad, 1 good), and the phrase that names it."""
_LEVELS = (-3, -2, -1, 0, 1, 2, 3)
_END = " .!。"


def _by_first_word() -> dict[str, list[tuple[tuple[int, int, int], Found]]]:
    """The phrases by their first word, each with its rank: families in order, bad first, longer first."""
    found: dict[str, list[tuple[tuple[int, int, int], Found]]] = {}
    for at, (family, ends) in enumerate(answer_phrases.POLES.items()):
        for side, phrases in zip((-1, 1), ends, strict=True):
            for phrase in phrases:
                entry = ((at, side, -len(phrase)), (family, side, phrase))
                found.setdefault(phrase.split()[0], []).append(entry)
    return found


def _spelled(text: str) -> str:
    """A whole answer, made comparable in any alphabet."""
    return folded(unicodedata.normalize("NFC", text).strip(_END))


def _whole() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for family, steps in WHOLE:
        for level, said in zip(_LEVELS, steps.strip().splitlines(), strict=True):
            for text in said.split("|"):
                found.setdefault(_spelled(text), (family if level else "", level))
    found.pop("-")
    return found


_PHRASES = _by_first_word()
_WHOLE = _whole()


def inside(words: str, sides: Collection[int] = (-1, 1)) -> Found | None:
    """Return the first end that some words name; ``None`` where they name none.

    ``words`` are as :func:`~cx.intake.words.comparable.plain` gives them.

    Examples
    --------
    >>> inside("muy insatisfecho"), inside("blue")
    (('satisfaction', -1, 'insatisfecho'), None)
    """
    around = f" {words} "
    fitting = [
        entry
        for first in dict.fromkeys(words.split())
        for entry in _PHRASES.get(first, ())
        if entry[1][1] in sides and f" {entry[1][2]} " in around
    ]
    return min(fitting)[1] if fitting else None


def both(words: str) -> bool:
    """Return whether some words name both ends of one family.

    Examples
    --------
    >>> both("niet tevreden niet ontevreden"), both("tevreden")
    (True, False)
    """
    around = f" {words} "
    named = {
        (family, side)
        for first in words.split()
        for _, (family, side, phrase) in _PHRASES.get(first, ())
        if f" {phrase} " in around
    }
    return any((family, -side) in named for family, side in named)


def whole(text: str) -> tuple[str, int] | None:
    """Return the family and the level of an answer that is known as a whole.

    Examples
    --------
    >>> whole("非常满意"), whole("Недоволен"), whole("goed")
    (('satisfaction', 3), ('satisfaction', -2), None)
    """
    return _WHOLE.get(_spelled(text)) if any(sign > "\x7f" for sign in text) else None
