"""What the cells of a log's columns hold: what tells a time, a case and a touchpoint from one another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels, labels_of
from cx.intake.events.moments import Moments, clock_in, moments_of
from cx.intake.sheet import Table
from cx.intake.words import folded, plain
from cx.records.file import BLANK, ERROR, NUMBER, Column

_DIGITS = re.compile(r"\d")
_SAMPLE = 400
_NEARLY_ALL = 0.95
_LARGEST_WHOLE = 1e15
RISING = 0.95
"""The share of later events with a higher number from which on a column tells their order."""


Another = Any
"""A column of the same kind: which one stands only where cells lie."""


class Cells(Protocol):
    """What is asked of one column of a log, wherever its cells lie."""

    @property
    def place(self) -> int:
        """Its place in the table."""

    @property
    def name(self) -> str:
        """Its header in plain words."""

    @property
    def height(self) -> int:
        """How many rows are looked at."""

    @property
    def different(self) -> int:
        """How many different cells there are."""

    @property
    def each(self) -> float:
        """How often a cell comes back on average."""

    @property
    def timed(self) -> float:
        """The share of its filled cells that are times."""

    @property
    def has_clock(self) -> bool:
        """Whether its times mostly have a time of the day that differs."""

    @property
    def clocks(self) -> float:
        """The share of its texts that are a time of the day alone."""

    @property
    def numeric(self) -> bool:
        """Whether its cells are numbers."""

    @property
    def id_like(self) -> float:
        """The share of its texts that hold a digit, or 1 for whole numbers."""

    @property
    def words(self) -> frozenset[str]:
        """Its different texts, folded."""

    def changes(self, key: Another, *, alone: float = 1.0) -> float:
        """Return the share of neighbours within a case whose cells differ; ``alone`` where there are none."""

    def rises(self, key: Another, time: Another) -> bool:
        """Return whether its numbers rise with time within cases."""

    def leads(self, key: Another, time: Another | None) -> float:
        """Return how many bits a cell tells of the next one in its case; 0 where that is not looked at."""


@dataclass(frozen=True)
class Seen:
    """One column of a log."""

    place: int
    table: Table

    @property
    def header(self) -> str:
        """Its header as typed."""
        return self.table.headers[self.place]

    @cached_property
    def name(self) -> str:
        """Its header in plain words."""
        return plain(self.header)

    @property
    def height(self) -> int:
        """How many rows its table has."""
        return self.table.height

    @property
    def column(self) -> Column:
        """Its cells."""
        return self.table.columns[self.place]

    @cached_property
    def filled(self) -> npt.NDArray[np.bool_]:
        """Which rows hold something."""
        return ~np.isin(self.column.kinds, (BLANK, ERROR))

    @cached_property
    def codes(self) -> npt.NDArray[np.int64]:
        """The same number for the same cell, as it stands; -1 for none."""
        found = np.where(self.filled, self.column.codes, -1).astype(np.int64)
        counted = self.filled & (self.column.codes < 0)
        if counted.any():
            _, places = np.unique(self.column.numbers[counted], return_inverse=True)
            found[counted] = places + len(self.column.texts)
        return found

    @cached_property
    def labels(self) -> Labels:
        """Its cells read as names."""
        return labels_of(self.column)

    @cached_property
    def different(self) -> int:
        """How many different cells there are."""
        return len(np.unique(self.codes[self.codes >= 0]))

    @cached_property
    def each(self) -> float:
        """How often a cell comes back on average."""
        return float(np.count_nonzero(self.filled)) / max(self.different, 1)

    @cached_property
    def sample(self) -> list[str]:
        """Some of its different texts, spread over all."""
        texts = [self.column.texts[code] for code in np.unique(self.column.codes[self.filled]) if code >= 0]
        return texts[:: max(1, len(texts) // _SAMPLE)]

    @cached_property
    def moments(self) -> Moments:
        """Its cells read as times."""
        return moments_of(self.column)

    @cached_property
    def timed(self) -> float:
        """The share of its filled cells that are times; a sample says whether all texts are looked at."""
        if self.sample and not self._looks_timed:
            return 0.0
        count = int(np.count_nonzero(self.filled))
        return float(np.count_nonzero(self.moments.known)) / count if count else 0.0

    @cached_property
    def _looks_timed(self) -> bool:
        with_digits = sum(bool(_DIGITS.search(text)) for text in self.sample)
        return 2 * with_digits > len(self.sample)

    @cached_property
    def has_clock(self) -> bool:
        """Whether its times mostly have a time of the day that differs."""
        moments = self.moments
        return bool((~moments.day_only & moments.known).sum() * 2 > moments.known.sum())

    @cached_property
    def clocks(self) -> float:
        """The share of its texts that are a time of the day alone."""
        return sum(clock_in(text) >= 0 for text in self.sample) / len(self.sample) if self.sample else 0.0

    @cached_property
    def numeric(self) -> bool:
        """Whether its cells are numbers, also such that stand as text."""
        numbers = self.numbers
        return bool(np.count_nonzero(~np.isnan(numbers)) > _NEARLY_ALL * np.count_nonzero(self.filled))

    @cached_property
    def numbers(self) -> npt.NDArray[np.float64]:
        """Its cells as numbers, with a point or a comma; NaN where there is none."""
        found = np.where(self.column.kinds == NUMBER, self.column.numbers, np.nan)
        if len(self.column.texts):
            worth = np.array([*(_number(text) for text in self.column.texts), np.nan])
            typed = self.filled & (self.column.codes >= 0)
            found[typed] = worth[self.column.codes[typed]]
        return found

    @cached_property
    def id_like(self) -> float:
        """The share of its texts that hold a digit, or 1 for whole numbers."""
        if not self.sample:
            numbers = self.column.numbers[self.filled]
            return float(len(numbers) > 0 and bool((numbers == np.floor(numbers)).all()))
        if self.numeric and bool((np.mod(self.numbers[~np.isnan(self.numbers)], 1) != 0).any()):
            return 0.0  # an amount, not an identifier
        return sum(bool(_DIGITS.search(text)) for text in self.sample) / len(self.sample)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its different texts, folded."""
        return frozenset(folded(text) for text in self.sample)

    def changes(self, key: Seen, *, alone: float = 1.0) -> float:
        """Return the share of neighbours within a case whose cells differ; ``alone`` where there are none."""
        order = np.argsort(key.codes, kind="stable")
        cases, cells = key.codes[order], self.codes[order]
        same = (cases[1:] == cases[:-1]) & (cases[1:] >= 0)
        count = int(np.count_nonzero(same))
        return float(np.count_nonzero(same & (cells[1:] != cells[:-1]))) / count if count else alone

    def rises(self, key: Seen, time: Seen) -> bool:
        """Return whether its numbers rise with time in cases: a count of events does, an id does not."""
        order = np.lexsort((time.moments.local, key.codes))
        cases, times, numbers = key.codes[order], time.moments.local[order], self.numbers[order]
        later = (cases[1:] == cases[:-1]) & (times[1:] > times[:-1])
        same = (cases[1:] == cases[:-1]) & (times[1:] == times[:-1])
        steps = np.diff(numbers)
        if not later.any():
            return bool(same.any() and (np.abs(steps[same]) > 0).all())
        return bool((steps[later] > 0).mean() > RISING)

    def leads(self, key: Seen, time: Seen | None) -> float:
        """Return how many bits a cell tells of the next one in its case: see :func:`bits_of`."""
        moments = np.zeros(self.height) if time is None else time.moments.local
        order = np.lexsort((moments, key.codes))
        cases, cells = key.codes[order], self.codes[order]
        beside = (cases[1:] == cases[:-1]) & (cases[1:] >= 0) & (cells[1:] >= 0) & (cells[:-1] >= 0)
        pairs = np.column_stack((cells[:-1][beside], cells[1:][beside]))
        if not len(pairs):
            return 0.0
        both = np.unique(pairs, axis=0, return_counts=True)[1]
        first, second = (np.unique(pairs[:, side], return_counts=True)[1] for side in (0, 1))
        return bits_of(len(pairs), (_told(both), _told(first), _told(second)), (len(first), len(second)))

    def texts_as_they_stand(self) -> npt.NDArray[np.object_]:
        """Return its cells as texts: whole numbers without a point, nothing trimmed."""
        texts = np.array([*self.column.texts, ""], dtype=object)
        found = texts[np.where(self.filled, self.column.codes, -1)]
        counted = self.filled & (self.column.codes < 0)
        if counted.any():
            found[counted] = [_shown(number) for number in self.column.numbers[counted].tolist()]
        return found


def bits_of(n: float, told: tuple[float, float, float], kinds: tuple[float, float]) -> float:
    """Return the mutual information of pairs in bits, less what pairs by chance have on average, at least 0.

    Parameters
    ----------
    n
        How many pairs there are.
    told
        The sums of c·ln(c) over the counts of pairs, of first and of second cells.
    kinds
        How many different first and second cells there are.

    Notes
    -----
    Miller (1955): by chance it is (first kinds - 1)(second kinds - 1) / 2n nats.
    """
    nats = np.log(n) + (told[0] - told[1] - told[2]) / n
    return max(0.0, float(nats - (kinds[0] - 1) * (kinds[1] - 1) / (2 * n)) / float(np.log(2)))


def _told(counts: npt.NDArray[np.int64]) -> float:
    return float((counts * np.log(counts)).sum())


def _shown(number: float) -> str:
    return str(int(number)) if number == int(number) and abs(number) < _LARGEST_WHOLE else f"{number:.15g}"


def _number(text: str) -> float:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return np.nan
