"""Draws of all respondents, put where the touchpoints in view lie: those of a period or a segment."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from cx.matrix.certainty.draws_about_lines import places_of
from cx.matrix.rows import Drawn, folded, precision_of
from cx.records import AxisDraws, Touchpoints

Numbers = NDArray[np.float64]


def is_split(touchpoints: Touchpoints) -> bool:
    """Return whether a touchpoint has several rows, so that its draws are not those of what is in view."""
    names = [folded(str(name)) for name in touchpoints.rows["touchpoint"]]
    return len(set(names)) < len(names)


def draws_in_view(draws: AxisDraws, seen: Drawn, base: Drawn, touchpoints: Touchpoints) -> AxisDraws:
    """Return the draws with satisfaction centred on what is in view, and as wide as it is exact.

    Parameters
    ----------
    draws
        Of all respondents.
    seen, base
        The touchpoints in view, and those that the crosshair is computed from.

    Notes
    -----
    Impact is that of all respondents whatever is in view, and so are its draws. Those of satisfaction keep
    how touchpoints go up and down together.
    """
    if not is_split(touchpoints):
        return draws
    there: Mapping[str, tuple[float, float]] = {
        folded(group.name): (group.satisfaction, exact.error if exact else math.nan)
        for group in (*base.groups, *seen.groups)
        for exact in (precision_of(group, touchpoints),)
    }
    satisfaction = draws.satisfaction.copy()
    for name, place in places_of(draws).items():
        if name in there:
            satisfaction[:, place] = fitted(satisfaction[:, place], *there[name])
    return replace(draws, satisfaction=satisfaction)


def fitted(drawn: Numbers, value: float, error: float) -> Numbers:
    """Return draws about another value with another standard error; where that is unknown with their own.

    Examples
    --------
    >>> fitted(np.array([4.0, 6.0]), 7.0, 2.0).tolist()
    [5.0, 9.0]
    """
    spread = float(np.nanstd(drawn))
    by = error / spread if error > 0 and spread > 0 else 1.0
    return np.asarray(value + by * (drawn - np.nanmean(drawn)))
