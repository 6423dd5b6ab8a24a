"""The column that tells rows of the same touchpoint apart, where no name says so."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels, are_periods
from cx.intake.columns.assignment import Assignment
from cx.process import Budget
from cx.records.file import Role

KEYS: tuple[Role, ...] = ("touchpoint", "segment", "period", "journey", "channel")
CONFIDENCE = 0.4
_UNEXPLAINED = ("unknown", "no_name")
_FEW = 0.1
_MOST_GROUPS = 40
"""Nobody compares more segments than that."""
_HALF = 0.5

Ids = npt.NDArray[np.int64]


def tell_apart(columns: Assignment, budget: Budget) -> None:
    """Give the role segment or period to a column without which many rows would repeat others.

    Otherwise those rows would be left out one by one, although a person sees at once that they differ.
    """
    keys = [_labels(columns, place).ids for role in KEYS for place in columns.of(role)]
    if not columns.of("touchpoint") or not columns.of("satisfaction"):
        return
    repeated = repeats(keys)
    if repeated <= _FEW * columns.table.height:
        return
    found = []
    own = ids_of(keys)
    for place, labels in _candidates(columns):
        budget.check()
        if repeats([own, labels.ids]) <= _FEW * repeated:
            found.append((labels.count, place))
    if found:
        _give(columns, min(found)[1])


def _labels(columns: Assignment, place: int) -> Labels:
    return columns.table.labels(place)


def repeats(keys: list[Ids]) -> int:
    """Return how many rows have the key of an earlier one; a key is a number from each column."""
    return len(keys[0]) - len(np.unique(ids_of(keys)))


def ids_of(keys: list[Ids]) -> Ids:
    """Return one number per row, the same for rows that have the same key."""
    found = keys[0]
    for more in keys[1:]:
        found = np.unique(found, return_inverse=True)[1] * (int(more.max(initial=0)) + 1) + more
    return found


def _candidates(columns: Assignment) -> Iterator[tuple[int, Labels]]:
    """Columns that nothing explains, with a few values that come back."""
    places = [place for place in columns.of("ignore") if place not in columns.fixed]
    free = [place for place in places if columns.readings[place].reason in _UNEXPLAINED]
    for place in free:
        labels = _labels(columns, place)
        if 1 < labels.count <= _HALF * columns.table.height:
            yield place, labels


def _give(columns: Assignment, place: int) -> None:
    names = [name for name in _labels(columns, place).texts if name]
    likely: tuple[Role, ...] = ("period", "segment") if are_periods(names) else ("segment", "channel")
    if not are_periods(names) and _are_people(columns, len(names)):
        likely = ("respondent",)
    role = next((role for role in likely if not columns.of(role)), None)
    if role:
        columns.give(place, role, CONFIDENCE, "content_key")


def _are_people(columns: Assignment, count: int) -> bool:
    """Whether a column says who answered: more than there are touchpoints, who each give whole scores."""
    if count <= max(_MOST_GROUPS, _labels(columns, columns.of("touchpoint")[0]).count):
        return False
    scores = columns.numbers[columns.table.letters[columns.of("satisfaction")[0]]].found
    return bool(len(scores)) and bool(np.all(scores == np.rint(scores)))
