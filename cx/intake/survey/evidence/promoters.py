"""Columns that group the steps of another one, such as promoters, passives and detractors of 0 to 10."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.survey.evidence.profile import Profile
from cx.process import Budget

_PASSIVE, _PROMOTER, _TEN = 7.0, 9.0, 10.0
_GROUPS, _MOST_LABELS = 3, 5
_FEWEST_ROWS = 8
_MANY_ROWS, _EACH, _TRIED = 30, 3, 40
"""So many rows in all and for each group; so many show that a column groups nothing."""
_MOST_GROUPS, _TIMES, _NEARLY = 6, 2, 0.95


def recommended(profiles: Sequence[Profile]) -> frozenset[int]:
    """Return the places of answers to 10 that a column of texts cuts between 6 and 7 and between 8 and 9.

    Parameters
    ----------
    profiles
        All columns of the table.

    Notes
    -----
    What the three groups are called does not matter: each text has to stand in the rows of one group only,
    and all three groups have to occur.
    """
    spoken = [one for one in profiles if one.answers.spoken or not one.is_answers]
    texts = [one for one in spoken if _GROUPS <= one.names <= _MOST_LABELS]
    scores = [one for one in profiles if one.is_answers and _reaches_ten(one)]
    return frozenset(one.place for one in scores if any(_cuts(text, one) for text in texts))


def _reaches_ten(one: Profile) -> bool:
    return one.whole and not one.in_words and 0 <= one.ends[0] < _PASSIVE and one.ends[1] == _TEN


def _cuts(text: Profile, score: Profile) -> bool:
    values: npt.NDArray[np.float64] = score.answers.values
    both = ~np.isnan(values) & (text.labels.ids > 0)
    if both.sum() < _FEWEST_ROWS:
        return False
    groups = (values[both] >= _PASSIVE).astype(int) + (values[both] >= _PROMOTER)
    pairs = np.unique(np.stack([text.labels.ids[both], groups], axis=1), axis=0)
    return len(pairs) == _GROUPS == len(np.unique(pairs[:, 0])) == len(np.unique(pairs[:, 1]))


def recoded(profiles: Sequence[Profile], budget: Budget) -> Mapping[int, int]:
    """Return the place of each column that groups the steps of another, and the place of that one.

    Parameters
    ----------
    profiles
        All columns of the table.
    budget
        The time for the file.

    Notes
    -----
    Each step of the finer column, which has twice as many at least, goes with one group, in the order of the
    steps or against it, in the same rows; each group has several steps or is at an end of them.
    """
    steps = [one for one in profiles if one.is_answers and one.whole and not one.is_constant]
    fine = [one for one in steps if one.is_short or one.is_slider]
    coarse = [one for one in steps if _GROUPS <= one.different <= _MOST_GROUPS and not one.in_words]
    found: dict[int, int] = {}
    for one in coarse:
        budget.check()
        source = next((other for other in _finer(one, fine) if _groups(one, other)), None)
        if source is not None:
            found[one.place] = source.place
    return found


def _finer(one: Profile, fine: Sequence[Profile]) -> Iterator[Profile]:
    """The columns of at least twice as many steps that have answers in the same rows."""
    for other in fine:
        if other.different >= _TIMES * one.different and abs(other.numbers - one.numbers) <= (
            1 - _NEARLY
        ) * max(other.numbers, one.numbers):
            yield other


def _groups(one: Profile, other: Profile) -> bool:
    """Whether one rises, or falls, in step with the finer one."""
    own, finer = one.answers.values, other.answers.values
    rows = np.flatnonzero(~np.isnan(own) & ~np.isnan(finer))
    if len(rows) < max(_MANY_ROWS, _NEARLY * min(one.numbers, other.numbers)):
        return False
    return _in_step(own[rows[:_TRIED]], finer[rows[:_TRIED]]) and (
        _in_step(own[rows], finer[rows]) and min(one.answers.counted.counts) >= _EACH
    )


def _in_step(own: npt.NDArray[np.float64], finer: npt.NDArray[np.float64]) -> bool:
    order = np.lexsort((own, finer))
    rise, step = np.diff(own[order]), np.diff(finer[order])
    apart = bool((rise[step == 0] == 0).all())
    return apart and (bool((rise >= 0).all()) or bool((rise <= 0).all()))
