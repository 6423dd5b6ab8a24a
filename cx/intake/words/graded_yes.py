"""Answers of yes and no with a degree: ``Yes, definitely``, ``Yes, to some extent``, ``No``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cx.intake.words import answer_phrases as phrases
from cx.intake.words.comparable import plain
from cx.intake.words.degrees import Spoken

GRADED_YES = "graded_yes"
_MOST_WORDS, _FEWEST = 7, 3
_SURE = phrases.STRONG | frozenset(
    {"definitely", "always", "certainly", "zeker", "altijd", "immer", "toujours", "siempre"}
)
_PARTLY = phrases.WEAK | frozenset({
    "extent", "some", "sometimes", "mostly", "probably", "soms", "meestal", "waarschijnlijk", "manchmal",
    "teilweise", "parfois", "veces", "parte", "partie", "really",
})  # fmt: skip
_SURELY, _PLAIN, _SOMEWHAT = 3, 2, 1


def graded_yes(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Return answers that begin with yes or no on the steps that all columns of them have together.

    Parameters
    ----------
    columns
        Per column its different texts, without numbers and codes.

    Examples
    --------
    >>> graded_yes([["Yes, definitely", "No", "Yes, to some extent"]])[0].numbers
    {'Yes, definitely': 3.0, 'No': 1.0, 'Yes, to some extent': 2.0}
    """
    found = [{text: _degree(text) for text in texts} for texts in columns]
    graded = [_is_graded(one.values()) for one in found]
    held = [one for one, all_ in zip(found, graded, strict=True) if all_]
    steps = sorted({degree for one in held for degree in one.values() if degree})
    if len(steps) < _FEWEST or steps[0] > 0:
        return [None] * len(found)
    place = {degree: float(at) for at, degree in enumerate(steps, 1)}
    return [
        Spoken(
            {text: place[degree] for text, degree in one.items() if degree},
            1.0,
            float(len(steps)),
            GRADED_YES,
        )
        if all_
        else None
        for one, all_ in zip(found, graded, strict=True)
    ]


def _is_graded(degrees: Collection[int | None]) -> bool:
    """Whether all texts of a column say yes or no, and one of them how much: bare yes and no are no scale."""
    return bool(degrees) and None not in degrees and any(abs(one) != _PLAIN for one in degrees if one)


def _degree(text: str) -> int | None:
    """How much an answer says yes, below 0 how much no; ``None`` where it begins with neither."""
    words = plain(text).split()
    if not words or len(words) > _MOST_WORDS:
        return None
    side = 1 if words[0] in phrases.YES else -1 if words[0] in phrases.NO else 0
    rest = set(words[1:])
    if not side or not (rest <= _KNOWN):
        return None
    surely = bool(rest & _SURE) or {"at", "all"} <= rest
    return side * (_SOMEWHAT if rest & _PARTLY else _SURELY if surely else _PLAIN)


_KNOWN = _SURE | _PARTLY | phrases.FILLERS | phrases.NEGATION | phrases.EMPTY | frozenset({
    "extent", "degree", "mate", "op", "of", "or", "part", "for", "most", "very", "much", "in", "it", "they",
    "did", "enkele", "zekere", "bis", "zu", "einem", "gewissen", "grad", "une", "certaine", "mesure", "dans",
    "en", "cierta", "medida", "hasta", "cierto", "punto", "not", "wel",
})  # fmt: skip
"""Words that say how much; any other one makes an answer say something else."""
