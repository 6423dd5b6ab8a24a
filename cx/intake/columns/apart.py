"""The column that tells rows of the same touchpoint apart, where no name says so."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels, are_periods, labels_of
from cx.intake.columns.assignment import Assignment
from cx.records.file import Role

KEYS: tuple[Role, ...] = ("touchpoint", "segment", "period", "journey", "channel")
CONFIDENCE = 0.4
_UNEXPLAINED = ("unknown", "no_name")
_FEW = 0.1
_HALF = 0.5

Ids = npt.NDArray[np.int64]


def tell_apart(columns: Assignment) -> None:
    """Give the role segment or period to a column without which many rows would repeat others.

    Otherwise those rows would be left out one by one, although a person sees at once that they differ.
    """
    keys = [_labels(columns, place).ids for role in KEYS for place in columns.of(role)]
    if not columns.of("touchpoint") or not columns.of("satisfaction"):
        return
    repeated = repeats(keys)
    if repeated <= _FEW * columns.table.height:
        return
    found = [(labels.count, place) for place, labels in _candidates(columns)
             if repeats([*keys, labels.ids]) <= _FEW * repeated]  # fmt: skip
    if found:
        _give(columns, min(found)[1])


def _labels(columns: Assignment, place: int) -> Labels:
    return labels_of(columns.table.columns[place])


def repeats(keys: list[Ids]) -> int:
    """Return how many rows have the key of an earlier one; a key is a number from each column."""
    return len(keys[0]) - len(np.unique(np.stack(keys, axis=1), axis=0))


def _candidates(columns: Assignment) -> list[tuple[int, Labels]]:
    """Columns that nothing explains, with a few values that come back."""
    places = [place for place in columns.of("ignore") if place not in columns.fixed]
    free = [place for place in places if columns.readings[place].reason in _UNEXPLAINED]
    found = [(place, _labels(columns, place)) for place in free]
    return [(place, labels) for place, labels in found if 1 < labels.count <= _HALF * columns.table.height]


def _give(columns: Assignment, place: int) -> None:
    names = [name for name in _labels(columns, place).texts if name]
    likely: tuple[Role, ...] = ("period", "segment") if are_periods(names) else ("segment", "channel")
    role = next((role for role in likely if not columns.of(role)), None)
    if role:
        columns.give(place, role, CONFIDENCE, "content_key")
