"""Columns in which a choice is ticked or not: by a 1, an x, or the choice's own text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.records.file import BLANK, BOOL, NUMBER, TEXT, Column

_FIRST = 2_000
_TWO = 2


@dataclass(frozen=True)
class Ticked:
    """A column of at most two different values."""

    values: tuple[float | str, ...]
    codes: npt.NDArray[np.int8]
    """Per row the position in ``values``; -1 for a blank cell."""

    @property
    def text(self) -> str:
        """The text of a column that holds one text; empty for any other."""
        only = self.values[0] if len(self.values) == 1 else ""
        return only if isinstance(only, str) else ""


def ticked(column: Column) -> Ticked | None:
    """Return a column that ticks a choice; ``None`` where it holds more than two different values."""
    if len(column.kinds) > _FIRST and _read(column, slice(0, _FIRST)) is None:
        return None
    return _read(column, slice(None))


def _read(column: Column, rows: slice) -> Ticked | None:
    kinds = column.kinds[rows]
    filled = kinds != BLANK
    found = np.full(len(kinds), -1, dtype=np.int8)
    if not (filled & (kinds != NUMBER) & (kinds != BOOL)).any():
        numbers = column.numbers[rows]
        low, high = (numbers[filled].min(), numbers[filled].max()) if filled.any() else (0.0, 0.0)
        if not ((numbers == low) | (numbers == high))[filled].all():
            return None
        found[filled] = (numbers != low)[filled]
        return Ticked((float(low), float(high)) if high > low else (float(low),), found)
    if (filled & (kinds != TEXT)).any():
        return None
    codes = column.codes[rows]
    used = np.flatnonzero(np.bincount(codes[filled], minlength=1))
    if len(used) > _TWO:
        return None
    found[filled] = codes[filled] == used[-1] if len(used) == _TWO else 0
    return Ticked(tuple(column.texts[int(code)] for code in used), found)


def exclusive(columns: Sequence[Ticked]) -> npt.NDArray[np.int64] | None:
    """Return per row the position of the column that is ticked, -1 where none is.

    ``None`` where several are ticked in one row, whichever value says that a choice was not taken.

    Examples
    --------
    >>> first = Ticked((0.0, 1.0), np.array([1, 0, 0], np.int8))
    >>> other = Ticked((0.0, 1.0), np.array([0, 0, 1], np.int8))
    >>> last = Ticked((0.0,), np.array([0, 0, 0], np.int8))
    >>> exclusive([first, other, last]).tolist()
    [0, -1, 1]
    """
    seen = [value for column in columns for value in column.values]
    shared = [value for value in dict.fromkeys(seen) if seen.count(value) > 1]
    shared.sort(key=lambda value: -seen.count(value))
    for away in (None, *shared[:_TWO]):
        ticks = np.stack([_taken(column, away) for column in columns], axis=1)
        if ticks.any() and (ticks.sum(axis=1) <= 1).all():
            return np.where(ticks.any(axis=1), ticks.argmax(axis=1), -1)
    return None


def _taken(column: Ticked, away: float | str | None) -> npt.NDArray[np.bool_]:
    taken: npt.NDArray[np.bool_] = column.codes >= 0
    if away in column.values:
        taken = taken & (column.codes != column.values.index(away))
    return taken
