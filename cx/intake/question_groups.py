"""Questions that are one question about several columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cx.records.file import CodeMeaning, Question, Reading
from cx.records.finding import Finding

_MOST_NAMES = 12


def grouped(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return questions with those about one code in several columns asked once, where the first stood.

    An answer holds for all columns of the question; each can be set by itself as well.
    """
    groups: dict[object, list[Question]] = {}
    for one in questions:
        groups.setdefault(_shared(one), []).append(one)
    return tuple(found[0] if len(found) == 1 else _together(found) for found in groups.values())


def _shared(question: Question) -> object:
    """What two questions have in common that are one: code and present reading; else a key of its own."""
    if question.kind != "code":
        return question.key
    readings = tuple((reading.kind, reading.chosen) for reading in question.readings)
    return (str(question.finding.details["number"]), readings)


def _together(questions: Sequence[Question]) -> Question:
    first = questions[0]
    columns = [str(one.finding.column) for one in questions]
    code = str(first.finding.details["number"])
    more = len(columns) > _MOST_NAMES
    finding = Finding(
        "warning",
        "codes_ambiguous",
        sheet=first.finding.sheet,
        details={
            "number": code,
            "n": len(columns),
            "columns": ", ".join(f"“{name}”" for name in columns[:_MOST_NAMES]) + (" …" if more else ""),
        },
    )
    asks = zip(*(one.readings for one in questions), strict=True)
    here, other = (_reading(readings, columns, code) for readings in asks)
    return Question(first.key, "code", finding, (here, other))


def _reading(readings: Sequence[Reading], columns: Sequence[str], code: str) -> Reading:
    """One reading for all columns: what each by itself sets there."""
    first = readings[0]
    said = {name: one.choices.codes[name] for name, one in zip(columns, readings, strict=True)}
    meaning: CodeMeaning = said[columns[0]][code]
    return Reading(
        replace(first.choices, codes={**first.choices.codes, **said}),
        first.chosen,
        f"codes_{meaning}",
        {"code": code, "n": len(columns)},
    )
