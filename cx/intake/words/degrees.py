"""Answers in rising degrees of one good end: ``not at all satisfied`` up to ``extremely satisfied``."""

from __future__ import annotations

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
