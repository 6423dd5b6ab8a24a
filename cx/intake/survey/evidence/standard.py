"""Answers of several columns on one footing."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]


def standard(values: Matrix) -> Matrix:
    """Return each column with mean 0 and standard deviation 1; 0 where there is no number or no spread.

    Parameters
    ----------
    values
        (rows, columns) NaN where there is no number.

    Examples
    --------
    >>> standard(np.array([[1.0, 4.0], [3.0, np.nan], [np.nan, 4.0]])).tolist()
    [[-1.0, 0.0], [1.0, 0.0], [0.0, 0.0]]
    """
    known = ~np.isnan(values)
    count = np.maximum(known.sum(axis=0), 1)
    filled = np.where(known, values, 0.0)
    apart = np.where(known, filled - filled.sum(axis=0) / count, 0.0)
    spread = np.sqrt((apart * apart).sum(axis=0) / count)
    return np.asarray(np.divide(apart, spread, out=np.zeros_like(apart), where=spread > 0))
