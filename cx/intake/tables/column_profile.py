"""What the cells of one column of a table of touchpoints hold, found once: what all witnesses look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels, Numbers
from cx.intake.sheet import Table
from cx.records.file import BLANK, TEXT, Column, ColumnReading

Values = npt.NDArray[np.float64]
_MOSTLY, _HALF, _NEARLY_ALL = 0.8, 0.5, 0.9
_FEWEST = 3
_SHORT, _HUNDRED = 10.0, 100.0


@dataclass(frozen=True)
class Seen:
    """One column, by its cells."""

    place: int
    """Its position, from 0."""
    table: Table
    numbers: Numbers
    """Its cells read as numbers."""
    named: ColumnReading
    """What its name alone was taken for, or where no name speaks a first guess."""

    @property
    def header(self) -> str:
        """Its header as typed; a column without one has its letter."""
        return self.table.headers[self.place]

    @property
    def column(self) -> Column:
        """Its cells."""
        return self.table.columns[self.place]

    @cached_property
    def filled(self) -> int:
        """How many cells hold anything."""
        return int(np.count_nonzero(self.column.kinds != BLANK))

    @cached_property
    def found(self) -> Values:
        """Its numbers alone, in the order of the rows."""
        return self.numbers.found

    @cached_property
    def is_numbers(self) -> bool:
        """Whether most cells that hold anything are numbers, and there are enough of them."""
        return len(self.found) >= _FEWEST and self.numbers.share >= _MOSTLY

    @cached_property
    def is_texts(self) -> bool:
        """Whether most cells that hold anything are texts that are no numbers."""
        texts = int(np.count_nonzero(self.column.kinds == TEXT))
        return self.filled >= _FEWEST and texts > _HALF * self.filled and self.numbers.share < _HALF

    @cached_property
    def labels(self) -> Labels:
        """Its cells as names."""
        return self.table.labels(self.place)

    @cached_property
    def names(self) -> list[str]:
        """Its different cells, read as names."""
        return list(dict.fromkeys(str(name) for name in self.labels.texts if name))

    @cached_property
    def whole(self) -> bool:
        """Whether all its numbers are whole."""
        return bool(np.all(self.found == np.rint(self.found)))

    @cached_property
    def broken(self) -> bool:
        """Whether most of its numbers have decimals."""
        return bool(np.mean(self.found != np.rint(self.found)) > _HALF)

    @cached_property
    def low(self) -> float:
        """The lowest number."""
        return float(self.found.min())

    @cached_property
    def high(self) -> float:
        """The highest number that nearly all others do not pass: one slip makes no scale."""
        return float(np.quantile(self.found, _NEARLY_ALL, method="higher"))

    @cached_property
    def different(self) -> int:
        """How many different numbers there are."""
        return len(np.unique(self.found))

    @cached_property
    def median(self) -> float:
        """The number in the middle."""
        return float(np.median(self.found))

    @cached_property
    def negative(self) -> int:
        """How many numbers lie below zero."""
        return int(np.count_nonzero(self.found < 0))

    @cached_property
    def spread(self) -> float:
        """The standard deviation as a share of the mean; 0 where the mean is not above zero."""
        mean = float(self.found.mean())
        return float(self.found.std() / mean) if mean > 0 else 0.0

    @cached_property
    def is_short(self) -> bool:
        """Whether it holds different numbers from 0 to 10, as means of answers are."""
        return self.is_numbers and self.negative == 0 and self.high <= _SHORT and self.different > 1

    @cached_property
    def is_long(self) -> bool:
        """Whether it holds different numbers from 0 to 100 that pass 10."""
        inside = self.is_numbers and self.negative == 0 and _SHORT < self.high <= _HUNDRED
        return inside and self.different > 1

    @cached_property
    def counts(self) -> bool:
        """Whether its numbers are whole, not below zero, and mostly beyond every scale of answers."""
        return self.is_numbers and self.whole and self.low >= 0 and self.median > _SHORT

    @cached_property
    def ranks(self) -> bool:
        """Whether it holds each number from 1 to the number of rows once."""
        return self.is_numbers and np.array_equal(np.sort(self.found), np.arange(1, len(self.found) + 1))

    @cached_property
    def runs(self) -> bool:
        """Whether each row's number is the one before plus one."""
        return self.is_numbers and bool((np.diff(self.found) == 1).all())
