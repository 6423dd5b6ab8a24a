"""The numbers of one column that can be used, and a finding for each cell that cannot."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from cx.intake.cells import DAY, EMPTY, FAULT, NO_ANSWER, TRUTH, UNSTORED, VAST, WORDS, Numbers
from cx.intake.findings import Noticed
from cx.intake.measures.rows import Kept
from cx.records.scale import Scale

CODES = {
    WORDS: "text_in_number",
    FAULT: "error_cell",
    UNSTORED: "formula_unstored",
    DAY: "date_in_number",
    TRUTH: "truth_in_number",
    VAST: "vast_number",
}
"""State of a cell to the code of its finding."""

Values = npt.NDArray[np.float64]


def usable(numbers: Numbers, column: int, kept: Kept, noticed: Noticed) -> Values:
    """Return a column's numbers; each cell that holds something else is noticed."""
    for row in np.flatnonzero(kept & np.isin(numbers.states, list(CODES))):
        noticed.cell("error", CODES[int(numbers.states[row])], int(row), column)
    away = int(np.count_nonzero(kept & (numbers.states == NO_ANSWER)))
    if away:
        noticed.column("info", "no_answers", column, n=away)
    return numbers.values.copy()


def blanks(numbers: Numbers, kept: Kept) -> npt.NDArray[np.int64]:
    """Return the rows that hold nothing in the column."""
    return np.flatnonzero(kept & (numbers.states == EMPTY))


def without_negative(values: Values, column: int, kept: Kept, noticed: Noticed) -> Values:
    """Return the values with negative ones left out and noticed."""
    return _without(values, values < 0, kept, lambda row: noticed.cell("error", "negative", row, column))


def without_outside(
    values: Values, scale: Scale, column: int, kept: Kept, noticed: Noticed, code: str
) -> Values:
    """Return the values with those that are not on the scale left out and noticed.

    What is a hair beyond an end is rounding, and is set to the end.
    """
    slack = 1e-9 * max(1.0, abs(scale.minimum), abs(scale.maximum))
    outside = (values < scale.minimum - slack) | (values > scale.maximum + slack)
    ends = {"low": float(scale.minimum), "high": float(scale.maximum)}
    inside = _without(values, outside, kept, lambda row: noticed.cell("error", code, row, column, **ends))
    return np.clip(inside, scale.minimum, scale.maximum)


def _without(
    values: Values, away: npt.NDArray[np.bool_], kept: Kept, notice: Callable[[int], None]
) -> Values:
    for row in np.flatnonzero(away & kept):
        notice(int(row))
    return np.where(away, np.nan, values)
