"""Columns of answers as whole numbers, as an engine is asked for their sums."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from cx.engine import Kind, Measure
from cx.impact.reading import outcome_of
from cx.impact.study import Study
from cx.records import Scale

_FACTORS = (1, 2, 4, 10, 100, 1_000_000)
_SMALL, _SLACK = 30_000, 1e-9
_NUMBERS: tuple[Kind, ...] = ("whole", "amount")
_MOST = 10**24
"""No number of a database lies beyond it: what is no number there sorts above all."""


def rating_measure(
    column: str,
    cells: Mapping[str, object],
    scale: Scale,
    silent: Sequence[object] = (),
    kind: Kind | None = None,
) -> Measure:
    """Return a column of ratings as whole numbers on its scale, turned where the low end is the good one.

    Parameters
    ----------
    column
        Its name in the table.
    cells
        Each text that was seen, and its rating; NaN: none.
    silent
        What says that somebody met the touchpoint and did not rate it: as if he had not met it.
    kind
        What its cells are in a database; ``None``: texts of a file.
    """
    codes = {str(code) for code in silent}
    ratings = {
        text: None if math.isnan(number := float(str(cell))) or f"{number:g}" in codes else number
        for text, cell in cells.items()
    }
    if scale.direction == "lower":
        ratings = {
            text: None if one is None else scale.minimum + scale.maximum - one
            for text, one in ratings.items()
        }
    found = _measured(column, ratings, kind, turned=scale.direction == "lower")
    ends = math.ceil(found.factor * scale.minimum), math.floor(found.factor * scale.maximum)
    return replace(found, ends=ends, small=max(map(abs, ends)) < _SMALL)


def outcome_measure(
    column: str,
    cells: Mapping[str, object],
    part: Study,
    codes: Sequence[object] | None = None,
    kind: Kind | None = None,
) -> Measure:
    """Return the column of the outcome as whole numbers: its numbers, or 1 for the label that counts.

    Parameters
    ----------
    column, cells, kind
        As in :func:`rating_measure`, with labels where the outcome has two.
    part
        How its outcome was read.
    codes
        What stands for no answer.
    """
    frame = pd.DataFrame({part.outcome: list(cells.values())})
    read = outcome_of(frame, part.outcome, part.direction, part.positive, codes).numbers.tolist()
    numbers = {text: None if math.isnan(one) else one for text, one in zip(cells, read, strict=True)}
    found = _measured(column, numbers, kind, turned=False)
    return replace(found, ends=(-_MOST, _MOST)) if kind in _NUMBERS else found


def _measured(
    column: str, numbers: Mapping[str, float | None], kind: Kind | None, *, turned: bool
) -> Measure:
    known = [number for number in numbers.values() if number is not None]
    factor = next((one for one in _FACTORS if all(_is_whole(one * number) for number in known)), _FACTORS[-1])
    whole = {text: None if one is None else round(factor * one) for text, one in numbers.items()}
    if kind is not None and kind not in _NUMBERS:
        return Measure(column, factor, whole, listed=True)
    told = {text: one for text, one in whole.items() if turned or not _reads_so(text, one, factor)}
    return Measure(column, factor, told, typed=kind is not None, decimals=factor > 1 or kind == "amount")


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) <= _SLACK * max(1.0, abs(number))


def _reads_so(text: str, number: int | None, factor: int) -> bool:
    """Whether an engine reads the text as that number by itself."""
    if number is None or factor == 1:
        return text == str(number)
    try:
        return round(float(text) * factor) == number
    except ValueError:
        return False
