"""One column read as names: touchpoints, journeys, channels, segments, periods, owners, notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from cx.process import steps
from cx.records.file import BOOL, ERROR, FORMULA, NUMBER, Column
from cx.text import drawable

_LONG, _LONGEST = 2_000, 40_000
Values = npt.NDArray[np.float64]
_LITTLE, _MANY = 20, 10_000
"""So many texts, and so many numbers, are written as names in one go: meanwhile nobody else is served."""
_SPARSE = 4
"""How far whole numbers may reach, in times of how many there are, for counting them to beat sorting them."""
_LARGEST_WHOLE = 1e15
"""Whole numbers below it are shown with all their digits."""


@dataclass(frozen=True)
class Labels:
    """A column's names, and which of them are the same but for letter case and spaces."""

    texts: npt.NDArray[np.object_]
    """One text per row; empty where there is none."""
    ids: npt.NDArray[np.int64]
    """The same number for the same name."""
    names: tuple[str, ...]
    """Per number the name, folded; the first is the empty one. Not every one need occur."""

    @cached_property
    def count(self) -> int:
        """How many different names occur."""
        return int(np.count_nonzero(np.bincount(self.ids)[1:]))


def _name(text: str) -> tuple[str, str]:
    """A cell's text as a name, and folded."""
    name = " ".join(drawable(text).split())
    return name, name.casefold()


_long_name = lru_cache(maxsize=512)(_name)
"""Long texts are asked for by many, and are gone through sign by sign."""


def labels_of(column: Column) -> Labels:
    """Return a column read as names; error values and formulas without a value count as blank.

    Signs without a shape are left out: a mark of direction would show a name mirrored on every page.
    """
    read = [
        (_long_name if _LONG < len(text) < _LONGEST else _name)(text) for text in steps(column.texts, _LITTLE)
    ]
    texts = [text for text, _ in read]
    known: dict[str, int] = {"": 0}
    of_text = [known.setdefault(folded, len(known)) for _, folded in read]
    codes = column.codes.astype(np.int64)
    codes[np.isin(column.kinds, (ERROR, FORMULA))] = -1
    is_number = np.isin(column.kinds, (NUMBER, BOOL))
    names = list(known)
    if is_number.any():
        worth, places = _different(column.numbers[is_number])
        codes[is_number] = places + len(texts)
        more = _shown(worth)
        texts += more
        of_text += _numbered(known, names, more)
    return Labels(
        np.array([*texts, ""], dtype=object)[codes], np.array([*of_text, 0], np.int64)[codes], tuple(names)
    )


def _different(numbers: Values) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.signedinteger]]:
    """The different numbers, ascending, and which of them each is; whole ones close together by counting."""
    low, high = float(numbers.min()), float(numbers.max())
    if not high - low < _SPARSE * len(numbers) or not (numbers == np.floor(numbers)).all():
        return np.unique(numbers, return_inverse=True)
    steps = (numbers - low).astype(np.int64)
    there = np.bincount(steps) > 0
    return np.flatnonzero(there) + low, (np.cumsum(there) - 1)[steps]


def _numbered(known: dict[str, int], names: list[str], more: list[str]) -> list[int]:
    """The numbers of more names, which join those known; all of them new, as customers are, at once."""
    start = len(names)
    fresh = len(set(more)) == len(more) and (start == 1 or known.keys().isdisjoint(more))
    if fresh:
        names += more
        return list(range(start, start + len(more)))
    numbers = [known.setdefault(text, len(known)) for text in more]
    names[:] = known
    return numbers


def _shown(worth: npt.NDArray[np.floating]) -> list[str]:
    """Numbers as names; whole ones, such as a hundred thousand customers, without a format for each."""
    if bool((np.abs(worth) < _LARGEST_WHOLE).all()) and bool((worth == np.floor(worth)).all()):
        pieces = np.split(worth.astype(np.int64), range(_MANY, len(worth), _MANY))
        return [text for piece in steps(pieces) for text in map(str, piece.tolist())]
    return [f"{number:.15g}" for number in steps(worth, _MANY // 10)]


def no_labels(height: int) -> Labels:
    """Return the names of a column that is not there."""
    return Labels(np.full(height, "", dtype=object), np.zeros(height, dtype=np.int64), ("",))
