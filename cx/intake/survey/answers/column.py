"""The columns of a survey as numbers: codes in words told apart from blanks, answers in words as numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.cells import EMPTY, FINE, NO_ANSWER, TRUTH, WORDS, Numbers
from cx.intake.columns import Roles, column_named, has_column
from cx.intake.sheet import Table, steps_of
from cx.intake.survey.answers.by_label import numbers_of_labels
from cx.intake.survey.answers.texts import Texts, scales_of_texts, unrated
from cx.intake.words import NUMBERED, YES_NO, Spoken, are_grades, code_kind, folded, goodness, unnumbered
from cx.process import Budget, steps
from cx.records.file import BLANK as EMPTY_CELL
from cx.records.file import TEXT, Choices, CodeMeaning, Column
from cx.records.scale import Scale

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
GIVEN, BLANK, NOT_MET, SILENT, UNREAD = range(5)
"""State of a cell: a number, nothing, a code for not met, a code for no answer, something else."""
_MOST_TEXTS, _RARE, _MOSTLY = 60, 0.02, 0.2
_RATED = ("rating", "satisfaction", "outcome")
AGAIN = "again"
"""A header that stands among the answers once more: no answer, and nobody's."""
UNRATED = "unrated"
"""A text beside a good and a bad answer that is none: the touchpoint was met, and not rated."""
_OF_CODE: Mapping[str, int] = {
    "not_met": NOT_MET,
    "no_answer": SILENT,
    "missing": NOT_MET,
    UNRATED: SILENT,
    AGAIN: BLANK,
}


@dataclass(frozen=True)
class Tally:
    """How often each number was given."""

    values: Values
    """Ascending."""
    counts: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Answered:
    """One column of answers."""

    place: int
    header: str
    values: Values
    """NaN where the cell holds no number; numeric codes are still in."""
    states: npt.NDArray[np.uint8]
    spoken: Spoken | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    """Code in words, as typed, to ``not_met``, ``no_answer`` or ``unrated``; a header again: ``again``; what
    the file alone calls no answer to ``missing``."""
    words: int = 0
    """How many different texts are neither numbers nor codes nor answers in words."""
    by_hand: int = 0
    """How many cells hold a code that a person named."""
    rated: tuple[float, ...] = ()
    """Numbers that are ratings whatever they look like: a person said so, or their labels do."""
    legend: Scale | None = None
    """The scale that a legend in the header, or above the table, gives its numbers."""
    told: bool = False
    """Whether the legend says which end is good."""
    recoded: tuple[float, float] | None = None
    """The ends of its scale, where the answers are numbers such as 21 to 25."""
    coded: Mapping[float, str] = field(default_factory=dict)
    """Numbers that its header calls no answer, taken out, to ``not_met`` or ``no_answer``."""
    labels: Mapping[float, str] = field(default_factory=dict)
    """What numbers of its scale stand for, where the file says so; codes are none of them."""

    @cached_property
    def known(self) -> Values:
        """The numbers alone."""
        found: Values = self.values[~np.isnan(self.values)]
        return found

    @cached_property
    def counted(self) -> Tally:
        """How often each number was given."""
        return tally(self.known)

    @property
    def share(self) -> float:
        """The share of answers and codes among the cells that hold anything."""
        filled = int(np.count_nonzero(self.states != BLANK))
        return 1 - int(np.count_nonzero(self.states == UNREAD)) / filled if filled else 0.0

    def without(self, away: Flags, state: int = NOT_MET) -> Answered:
        """Return the column with some of its numbers taken out."""
        return replace(
            self,
            values=np.where(away, np.nan, self.values),
            states=np.where(away, np.uint8(state), self.states),
        )


