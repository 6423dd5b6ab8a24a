"""What a file says that its numbers stand for: codes and groups become texts, ratings stay numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.words import YES_NO, code_kind, goodness, plain, spoken
from cx.records.file import NUMBER, TEXT, Column

_STEM = 4
"""Signs that the beginnings of two words share where one is a degree of the other."""
_PAIR = 2
_FEWEST, _APART, _ALIKE = 50, 0.1, 0.25
"""Over how many rows, and how closely, a column goes along with the ratings: hardly, or as a rating does."""
_TICKS = {0.0, 1.0}

Flags = npt.NDArray[np.bool_]
Values = npt.NDArray[np.float64]
Mark = tuple[tuple[float, str], ...]
"""The labels of a column, by which columns are alike."""


def in_words(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return columns whose codes, and groups of people, read as the file labels them.

    ``99`` that is labelled "don't know", or called missing, is a code whatever the other numbers are.
    Numbers that are all labelled, with words that name no degrees of one thing, are groups: regions, age
    classes, yes and no. Labels of a rating leave it a number: which end is good follows from them elsewhere.
    """
    if not any(column.labels or column.missing for column in columns):
        return tuple(columns)
    legends = [_Legend(column) for column in columns]
    often = Counter(one.mark for one in legends if one.steps)
    mood = _mood([one for one in legends if one.side])
    along = _along([one for one in legends if one.steps and not one.side], mood)
    return tuple(
        one.told(groups=_are_groups(one, along.get(one.mark), shared=often[one.mark] > 1)) for one in legends
    )


_A_RUN = 3


def steps_of(column: Column) -> dict[float, str]:
    """Return the labels of a column without those of codes, ascending by their number.

    Examples
    --------
    >>> from cx.records.file import column_of
    >>> steps_of(replace(column_of([]), labels={5.0: "good", 1.0: "bad", 9.0: "don't know"}))
    {1.0: 'bad', 5.0: 'good'}
    """
    found = {
        number: label
        for number, label in sorted(column.labels.items())
        if label and not code_kind(label) and not _is_missing(column, number)
    }
    away = _apart(list(found))
    return {number: label for number, label in found.items() if number not in away}


