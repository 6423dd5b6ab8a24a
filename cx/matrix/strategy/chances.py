"""How sure it is that a measure belongs to the best set: the set is chosen anew in each draw."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_ALL_SETS = 12
"""Of so many measures all sets are compared in each draw."""
_SLACK = 1e-9
_BLOCK = 100


def in_best_set(costs: Numbers, gains: Numbers, budget: float) -> Numbers:
    """Return (measures,) in which share of the draws each measure belongs to the best set.

    Parameters
    ----------
    costs
        (measures,) >= 0.
    gains
        (draws, measures) what each may bring; below 0 where it makes it worse.
    budget
        >= 0.

    Notes
    -----
    Up to 12 measures all sets that the budget can pay are compared; of more, measures are taken by gain per
    cost as long as they fit, which differs little where there are many.

    Examples
    --------
    >>> draws = np.array([[3.0, 2.0, -1.0], [1.0, 2.0, 1.0]])
    >>> in_best_set(np.array([1.0, 1.0, 0.0]), draws, 1.0).tolist()
    [0.5, 0.5, 0.5]
    """
    if not gains.size:
        return np.zeros(len(costs))
    taken = _of_all(costs, gains, budget) if len(costs) <= _ALL_SETS else _by_worth(costs, gains, budget)
    return np.asarray(taken.mean(axis=0))


def _of_all(costs: Numbers, gains: Numbers, budget: float) -> NDArray[np.bool_]:
    sets = np.array(list(product([False, True], repeat=len(costs))))
    sets = sets[sets @ costs <= budget * (1 + _SLACK)]
    blocks = range(0, len(gains), _BLOCK)
    best = [np.argmax(gains[start : start + _BLOCK] @ sets.T, axis=1) for start in blocks]
    return np.asarray(sets[np.concatenate(best)])


def _by_worth(costs: Numbers, gains: Numbers, budget: float) -> NDArray[np.bool_]:
    worth = np.where(costs > 0, gains / np.where(costs > 0, costs, 1.0), np.inf * np.sign(gains))
    order = np.argsort(-worth, axis=1, kind="stable")
    left, every = np.full(len(gains), budget * (1 + _SLACK)), np.arange(len(gains))
    taken = np.zeros(gains.shape, dtype=bool)
    for place in range(gains.shape[1]):
        one = order[:, place]
        fits = (gains[every, one] > 0) & (costs[one] <= left)
        taken[every, one] = fits
        left -= np.where(fits, costs[one], 0.0)
    return taken
