"""Moment matrices centred and scaled, many at a time, and regressions on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
COLLINEAR = 1e-10
"""A pivot below this part of a column's own variance counts as collinear."""
_CONSTANT = 1e-12


def centred(sums: Numbers) -> Numbers:
    """Return sums of squares and products about the mean.

    Parameters
    ----------
    sums
        (1 + q, 1 + q, ...): weighted sums of products, the constant first.

    Returns
    -------
    (q, q, ...) array.
    """
    mean = sums[0, 1:] / sums[0, 0]
    products: Numbers = sums[1:, 1:] - sums[1:, :1] * mean[np.newaxis]
    own, about = _diagonal(products), _diagonal(sums)[1:]
    return np.where(_pairs(own > _CONSTANT * about), products, 0.0)


def correlations(products: Numbers) -> Numbers:
    """Return centred products scaled to correlations; a column without spread becomes zero.

    Examples
    --------
    >>> correlations(np.array([[4.0, 3.0], [3.0, 9.0]]))
    array([[1. , 0.5],
           [0.5, 1. ]])
    """
    own = _diagonal(products)
    scale = np.zeros_like(own)
    np.divide(1.0, np.sqrt(np.maximum(own, 0.0)), out=scale, where=own > 0)
    return np.asarray(products * scale[:, np.newaxis] * scale[np.newaxis])


@dataclass(frozen=True)
class Fit:
    """A regression on moments."""

    coefficients: Numbers
    """(q,) in the units of the columns; 0 for a column that was left out."""
    kept: npt.NDArray[np.bool_]
    """(q,) columns that were not collinear with those before them."""
    determined: npt.NDArray[np.bool_]
    """(q,) columns whose coefficient does not depend on which of the collinear ones was left out."""
    inflation: Numbers
    """(q,) variance inflation; infinite for a column that is not determined."""
    r2: float


def regression(products: Numbers) -> Fit:
    """Return the regression of the last column on all others.

    Parameters
    ----------
    products
        (q + 1, q + 1) centred sums of squares and products, the outcome last.

    Notes
    -----
    The columns are swept in order; a pivot below 1e-10 of the column's own variance leaves the column out.
    A kept column that the left-out ones lean on is not determined: its coefficient would change with the
    order of the columns.
    """
    table = correlations(products)
    q = len(table) - 1
    kept = np.zeros(q, dtype=bool)
    for column in range(q):
        if table[column, column] > COLLINEAR:
            kept[column] = True
            table = _exchanged(table, column)
    determined = kept & ~(np.abs(table[:q, :q][:, ~kept]) > np.sqrt(COLLINEAR)).any(axis=1)
    inflation = np.where(determined, -np.diag(table)[:q], np.inf)
    own = np.sqrt(np.diag(products))
    scaled = np.zeros(q)
    np.divide(own[q], own[:q], out=scaled, where=kept)
    coefficients = np.where(kept, table[:q, q], 0.0) * scaled
    return Fit(coefficients, kept, determined, inflation, float(1 - table[q, q]))


def coefficients_of(products: Numbers) -> Numbers:
    """Return the coefficients of many regressions of the last column on all others.

    Parameters
    ----------
    products
        (batch, q + 1, q + 1) centred products of columns that are not collinear, the outcome last.

    Returns
    -------
    (batch, q) array.
    """
    if products.shape[1] == 1:
        return np.zeros((len(products), 0))
    own = np.sqrt(np.diagonal(products, axis1=1, axis2=2)[:, :-1])
    own = np.where(own > 0, own, 1.0)
    left = products[:, :-1, :-1] / own[:, :, np.newaxis] / own[:, np.newaxis, :]
    right = products[:, :-1, -1:] / own[:, :, np.newaxis]
    try:
        solved = np.linalg.solve(left, right)
    except np.linalg.LinAlgError:
        solved = np.linalg.pinv(left, rcond=COLLINEAR, hermitian=True) @ right
    return np.asarray(solved[:, :, 0] / own)


def _exchanged(table: Numbers, column: int) -> Numbers:
    pivot = table[column, column]
    line = table[column] / pivot
    swapped: Numbers = table - np.outer(table[:, column], line)
    swapped[column], swapped[:, column] = line, line
    swapped[column, column] = -1 / pivot
    return swapped


def _diagonal(matrices: Numbers) -> Numbers:
    places = np.arange(len(matrices))
    return matrices[places, places]


def _pairs(wanted: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    return np.asarray(wanted[:, np.newaxis] & wanted[np.newaxis])
