"""Regressions of wide models with one group of rows left out at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from cx.impact.model.sweep import Numbers

WIDE = 60
"""From so many columns on solving anew for each group takes longer than improving on the whole."""
_CELLS = 300_000
"""Groups are taken together as long as their sums stay in the processor's own memory."""
_STEPS = 80
_EXACT = 1e-22
Times = Callable[[Numbers, Numbers], Numbers]


def _plain(sums: Numbers, vectors: Numbers) -> Numbers:
    return np.asarray(np.matmul(sums, vectors[:, :, np.newaxis])[:, :, 0])


def coefficients(total: Numbers, sums: Numbers, kept: npt.NDArray[np.intp], times: Times = _plain) -> Numbers:
    """Return (groups, kept) coefficients of the regressions without each group.

    Parameters
    ----------
    total
        (q + 2, q + 2) sums of products of the constant, the columns and the outcome.
    sums
        (groups, q + 2, q + 2) the part of each group in it, or what ``times`` makes it of.
    kept
        The columns, from 0, that are not collinear.
    times
        The parts of some groups times (groups, q + 2) vectors.

    Notes
    -----
    Left out is what solves (A - A_g) x = A b - A_g b for the change x of the coefficients b of the whole, by
    conjugate gradients with A⁻¹ before them: they end after as many steps as the group has rows, and one
    inverse serves all groups. Exact to rounding where a group does not carry a column alone.
    """
    used = np.concatenate([[0], 1 + kept])
    own = np.sqrt(np.diag(total)[used])
    own = np.where(own > 0, own, 1.0)
    whole = total[np.ix_(used, used)] / np.outer(own, own)
    inverse = np.linalg.pinv(whole, hermitian=True)
    slopes = inverse @ (total[used, -1] / own)
    found = np.empty((len(sums), len(used)))
    step = max(1, _CELLS // total.size)
    for start in range(0, len(sums), step):
        piece = sums[start : start + step]

        def part(vectors: Numbers, outcome: float = 0.0, piece: Numbers = piece) -> Numbers:
            whole_width = np.zeros((len(piece), len(total)))
            whole_width[:, used], whole_width[:, -1] = vectors / own, outcome
            return np.asarray(times(piece, whole_width)[:, used] / own)

        wrong = part(-slopes, 1.0)
        found[start : start + step] = slopes - _changes(whole, inverse, part, wrong)
    return np.asarray((found / own)[:, 1:])


def _changes(whole: Numbers, inverse: Numbers, part: Callable[[Numbers], Numbers], wrong: Numbers) -> Numbers:
    """(groups, q) the solutions x of (whole - part) x = wrong."""
    found, left = np.zeros_like(wrong), wrong
    near = left @ inverse
    way, size = near, (left * near).sum(axis=1)
    first = np.maximum(size, np.finfo(float).tiny)
    for _ in range(_STEPS):
        seen = way @ whole - part(way)
        steep = (way * seen).sum(axis=1)
        going = (size > _EXACT * first) & (steep > 0)
        if not going.any():
            break
        reach = np.divide(size, steep, out=np.zeros_like(size), where=going)[:, np.newaxis]
        found = found + reach * way
        left = left - reach * seen
        near = left @ inverse
        now = (left * near).sum(axis=1)
        way = near + np.divide(now, size, out=np.zeros_like(size), where=going)[:, np.newaxis] * way
        size = np.where(going, now, size)
    return found