def tally(values: Values) -> Tally:
    """Return how often each number was given; blanks aside.

    Examples
    --------
    >>> found = tally(np.array([3.0, 1.0, 3.0, np.nan]))
    >>> found.values.tolist(), found.counts.tolist()
    ([1.0, 3.0], [1, 2])
    """
    known = values[~np.isnan(values)]
    if len(known) and np.abs(known).max() < 1_000:  # noqa: PLR2004 - counting beats sorting on short scales
        tenths = known * 10
        whole = np.rint(tenths)
        if np.abs(tenths - whole).max() < 1e-6:  # noqa: PLR2004 - what floats leave of a tenth
            low = int(whole.min())
            counts = np.bincount(whole.astype(np.int64) - low)
            places = np.flatnonzero(counts)
            return Tally((places + low) / 10, counts[places])
    return Tally(*np.unique(known, return_counts=True))


def read_alone(
    table: Table, roles: Roles, choices: Choices | None = None, *, budget: Budget
) -> list[Answered]:
    """Return every column of a table as answers, by its cells.

    Of the choices those about codes and answers in words count.
    """
    choices = choices or Choices()
    numbers = [roles.numbers[letter] for letter in table.letters]
    texts = [_texts(column, read) for column, read in zip(steps(table.columns), numbers, strict=True)]
    codes = [
        _again(column, header, found) | _codes(found, choices.codes.get(header, {}), column.missing_texts)
        for column, header, found in zip(steps(table.columns), table.headers, texts, strict=True)
    ]
    words = [[text for text in found if text not in away] for found, away in zip(texts, codes, strict=True)]
    budget.check()
    held = [
        _held(column, header, read, found)
        for column, header, read, found in zip(
            steps(table.columns), table.headers, numbers, words, strict=True
        )
    ]
    chosen = {_header(table, name): numbers for name, numbers in choices.text_scales.items()}
    by_person = [{*choices.codes.get(one.header, {}), *chosen.get(one.header, {})} for one in held]
    for place, away in enumerate(steps(unrated(held, by_person))):
        codes[place] |= dict.fromkeys(away, UNRATED)
        held[place] = held[place].without(away)
    scales = scales_of_texts(held, chosen, budget)
    found, rated = [], rated_by_hand(roles)
    for place, column in enumerate(table.columns):
        budget.check()
        told = _Told(codes[place], scales[place], numbers_of_labels(column) if place in rated else {})
        found.append(_answers(table, place, numbers[place], told, choices.missing_codes or ()))
    return found


@dataclass(frozen=True)
class _Told:
    """What the texts of a column are."""

    codes: Mapping[str, str]
    scale: Spoken | None
    labelled: Mapping[str, float]
    """Labels of a column that a person called a rating."""

    @property
    def numbers(self) -> dict[str, float]:
        return {**(self.scale.numbers if self.scale else {}), **self.labelled}


def rated_by_hand(roles: Roles) -> frozenset[int]:
    """Return the positions of the columns that a person called ratings: their labels are read."""
    return frozenset(
        place
        for place, reading in enumerate(roles.readings)
        if reading.reason == "by_hand" and reading.role in _RATED
    )


def _again(column: Column, header: str, texts: Sequence[str]) -> dict[str, str]:
    """The header where it stands among the answers now and then; a tick that repeats it comes often."""
    same = [text for text in texts if folded(text) == folded(header)]
    often = {text: int(np.count_nonzero(column.codes == column.texts.index(text))) for text in same}
    filled = int(np.count_nonzero(column.kinds != EMPTY_CELL)) if same else 0
    return {text: AGAIN for text, n in often.items() if n <= max(1, _RARE * filled) and n < _MOSTLY * filled}


def _header(table: Table, name: str) -> str:
    """The header of a column that a person named, if by its letter."""
    return table.headers[column_named(table, name)] if has_column(table, name) else name


def _codes(
    texts: Sequence[str], named: Mapping[str, CodeMeaning], missing: Collection[str]
) -> dict[str, str]:
    """Which texts are codes: as a person said, else as their words say, else as the file does."""
    silent = dict.fromkeys(missing, "missing") if not (graded := are_grades(texts)) else {}
    kinds = {text: code_kind(text) for text in texts} if not graded else {}
    found = {text: named.get(text) or kinds.get(text) or silent.get(text) for text in texts}
    return {text: kind for text, kind in found.items() if kind and kind != "rating"}


