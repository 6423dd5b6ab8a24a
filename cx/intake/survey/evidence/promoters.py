"""A likelihood to recommend is known by the groups that stand beside it: promoters, passives, detractors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.survey.evidence.profile import Profile

_PASSIVE, _PROMOTER, _TEN = 7.0, 9.0, 10.0
_GROUPS, _MOST_LABELS = 3, 5
_FEWEST_ROWS = 8


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
