"""How much of the distance from a line is noise, told by all touchpoints together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
IMPACT_STEP, SATISFACTION_STEP = (5**0.5 - 1) / 2, 2**0.5 - 1
"""What the two axes go through the quantiles of noise by: parts of 1 that never come round together."""
HARDLY_DIFFER = 0.6
"""From this part of noise on, the differences themselves are hardly there."""
_CUT, _FACTOR, _LEAST, _NONE = 4.0, 0.7, 1e-9, 1e-6
_NODES = 200


@dataclass(frozen=True)
class Noise:
    """The part B of the touchpoints' squared distance from the line that is noise: a density on (0, 1).

    Notes
    -----
    The density of B is proportional to B^(k/2 - 1) exp(-q B / 2): the posterior under normal distances whose
    true spread is unknown, after Stein.

    Examples
    --------
    >>> round(Noise(5.25, 5).mean, 6)
    0.57484
    """

    q: float
    """0.7 times the sum of squared z, each cut to 4 standard errors."""
    k: int
    """Touchpoints with an error, that define the line."""

    def quantile(self, at: npt.NDArray[np.floating[Any]]) -> Numbers:
        """Return B at probabilities 0..1."""
        from scipy.special import gammainc, gammaincinv

        if self.k == 0:
            return np.zeros_like(at)
        if self.q < _NONE:
            return np.asarray(at ** (2 / self.k))
        half = self.k / 2
        reached = gammaincinv(half, at * gammainc(half, self.q / 2))
        return np.asarray(np.clip(reached / (self.q / 2), 0.0, 1.0))

    @property
    def mean(self) -> float:
        """The mean of B, 0..1."""
        where, weight = _nodes()
        return float(weight @ self.quantile(where))

    def probability_high(self, z: Numbers) -> Numbers:
        """Return the probability that each touchpoint lies above the line, from its z.

        Parameters
        ----------
        z
            (touchpoints,) distances from the line in standard errors, not cut.

        Examples
        --------
        >>> np.round(Noise(5.25, 5).probability_high(np.array([2.0, -1.0])), 6).tolist()
        [0.871707, 0.272831]
        """
        from scipy.special import ndtr

        where, weight = _nodes()
        left = np.sqrt(1 - self.quantile(where))
        return np.asarray(weight @ ndtr(left[:, np.newaxis] * z))

    def kept(self, draws: int, step: float) -> Numbers:
        """Return (draws,) the part of the distance that is left in each draw; nothing in it is random."""
        at = (np.arange(draws) + 0.5) * step % 1.0
        return np.sqrt(1 - self.quantile(at))


def noise(z: Numbers) -> Noise:
    """Return the noise that distances in standard errors tell of.

    Parameters
    ----------
    z
        (touchpoints,) of those that define the line; what is not finite is left out.

    Notes
    -----
    The factor 0.7 is (k - 1)/k for the line, and makes up for draws that spread some 15% too little.
    """
    known = z[np.isfinite(z)]
    cut = np.clip(known, -_CUT, _CUT)
    return Noise(_FACTOR * float(cut @ cut), int(known.size))


def noise_of(distances: Numbers) -> Noise:
    """Return the noise in draws of the distances from the line, (draws, touchpoints)."""
    middle, spread = centres(distances)
    known = spread > _LEAST
    return noise(middle[known] / spread[known])


def centres(distances: Numbers) -> tuple[Numbers, Numbers]:
    """Return (touchpoints,) the median and the standard deviation over the draws; draws may be NaN."""
    if not np.isnan(distances).any():
        return np.median(distances, axis=0), distances.std(axis=0, ddof=1)
    some = ~np.isnan(distances).all(axis=0)
    middle, spread = np.full(distances.shape[1], np.nan), np.zeros(distances.shape[1])
    middle[some] = np.nanmedian(distances[:, some], axis=0)
    several = (~np.isnan(distances)).sum(axis=0) > 1
    spread[several] = np.nanstd(distances[:, several], axis=0, ddof=1)
    return middle, spread


def shrunk(distances: Numbers, found: Noise, step: float) -> Numbers:
    """Return draws of the distances from the line, moved towards it by what is noise.

    Parameters
    ----------
    distances
        (draws, touchpoints) touchpoint minus line in each draw.
    found
        What the touchpoints that define the line tell.
    step
        ``IMPACT_STEP`` or ``SATISFACTION_STEP``.

    Notes
    -----
    d' = d - (1 - sqrt(1 - B)) c, with c the median over the draws and B another quantile of the noise in each
    draw. A touchpoint without spread stays where it is.
    """
    middle, spread = centres(distances)
    moved = np.where(spread > _LEAST, np.nan_to_num(middle), 0.0)
    return np.asarray(distances - (1 - found.kept(len(distances), step))[:, np.newaxis] * moved)


def for_ranks(distances: Numbers, found: Noise, step: float) -> Numbers:
    """Return draws of the distances of shares as the probability of the first ranks needs them.

    Parameters
    ----------
    distances, found, step
        As for :func:`shrunk`.

    Notes
    -----
    (1 - B) c + (d - c). The first of many is the one that chance has raised most, so that its expected
    distance counts (1 - B, Stein's factor) and not its spread (the root). Simulated with n 100 to 500: rank 1
    of a share is shown .44 and right .48 where a third does nothing, .25 and .12 where all work alike. The
    root in the place of 1 - B shows .51, and .30 where all work alike: a file does not tell which it is.
    """
    middle, spread = centres(distances)
    kept = found.kept(len(distances), step)[:, np.newaxis] ** 2
    centre = np.nan_to_num(middle)
    moved = np.where(spread > _LEAST, kept * centre, centre)
    return np.asarray(moved + distances - centre)


@lru_cache(maxsize=1)
def _nodes() -> tuple[Numbers, Numbers]:
    """Places and weights for means over 0..1, closer together towards both ends."""
    at, weight = np.polynomial.legendre.leggauss(_NODES)
    angle = (at + 1) * np.pi / 4
    return np.sin(angle) ** 2, weight * np.pi / 4 * np.sin(2 * angle)