def _apart(numbers: Sequence[float]) -> frozenset[float]:
    """Labelled numbers behind a gap, where three or more follow each other: 9 beside 1 to 5 is no step."""
    runs: list[list[float]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    longest = max(runs, key=len, default=[])
    return frozenset(numbers) - frozenset(longest) if len(longest) >= _A_RUN else frozenset()


def _is_missing(column: Column, number: float) -> bool:
    return any(low <= number <= high for low, high in column.missing)


@dataclass(frozen=True)
class _Legend:
    """One column, and what its numbers stand for."""

    column: Column

    @cached_property
    def steps(self) -> dict[float, str]:
        return steps_of(self.column)

    @property
    def mark(self) -> Mark:
        """What columns that are labelled alike share."""
        return tuple(self.steps.items())

    @cached_property
    def numbers(self) -> list[float]:
        """The different numbers; none where nothing is labelled."""
        if not (self.column.labels or self.column.missing):
            return []
        found: list[float] = np.unique(self.column.numbers[self.column.kinds == NUMBER]).tolist()
        return found

    @cached_property
    def codes(self) -> dict[float, str]:
        """The numbers that are codes, each with how it reads."""
        labels = self.column.labels
        return {
            number: labels.get(number) or f"[{number:g}]"
            for number in self.numbers
            if (labels.get(number) and number not in self.steps) or _is_missing(self.column, number)
        }

    @cached_property
    def side(self) -> int:
        """1 where the words call the upper end good and the lower one bad, -1 the other way round, else 0.

        One end alone says nothing: "never" is the lowest answer about quality, and about the use of a medium.
        """
        texts = list(self.steps.values())
        low, high = (goodness(texts[0]), goodness(texts[-1])) if len(texts) >= _PAIR else (0, 0)
        return (high - low) // 2 if low * high < 0 else 0

    @property
    def answers(self) -> Values:
        """Per row the number; NaN for codes and where there is none."""
        known = (self.column.kinds == NUMBER) & ~np.isin(self.column.numbers, list(self.codes))
        return np.where(known, self.column.numbers, np.nan)

    def told(self, *, groups: bool) -> Column:
        """Return the column with its codes, or with all that is labelled, as texts."""
        known = {**(self.steps if groups else {}), **self.codes}
        shown = {number: known[number] for number in self.numbers if number in known}
        if not shown:
            return self.column
        texts = list(dict.fromkeys([*self.column.texts, *shown.values()]))
        place = {text: at for at, text in enumerate(texts)}
        away: Flags = (self.column.kinds == NUMBER) & np.isin(self.column.numbers, list(shown))
        rank = np.searchsorted(list(shown), self.column.numbers[away])
        codes = self.column.codes.copy()
        codes[away] = np.array([place[text] for text in shown.values()], dtype=codes.dtype)[rank]
        return replace(
            self.column,
            kinds=np.where(away, np.uint8(TEXT), self.column.kinds),
            numbers=np.where(away, np.nan, self.column.numbers),
            codes=codes,
            texts=tuple(texts),
            missing_texts=self.column.missing_texts | set(self.codes.values()),
        )


def _are_groups(one: _Legend, along: float | None, *, shared: bool) -> bool:
    """Whether the numbers of a column name groups of people rather than degrees of something."""
    given = [number for number in one.numbers if number not in one.codes]
    if len(one.steps) < _PAIR or not given or any(number not in one.steps for number in given):
        return False
    texts = list(one.steps.values())
    worth = spoken([texts])[0]
    if worth and worth.family == YES_NO:
        return True
    if worth or one.side or (along is None and any(goodness(text) for text in texts)):
        return False
    if len(texts) == _PAIR:
        return set(one.steps) != _TICKS
    if shared or _are_degrees(texts):
        return along is not None and along < _APART
    return along is None or along < _ALIKE


def _are_degrees(texts: Sequence[str]) -> bool:
    """Whether most texts share a stem with another one, as degrees of one thing do and regions do not."""
    stems = [_stems(text) for text in texts]
    often = Counter(stem for one in stems for stem in one)
    alike = sum(any(often[stem] > 1 for stem in one) for one in stems)
    return 2 * alike > len(texts)


def _stems(text: str) -> set[str]:
    """Beginnings of words; pairs of signs where a script writes words without spaces."""
    words = [word for word in plain(text).split() if not any(sign.isdigit() for sign in word)]
    stems = {word[:_STEM] for word in words if len(word) >= _STEM and word.isascii()}
    foreign = [word for word in words if not word.isascii()]
    return stems | {word[at : at + _PAIR] for word in foreign for at in range(len(word) - 1)}


def _mood(rated: Sequence[_Legend]) -> Values | None:
    """Per row how well a person rates, by columns whose labels name a good end; ``None`` without any."""
    if not rated:
        return None
    total, count = np.zeros(len(rated[0].column.kinds)), np.zeros(len(rated[0].column.kinds))
    for one in rated:
        answers = one.answers
        known = ~np.isnan(answers)
        spread = float(answers[known].std()) if known.any() else 0.0
        if spread > 0:
            total[known] += one.side * (answers[known] - answers[known].mean()) / spread
            count += known
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _along(legends: Sequence[_Legend], mood: Values | None) -> dict[Mark, float]:
    """How closely columns go along with the ratings, by what they are labelled: the mean of those alike."""
    if mood is None:
        return {}
    found: dict[Mark, list[float]] = {}
    for one in legends:
        likeness = _likeness(one.answers, mood)
        if likeness is not None:
            found.setdefault(one.mark, []).append(likeness)
    return {mark: sum(ones) / len(ones) for mark, ones in found.items()}


def _likeness(answers: Values, mood: Values) -> float | None:
    """The size of the correlation of two columns; ``None`` where too few have both."""
    both = ~np.isnan(answers) & ~np.isnan(mood)
    if both.sum() < _FEWEST or not (answers[both].std() > 0 and mood[both].std() > 0):
        return None
    return float(abs(np.corrcoef(answers[both], mood[both])[0, 1]))
