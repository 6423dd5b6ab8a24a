"""Numbers in the outcome that say "no answer", and are no outcome."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from cx.impact.reading.cells import Flags, Numbers, coded, numbers
from cx.impact.reading.codes import core_range
from cx.records import Finding

_MOST, _FEWEST = 14, 4
_MINUS, _LONG = (-1.0, -2.0), 5.0


def without_codes(
    column: pd.Series, name: str, codes: Sequence[object] | None
) -> tuple[pd.Series, list[Finding]]:
    """Return the outcome with its codes blank, and a finding that counts them.

    Parameters
    ----------
    column, name
        The outcome.
    codes
        What a person said are codes, perhaps none; ``None``: those that lie apart from a short scale, such as
        99 above 0 to 10, 11 on a NPS item, or one negative number below a scale from 0 or 1.

    Examples
    --------
    >>> column, found = without_codes(pd.Series([0, 3, 7, 8, 10, 99]), "NPS", None)
    >>> column.tolist(), found[0].value
    ([0.0, 3.0, 7.0, 8.0, 10.0, nan], '99')
    """
    values, _ = numbers(column)
    away = _apart(values) if codes is None else coded(column, values, codes)
    if not away.any():
        return column, []
    shown = ", ".join(sorted({f"{value:g}" for value in values[away] if np.isfinite(value)}))
    details = {"n": int(away.sum())}
    found = [Finding("error", "outcome_code", column=name, value=shown or None, details=details)]
    return column.mask(away), found if codes is None else []


def _apart(values: Numbers) -> Flags:
    """Where a usual code stands that lies apart from the other answers of a short scale."""
    away = np.zeros(len(values), dtype=bool)
    while True:
        left = np.unique(values[~away & np.isfinite(values)])
        if not _FEWEST <= len(left) <= _MOST or (left != np.rint(left)).any():
            return away
        low, high = core_range(left) or (left[0], left[-1])
        if left[0] in _MINUS and left[1] >= 0 and left[-1] >= _LONG:
            low = max(low, float(left[1]))
        more = (values < low) | (values > high)
        if not (more & ~away).any():
            return away
        away |= more
