"""Columns that may rate something, by their answers alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cx.intake.survey.answers.code_suspects import core_of
from cx.intake.survey.answers.column import BLANK, Answered
from cx.intake.words import YES_NO

_FEWEST = 20
_ANSWERS = 0.8
_LOWEST, _HIGHEST = -10.0, 10.0
_HUNDRED, _HALF_WAY = 100.0, 50
_MOST_STEPS = 101


def likely_ratings(columns: Sequence[Answered], height: int, fewest: int = _FEWEST) -> list[int]:
    """Return the positions of the columns that may rate something: answers of a short scale."""
    if height < fewest:
        return []
    short = [column.place for column in columns if is_short(column, height)]
    sliders = [
        column.place for column in columns if len(column.known) > _ANSWERS * height and _slides(column)
    ]
    return short if len(short) >= len(sliders) else sliders


def rated_in_words(columns: Sequence[Answered], free: Sequence[int]) -> list[int]:
    """Return which of some positions hold answers in words, such as ``very satisfied``."""
    told = [columns[place] for place in free]
    return [one.place for one in told if one.spoken and one.spoken.family != YES_NO and one.share > _ANSWERS]


def _slides(column: Answered) -> bool:
    """Whole numbers from 0 to 100 that use most of the way."""
    found = column.counted
    whole = bool((found.values == np.rint(found.values)).all())
    return whole and is_slider(core_of(found)) and bool(np.ptp(found.values) > _HALF_WAY)


def is_short(column: Answered, height: int) -> bool:
    """Return whether a column holds answers of a short scale."""
    filled = np.count_nonzero(column.states != BLANK)
    if column.share < _ANSWERS or filled < max(3, 0.02 * height) or not len(column.known):
        return False
    if column.recoded:
        return True
    found = column.counted
    low, high = core_of(found)
    return (
        low >= _LOWEST and high <= _HIGHEST and 1 < len(found.values) <= min(_MOST_STEPS, _ANSWERS * filled)
    )


def is_slider(core: tuple[float, float]) -> bool:
    """Return whether the ends of a column are those of 0 to 100."""
    return core[0] >= 0 and _HUNDRED * 0.6 < core[1] <= _HUNDRED
