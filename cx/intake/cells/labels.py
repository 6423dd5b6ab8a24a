"""One column read as names: touchpoints, journeys, channels, segments, periods, owners, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from cx.process import in_pieces, steps
from cx.records.file import BOOL, ERROR, FORMULA, NUMBER, Column
from cx.text import drawable

_LONG, _LONGEST = 2_000, 40_000
Values = npt.NDArray[np.float64]
_SPARSE = 4
"""How far whole numbers may reach, in times of how many there are, for counting them to beat sorting them."""
_LITTLE, _AT_ONCE = 20, 10_000
"""So many texts sign by sign, and so many as they are, in one go: nobody else's work goes on meanwhile."""
_SPACED = (*"\t\r\x0b\x0c\x1c\x1d\x1e\x1f", "  ", " \n", "\n ")
"""Blanks that no name keeps: all but a single one between two words."""
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
    texts, folded = _names(column.texts)
    known = {name: at for at, name in enumerate(dict.fromkeys(["", *folded]))}
    of_text = list(map(known.__getitem__, folded))
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


def _names(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Texts as names, and these folded; a long list piece by piece, where nothing about it is odd at once."""
    names: list[str] = []
    folded: list[str] = []
    for piece in in_pieces(texts):
        lines = "\n".join(piece)
        if lines.isascii() and lines.count("\n") < len(piece) and _are_names(f"\n{lines}\n"):
            names += piece
            folded += lines.lower().split("\n")
            continue
        read = [
            (_long_name if _LONG < len(text) < _LONGEST else _name)(text) for text in steps(piece, _LITTLE)
        ]
        names += [text for text, _ in read]
        folded += [text for _, text in read]
    return names, folded


def _are_names(lines: str) -> bool:
    """Whether a text a line holds no blank that a name does not keep."""
    return not any(blank in lines for blank in _SPACED)  # each is found much faster than by one pattern


def _different(numbers: Values) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.signedinteger]]:
    """The different numbers, ascending, and which of them each is; whole ones close together by counting."""
    low, high = float(numbers.min()), float(numbers.max())
    if not high - low < _SPARSE * len(numbers) or not (numbers == np.floor(numbers)).all():
        return np.unique(numbers, return_inverse=True)
    places = (numbers - low).astype(np.int64)
    there = np.bincount(places) > 0
    return np.flatnonzero(there) + low, (np.cumsum(there) - 1)[places]


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
        pieces = np.split(worth.astype(np.int64), range(_AT_ONCE, len(worth), _AT_ONCE))
        return [text for piece in steps(pieces) for text in map(str, piece.tolist())]
    return [f"{number:.15g}" for number in steps(worth, _AT_ONCE // 10)]


def no_labels(height: int) -> Labels:
    """Return the names of a column that is not there."""
    return Labels(np.full(height, "", dtype=object), np.zeros(height, dtype=np.int64), ("",))
