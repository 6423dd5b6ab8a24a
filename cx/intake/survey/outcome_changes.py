"""Outcomes whose scale changes midway: by the rows as they stand, or in order of time where rows do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from cx.intake.cells import Labels, in_order
from cx.intake.findings import Noticed
from cx.intake.survey.answers import Answered, Change, Values, changes_in, usual
from cx.records.scale import Scale

FEW: Final = 8
"""So many answers on either side show a change, where nothing else about the rows changes with them."""
_ENOUGH, _SHIFT = 20, 2.0


def notice_changes(
    outcomes: Sequence[Answered], ratings: Sequence[Answered], times: Sequence[Labels], noticed: Noticed
) -> None:
    """Tell each outcome whose scale changes; nothing is moved, since the outcome is read as it stands.

    Parameters
    ----------
    outcomes, ratings
        Columns of one length.
    times
        The periods or moments of the rows, of each column that has any.
    """
    seen = set()
    for change in _changes(outcomes, ratings):
        seen.add(change.place)
        _tell(noticed, "outcome_scale_changed", change, str(int(noticed.table.rows[change.row])))
    left = [one for one in outcomes if one.place not in seen]
    for labels in times:
        order = _by_time(labels)
        for change in _changes(_ordered(left, order), _ordered(ratings, order)):
            _tell(noticed, "outcome_scale_differs", change, str(labels.texts[order[change.row]]))
            left = [one for one in left if one.place != change.place]


def _changes(outcomes: Sequence[Answered], ratings: Sequence[Answered]) -> list[Change]:
    found = [change for change in changes_in(outcomes, fewest=FEW) if change.moves]
    return [change for change in found if _is_shown(change, outcomes, ratings)]


def _is_shown(change: Change, outcomes: Sequence[Answered], ratings: Sequence[Answered]) -> bool:
    """Whether there are enough answers, or nothing but the outcome changes: rows in some order change all."""
    (values,) = (one.values for one in outcomes if one.place == change.place)
    cut = change.row + (0 if change.widens else 1)
    sides = [int(np.count_nonzero(~np.isnan(side))) for side in (values[:cut], values[cut:])]
    return min(sides) >= _ENOUGH or all(abs(_shift(one.values, cut)) < _SHIFT for one in ratings)


def _shift(values: Values, cut: int) -> float:
    """How many standard errors a column's mean moves at a row; 0 where it cannot be told."""
    sides = [side[~np.isnan(side)] for side in (values[:cut], values[cut:])]
    if min(len(side) for side in sides) < 2:  # noqa: PLR2004 - a spread needs two
        return 0.0
    error = sum(float(side.var(ddof=1)) / len(side) for side in sides) ** 0.5
    return float(sides[1].mean() - sides[0].mean()) / error if error > 0 else 0.0


def _by_time(labels: Labels) -> np.ndarray:
    """The rows in order of time, those of no time first.

    Rows of one time come as they may: an order that they stand in (by an answer) would look like a trend.
    """
    names = [str(text) for text in labels.texts]
    place = {name: at for at, name in enumerate(in_order(names), start=1)}
    mixed = np.random.default_rng(0).permutation(len(names))
    return mixed[np.argsort([place.get(names[row], 0) for row in mixed], kind="stable")]


def _ordered(columns: Sequence[Answered], order: np.ndarray) -> list[Answered]:
    return [replace(one, values=one.values[order]) for one in columns]


def _tell(noticed: Noticed, code: str, change: Change, at: str) -> None:
    noticed.column("warning", code, change.place, at=at, n=change.n, low=change.low, high=change.high)


def outcome_scales(outcomes: Sequence[Answered]) -> dict[str, Scale]:
    """Return header to the usual scale that holds its answers, of each outcome with numbers and enough."""
    known = {one.header: one.values[~np.isnan(one.values)] for one in outcomes}
    return {
        name: usual((float(values.min()), float(values.max())))
        for name, values in known.items()
        if len(values) >= _ENOUGH
    }
