"""Medians of times in two periods: intervals and tests by redrawing cases, from sums and ranked times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.float64]
_DRAWS = 512
_TINY = 1e-9
FEWEST = 10
"""Cases on either side from which redrawing them says something."""


@dataclass(frozen=True)
class Times:
    """The times of one step in one period."""

    n: int
    ranks: Reals
    """Of the times that are known, from 1 to ``n``, ascending."""
    values: Reals
    """Those times."""
    cases: int
    design: float
    """How many times the variance that it would have if each time were a case of its own; at least 1."""

    def redrawn(self) -> Reals:
        """Return medians of redrawn samples, at equal steps of probability.

        Notes
        -----
        Of n independent values redrawn, the median is at most the i-th of them with the probability that a
        Beta((n+1)/2, (n+1)/2) variable is at most i/n: the bootstrap's own distribution, without drawing.
        Where a case has several times, n is divided by the design effect of lying below the median.
        """
        from scipy.special import betaincinv

        half = (self.n / self.design + 1) / 2
        shares = betaincinv(half, half, (np.arange(_DRAWS) + 0.5) / _DRAWS)
        place = np.searchsorted(self.ranks, np.ceil(shares * self.n - _TINY))
        return np.asarray(self.values[np.minimum(place, len(self.values) - 1)])

    def median_up_to(self, value: Reals, *, below: bool = False) -> Reals:
        """Return the probability that a redrawn median is at most (or below) some values."""
        from scipy.special import betainc

        place = np.searchsorted(self.values, value, side="left" if below else "right")
        ranks = np.concatenate([[0.0], self.ranks])
        half = (self.n / self.design + 1) / 2
        return np.asarray(betainc(half, half, ranks[place] / self.n))

    @property
    def weights(self) -> Reals:
        """The probability of each known time to be the redrawn median."""
        from scipy.special import betainc

        half = (self.n / self.design + 1) / 2
        return np.diff(np.asarray(betainc(half, half, self.ranks / self.n)), prepend=0.0)


def design_effect(n: int, below: int, squares: Sequence[int]) -> float:
    """Return how much more a share varies over whole cases than over single times.

    Parameters
    ----------
    n, below
        Times in all, and those at the median or below.
    squares
        Sums over cases of n·n, n·b and b·b.

    Examples
    --------
    >>> design_effect(4, 2, (4, 2, 2)), design_effect(4, 2, (8, 4, 4))
    (1.0, 2.0)
    """
    share = below / n
    nn, nb, bb = squares
    spread = bb - 2 * share * nb + share * share * nn
    alone = n * share * (1 - share)
    return max(1.0, spread / alone) if alone > 0 else max(1.0, nn / n)


def interval(a: Times, b: Times) -> tuple[float, float]:
    """Return the 95% interval of the median of b minus that of a, in the unit of the times."""
    gaps = b.redrawn()[:, None] - a.redrawn()[None, :]
    low, high = np.quantile(gaps, [0.025, 0.975])
    return float(low), float(high)


def p_of(a: Times, b: Times) -> float:
    """Return the two-sided p that the medians are equal: twice the smaller share of redrawn differences."""
    weights = a.weights
    at_most = float(weights @ b.median_up_to(a.values))
    at_least = float(weights @ (1 - b.median_up_to(a.values, below=True)))
    return min(1.0, 2 * min(at_most, at_least))
