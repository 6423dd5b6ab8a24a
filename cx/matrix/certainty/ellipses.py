"""The 95% region around each touchpoint."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from cx.matrix.certainty.in_view import fitted, is_split
from cx.matrix.rows import folded
from cx.records import Bubble, Matrix, Region, Touchpoints

Numbers = NDArray[np.float64]
_Places = Mapping[str, int]
_CORNERS = 64
_REACH = math.sqrt(5.991464547107979)
"""The root of the 95% quantile of chi-squared with two degrees of freedom."""
_FEWEST = 3
_LEVEL = 0.975
_SHARES = ("composed", "derived")


def regions(matrix: Matrix, touchpoints: Touchpoints) -> dict[str, Region]:
    """Return the 95% region of each touchpoint whose error is known, by the id of its bubble.

    Parameters
    ----------
    matrix
        As drawn.
    touchpoints
        The table that it was built from, with the draws where impact was derived from responses.

    Notes
    -----
    With responses: the ellipse that holds 95% of a normal distribution with the mean and the covariance of
    the bootstrap draws, widened where needed to contain the estimate, and cut at the ends of the scale and,
    for shares, at 0 and 1. It speaks about the place of the touchpoint; the crosshair has an error of its
    own, which the certainty counts in. With a table: the interval of satisfaction alone, from n and sd or
    from a share and n (Wilson).
    """
    columns = _columns(touchpoints.draws.names if touchpoints.draws else ())
    found = {bubble.id: _region(bubble, matrix, touchpoints, columns) for bubble in matrix.bubbles}
    return {name: region for name, region in found.items() if region is not None}


def _region(
    bubble: Bubble, matrix: Matrix, touchpoints: Touchpoints, columns: tuple[_Places, _Places]
) -> Region | None:
    if bubble.impact is None or not matrix.has_impact:
        return None
    draws = touchpoints.draws
    if draws is None or matrix.settings.unit != "touchpoint":
        return _interval(bubble, matrix)
    own, alike = columns
    column = own.get(bubble.name, alike.get(folded(bubble.name)))
    if column is None:
        return None
    if draws.impact is None:
        return _interval(bubble, matrix)
    sign = -1.0 if (bubble.height or 0.0) < 0 else 1.0  # a negative driver's share counts downwards
    across = draws.satisfaction[:, column]
    if is_split(touchpoints):
        across = fitted(across, bubble.satisfaction, bubble.precision.error if bubble.precision else np.nan)
    return _ellipse(bubble, np.column_stack([across, sign * draws.impact[:, column]]), matrix)


def _columns(names: Sequence[str]) -> tuple[_Places, _Places]:
    """The columns of the draws by the touchpoint's own spelling, and by what only one of them is like."""
    own = {name: place for place, name in reversed(tuple(enumerate(names)))}
    alike = {folded(name): place for name, place in own.items()}
    often = Counter(map(folded, names))
    return own, {name: place for name, place in alike.items() if often[name] == 1}


def _ellipse(bubble: Bubble, drawn: Numbers, matrix: Matrix) -> Region | None:
    known = drawn[~np.isnan(drawn).any(axis=1)]
    if len(known) < _FEWEST or bubble.height is None:
        return None
    centre = known.mean(axis=0)
    strengths, directions = np.linalg.eigh(np.cov(known.T))
    axes = directions * np.sqrt(np.maximum(strengths, 0.0))
    around = np.linspace(0, 2 * np.pi, _CORNERS, endpoint=False)
    circle = np.column_stack([np.cos(around), np.sin(around)])
    estimate = np.array([bubble.satisfaction, bubble.height])
    reach = max(_REACH, _distance(estimate - centre, strengths, directions))
    return Region("both", _cut(centre + reach * circle @ axes.T, matrix, below=bubble.height < 0))


def _distance(off: Numbers, strengths: Numbers, directions: Numbers) -> float:
    """How many standard deviations away, in the directions in which there is any spread."""
    spread = strengths > 1e-12 * max(float(strengths.max()), 1e-300)
    along = (off @ directions)[spread]
    return float(np.sqrt((along**2 / strengths[spread]).sum()))


def _cut(points: Numbers, matrix: Matrix, *, below: bool) -> tuple[tuple[float, float], ...]:
    ends = (-1.0, 0.0) if below else (0.0, 1.0)
    across = np.clip(points[:, 0], matrix.scale.minimum, matrix.scale.maximum)
    up = np.clip(points[:, 1], *ends) if matrix.impact_kind in _SHARES else points[:, 1]
    return tuple(zip(across.tolist(), up.tolist(), strict=True))


def _interval(bubble: Bubble, matrix: Matrix) -> Region | None:
    ends = _ends(bubble, matrix)
    if ends is None or bubble.height is None:
        return None
    low, high = max(ends[0], matrix.scale.minimum), min(ends[1], matrix.scale.maximum)
    return Region("satisfaction", ((low, bubble.height), (high, bubble.height)))


def _ends(bubble: Bubble, matrix: Matrix) -> tuple[float, float] | None:
    from cx.impact.model import scores  # the first page does not wait for it

    scale = matrix.scale
    if bubble.n is None or bubble.n < 2:  # noqa: PLR2004 - a spread needs two
        return None
    exact = bubble.precision
    if bubble.sd is not None and exact is not None:
        found = scores.with_error(bubble.satisfaction, exact.error, exact.freedom)
        return None if found.low is None or found.high is None else (found.low, found.high)
    if scale.kind != "percent":
        return None
    part = scores.share(scale.common(bubble.satisfaction) * bubble.n, bubble.n)
    low, high = (scale.minimum + (end or 0.0) * scale.width for end in (part.low, part.high))
    return low, high
