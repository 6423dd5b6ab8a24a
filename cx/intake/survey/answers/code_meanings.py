"""What a person said about codes in one column, and every code with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cx.intake.cells import numerals
from cx.intake.sheet import Table
from cx.intake.survey.answers.code_suspects import suspects
from cx.intake.survey.answers.code_verdicts import Verdict
from cx.intake.survey.answers.column import AGAIN, NOT_MET, SILENT, UNRATED, Answered
from cx.records.file import TEXT, Choices, CodeMeaning, CodeReading

_STATES: Mapping[CodeMeaning, int] = {"not_met": NOT_MET, "no_answer": SILENT}


def number_of(code: str) -> float | None:
    """Return the number that a code is; ``None`` for words.

    Examples
    --------
    >>> number_of("99"), number_of("-9"), number_of("n.v.t.")
    (99.0, -9.0, None)
    """
    return numerals.number_in(code, ",") if code.strip() else None


def settled(column: Answered, choices: Choices) -> Answered:
    """Return a column as a person said: codes taken out, and what is a rating whatever it looks like."""
    named = choices.codes.get(column.header, {})
    rated: list[float] = []
    if choices.missing_codes == ():
        rated = [one.code for one in suspects(column.counted)]
    for code, meaning in named.items():
        number = number_of(code)
        if number is None:
            continue
        if meaning == "rating":
            rated.append(number)
        else:
            column = column.without(column.values == number, _STATES[meaning])
    return replace(column, rated=(*column.rated, *rated)) if rated else column


def is_settled(header: str, code: float, choices: Choices) -> bool:
    """Return whether a person said what a number is in a column."""
    return any(number_of(named) == code for named in choices.codes.get(header, {}))


def code_readings(
    table: Table, ratings: Sequence[Answered], verdicts: Sequence[Verdict], choices: Choices
) -> tuple[CodeReading, ...]:
    """Return every code among the ratings, column by column.

    Parameters
    ----------
    ratings
        The rating columns before anything was taken out.
    verdicts
        What was proposed for numbers that may be codes.
    """
    found: list[CodeReading] = []
    proposed: dict[int, list[Verdict]] = {}
    for verdict in verdicts:
        proposed.setdefault(verdict.place, []).append(verdict)
    for column in ratings:
        named = choices.codes.get(column.header, {})
        found += _by_hand(table, column, named)
        found += [_proposed(table, column, one) for one in proposed.get(column.place, ())]
        found += _in_header(table, column)
        found += _in_words(table, column, named)
    return tuple(found)


def _by_hand(table: Table, column: Answered, named: Mapping[str, CodeMeaning]) -> Iterator[CodeReading]:
    for code, meaning in named.items():
        number = number_of(code)
        rows = _rows_with(table, column.place, code) if number is None else column.values == number
        letter, n = _letter(table, column.place, rows), int(np.count_nonzero(rows))
        yield CodeReading(column.header, letter, code, n, meaning, sure=True, by_hand=True)


def _proposed(table: Table, column: Answered, verdict: Verdict) -> CodeReading:
    one, proof = verdict.suspect, verdict.evidence
    return CodeReading(
        column=verdict.column,
        letter=_letter(table, verdict.place, column.values == one.code),
        code=f"{one.code:g}",
        n=one.n,
        meaning="not_met" if verdict.taken_out else "rating",
        sure=verdict.sure,
        near=one.near,
        mean_with=verdict.mean_with,
        mean_without=verdict.mean_without,
        witness=proof.witness if proof else "",
        group=proof.group if proof else None,
        near_group=proof.near if proof else None,
    )


def _in_header(table: Table, column: Answered) -> Iterator[CodeReading]:
    """Numbers that the header calls no answer; they stand in the cells as texts or as numbers."""
    for number, kind in column.coded.items():
        rows = table.columns[column.place].numbers == number
        meaning: CodeMeaning = "no_answer" if kind == "no_answer" else "not_met"
        letter, n = _letter(table, column.place, rows), int(np.count_nonzero(rows))
        yield CodeReading(column.header, letter, f"{number:g}", n, meaning, sure=True)


def _in_words(table: Table, column: Answered, named: Mapping[str, CodeMeaning]) -> Iterator[CodeReading]:
    for code, kind in column.codes.items():
        rows = _rows_with(table, column.place, code)
        letter, n = _letter(table, column.place, rows), int(np.count_nonzero(rows))
        if code not in named and n and kind != AGAIN:
            meaning: CodeMeaning = "no_answer" if kind in ("no_answer", UNRATED) else "not_met"
            yield CodeReading(column.header, letter, code, n, meaning, sure=True)


def _rows_with(table: Table, place: int, text: str) -> npt.NDArray[np.bool_]:
    """Which rows of a column hold a text."""
    column = table.columns[place]
    if text not in column.texts:
        return np.zeros(table.height, dtype=bool)
    return np.asarray((column.codes == column.texts.index(text)) & (column.kinds == TEXT))


def _letter(table: Table, place: int, rows: npt.NDArray[np.bool_]) -> str:
    """The letter under which the first of some cells stands: of gathered answers each has its own column."""
    first = np.flatnonzero(rows)
    return table.letter(place, int(first[0])) if len(first) else table.letters[place]
