"""Which ranks cannot be told apart, and how likely each touchpoint is the first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
_LEVEL = 0.95
_ROUNDS = 4
_NOTHING = 1e-12
_TOP = 3
_FEW = 64


@dataclass(frozen=True)
class Ranks:
    """Per touchpoint, in the order given."""

    low: tuple[int, ...]
    high: tuple[int, ...]
    """The ranks that cannot be told apart; 1 is the first."""
    first: tuple[float, ...]
    """Probability of rank 1."""
    top3: tuple[float, ...]
    """Probability of one of the first three ranks."""

    @property
    def any_told_apart(self) -> bool:
        """Whether any touchpoint can be ranked above or below another."""
        count = len(self.low)
        return count == 1 or any(
            (low, high) != (1, count) for low, high in zip(self.low, self.high, strict=True)
        )


def ranks(draws: Numbers, shrunk: Numbers, place: npt.NDArray[np.int_]) -> Ranks:
    """Return the range of ranks of each touchpoint, and the probabilities of the first ranks.

    Parameters
    ----------
    draws
        (draws, touchpoints) what is ranked, the largest first, in each draw.
    shrunk
        The same with the distances that are noise taken back: the probabilities come from it.
    place
        (touchpoints,) the rank of each estimate, from 1: it lies within the range, and settles ties.
    """
    above = _above(draws)
    p = draws.shape[1]
    low = np.minimum(1 + above.sum(axis=0), place)
    high = np.maximum(p - above.sum(axis=1), place)
    order = np.lexsort((np.broadcast_to(place, shrunk.shape), -shrunk), axis=1)
    first, top = np.zeros(p), np.zeros(p)
    for j in range(min(_TOP, p)):
        counted = np.bincount(order[:, j], minlength=p) / len(order)
        first, top = first + counted * (j == 0), top + counted
    return Ranks(*(tuple(values.tolist()) for values in (low, high, first, top)))


def _above(draws: Numbers) -> npt.NDArray[np.bool_]:
    """(j, k) whether j lies above k beyond chance, simultaneously for all pairs with 95%.

    Notes
    -----
    Differences of all pairs in standard errors, against the 95% quantile of their largest deviation over the
    draws; pairs that are told apart are put aside, and the rest is asked again (step-down). Above 64
    touchpoints once, against the normal quantile for as many pairs, which is larger.

    References
    ----------
    Mogstad, M., Romano, J. P., Shaikh, A. M. & Wilhelm, D. (2023). Inference for ranks with applications to
    mobility across neighborhoods and academic achievement across countries. Review of Economic Studies.
    Romano, J. P. & Wolf, M. (2005). Exact and approximate stepdown methods for multiple hypothesis testing.
    Journal of the American Statistical Association 100(469).
    """
    middle = draws.mean(axis=0)
    off = draws - middle
    gap = middle[:, np.newaxis] - middle
    spread = np.sqrt(np.maximum(_spreads(off), 0.0))
    flat = spread <= _NOTHING
    told = flat & (np.abs(gap) > _NOTHING)
    open_ = ~flat & ~np.eye(len(middle), dtype=bool)
    t = np.divide(np.abs(gap), spread, out=np.zeros_like(gap), where=~flat)
    for _ in range(_ROUNDS if len(middle) <= _FEW else 1):
        limit = _limit(off, spread, open_)
        found = open_ & (t > limit)
        if not found.any():
            break
        told, open_ = told | found, open_ & ~found
    return np.asarray(told & (gap > 0))


def _limit(off: Numbers, spread: Numbers, asked: npt.NDArray[np.bool_]) -> float:
    """How many standard errors apart a pair must be."""
    if not asked.any():
        return np.inf
    if len(spread) <= _FEW:
        return float(np.quantile(_largest(off, spread, asked), _LEVEL))
    from scipy.special import ndtri

    return float(-ndtri((1 - _LEVEL) / int(asked.sum())))  # each pair stands twice: both its sides


def _spreads(off: Numbers) -> Numbers:
    """(j, k) the variance of the difference of each pair over the draws."""
    few = off.shape[1] <= _FEW  # threads that wait for one another cost more than so small a product
    covariance = (np.einsum("bj,bk->jk", off, off) if few else off.T @ off) / (len(off) - 1)
    own = np.diag(covariance)
    return np.asarray(own[:, np.newaxis] + own - 2 * covariance)


def _largest(off: Numbers, spread: Numbers, asked: npt.NDArray[np.bool_]) -> Numbers:
    """(draws,) the largest deviation of the asked pairs, in standard errors."""
    most = np.zeros(len(off))
    for j in range(off.shape[1] - 1):
        others = np.flatnonzero(asked[j, j + 1 :]) + j + 1
        if others.size:
            t = np.abs(off[:, [j]] - off[:, others]) / spread[j, others]
            most = np.maximum(most, t.max(axis=1))
    return most
