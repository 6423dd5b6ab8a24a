"""The first rows of a sheet that hold anything, looked at once: each is compared with all others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
import numpy.typing as npt

from cx.intake.cells import numerals
from cx.intake.words import LONGEST
from cx.process import steps
from cx.records.file import BLANK, DATE, NUMBER, TEXT, Column, Sheet

Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]
_ROWS, _COLUMNS = 60, 300
_NEXT = 8
"""So many rows below one say what it stands above."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")
_TELLING = re.compile(r"[\d@]")
_SHORT, _FEW_DIGITS = 80, 15
_STARS = "★⭐✭✩☆\ufe0f "
_LITTLE = 64
"""So many texts are little work."""


@dataclass(frozen=True)
class Head:
    """The first rows of a sheet; every array has shape (rows, columns)."""

    places: Counts
    """The position of each row in the sheet's area; shape (rows,)."""
    kinds: npt.NDArray[np.uint8]
    """The position of a cell's kind in ``CELL_KINDS``."""
    ids: Counts
    """The same number for the same text as shown; 0 for a blank cell."""
    texts: tuple[str, ...]
    """Per number the text."""
    values: npt.NDArray[np.float64]
    """Numbers; of a text that is one its digits, infinite where it has more than digits; NaN elsewhere."""

    @cached_property
    def filled(self) -> Flags:
        """Whether a cell holds anything."""
        found: Flags = self.kinds != BLANK
        return found

    @cached_property
    def dates(self) -> Flags:
        """Whether a cell is a real date."""
        found: Flags = self.kinds == DATE
        return found

    @cached_property
    def numbers(self) -> Flags:
        """Whether a cell is a number, a text that looks like one, or a real date."""
        return self.dates | ~np.isnan(self.values)

    @cached_property
    def words(self) -> Flags:
        """Whether a cell is a text that is no number."""
        found: Flags = (self.kinds == TEXT) & np.isnan(self.values)
        return found

    @cached_property
    def years(self) -> Flags:
        """Whether a cell is a year."""
        told = np.array([_YEAR.fullmatch(text.strip()) is not None for text in self.texts])
        return told[self.ids]

    @cached_property
    def patterns(self) -> Counts:
        """The same number for cells that are made alike, such as addresses or moments; 0 for plain words."""
        known: dict[str, int] = {"": 0}
        told = [known.setdefault(_pattern(text), len(known)) for text in self.texts]
        return np.where(self.words, np.array(told, np.int64)[self.ids], 0)

    @cached_property
    def copies(self) -> Counts:
        """How many rows are the same as this one, itself included; shape (rows,)."""
        rows = [row.tobytes() for row in self.ids]
        often = Counter(rows)
        return np.array([often[row] for row in rows], np.int64)

    @cached_property
    def filled_below(self) -> Counts:
        """How many of the next cells below a cell hold anything."""
        return self._below(self.filled)

    @cached_property
    def numbers_below(self) -> Counts:
        """How many of the next cells below a cell are numbers or dates."""
        return self._below(self.numbers)

    @cached_property
    def dates_below(self) -> Counts:
        """How many of the next cells below a cell are dates."""
        return self._below(self.dates)

    def _below(self, flags: Flags) -> Counts:
        sums = np.vstack([np.zeros((1, flags.shape[1]), np.int64), np.cumsum(flags, axis=0)])
        rows = np.arange(len(flags))
        counted: Counts = sums[np.minimum(rows + 1 + _NEXT, len(flags))] - sums[rows + 1]
        return counted


def _pattern(text: str) -> str:
    if len(text) > _SHORT or not _TELLING.search(text):
        return ""
    return _DIGITS.sub("9", _LETTERS.sub("a", text.strip()))


def head_of(sheet: Sheet, hidden: frozenset[int]) -> Head:
    """Return the first rows of a sheet that hold anything.

    Parameters
    ----------
    sheet
        The sheet's raw cells.
    hidden
        The user's numbers of rows that are not looked at.
    """
    columns = sheet.columns[:_COLUMNS]
    filled = np.stack([column.kinds != BLANK for column in columns], axis=1).any(axis=1)
    shown = (int(place) for place in np.flatnonzero(filled) if int(place) + sheet.top not in hidden)
    places = np.array(list(islice(shown, _ROWS)), dtype=np.int64)
    known: dict[str, int] = {"": 0}
    kinds = np.stack([column.kinds[places] for column in columns], axis=1)
    ids = np.stack([_ids(column, places, known) for column in steps(columns)], axis=1)
    texts = tuple(known)
    told = np.array([_told(text) for text in steps(texts, _LITTLE)])
    values = np.where(kinds == TEXT, told[ids], np.stack([_worth(c, places) for c in columns], axis=1))
    return Head(places, kinds, ids, texts, values)


def _ids(column: Column, places: Counts, known: dict[str, int]) -> Counts:
    cells: Sequence[str] = [column.cell(int(place)).shown[:LONGEST] for place in places]
    return np.array([known.setdefault(text, len(known)) for text in cells], dtype=np.int64)


def _told(text: str) -> float:
    bare = text.strip().rstrip(_STARS)  # 5★ names how many stars were given
    if len(bare) <= _FEW_DIGITS and bare.isascii() and bare.isdigit():
        return float(bare)
    return np.inf if numerals.looks_numeric(text) else np.nan


def _worth(column: Column, places: Counts) -> npt.NDArray[np.float64]:
    return np.where(column.kinds[places] == NUMBER, column.numbers[places], np.nan)
