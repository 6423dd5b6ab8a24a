"""Penalty and reward: what low and what high ratings of a touchpoint do to the outcome."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.impact.model.effects import jackknifed
from cx.impact.model.groups_left_out import WIDE, coefficients
from cx.impact.model.sweep import Numbers, centred, coefficients_of, regression
from cx.impact.sums import Answers, of_columns
from cx.records import Contrast, ContrastClass

LOW, HIGH = 0.25, 0.75
"""Ends of low and high on the common scale 0..1."""
FEWEST = 20
_SLACK = 1e-9
_KINDS = 3
_CELLS = 4_000_000


@dataclass(frozen=True)
class ContrastMoments:
    """Sums of products of z, low and high per touchpoint, per group."""

    sums: Numbers
    """(groups, 2 + 3 p, 2 + 3 p): the constant, then z, low and high of each touchpoint, the outcome last."""
    low: npt.NDArray[np.int64]
    high: npt.NDArray[np.int64]
    """(p,) how many rated it low, and high."""


def gathered(answers: Answers) -> ContrastMoments:
    """Return the sums that the contrasts need, in one pass."""
    p = len(answers.names)
    low = np.array([s.minimum + LOW * s.width + _SLACK * s.width for s in answers.scales])
    high = np.array([s.minimum + HIGH * s.width - _SLACK * s.width for s in answers.scales])
    n_low, n_high = np.zeros(p, np.int64), np.zeros(p, np.int64)
    centre = float(answers.outcome[:10_000].mean())

    def fill(start: int, stop: int, block: Numbers) -> None:
        ratings = answers.ratings[start:stop]
        below, above = ratings <= low, ratings >= high
        if answers.unrated is not None:
            below &= ~answers.unrated[start:stop]
            above &= ~answers.unrated[start:stop]
        n_low[:] += below.sum(axis=0)
        n_high[:] += above.sum(axis=0)
        block[:, 1:-1:_KINDS] = ~np.isnan(ratings)
        block[:, 2:-1:_KINDS] = below
        block[:, 3:-1:_KINDS] = above
        block[:, -1] = answers.outcome[start:stop] - centre

    return ContrastMoments(of_columns(answers, _KINDS * p + 1, fill), n_low, n_high)


def without(answers: Answers) -> ContrastMoments:
    """Return no sums: contrasts of so many touchpoints would take long and show nothing."""
    none = np.zeros(len(answers.names), np.int64)
    return ContrastMoments(np.zeros((1, 2, 2)), none, none)


def contrasts(moments: ContrastMoments) -> tuple[Contrast | None, ...]:
    """Return the penalty-reward contrast of each touchpoint; ``None`` with fewer than 20 low or high ratings.

    Notes
    -----
    One joint regression of the outcome on z, low (<= .25 of the common scale) and high (>= .75) of all
    touchpoints. Penalty p and reward r are the coefficients of low and high; RIOCS = |r| + |p|,
    SGP = |r| / RIOCS, DGP = |p| / RIOCS, IA = SGP - DGP. Intervals: delete-a-group jackknife. A touchpoint is
    a hygiene factor or a delighter only where the interval of IA leaves 0 out; else it is linear.

    References
    ----------
    Brandt, D. R. (1987). A procedure for identifying value-enhancing service components using customer
    satisfaction survey data.
    Mikulić, J. & Prebežac, D. (2008). Prioritizing improvement of service attributes using impact range-
    performance analysis and impact-asymmetry analysis. Managing Service Quality 18(6).
    """
    if not np.minimum(moments.low, moments.high).any():
        return (None,) * len(moments.low)
    total = moments.sums.sum(axis=0)
    fit = regression(centred(total))
    replicates = _without_each_group(moments.sums, total, np.flatnonzero(fit.kept))
    return tuple(
        _contrast(fit.coefficients, replicates, _KINDS * j, (int(low), int(high)))
        if min(low, high) >= FEWEST and fit.determined[_KINDS * j + 1 : _KINDS * j + 3].all()
        else None
        for j, (low, high) in enumerate(zip(moments.low, moments.high, strict=True))
    )


def _without_each_group(sums: Numbers, total: Numbers, kept: npt.NDArray[np.intp]) -> Numbers:
    found = np.zeros((len(sums), len(total) - 2))
    if len(kept) >= WIDE:
        found[:, kept] = coefficients(total, sums, kept)
        return found
    used = np.concatenate([[0], 1 + kept, [len(total) - 1]])
    step = max(1, _CELLS // total.size)
    for start in range(0, len(sums), step):
        piece = slice(start, start + step)
        left = (total - sums[piece])[:, used][:, :, used]
        products = np.moveaxis(centred(np.moveaxis(left, 0, -1)), -1, 0)
        found[piece, kept] = coefficients_of(products)
    return found


def _contrast(values: Numbers, replicates: Numbers, start: int, n: tuple[int, int]) -> Contrast | None:
    penalty, reward = float(values[start + 1]), float(values[start + 2])
    if abs(penalty) + abs(reward) == 0:
        return None
    penalties, rewards = replicates[:, start + 1], replicates[:, start + 2]
    ranges = np.abs(penalties) + np.abs(rewards)
    asymmetries = (np.abs(rewards) - np.abs(penalties)) / np.where(ranges > 0, ranges, 1.0)
    value = (abs(reward) - abs(penalty)) / (abs(reward) + abs(penalty))
    asymmetry = jackknifed(value, asymmetries)
    kind: ContrastClass = "linear"
    if asymmetry.clear:
        kind = "hygiene" if value < 0 else "delighter"
    return Contrast(jackknifed(penalty, penalties), jackknifed(reward, rewards), asymmetry, kind, *n)
