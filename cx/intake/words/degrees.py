"""Answers in rising degrees of one good end: ``not at all satisfied`` up to ``extremely satisfied``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from cx.intake.words import answer_phrases, poles
from cx.intake.words.comparable import plain
from cx.records.scale import Direction

LONGEST_ANSWER = 500
"""No answer of a scale has more signs than that, nor a code."""
SHORT_ANSWER = 120
"""What is found out about answers up to this length is remembered."""
_FEWEST_DEGREES = 4
_INITIALS = re.compile(r"[A-Za-z]{1,3}")
_BOTH_ENDS = ("bad", "good")
_BAD_INITIALS = frozenset("dopu")
"""What disagree, dissatisfied, difficult, oneens, ontevreden, poor and unlikely begin with."""


@dataclass(frozen=True)
class Spoken:
    """The texts of one column as numbers."""

    numbers: Mapping[str, float]
    low: float
    high: float
    family: str
    """What decided: ``numbered``, ``lettered``, ``yes_no``, a family of words or of a ladder."""
    direction: Direction = "higher"
    """Which end of the numbers the words call good."""
    asked: Literal["", "order", "codes"] = ""
    """What was proposed only: the order of unknown words, or which end of answer codes is good."""
    because: str = ""
    """What spoke for the proposal: ``words``, ``form``, ``outcome`` or ``usual``."""


def initialled(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Return columns with the first letters of answers as numbers: ``SD, D, N, A, SA``.

    One letter in front of two others makes both stronger, at most one further text is the middle, and the
    letter of the bad end is one that words of a bad end begin with.

    Examples
    --------
    >>> initialled([["SD", "A", "N", "SA"], ["D", "A", "SA"]])[0].numbers
    {'SD': 1.0, 'A': 4.0, 'N': 3.0, 'SA': 5.0}
    >>> initialled([["S", "M", "L", "XL", "XS"], ["A", "B"]])
    [None, None]
    """
    short = [
        texts if len(texts) > 1 and all(_INITIALS.fullmatch(text.strip()) for text in texts) else []
        for texts in columns
    ]
    written = {text: text.strip().casefold() for texts in short for text in texts}
    order = _climbing(set(written.values()))
    return [
        Spoken({text: order[written[text]] for text in texts}, 1.0, max(order.values()), "initials")
        if texts and order
        else None
        for texts in short
    ]


def _climbing(letters: set[str]) -> dict[str, float]:
    """The steps of first letters; empty where they are no scale with two sides."""
    for more in sorted({one[0] for one in letters if len(one) > 1}):
        ends = sorted(one for one in letters if len(one) == 1 and more + one in letters)
        middle = letters - {*ends, *(more + one for one in ends)}
        bad = [one for one in ends if one in _BAD_INITIALS]
        if len(ends) == len(_BOTH_ENDS) and len(bad) == 1 and len(middle) <= 1:
            good = next(one for one in ends if one not in bad)
            order = [more + bad[0], bad[0], *middle, good, more + good]
            return {one: float(step) for step, one in enumerate(order, 1)}
    return {}


def unipolar(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Return columns with answers from ``not at all satisfied`` up to ``extremely satisfied`` as numbers."""
    found = [[_degree(text) for text in texts] for texts in columns]
    pooled: dict[str, set[int]] = {}
    for degrees in found:
        known = [degree for degree in degrees if degree]
        for family, degree in known if len(known) == len(degrees) else ():
            pooled.setdefault(family, set()).add(degree)
    scales: list[Spoken | None] = []
    for texts, degrees in zip(columns, found, strict=True):
        families = {degree[0] for degree in degrees if degree}
        family = next(iter(families), "")
        apart = len({degree[1] for degree in degrees if degree}) == len(texts)
        levels = sorted(pooled.get(family, ()))
        if (
            None in degrees
            or len(families) != 1
            or not apart
            or len(levels) < _FEWEST_DEGREES
            or levels[0] > 1
        ):
            scales.append(None)
            continue
        steps = {level: float(step) for step, level in enumerate(levels, 1)}
        numbers = {text: steps[degree[1]] for text, degree in zip(texts, degrees, strict=True) if degree}
        scales.append(Spoken(numbers, 1.0, float(len(levels)), family))
    return scales


def _degree(text: str) -> tuple[str, int] | None:
    """The family and the degree, 0 for not at all, of an answer that names a good end only."""
    return _short_degree(text) if len(text) <= SHORT_ANSWER else None


@lru_cache(maxsize=5_000)
def _short_degree(text: str) -> tuple[str, int] | None:
    words = plain(text)
    found = poles.inside(words, sides=(1,))
    if found is None:
        return None
    family, _, phrase = found
    rest = f" {words} ".replace(f" {phrase} ", " ", 1).split()
    said = " ".join(word for word in rest if word not in answer_phrases.EMPTY)
    return next(
        ((family, degree) for degree, known in enumerate(answer_phrases.DEGREES) if said in known), None
    )
