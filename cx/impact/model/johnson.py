"""Johnson's relative weights, for many correlation matrices at a time."""

from __future__ import annotations

import numpy as np

from cx.impact.model.sweep import COLLINEAR, Numbers


def weights(matrices: Numbers) -> Numbers:
    """Return the relative weight of each column in the R² of the last one.

    Parameters
    ----------
    matrices
        (q + 1, q + 1) or (batch, q + 1, q + 1): correlations, the outcome last; full matrices.

    Returns
    -------
    (q,) or (batch, q) array; sums to the R² of the whole model.

    Notes
    -----
    R_xx = V D V', L = V D^½ V' (the symmetric root), beta* = L⁻¹ r_xy, weight = (L∘L)(beta*∘beta*).
    Directions in which the columns do not vary (collinear columns) are left out.

    References
    ----------
    Johnson, J. W. (2000). A heuristic method for estimating the relative weight of predictor variables in
    multiple regression. Multivariate Behavioral Research 35(1).

    Examples
    --------
    >>> R = np.array([[1.0, 0.5, 0.6], [0.5, 1.0, 0.4], [0.6, 0.4, 1.0]])
    >>> weights(R).round(10).tolist()
    [0.2866666667, 0.0866666667]
    """
    spread, vectors = np.linalg.eigh(matrices[..., :-1, :-1])
    kept = spread > COLLINEAR
    root = np.sqrt(np.where(kept, spread, 0.0))
    inverse = np.zeros_like(root)
    np.divide(1.0, root, out=inverse, where=kept)
    turned = vectors.swapaxes(-1, -2)
    loadings = (vectors * root[..., np.newaxis, :]) @ turned
    slopes = (vectors * inverse[..., np.newaxis, :]) @ (turned @ matrices[..., :-1, -1:])
    return np.asarray((loadings**2 @ slopes**2)[..., 0])
