"""Scores of a business goal, such as a net promoter score, told apart from effects on that goal."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cx.intake.columns.scales import scale_of
from cx.intake.words import plain

_EFFORT = frozenset({"ces", "effort", "moeite", "inspanning", "aufwand"})
_WIDE, _SHORTEST, _LONGEST = 20.0, 1.0, 10.0


def are_levels(header: str, values: npt.NDArray[np.float64]) -> bool:
    """Return whether a column named after a goal holds its level, no effect on it.

    A header that states the ends of a scale says so; so do net promoter scores on both sides of zero that lie
    far apart, and effort scores that all lie on a scale of answers.

    Examples
    --------
    >>> are_levels("NPS", np.array([-12.0, 24, 41])), are_levels("NPS", np.array([0.4, 1.2, 3.1]))
    (True, False)
    >>> are_levels("CES (1-7)", np.array([4.4, 5.6])), are_levels("Churn", np.array([4.4, 5.6]))
    (True, False)
    """
    words = set(plain(header).split())
    if not len(values) or not (words & _EFFORT or "nps" in words):
        return False
    stated = scale_of(header, values)
    if words & _EFFORT:
        on_scale = values.min() >= _SHORTEST and values.max() <= _LONGEST
        broken = bool(np.mean(values != np.rint(values)) > 0)
        return bool(on_scale and (stated.stated or broken))
    return bool(values.min() < 0 < values.max() and np.ptp(values) > _WIDE)
