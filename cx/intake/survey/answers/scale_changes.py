"""A column whose scale changes midway: 1 to 5 up to some row, 1 to 10 from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.intake.survey.answers.column import Answered, Flags, Values
from cx.intake.survey.answers.usual_scales import usual
from cx.process import steps
from cx.records.scale import Scale

_LINES = (1.0, 3.0, 4.0, 5.0, 7.0, 10.0)
"""Where shorter scales end."""
_FEWEST = 20
_CHANCE = 1e-6
_MOSTLY = 0.5
_MIXED, _FEW = 0.1, 2
"""A share of steps downwards that a sorted column does not have, and answers that are no scale."""
_TREND, _CLEAR = 0.2, 3.0
"""A correlation with the row that answers in no order do not have, and its standard errors."""


@dataclass(frozen=True)
class Change:
    """Where a column's scale changes."""

    place: int
    row: int
    """The position of the first row with an answer of the longer scale, or the last one."""
    n: int
    """How many answers lie on the short side."""
    low: float
    """Where answers end on the short side."""
    high: float
    """Where they end on the long side."""
    widens: bool
    """Whether the long side comes second."""
    moves: bool = False
    """Whether both sides are whole scales in no order, so that the short one can be moved to the long one."""


def changes_in(columns: Sequence[Answered], *, fewest: int = _FEWEST) -> list[Change]:
    """Return the columns whose answers stay low on one side of some row and do not on the other.

    Parameters
    ----------
    fewest
        How many answers either side has at least.

    Notes
    -----
    Rows in the order of some answer (the outcome, a mean, the column itself) look the same: answers rise all
    the way, and go on at the row where they were before it. Such columns are not returned. A new scale makes
    one step, and is in no order before and behind it.
    """
    seen = [(column, change) for column in steps(columns) if (change := _change(column, fewest))]
    means = _means(columns) if seen else None
    found = [
        replace(change, moves=_moves(column, change))
        for column, change in seen
        if means is not None and not _drifts(column, means, change)
    ]
    told = [_with_others(change, found) for change in found]
    return sorted([*told, *_unseen_alone(columns, told)], key=lambda one: one.place)


def _unseen_alone(columns: Sequence[Answered], found: Sequence[Change]) -> list[Change]:
    """Columns that changed where most others did, though few answers of theirs need the longer scale.

    On the short side they hold nothing beyond the short scale, and on the long side something.
    """
    extra = []
    for widens in (True, False):
        group = [one for one in found if one.moves and one.widens == widens]
        if len(group) < max(_FEW, len(columns) * _MOSTLY):
            continue
        row = (max if widens else min)(one.row for one in group)
        low, high = max(one.low for one in group), max(one.high for one in group)
        for column in columns:
            values = column.values
            short, long = (values[:row], values[row:]) if widens else (values[row + 1 :], values[: row + 1])
            n = int((~np.isnan(short)).sum())
            beyond = (short > low).any() or not (long > low).any()
            if n >= _FEWEST and not beyond and column.place not in {one.place for one in found}:
                extra.append(Change(column.place, row, n, low, high, widens=widens, moves=True))
    return extra


def _with_others(change: Change, found: Sequence[Change]) -> Change:
    """The change where the first column shows an answer of the longer scale: one questionnaire changed."""
    alike = [one.row for one in found if one.moves and change.moves and one.widens == change.widens]
    near = [row for row in alike if abs(row - change.row) <= max(_FEWEST, change.n * _MIXED)]
    if not near:
        return change
    return replace(change, row=min(near) if change.widens else max(near))


def moved(column: Answered, change: Change) -> Answered:
    """Return a column with its short side moved to the long one, by the usual ends of both."""
    before = np.arange(len(column.values)) < change.row
    short = before if change.widens else np.arange(len(column.values)) > change.row
    own, whole = _scales(column, change, short)
    values = np.where(
        short, (column.values - own.minimum) / own.width * whole.width + whole.minimum, column.values
    )
    return replace(column, values=values)


def _scales(column: Answered, change: Change, short: Flags) -> tuple[Scale, Scale]:
    """The usual scales of both sides."""
    one, other = (column.values[side & ~np.isnan(column.values)] for side in (short, ~short))
    return usual((float(one.min()), change.low)), usual(
        (min(float(one.min()), float(other.min())), change.high)
    )


def _drifts(column: Answered, means: Values, change: Change) -> bool:
    """Whether answers go up (or down) with the rows, all the way through the row of the change."""
    cut = change.row + (0 if change.widens else 1)
    way = 1 if change.widens else -1
    for values in (column.values, means):
        sides = [side[~np.isnan(side)] for side in (values[:cut], values[cut:])]
        ends = sides[0][-_FEWEST:].mean(), sides[1][:_FEWEST].mean()
        if way * (ends[1] - ends[0]) >= 0 and max(_trend(side) * way for side in sides) > _TREND:
            return True
    return False


def _means(columns: Sequence[Answered]) -> Values:
    """The mean answer of each row, of columns of one length."""
    values = np.column_stack([column.values for column in columns])
    counts = (~np.isnan(values)).sum(axis=1)
    return np.where(counts > 0, np.nansum(values, axis=1) / np.maximum(counts, 1), np.nan)


def _trend(values: Values) -> float:
    """The correlation of values with their order; 0 where it may be chance."""
    about = values - values.mean()
    order = np.arange(len(values)) - (len(values) - 1) / 2
    spread = float((about @ about) * (order @ order))
    found = float(about @ order) / spread**0.5 if spread > 0 else 0.0
    return found if abs(found) * len(values) ** 0.5 > _CLEAR else 0.0


def _moves(column: Answered, change: Change) -> bool:
    """Whether the answers on both sides stand in no order: a sorted column only seems to change."""
    rows = np.flatnonzero(~np.isnan(column.values))
    known = column.values[rows]
    cut = int(np.searchsorted(rows, change.row)) + (0 if change.widens else 1)
    sides = (known[:cut], known[cut:])
    mixed = all(np.mean(np.diff(side) < 0) > _MIXED and len(np.unique(side)) > _FEW for side in sides)
    whole = bool((known == np.rint(known)).mean() > 1 - _MIXED)
    return mixed and whole


def _change(column: Answered, fewest: int) -> Change | None:
    rows = np.flatnonzero(~np.isnan(column.values))
    known = column.values[rows]
    if len(known) < 2 * fewest:
        return None
    top = float(known.max())
    for line in _LINES:
        if top < 1.5 * line or top <= line + 1:
            continue
        ahead = int(np.argmax(known > line))
        if _by_design(known[ahead:], line, ahead, fewest):
            return Change(column.place, int(rows[ahead]), ahead, float(known[:ahead].max()), top, widens=True)
        behind = int(np.argmax(known[::-1] > line))
        if _by_design(known[: len(known) - behind], line, behind, fewest):
            last = len(known) - behind - 1
            return Change(
                column.place, int(rows[last]), behind, float(known[last + 1 :].max()), top, widens=False
            )
    return None


def _by_design(rest: Values, line: float, count: int, fewest: int) -> bool:
    """Whether so many low answers in a row are no chance, seen from the others."""
    if count < fewest or len(rest) < fewest:
        return False
    return bool((1 - float(np.mean(rest > line))) ** count < _CHANCE)
