"""What a file says that its numbers stand for: codes and groups of people become texts, ratings stay numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cx.intake.words import YES_NO, code_kind, goodness, plain, spoken
from cx.records.file import NUMBER, TEXT, Column

_STEM = 4
"""Signs that the beginnings of two words share where one is a degree of the other."""
_PAIR = 2
_ALIKE, _FEWEST = 0.25, 50
"""How closely a column has to follow the ratings of others to be one, over how many rows."""
_TICKS = {0.0, 1.0}

Flags = npt.NDArray[np.bool_]


def in_words(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return columns whose codes, and groups of people, read as the file labels them.

    ``99`` that is labelled "don't know", or called missing, is a code whatever the other numbers are.
    Numbers that are all labelled, with words that name no degrees of one thing, are groups: regions, age
    classes, yes and no. Labels of a rating leave it a number: which end is good follows from them elsewhere.
    """
    if not any(column.labels or column.missing for column in columns):
        return tuple(columns)
    steps = [steps_of(column) for column in columns]
    often = Counter(_mark(one) for one in steps if one)
    shared = [bool(one) and often[_mark(one)] > 1 for one in steps]
    mood = _mood([column for column, one, many in zip(columns, steps, shared, strict=True)
                  if many and len(one) > _PAIR])  # fmt: skip
    return tuple(
        _told(column, groups=_are_groups(column, one, mood, shared=many))
        for column, one, many in zip(columns, steps, shared, strict=True)
    )


def steps_of(column: Column) -> dict[float, str]:
    """Return the labels of a column without those of codes, ascending by their number.

    Examples
    --------
    >>> from cx.records.file import column_of
    >>> steps_of(replace(column_of([]), labels={5.0: "good", 1.0: "bad", 9.0: "don't know"}))
    {1.0: 'bad', 5.0: 'good'}
    """
    return {
        number: label
        for number, label in sorted(column.labels.items())
        if label and not code_kind(label) and not any(low <= number <= high for low, high in column.missing)
    }


def _mark(steps: Mapping[float, str]) -> tuple[tuple[float, str], ...]:
    return tuple(steps.items())


def _codes(column: Column, numbers: Sequence[float]) -> dict[float, str]:
    """Of some numbers those that are codes, each with how it reads."""
    steps, labels = steps_of(column), column.labels
    return {
        number: labels.get(number) or f"[{number:g}]"
        for number in numbers
        if (number in labels and labels[number] and number not in steps)
        or any(low <= number <= high for low, high in column.missing)
    }


def _numbers(column: Column) -> npt.NDArray[np.float64]:
    found: npt.NDArray[np.float64] = np.unique(column.numbers[column.kinds == NUMBER])
    return found


def _are_groups(
    column: Column, steps: Mapping[float, str], mood: npt.NDArray[np.float64] | None, *, shared: bool
) -> bool:
    """Whether the numbers of a column name groups of people rather than degrees of something."""
    numbers = _numbers(column).tolist()
    codes = _codes(column, numbers)
    given = [number for number in numbers if number not in codes]
    if len(steps) < _PAIR or not given or any(number not in steps for number in given):
        return False
    texts = list(steps.values())
    worth = spoken([texts])[0]
    if worth and worth.family == YES_NO:
        return True
    if worth or any(goodness(text) for text in texts):
        return False
    if len(steps) == _PAIR:
        return set(steps) != _TICKS
    return not (shared or _are_degrees(texts) or _follows(column, list(codes), mood))


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


def _mood(columns: Sequence[Column]) -> npt.NDArray[np.float64] | None:
    """Per row the mean of columns that share their labels, each with the same weight; ``None`` without any."""
    if not columns:
        return None
    total, count = np.zeros(len(columns[0].kinds)), np.zeros(len(columns[0].kinds))
    for column in columns:
        away = list(_codes(column, _numbers(column).tolist()))
        known = (column.kinds == NUMBER) & ~np.isin(column.numbers, away)
        spread = float(column.numbers[known].std()) if known.any() else 0.0
        if spread > 0:
            total[known] += (column.numbers[known] - column.numbers[known].mean()) / spread
            count += known
    with np.errstate(invalid="ignore"):
        found: npt.NDArray[np.float64] = total / np.where(count > 0, count, np.nan)
    return found


def _follows(column: Column, away: Sequence[float], mood: npt.NDArray[np.float64] | None) -> bool:
    """Whether people who rate others higher gave higher, or lower, numbers here."""
    if mood is None:
        return False
    both = (column.kinds == NUMBER) & ~np.isin(column.numbers, away) & ~np.isnan(mood)
    if both.sum() < _FEWEST or not (column.numbers[both].std() > 0 and mood[both].std() > 0):
        return False
    return bool(abs(np.corrcoef(column.numbers[both], mood[both])[0, 1]) >= _ALIKE)


def _told(column: Column, *, groups: bool) -> Column:
    """The column with its codes, or with all that is labelled, as texts."""
    numbers = _numbers(column).tolist()
    codes = _codes(column, numbers)
    shown = {**(steps_of(column) if groups else {}), **codes}
    shown = {number: shown[number] for number in numbers if number in shown}
    if not shown:
        return column
    texts = dict.fromkeys([*column.texts, *shown.values()])
    place = {text: at for at, text in enumerate(texts)}
    told = (column.kinds == NUMBER) & np.isin(column.numbers, list(shown))
    worth = np.array(list(shown), dtype=np.float64)
    by_rank = np.array([place[text] for text in shown.values()], dtype=np.int32)
    kinds, values, found = column.kinds.copy(), column.numbers.copy(), column.codes.copy()
    found[told] = by_rank[np.searchsorted(worth, values[told])]
    kinds[told], values[told] = TEXT, np.nan
    return replace(
        column,
        kinds=kinds,
        numbers=values,
        codes=found,
        texts=tuple(texts),
        missing_texts=column.missing_texts | set(codes.values()),
    )