def _held(column: Column, header: str, read: Numbers, texts: Sequence[str]) -> Texts:
    """What a column holds beside codes: how often each text, and its numbers."""
    counts: dict[str, int] = {}
    if texts:
        wanted = set(texts)
        spelled = column.codes[(column.codes >= 0) & (read.states == WORDS)]
        often = np.bincount(spelled, minlength=len(column.texts))
        counts = {text: int(n) for text, n in zip(column.texts, often, strict=True) if text in wanted}
    return Texts(column, header, counts, read.values, int(np.count_nonzero(read.states == FINE)))


def _texts(column: Column, read: Numbers) -> list[str]:
    """The different texts that are no numbers; none where there are too many for a scale."""
    used = column.different(read.states == WORDS)
    return [column.texts[code] for code in used] if len(used) <= _MOST_TEXTS else []


def _answers(
    table: Table,
    place: int,
    read: Numbers,
    told: _Told,
    missing: Sequence[str],
) -> Answered:
    column, codes, scale = table.columns[place], told.codes, told.scale
    values, states = read.values, _states(read)
    by_text, kinds = _by_text(column, codes, told.numbers)
    spelled = (read.states == WORDS) & (column.codes >= 0)
    if spelled.any():
        values, states = values.copy(), states.copy()
        values[spelled] = by_text[column.codes[spelled]]
        states[spelled] = kinds[column.codes[spelled]]
    if (read.states == TRUTH).any():
        truth = read.states == TRUTH
        values, states = np.where(truth, column.numbers, values), np.where(truth, np.uint8(GIVEN), states)
        scale = scale or Spoken({}, 0.0, 1.0, YES_NO)
    by_hand = read.states == NO_ANSWER
    if by_hand.any():
        states = np.where(by_hand, _by_hand(column, missing), states)
    words = int(np.count_nonzero(np.bincount(column.codes[states == UNREAD] + 1)))
    return Answered(
        place,
        table.headers[place],
        values,
        states,
        scale,
        codes,
        words,
        int(by_hand.sum()),
        _labelled(scale),
        labels=steps_of(column),
    )


def _labelled(scale: Spoken | None) -> tuple[float, ...]:
    """The numbers whose labels call them good or bad: no codes, however far they lie from the rest."""
    if scale is None or scale.family != NUMBERED:
        return ()
    return tuple(sorted({number for text, number in scale.numbers.items() if goodness(unnumbered(text))}))


def _states(read: Numbers) -> npt.NDArray[np.uint8]:
    table = np.full(16, UNREAD, dtype=np.uint8)
    table[FINE], table[EMPTY], table[NO_ANSWER] = GIVEN, BLANK, NOT_MET
    return table[read.states]


def _by_text(
    column: Column, codes: Mapping[str, str], numbers: Mapping[str, float]
) -> tuple[Values, npt.NDArray[np.uint8]]:
    """Per text of a column its number and its state."""
    values, states = np.full(len(column.texts) + 1, np.nan), np.full(len(column.texts) + 1, np.uint8(UNREAD))
    for code, text in enumerate(column.texts):
        if text in codes:
            states[code] = _OF_CODE[codes[text]]
        elif text in numbers:
            values[code], states[code] = numbers[text], GIVEN
    return values, states


def _by_hand(column: Column, missing: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Per row the state of a code that a person named: its words may say that it was met."""
    silent = {folded(code) for code in missing if code_kind(code) == "no_answer"}
    if not silent:
        return np.full(len(column.codes), np.uint8(NOT_MET))
    table = np.array(
        [SILENT if folded(text) in silent else NOT_MET for text in column.texts] + [NOT_MET], np.uint8
    )
    return table[np.where(column.kinds == TEXT, column.codes, -1)]
