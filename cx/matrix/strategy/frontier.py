"""Gain against budget: every budget at which the best set of measures changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_MOST = 20_000
_SLACK = 1e-9
_NOTICED = 1e-6
"""A smaller part of the largest gain is not worth a step."""


@dataclass(frozen=True)
class Curve:
    """The largest gain that each budget buys: a staircase."""

    costs: tuple[float, ...]
    """The budgets at which the largest gain rises, ascending, from 0."""
    gains: tuple[float, ...]
    """The largest gain from that budget on."""
    exact: bool
    """Whether every step is there; else the curve lies at most one thinned step too low."""

    def next_after(self, budget: float, gain: float) -> float | None:
        """Return the smallest larger budget that buys more than a gain; ``None`` where none does."""
        spent, above = budget * (1 + _SLACK), gain + _NOTICED * self.gains[-1]
        steps = zip(self.costs, self.gains, strict=True)
        return next((cost for cost, reached in steps if cost > spent and reached > above), None)


def curve_of(costs: Numbers, gains: Numbers) -> Curve:
    """Return the largest gain for every budget.

    Parameters
    ----------
    costs, gains
        (measures,) >= 0; each is bought whole or not at all.

    Notes
    -----
    Measures are added one at a time, and of all sets only those are kept that no other set beats on both
    cost and gain. Above 20,000 such sets neighbours are thinned, and ``exact`` is off.

    References
    ----------
    Nemhauser, G. L. & Ullmann, Z. (1969). Discrete dynamic programming and capital allocation. Management
    Science 15(9).

    Examples
    --------
    >>> found = curve_of(np.array([5.0, 4.0, 3.0]), np.array([10.0, 7.0, 6.0]))
    >>> list(zip(found.costs, found.gains))[:5]
    [(0.0, 0.0), (3.0, 6.0), (4.0, 7.0), (5.0, 10.0), (7.0, 13.0)]
    """
    spent, gained, exact = np.zeros(1), np.zeros(1), True
    for cost, gain in zip(costs.tolist(), gains.tolist(), strict=True):
        spent, gained = _best(np.concatenate([spent, spent + cost]), np.concatenate([gained, gained + gain]))
        if len(spent) > _MOST:
            kept = np.unique(np.linspace(0, len(spent) - 1, _MOST // 2).round().astype(int))
            spent, gained, exact = spent[kept], gained[kept], False
    return Curve(tuple(spent.tolist()), tuple(gained.tolist()), exact)


def _best(spent: Numbers, gained: Numbers) -> tuple[Numbers, Numbers]:
    """Only the sets that bring more than every cheaper one."""
    order = np.lexsort((-gained, spent))
    spent, gained = spent[order], gained[order]
    highest = np.maximum.accumulate(gained)
    kept = np.concatenate([[True], gained[1:] > highest[:-1] + _SLACK * float(gained.max())])
    return spent[kept], gained[kept]
