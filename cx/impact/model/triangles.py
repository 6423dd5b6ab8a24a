"""Many correlation matrices as their upper triangles, and columns that are left out of them or swept out."""

from __future__ import annotations

from math import isqrt

import numpy as np

from cx.impact.model.sweep import COLLINEAR, Numbers


def triangles(matrices: Numbers) -> Numbers:
    """Return the upper triangles of (s, s, ...) matrices as (s (s + 1) / 2, ...): row after row.

    Examples
    --------
    >>> triangles(np.array([[1.0, 0.5], [0.5, 2.0]])).tolist()
    [1.0, 0.5, 2.0]
    """
    return np.asarray(matrices[np.triu_indices(len(matrices))])


def without(cells: Numbers, columns: int) -> Numbers:
    """Return the triangles without their first columns: a view of the last cells."""
    left = _size(cells) - columns
    return cells[len(cells) - left * (left + 1) // 2 :]


def swept(cells: Numbers, columns: int, into: Numbers | None = None) -> Numbers:
    """Return the triangles with their first columns swept out and dropped.

    Parameters
    ----------
    cells
        As :func:`triangles` gives them.
    columns
        How many of the first columns to sweep out.
    into
        Where the answer is written, instead of new memory.

    Notes
    -----
    A column whose pivot is below 1e-10 (what is left of its variance 1) is collinear with those before it:
    it is dropped and takes nothing with it. A row is freed of all columns before the next one is looked at,
    so that it stays in the processor's own memory.

    Examples
    --------
    >>> swept(np.array([1.0, 0.6, 1.0]), 1).tolist()
    [0.64]
    """
    found = np.empty(without(cells, columns).shape) if into is None else into
    if not columns:  # a driver that nothing varies in
        found[...] = cells
        return found
    size = _size(cells)
    room = np.empty((size if columns > 1 else 0, *cells.shape[1:]))
    pivots: list[tuple[Numbers, Numbers]] = []
    start = end = 0
    for row in range(size):
        long = size - row
        line, start = cells[start : start + long], start + long
        if row < columns:
            if pivots:
                line = _freed(line, pivots, room[:long], np.empty(line.shape))
            pivots.append((line, line * _inverse(line[0])))
        else:
            _freed(line, pivots, room[:long], found[end : end + long])
            end += long
    return found


def both(cells: Numbers, columns: int) -> Numbers:
    """Return triangles of twice the sets: without the first columns, then with these swept out.

    Parameters
    ----------
    cells
        (cells, sets, ...).
    """
    rest = without(cells, columns)
    sets = cells.shape[1]
    found = np.empty((len(rest), 2 * sets, *cells.shape[2:]))
    found[:, :sets] = rest
    swept(cells, columns, found[:, sets:])
    return found


def _freed(line: Numbers, pivots: list[tuple[Numbers, Numbers]], room: Numbers, found: Numbers) -> Numbers:
    """What is left of a row when the columns before it are swept out; ``room`` is as large as the row."""
    taken = found  # by the first column; then what is left lies there
    for pivot, scaled in pivots:
        at = len(pivot) - len(line)
        np.multiply(scaled[at], pivot[at:], out=taken)
        line, taken = np.subtract(line, taken, out=found), room
    return found


def _inverse(pivot: Numbers) -> Numbers:
    """1 / pivot, or 0 for a collinear column."""
    if pivot.min() > COLLINEAR:  # none is: three times as fast
        return np.asarray(1.0 / pivot)
    found = np.zeros_like(pivot)
    np.divide(1.0, pivot, out=found, where=pivot > COLLINEAR)
    return found


def _size(cells: Numbers) -> int:
    return (isqrt(8 * len(cells) + 1) - 1) // 2
