"""Whether two rows of figures come in the same order."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

_FEWEST = 2


def tau_b(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> float | None:
    """Return Kendall's tau-b of two rows of figures, -1..1; ``None`` of fewer than two, or all tied.

    Notes
    -----
    (concordant - discordant) / sqrt((pairs - ties in one) (pairs - ties in the other)), counted in whole
    numbers, one figure against all behind it: 3,000 take some 30 ms. It is that of
    ``scipy.stats.kendalltau``, whose import takes a second.

    References
    ----------
    Kendall (1945), The treatment of ties in ranking problems. Biometrika 33(3).

    Examples
    --------
    >>> tau_b(np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 3.0, 2.0, 4.0]))
    0.6666666666666666
    """
    count = len(one)
    if count < _FEWEST:
        return None
    agreed = untied_one = untied_other = 0
    for at in range(count - 1):
        a, b = np.sign(one[at + 1 :] - one[at]), np.sign(other[at + 1 :] - other[at])
        agreed += int(a @ b)
        untied_one += int(np.count_nonzero(a))
        untied_other += int(np.count_nonzero(b))
    if not untied_one or not untied_other:
        return None
    return agreed / math.sqrt(untied_one * untied_other)
