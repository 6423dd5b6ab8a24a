"""Which quadrant a pair of values lies in."""

from __future__ import annotations

from cx.records import Quadrant

_BY_SIDE: dict[tuple[bool, bool], Quadrant] = {
    (True, False): "fix_first",
    (True, True): "expand_reach",
    (False, True): "minimise_cost",
    (False, False): "simplify",
}


def is_high(value: float, line: float) -> bool:
    """Return whether a value is at or above a line, with the tolerance of METHODS 4.

    Examples
    --------
    >>> is_high(0.1 + 0.2, 0.3), is_high(7.0, 7.0), is_high(6.99, 7.0)
    (True, True, False)
    """
    return value >= line - 1e-9 * max(1.0, abs(line))


def quadrant_of(satisfaction: float, impact: float, lines: tuple[float, float]) -> Quadrant:
    """Return the quadrant of a touchpoint; at or above a line counts as high, on both axes.

    Parameters
    ----------
    satisfaction, impact
        The touchpoint's values, on the scales of the two lines.
    lines
        The crosshair: (satisfaction, impact).

    Examples
    --------
    >>> quadrant_of(6.2, 0.08, (7.1, 0.04))
    'fix_first'
    """
    return _BY_SIDE[is_high(impact, lines[1]), is_high(satisfaction, lines[0])]


def quadrant_by_side(*, impact_high: bool, satisfaction_high: bool) -> Quadrant:
    """Return the quadrant on the given side of both lines."""
    return _BY_SIDE[impact_high, satisfaction_high]
