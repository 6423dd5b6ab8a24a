"""Proportional marginal variance decomposition: what each driver explains by itself, as second opinion."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cx.impact.model.sweep import Numbers
from cx.impact.model.triangles import both, triangles

MOST = 16
"""More drivers have too many sets for a second opinion."""
_NOTHING = 1e-9


def r2_of_all(matrix: Numbers, widths: Sequence[int] | None = None) -> Numbers:
    """Return (2^p,) the R² of every set of drivers; set ``s`` holds driver ``j`` where bit ``j`` of it is 1.

    Parameters
    ----------
    matrix
        (q + 1, q + 1) correlations, the outcome last.
    widths
        How many columns each driver has, in order; 1 each by default.
    """
    left = triangles(matrix)[:, np.newaxis]
    for width in widths if widths is not None else [1] * (len(matrix) - 1):
        left = both(left, width)
    return np.asarray(1 - left[0])


def values(matrix: Numbers, widths: Sequence[int] | None = None) -> Numbers:
    """Return (drivers,) what each explains of the outcome by PMVD; sums to the R² of the whole model.

    Parameters
    ----------
    matrix, widths
        As for :func:`r2_of_all`; at most 16 drivers.

    Notes
    -----
    Shapley averages over all orders; here orders count more in which those that are needed come first: a
    driver that adds nothing beside all others gets nothing, however much it goes along with them. With
    w(S) = R²(all) - R²(all without S): P(none) = 1, P(S) = w(S) / sum over i in S of 1 / P(S without i), and
    phi_i = P(all) / P(all without i). Where w(S) is 0 its limit is taken: 1e-9 of R² a driver. In logarithms.

    References
    ----------
    Feldman, B. (2005). Relative importance and value. SSRN 2255827.

    Examples
    --------
    >>> R = np.array([[1.0, 0.0, 0.6], [0.0, 1.0, 0.4], [0.6, 0.4, 1.0]])
    >>> values(R).round(6).tolist()
    [0.36, 0.16]
    """
    r2 = r2_of_all(matrix, widths)
    sets = np.arange(len(r2))
    sizes = np.array([int(one).bit_count() for one in sets])
    drivers = int(sizes[-1])
    if not r2[-1] > 0 or not drivers:
        return np.zeros(drivers)
    lost = np.maximum(r2[-1] - r2[sets[-1] - sets], _NOTHING * r2[-1] * np.maximum(sizes, 1))
    worth = np.zeros(len(r2))
    for size in range(1, drivers + 1):
        here = sets[sizes == size]
        without = np.full((drivers, len(here)), -np.inf)
        for driver in range(drivers):
            inside = (here >> driver & 1).astype(bool)
            without[driver, inside] = -worth[here[inside] ^ (1 << driver)]
        worth[here] = np.log(lost[here]) - np.logaddexp.reduce(without, axis=0)
    alone = sets[-1] ^ (1 << np.arange(drivers))
    return np.asarray(np.exp(worth[-1] - worth[alone]))
