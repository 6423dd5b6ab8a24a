"""How a file was understood, as ``inspect`` prints it: every column with its reasons, and what is open."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator, Sequence

from cx import intake, text
from cx.cli import outcomes
from cx.cli.options import options_of
from cx.cli.output import scale_as_json, source_as_json
from cx.intake import column_words, mapping
from cx.process import begun
from cx.records import Choices
from cx.records.file import Preview, PreviewRow, Question, Reading, Understanding, Workbook
from cx.text import Language

MOST_TOUCHPOINTS = 200
"""Of each reading so many touchpoints are listed."""
SECONDS = 20.0
"""What trying all readings may take; the rest is listed without touchpoints."""
_EACH = 5.0


def as_json(
    workbook: Workbook, seen: Understanding, lang: Language, outcome: str | None = None
) -> dict[str, object]:
    """Return how a file was understood, as ``inspect --json`` prints it; a given outcome is no question."""
    until = time.monotonic() + SECONDS
    found = outcomes.likely(workbook, seen, outcome)
    return {
        **source_as_json(seen.source, lang),
        "columns": [dataclasses.asdict(column) for column in column_words.every(seen, lang)],
        "provisional": bool(seen.questions or found),
        "questions": [
            *(_question(workbook, seen, one, until, lang) for one in seen.questions),
            *outcomes.as_json(found, lang),
        ],
    }


def as_text(workbook: Workbook, seen: Understanding, lang: Language, outcome: str | None = None) -> list[str]:
    """Return one line a question and one a reading, with the arguments that choose it."""
    read = [line for question in seen.questions for line in _lines(seen, question, lang)]
    return [*read, *outcomes.as_text(outcomes.likely(workbook, seen, outcome), lang)]


def for_deck(workbooks: Sequence[Workbook], choices: Choices) -> str:
    """Return what was chosen about the files, for a deck to keep; empty where nothing was."""
    if choices == Choices() or not workbooks:
        return ""
    return mapping.reading_of(choices, intake.understand(workbooks[0], choices))


def _lines(seen: Understanding, question: Question, lang: Language) -> Iterator[str]:
    yield text.say("cli.question", lang, about=question.finding.message(lang))
    for reading in question.readings:
        options = options_of(seen.choices, reading.choices)
        kind = "now" if reading.chosen else "other"
        yield text.say(f"cli.reading.{kind}", lang, says=reading.label(lang), options=_shell(options))


def _shell(options: tuple[str, ...]) -> str:
    """Arguments as one line, as most shells take it."""
    quoted = (f'"{one}"' if not one or " " in one else one for one in options)
    return " ".join(quoted)


def _question(
    workbook: Workbook, seen: Understanding, question: Question, until: float, lang: Language
) -> dict[str, object]:
    return {
        "about": question.finding.message(lang),
        "kind": question.kind,
        "columns": list(question.columns),
        "readings": [_reading(workbook, seen, one, until, lang) for one in question.readings],
    }


def _reading(
    workbook: Workbook, seen: Understanding, reading: Reading, until: float, lang: Language
) -> dict[str, object]:
    shown = _preview(workbook, reading, until)
    return {
        "says": reading.label(lang),
        "chosen": reading.chosen,
        "options": list(options_of(seen.choices, reading.choices)),
        "scale": scale_as_json(shown.scale) if shown.scale else None,
        "touchpoints": [_row(row) for row in shown.rows],
        "problem": shown.problem.message(lang) if shown.problem else None,
    }


def _preview(workbook: Workbook, reading: Reading, until: float) -> Preview:
    left = min(_EACH, until - time.monotonic())
    budget = begun(workbook.name, min(_EACH, workbook.seconds), left=left)
    return intake.preview(workbook, reading.choices, MOST_TOUCHPOINTS, budget=budget)


def _row(row: PreviewRow) -> dict[str, object]:
    return {"name": row.touchpoint, "satisfaction": row.satisfaction, "n": row.n}
