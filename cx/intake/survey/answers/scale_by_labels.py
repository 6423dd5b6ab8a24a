"""The scale of a column whose numbers a file labels, and which of its ends is good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cx.intake.survey.answers.code_suspects import suspects
from cx.intake.survey.answers.column import Answered, Tally
from cx.intake.words import NUMBERED, YES_NO, goodness, spoken
from cx.records.scale import Direction

_ENDS = 2


@dataclass(frozen=True)
class Labelled:
    """What labels say of a column's scale."""

    ends: tuple[float, float] | None
    """The labelled range; ``None`` where the answers go beyond it, or one number alone is labelled."""
    direction: Direction | None
    """Which end is good; ``None`` where the words do not say."""


def labelled_scale(column: Answered) -> Labelled | None:
    """Return what the labels of a column say of its scale; ``None`` where it has none."""
    steps, given = column.labels, column.counted
    if not steps or not len(given.values):
        return None
    held = _without_codes(list(steps), given)
    ends = (min(held), max(held)) if len(held) >= _ENDS else None
    if ends and not _fits(ends, given):
        ends = None
    return Labelled(ends, _direction(steps, given))


def _without_codes(labelled: list[float], given: Tally) -> list[float]:
    """The labelled numbers but those that lie like codes apart from every other one, labelled or given.

    A label says in whatever language that a number is something; that it is no answer the gap says.
    """
    used = np.union1d(labelled, given.values)
    apart = {one.code for one in suspects(Tally(used, np.ones(len(used), np.int64))) if one.apart}
    outer = {one for one in apart if one in labelled}
    return [one for one in labelled if one not in outer] if len(outer) + _ENDS <= len(labelled) else labelled


def _fits(ends: tuple[float, float], given: Tally) -> bool:
    """Whether all answers lie in the range but those that may be codes."""
    codes = [one.code for one in suspects(given) if not ends[0] <= one.code <= ends[1]]
    left = given.values[~np.isin(given.values, codes)]
    return bool(len(left)) and ends[0] <= float(left[0]) and float(left[-1]) <= ends[1]


def _direction(steps: Mapping[float, str], given: Tally) -> Direction | None:
    """By the words of all steps where they are known answers, else by those of the ends."""
    kept = _without_codes(list(steps), given)
    steps = {number: steps[number] for number in kept}
    texts = list(steps.values())
    worth = spoken([texts])[0]
    if worth and worth.family not in (NUMBERED, YES_NO) and len(set(worth.numbers.values())) > 1:
        rising = np.corrcoef(list(steps), [worth.numbers[text] for text in texts])[0, 1]
        return "higher" if rising > 0 else "lower"
    low = goodness(texts[0]) if min(steps) <= float(given.values[0]) else 0
    high = goodness(texts[-1]) if max(steps) >= float(given.values[-1]) else 0
    return None if low == high else "lower" if low > high else "higher"
