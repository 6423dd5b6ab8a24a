"""Per cents and shares of 1 in one column: 86 %, 0.71, 62 %."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cx.intake.cells import FINE, Numbers
from cx.intake.columns import PERCENT, ScaleReading, Subject
from cx.intake.measures import clean
from cx.intake.measures.rows import Kept
from cx.records.file import TEXT, Column

_HALF = 0.5
_LARGEST_SHARE = 1.0
_LISTED = 6


def on_one_scale(
    subject: Subject, place: int, numbers: Numbers, reading: ScaleReading, kept: Kept
) -> clean.Values:
    """Return the numbers of a column, with the few that are written otherwise than the rest put on its scale.

    It is asked: they may as well be slips, and a person who says so has them left out.
    """
    values = numbers.values
    odd = _odd(subject.table.columns[place], numbers, reading) & kept
    if not odd.any():
        return values
    meaning = subject.choices.mixed_shares
    if meaning is None:
        _ask(subject, place, values, odd, fractions=reading.fractions)
    if meaning == "left_out":
        for row in np.flatnonzero(odd):
            subject.noticed.cell("error", "share_left_out", int(row), place)
        return np.where(odd, np.nan, values)
    return np.where(odd, values / 100 if reading.fractions else values * 100, values)


def _odd(column: Column, numbers: Numbers, reading: ScaleReading) -> npt.NDArray[np.bool_]:
    """Broken numbers from 0 to 1 without a sign among per cents, or per cents among shares: the fewer."""
    there, values = numbers.states == FINE, numbers.values
    none = np.zeros(len(values), dtype=bool)
    if reading.scale.maximum != PERCENT.maximum or reading.scale.minimum != PERCENT.minimum:
        return none
    shares = there & (values > 0) & (values <= _LARGEST_SHARE) & ~_with_sign(column)
    broken = shares & (values != np.rint(values))
    others = there & (values > _LARGEST_SHARE) & (values <= PERCENT.maximum)
    odd, rest = (others, shares) if reading.fractions else (broken, others)
    few = 0 < np.count_nonzero(odd) < _HALF * np.count_nonzero(odd | rest)
    return odd if few else none


def _with_sign(column: Column) -> npt.NDArray[np.bool_]:
    signed = np.array([*("%" in text for text in column.texts), False])
    return np.asarray((column.kinds == TEXT) & signed[column.codes])


def _ask(
    subject: Subject, place: int, values: clean.Values, odd: npt.NDArray[np.bool_], *, fractions: bool
) -> None:
    rows = np.flatnonzero(odd)
    example = float(values[rows[0]])
    cells = ", ".join(subject.table.address(int(row), place) for row in rows[:_LISTED])
    percent = example if fractions else 100 * example
    subject.noticed.column(
        "warning", "shares_mixed_ambiguous", place, n=len(rows), cells=cells, example=example, percent=percent
    )
