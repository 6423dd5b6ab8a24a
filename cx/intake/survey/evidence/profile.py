"""What the cells of one column hold, found once: what all witnesses about it look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cx.intake.cells import Labels, day_count, labels_of, latest_year
from cx.intake.columns import scale_of
from cx.intake.sheet import Table
from cx.intake.survey.answers import BLANK, GIVEN, Answered, core_of, is_slider, suspects
from cx.intake.words import YES_NO, plain
from cx.records.file import TEXT, Column

_ANSWERS, _NEARLY = 0.8, 0.98
_MANY, _UNIQUE = 50, 0.9
_STEPS = 11
"""So many rows a scale has steps for: answers may be all of them once."""
_TWO = 2
_FEWEST_STEPS, _MOST_HALVES, _EACH, _LEAST_STEP, _FLOAT = 3, 21, 5, 0.5, 1e-9
_MANY_WEIGHTS, _ABOUT_ONE = 8, 0.1
_POPULATION, _ROUNDED, _ABOUT = 10, 1.0, 1e-6
"""Weights that sum to a population: at least ten people a row, and a number in whole thousands."""
_HEAVIEST, _LIGHTEST = 200, 2
"""How much more than the lightest one the heaviest row counts at most; what none of a population is below."""
_TICKS, _CHOSEN = 8, 20
"""So many people hardly ever give one and the same rating: the lowest one, or any."""
_COUNTED, _RARE = 4, 0.1
_CODED = re.compile(r"\d|@|^[^\s]*_[^\s]*$")
_FEW_CODED, _LONGEST_NAME = 0.3, 200
_SHORT, _FEW, _MOST_STEPS, _HUNDRED = (-10.0, 11.0), 12, 101, 100.0


@dataclass(frozen=True)
class Profile:
    """One column of a table with one row a respondent, by its cells."""

    answers: Answered
    """Its cells as numbers, codes and answers in words."""
    column: Column
    height: int
    """How many rows the table has."""
    table: Table | None = None
    """The table, where it is at hand: what it has read once is not read again."""
    averaged: tuple[float, float] | None = None
    """The scale of several columns of a person's averages, where it is one: fine as it is, it rates."""

    @property
    def place(self) -> int:
        """The column's position, from 0."""
        return self.answers.place

    @property
    def header(self) -> str:
        """Its header as typed."""
        return self.answers.header

    @cached_property
    def words(self) -> str:
        """The words of its header, made comparable."""
        return plain(self.header)

    @cached_property
    def filled(self) -> int:
        """How many cells hold anything."""
        return int(np.count_nonzero(self.answers.states != BLANK))

    @cached_property
    def numbers(self) -> int:
        """How many cells hold a number or an answer in words."""
        return int(np.count_nonzero(self.answers.states == GIVEN))

    @cached_property
    def is_answers(self) -> bool:
        """Whether nearly all cells that hold anything are numbers, codes or answers in words."""
        return bool(self.numbers) and self.answers.share >= _ANSWERS and not self.is_dated

    @cached_property
    def is_dated(self) -> bool:
        """Whether its answers in words name a year each: ``1. Quartal 2026`` is no degree."""
        spoken = self.answers.spoken
        return spoken is not None and bool(spoken.numbers) and all(map(latest_year, spoken.numbers))

    @cached_property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest number without those that lie apart like codes."""
        return core_of(self.answers.counted)

    @cached_property
    def different(self) -> int:
        """How many different numbers occur."""
        return len(self.answers.counted.values)

    @cached_property
    def whole(self) -> bool:
        """Whether nearly all numbers are whole."""
        found = self.answers.counted
        broken = found.counts[found.values != np.rint(found.values)].sum() if len(found.values) else 0
        return bool(broken <= (1 - _NEARLY) * self.numbers)

    @cached_property
    def is_stepped(self) -> bool:
        """Whether many gave a few numbers a broken step apart: 0.5 to 5 stars, 2.5 to 10 of faces."""
        found = self.answers.counted.values
        if self.whole or not _FEWEST_STEPS <= len(found) <= _MOST_HALVES or self.numbers < _EACH * len(found):
            return False
        apart = np.diff(found)
        step = float(apart.min())
        even = np.abs(found / step - np.rint(found / step)) < _FLOAT
        return step >= _LEAST_STEP and bool(even.all()) and bool((apart <= _TWO * step + _FLOAT).all())

    @cached_property
    def inner(self) -> tuple[float, float]:
        """The lowest and the highest number without those that could be codes."""
        found = suspects(self.answers.counted)
        return (found[0].low, found[0].high) if found else self.ends

    @cached_property
    def is_marked(self) -> bool:
        """Whether its header states a longer scale that holds all its numbers: marks from 0 to 20."""
        stated = scale_of(self.header, np.empty(0))
        low, high = self.ends
        longer = stated.stated and _SHORT[1] < stated.scale.maximum < _HUNDRED
        return longer and self.whole and stated.scale.minimum <= low and high <= stated.scale.maximum

    @cached_property
    def is_short(self) -> bool:
        """Whether it holds nothing but numbers of a short scale."""
        low, high = self.ends
        few = self.different <= max(_FEW, min(_MOST_STEPS, _ANSWERS * self.numbers))
        short = (_SHORT[0] <= low and high <= _SHORT[1]) or self.is_marked
        return (
            self.is_answers
            and (short or self.answers.recoded is not None)
            and (few or self.averaged is not None)
        )

    @cached_property
    def is_slider(self) -> bool:
        """Whether it holds numbers that go from about 0 to about 100."""
        return self.is_answers and is_slider(self.ends)

    @cached_property
    def weighs(self) -> bool:
        """Whether its cells are weights: in every row, above 0, broken, about 1 or a population."""
        known = self.answers.known
        if not self.is_answers or self.whole or len(known) < self.height or not (known > 0).all():
            return False
        if self.different < min(_MANY_WEIGHTS, _ANSWERS * self.numbers):
            return False
        mean, total = float(known.mean()), float(known.sum())
        about_one = abs(mean - 1) <= _ABOUT_ONE
        many = total >= _POPULATION * len(known)
        return about_one or (many and abs(total - round(total, -3)) <= max(_ROUNDED, _ABOUT * total))

    @cached_property
    def may_weigh(self) -> bool:
        """Whether its cells can be numbers of people: in every row, above 0, and many different."""
        known = self.answers.known
        if not self.is_answers or len(known) < self.height or self.numbers_rows or self.is_short:
            return False
        many = self.different >= max(_MANY_WEIGHTS, min(_MANY, self.height / _TWO))
        return many and bool(
            known.min() > 0 and known.max() <= _HEAVIEST * known.min() and known.mean() >= _LIGHTEST
        )

    @cached_property
    def is_ticked(self) -> bool:
        """Whether it holds one and the same number in some rows and nothing in the others."""
        if not self.is_answers or self.different != 1 or self.is_constant or self.in_words:
            return False
        least = _TICKS if self.ends[0] == 1 else _CHOSEN
        return least <= self.numbers == self.filled < self.height

    @cached_property
    def is_yes_no(self) -> bool:
        """Whether its answers are yes and no, or 0 and 1."""
        spoken = self.answers.spoken
        return self.is_answers and (
            (spoken is not None and spoken.family == YES_NO) or self.ends == (0.0, 1.0)
        )

    @cached_property
    def in_words(self) -> bool:
        """Whether its answers are words of a scale."""
        spoken = self.answers.spoken
        return self.is_answers and spoken is not None and spoken.family != YES_NO

    @cached_property
    def labels(self) -> Labels:
        """Its cells as names."""
        return self.table.labels(self.place) if self.table else labels_of(self.column)

    @cached_property
    def names(self) -> int:
        """How many different cells it has, read as names."""
        return self.different if self._is_bare else self.labels.count

    @cached_property
    def _is_bare(self) -> bool:
        """Whether every cell that holds anything holds a number."""
        told = self.answers.words or self.in_words or self.is_yes_no
        return self.numbers == self.filled and not told

    @property
    def different_names(self) -> list[str]:
        """The different cells, read as names and folded."""
        if self._is_bare:  # numbers alone: counted already
            found = self.answers.counted.values.tolist()
            return [str(int(value)) if value.is_integer() else repr(value) for value in found]
        return [self.labels.names[at] for at in self._ids]

    @property
    def spelt_names(self) -> list[str]:
        """The same as they are spelt, where numbers have zeros in front or a mark of their own."""
        found = self.different_names
        return found if set(found) <= set(self.labels.names) else [self.labels.names[at] for at in self._ids]

    def first_names(self, most: int) -> list[str]:
        """Return the first of the different names: a column of customers has a million."""
        if self._is_bare:
            return self.different_names[:most]
        return [self.labels.names[at] for at in self._ids[:most]]

    @cached_property
    def _ids(self) -> list[int]:
        ids: list[int] = (np.flatnonzero(np.bincount(self.labels.ids)[1:]) + 1).tolist()
        return ids

    @cached_property
    def is_constant(self) -> bool:
        """Whether every cell that holds anything holds the same, in nearly every row."""
        if self.filled < max(_TWO, _ANSWERS * self.height) or self.height <= _TWO:
            return False
        if self.is_answers:
            known = self.answers.known
            return self.numbers == self.filled and bool(known.min() == known.max())
        return self.names == 1

    @cached_property
    def is_unique(self) -> bool:
        """Whether nearly every cell holds something that no other one does."""
        return self.filled > _TWO and self.names > _UNIQUE * self.filled

    @cached_property
    def holds_words(self) -> bool:
        """Whether its texts are words, not identifiers such as ``R_3x7``, addresses or moments."""
        names = [self.column.texts[code] for code in self.column.different(self.column.kinds == TEXT)]
        coded = sum(bool(_CODED.search(name[:_LONGEST_NAME])) for name in names)
        return coded < _FEW_CODED * max(len(names), 1)

    @cached_property
    def falls_off(self) -> bool:
        """Whether it counts something: most hold 0 or 1, and each higher number stands in fewer rows."""
        found = self.answers.counted
        if not (self.is_answers and self.whole) or len(found.values) < _COUNTED or found.values[0] != 0:
            return False
        top = int(found.counts.argmax())
        falling = bool((np.diff(found.counts[top:]) <= 0).all())
        return found.values[top] <= 1 and falling and found.counts[-1] <= _RARE * found.counts[top]

    @cached_property
    def runs(self) -> bool:
        """Whether each row's number is the one before plus one."""
        known = self.answers.known
        return len(known) == self.height > _TWO and bool((np.diff(known) == 1).all())

    @cached_property
    def numbers_rows(self) -> bool:
        """Whether it holds each number of a run once: in the order of few rows, in any order of many."""
        known = self.answers.known
        if self.runs or len(known) != self.height or self.height <= _STEPS:
            return self.runs
        return bool((np.diff(np.sort(known)) == 1).all())

    @cached_property
    def day_share(self) -> float:
        """The share of cells with a date among those that hold anything."""
        days = self.table.days(self.place) if self.table else day_count(self.column)
        return days / self.filled if self.filled else 0.0

    @cached_property
    def is_identifier(self) -> bool:
        """Whether it holds whole numbers that hardly two rows share, in more rows than a scale has steps."""
        return (
            self.is_answers
            and self.whole
            and self.numbers > _MANY
            and self.different > _UNIQUE * self.numbers
        )
