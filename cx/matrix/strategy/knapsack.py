"""The set of measures with the largest gain within a budget, by integer programming."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cx.errors import ArgumentError

Numbers = NDArray[np.float64]
_SLACK = 1e-9
_LIMITS: Final = {"mip_rel_gap": 1e-7, "time_limit": 1.0}
"""Sets that differ by less look the same; proving more can take minutes where gains follow costs."""
_SCALED = 1e4
"""What the largest number is scaled to, so that the solver's tolerances lie far below a cent."""


def best_set(costs: Numbers, gains: Numbers, budget: float) -> NDArray[np.bool_]:
    """Return (measures,) whether each is in the set with the largest gain within the budget.

    Parameters
    ----------
    costs, gains
        (measures,) >= 0.

    Examples
    --------
    >>> best_set(np.array([5.0, 4.0, 3.0]), np.array([10.0, 7.0, 6.0]), 7.0).tolist()
    [False, True, True]
    """
    if not costs.size:
        return np.zeros(0, dtype=bool)
    free = costs <= 0
    taken = free & (gains > 0)
    open_ = ~free & (costs <= budget * (1 + _SLACK)) & (gains > 0)
    if open_.any():
        taken[open_] = _solved(costs[open_], gains[open_], budget)
    return np.asarray(taken)


def _solved(costs: Numbers, gains: Numbers, budget: float) -> NDArray[np.bool_]:
    """The largest gain first, then the smallest cost among the sets that bring as much."""
    within = (costs, -np.inf, budget)
    most = _integers(-gains, [within])
    if most is None:
        raise ArgumentError("budget_unsolved", n=len(costs))
    reached = float(gains[most].sum())
    cheapest = _integers(costs, [within, (gains, reached * (1 - _SLACK), np.inf)])
    return most if cheapest is None else cheapest


def _integers(minimised: Numbers, limits: Sequence[tuple[Numbers, float, float]]) -> NDArray[np.bool_] | None:
    """The 0-1 solution of an integer program; sets that only the solver's tolerance lets in are cut off.

    The best one found where the time is up, and ``None`` where that is none.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    cut = [LinearConstraint(*_scaled(row, low, high)) for row, low, high in limits]
    aim = minimised * (_SCALED / np.abs(minimised).max())
    while True:
        found = milp(
            aim,
            integrality=np.ones_like(aim),
            bounds=Bounds(0, 1),
            constraints=cut,
            options=_LIMITS,
        )
        if found.x is None:
            return None
        taken = np.asarray(found.x) > 0.5  # noqa: PLR2004 - 0 or 1
        if all(_holds(float(row[taken].sum()), low, high) for row, low, high in limits):
            return np.asarray(taken)
        signs = np.where(taken, 1.0, -1.0)
        cut.append(LinearConstraint(signs, -np.inf, float(taken.sum()) - 1))


def _holds(value: float, low: float, high: float) -> bool:
    return low - _SLACK * abs(low) <= value <= high + _SLACK * abs(high)


def _scaled(row: Numbers, low: float, high: float) -> tuple[Numbers, float, float]:
    by = _SCALED / float(np.abs(row).max())
    return row * by, low * by, high * by
