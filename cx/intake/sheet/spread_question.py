"""One question whose answers have a column each becomes one column of answers.

Survey programs write the question above the first of its columns and an answer above each, or both into
every header: ``Checkout: Very satisfied``. In each row at most one of the columns is ticked, by its own text,
an x or a 1; what differs between the headers climbs as answers do. Choices of which several are ticked are no
such question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.sheet.ticks import Ticked, exclusive, ticked
from cx.intake.words import LONGEST, YES_NO, code_kind, folded, spoken
from cx.process import steps
from cx.records.file import BLANK, NUMBER, TEXT, Column

_BETWEEN = re.compile(r"\s*[:\[\]()|/>»=]+\s*|\s+[-–—]+\s+|\s*_+\s*|\s*(?:\.{3}|…)\s*")
_WHOLE = re.compile(r"-?[0-9]{1,2}")
_EDGES = " \t\n:-–—[]()|/_…>»="
_FEWEST, _FEWEST_ROWS, _MANY_ROWS = 3, 5, 10
_MOST_SPLITS, _MOST_WORDS, _MOST_ANSWERS = 6, 5, 25
_NEARLY_ALL = 0.9


@dataclass(frozen=True)
class Question:
    """Columns that hold the answers to one question."""

    header: str
    places: tuple[int, ...]
    """The positions of its columns, ascending."""
    column: Column
    """The answers, one a row."""
    ticks: npt.NDArray[np.int64]
    """Per row which of its columns is ticked, as the position in ``places``; -1 for none."""


@dataclass(frozen=True)
class _Group:
    """Columns with one question in their headers, and the answer that each of them names."""

    header: str
    answers: Mapping[int, str]
    """Position to answer."""


def questions(
    headers: Sequence[str], columns: Sequence[Column], above: Sequence[tuple[str, str]] = ()
) -> list[Question]:
    """Return the questions whose answers have a column each, from left to right.

    Parameters
    ----------
    headers
        One per column.
    columns
        The cells below them.
    above
        Per column the question above it and the answer below that, where there are two header rows.
    """
    marks = {place: mark for place, column in enumerate(steps(columns)) if (mark := ticked(column))}
    if len(marks) < _FEWEST:
        return []
    groups = list(_groups(headers, above, marks))
    found: list[Question] = []
    used: set[int] = set()
    repeated = _repeated(groups)
    for group in groups:
        if not used & set(group.answers) and (question := _question(group, marks, repeated)):
            found.append(question)
            used |= set(group.answers)
    return sorted(found, key=lambda question: question.places)


def _groups(
    headers: Sequence[str], above: Sequence[tuple[str, str]], marks: Mapping[int, Ticked]
) -> Iterator[_Group]:
    """Columns of ticks with a question in common: by two header rows, else by what their headers share.

    Of the ways to part a header the one that joins most columns comes first.
    """
    told: dict[tuple[str, str], dict[int, str]] = {}
    for place in marks:
        if above and all(above[place]):
            told.setdefault(("rows", above[place][0]), {})[place] = above[place][1]
        for kind, stem, answer in _splits(headers[place]):
            told.setdefault((kind, stem), {})[place] = answer
    ways = ("rows", "end", "start", "words")
    large = [(key, members) for key, members in told.items() if _FEWEST <= len(members) <= _MOST_ANSWERS]
    large.sort(key=lambda one: (one[0][0] != "rows", -len(one[1]), ways.index(one[0][0]), -len(one[0][1])))
    for (_, stem), members in large:
        names = [folded(answer) for answer in members.values()]
        if all(names) and len(set(names)) == len(names):
            yield _Group(stem, members)


def _splits(header: str) -> Iterator[tuple[str, str, str]]:
    """The ways to part a header: an answer at its end, at its start, or its last words."""
    text = header[:LONGEST]
    for split in list(_BETWEEN.finditer(text))[:_MOST_SPLITS]:
        left, right = text[: split.start()].strip(_EDGES), text[split.end() :].strip(_EDGES)
        if left and right:
            yield "end", left, right
            yield "start", right, left
    words = text.split()
    for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        stem = " ".join(words[:-count]).strip(_EDGES)
        if stem:
            yield "words", stem, " ".join(words[-count:]).strip(_EDGES)


def _repeated(groups: Sequence[_Group]) -> set[frozenset[str]]:
    """The sets of answers that several questions share, each with columns of its own."""
    seen: dict[frozenset[str], set[int]] = {}
    again = set()
    for group in groups:
        answers, places = frozenset(map(folded, group.answers.values())), set(group.answers)
        if answers in seen and not seen[answers] & places:
            again.add(answers)
        seen.setdefault(answers, set()).update(places)
    return again


def _question(group: _Group, marks: Mapping[int, Ticked], repeated: set[frozenset[str]]) -> Question | None:
    """The ticked answers as one column; ``None`` where several are ticked in a row, or none is an answer."""
    ticks = exclusive([marks[place] for place in group.answers])
    if ticks is None:
        return None
    taken = ticks[ticks >= 0]
    if len(taken) < _FEWEST_ROWS or bool((taken == taken[0]).all()):
        return None
    answers = list(group.answers.values())
    numbers = _run(answers)
    if numbers is None and not _climb(answers) and not _one_of_several(group, marks, ticks, repeated):
        return None
    column = _of_texts(ticks, answers) if numbers is None else _of_numbers(ticks, numbers)
    return Question(group.header, tuple(group.answers), column, ticks)


def _one_of_several(
    group: _Group, marks: Mapping[int, Ticked], ticks: npt.NDArray[np.int64], repeated: set[frozenset[str]]
) -> bool:
    """Whether nearly all ticked one choice: of those that come back in other questions, or in the cells."""
    if len(ticks) < _MANY_ROWS or np.mean(ticks >= 0) < _NEARLY_ALL:
        return False
    texts = {place: marks[place].text for place in group.answers if marks[place].text}
    own = bool(texts) and all(folded(text) == folded(group.answers[place]) for place, text in texts.items())
    return own or frozenset(map(folded, group.answers.values())) in repeated


def _climb(answers: Sequence[str]) -> bool:
    """Whether all are answers on one scale, codes for no answer aside."""
    words = [answer for answer in answers if not code_kind(answer)]
    scale = spoken([words])[0] if len(words) >= _FEWEST else None
    return scale is not None and scale.family != YES_NO and len(set(scale.numbers.values())) == len(words)


def _run(answers: Sequence[str]) -> list[float] | None:
    """The answers as numbers, where they are digits one behind the other."""
    if not all(_WHOLE.fullmatch(answer) for answer in answers):
        return None
    numbers = sorted(int(answer) for answer in answers)
    return [float(answer) for answer in answers] if numbers[-1] - numbers[0] == len(numbers) - 1 else None


def _of_numbers(ticks: npt.NDArray[np.int64], numbers: Sequence[float]) -> Column:
    there = ticks >= 0
    return Column(
        kinds=np.where(there, NUMBER, BLANK).astype(np.uint8),
        numbers=np.where(there, np.array([*numbers, np.nan])[ticks], np.nan),
        codes=np.full(len(ticks), -1, np.int32),
        texts=(),
    )


def _of_texts(ticks: npt.NDArray[np.int64], answers: Sequence[str]) -> Column:
    return Column(
        kinds=np.where(ticks >= 0, TEXT, BLANK).astype(np.uint8),
        numbers=np.full(len(ticks), np.nan),
        codes=ticks.astype(np.int32),
        texts=tuple(answers),
    )
