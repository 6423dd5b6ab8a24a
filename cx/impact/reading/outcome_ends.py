"""How far an outcome can go: the ends of its scale."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cx.impact.reading.cells import Numbers
from cx.impact.reading.scaling import usual
from cx.records import Ends, Scale

_TWO = 2
_WHOLE = 0.95


def ends_of(outcome: Numbers, name: str, scales: Scale | Mapping[str, Scale] | None) -> Ends:
    """Return the lowest and the highest value that the outcome can have; ``None`` where no end is known.

    Parameters
    ----------
    outcome
        (rows,) as used, in raw units.
    scales
        Those that were given; one for all ratings says nothing of the outcome.

    Notes
    -----
    Of two answers these are the ends. Whole numbers, or numbers that reach its upper end, lie on the usual
    scale that holds them. Of other numbers, such as revenue, only 0 is known, where none lies below.
    """
    given = scales.get(name) if isinstance(scales, Mapping) else None
    low, high = float(outcome.min()), float(outcome.max())
    if given is not None and given.holds(low) and given.holds(high):
        return given.minimum, given.maximum
    if len(np.unique(outcome)) <= _TWO:
        return low, high
    scale = usual(low, high)
    whole = float((outcome == np.rint(outcome)).mean()) >= _WHOLE
    if scale is not None and (whole or high == scale.maximum):
        return float(scale.minimum), float(scale.maximum)
    return (0.0 if low >= 0 else None), None
