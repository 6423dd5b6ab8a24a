"""How sure it is that a touchpoint lies in its quadrant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cx.matrix.lines import quadrant_by_side
from cx.records import QUADRANTS, Quadrant

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Certainty:
    """The probability of the quadrant a touchpoint is drawn in, and of each quadrant."""

    value: float
    axis: str
    """``both``, ``satisfaction`` or ``impact``: the axes whose error is known."""
    probabilities: dict[Quadrant, float]


def certainty(
    drawn: Quadrant, satisfaction_high: float | None, impact_high: float | None
) -> Certainty | None:
    """Return the certainty of a quadrant from the probability of lying high on each axis.

    Parameters
    ----------
    drawn
        The quadrant that the touchpoint is drawn in.
    satisfaction_high, impact_high
        Probabilities, 0..1; ``None`` where the axis' error is unknown: then that axis is taken as drawn.

    Returns
    -------
    Certainty or None
        ``None`` where neither is known: it is never invented.

    Notes
    -----
    The crosshair is held fixed and the two errors are taken as independent. Known on one axis only, the
    result speaks about that axis alone and says so (``axis``).

    Examples
    --------
    >>> round(certainty("expand_reach", 0.9087888, 0.7475075).value, 5)
    0.67933
    """
    if satisfaction_high is None and impact_high is None:
        return None
    x = (
        _certain(high=drawn in ("expand_reach", "minimise_cost"))
        if satisfaction_high is None
        else satisfaction_high
    )
    y = _certain(high=drawn in ("fix_first", "expand_reach")) if impact_high is None else impact_high
    probabilities = {
        quadrant_by_side(impact_high=up, satisfaction_high=right): (y if up else 1 - y)
        * (x if right else 1 - x)
        for up in (True, False)
        for right in (True, False)
    }
    axis = "both" if None not in (satisfaction_high, impact_high) else "satisfaction"
    axis = "impact" if satisfaction_high is None else axis
    return Certainty(probabilities[drawn], axis, {name: probabilities[name] for name in QUADRANTS})


def counted(
    drawn: Quadrant, values: tuple[Numbers, Numbers | None], lines: tuple[Numbers, Numbers]
) -> Certainty:
    """Return the certainty of a quadrant from bootstrap draws: the share of draws that lie in it.

    Parameters
    ----------
    drawn
        The quadrant that the touchpoint is drawn in.
    values
        (draws,) satisfaction and impact in each draw; impact ``None`` where it was not drawn.
    lines
        (draws,) the crosshair in each draw.

    Notes
    -----
    Draws in which nobody rated the touchpoint say nothing and are left out. The two axes come from the same
    draws, so that what they have in common counts.

    Examples
    --------
    >>> draws = np.array([6.0, 6.5, 7.5, 6.2]), np.array([0.2, 0.3, 0.2, 0.1])
    >>> counted("fix_first", draws, (np.full(4, 7.0), np.full(4, 0.15))).value
    0.5
    """
    satisfaction, impact = values
    known = ~np.isnan(satisfaction) if impact is None else ~(np.isnan(satisfaction) | np.isnan(impact))
    right = _are_high(satisfaction, lines[0])[known]
    if impact is None:
        alone = certainty(drawn, float(right.mean()), None)
        assert alone is not None  # noqa: S101 - one axis is known
        return alone
    up = _are_high(impact, lines[1])[known]
    probabilities = {
        quadrant_by_side(impact_high=high, satisfaction_high=far): float(
            ((up == high) & (right == far)).mean()
        )
        for high in (True, False)
        for far in (True, False)
    }
    return Certainty(probabilities[drawn], "both", {name: probabilities[name] for name in QUADRANTS})


def _are_high(values: Numbers, lines: Numbers) -> NDArray[np.bool_]:
    return np.asarray(values >= lines - 1e-9 * np.maximum(1.0, np.abs(lines)))


def _certain(*, high: bool) -> float:
    return 1.0 if high else 0.0
