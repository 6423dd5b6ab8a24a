"""Which segments lie on different sides of a line, small ones shrunk towards all."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from cx.matrix.comparison.difference_tests import CLAIMED, LEVEL
from cx.matrix.lines import is_high
from cx.records import Bubble, Crosshair
from cx.statistics import holm

_TWO = 2
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Levels:
    """One touchpoint on one axis, in the segments in which its error is known."""

    segments: tuple[str, ...]
    values: Numbers
    errors: Numbers
    freedom: Numbers
    line: float

    @property
    def p(self) -> float | None:
        """How likely so much difference between the segments is where there is none; ``None`` with one.

        Notes
        -----
        Welch's analysis of variance: the segments need not be equally exact; of two it is Welch's t test.

        References
        ----------
        Welch, B. L. (1951). On the comparison of several mean values: an alternative approach. Biometrika,
        38(3/4).
        """
        from scipy.special import fdtrc  # a tenth of the time that scipy.stats takes to import

        k = len(self.values)
        if k < _TWO:
            return None
        weights = self.errors**-2
        parts = weights / weights.sum()
        rest = float(((1 - parts) ** 2 / self.freedom).sum())
        between = float(weights @ (self.values - parts @ self.values) ** 2) / (k - 1)
        f = between / (1 + 2 * (k - 2) / (k**2 - 1) * rest)
        return float(fdtrc(k - 1, (k**2 - 1) / (3 * rest), f))

    @property
    def chances(self) -> Numbers:
        """(segments,) the probability of lying at or above the line, after shrinkage.

        Notes
        -----
        What differs between segments beyond their errors (DerSimonian & Laird's estimate, not below 0) says
        how far each may lie from the mean of all: a small segment is drawn towards it.

        References
        ----------
        DerSimonian, R. & Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7(3).
        """
        from scipy.special import ndtr

        weights = self.errors**-2
        centre = float(weights @ self.values / weights.sum())
        excess = float(weights @ (self.values - centre) ** 2) - (len(self.values) - 1)
        spread = max(0.0, excess / float(weights.sum() - (weights**2).sum() / weights.sum()))
        kept = spread / (spread + self.errors**2)
        shrunk = centre + kept * (self.values - centre)
        left = np.sqrt(kept) * self.errors
        level = self.line - 1e-9 * max(1.0, abs(self.line))
        with np.errstate(divide="ignore", invalid="ignore"):
            z = np.where(left > 0, (shrunk - level) / left, np.copysign(math.inf, shrunk - level))
        return np.asarray(ndtr(z))

    @property
    def pairs(self) -> set[frozenset[str]]:
        """The pairs of segments that lie on different sides of the line, as drawn, with at least .90."""
        high = self.chances
        drawn = [is_high(float(value), self.line) for value in self.values]
        return {
            frozenset((self.segments[a], self.segments[b]))
            for a, b in permutations(range(len(high)), 2)
            if drawn[b] and not drawn[a] and (1 - high[a]) * high[b] >= CLAIMED
        }


def apart(
    places: Mapping[str, Mapping[str, Bubble]], lines: Crosshair
) -> tuple[dict[str, tuple[str, ...]], bool]:
    """Return which segments lie in different quadrants, by touchpoint, and whether anything could be tested.

    Parameters
    ----------
    places
        Touchpoint to segment to its bubble, of those that have a quadrant.
    lines
        The crosshair of all segments.

    Notes
    -----
    Said of a touchpoint where its segments differ on an axis (5% over all touchpoints and axes together, by
    Holm) and two of them lie on different sides of the line there with a probability of at least .90.
    """
    levels = [
        (name, one)
        for name, bubbles in places.items()
        for one in (_satisfaction(bubbles, lines), _impact(bubbles, lines))
        if one is not None
    ]
    adjusted = holm([one.p for _, one in levels])
    found: dict[str, list[str]] = {}
    for (name, one), p in zip(levels, adjusted, strict=True):
        if p is not None and p < 1 - LEVEL:
            said = {segment for pair in one.pairs for segment in pair}
            found.setdefault(name, []).extend(segment for segment in one.segments if segment in said)
    told = {name: _in_order(places[name], said) for name, said in found.items() if said}
    return told, bool(levels)


def _in_order(places: Mapping[str, Bubble], said: Sequence[str]) -> tuple[str, ...]:
    return tuple(segment for segment in places if segment in said)


def _satisfaction(bubbles: Mapping[str, Bubble], lines: Crosshair) -> Levels | None:
    known = {
        segment: (one.satisfaction, one.precision.error, one.precision.freedom)
        for segment, one in bubbles.items()
        if one.precision is not None
    }
    return _levels(known, lines.satisfaction)


def _impact(bubbles: Mapping[str, Bubble], lines: Crosshair) -> Levels | None:
    known = {
        segment: (one.height, one.precision.impact_error, one.precision.freedom)
        for segment, one in bubbles.items()
        if one.precision is not None and one.precision.impact_error is not None and one.height is not None
    }
    same = len({value for value, _, _ in known.values()}) == 1  # that of all respondents, in each segment
    return None if same or lines.impact is None else _levels(known, lines.impact)


def _levels(known: Mapping[str, tuple[float, float, float]], line: float) -> Levels | None:
    usable = {name: one for name, one in known.items() if one[1] > 0 and one[2] > 0}
    if len(usable) < _TWO:
        return None
    values, errors, freedom = np.array(list(usable.values())).T
    return Levels(tuple(usable), values, errors, freedom, line)
