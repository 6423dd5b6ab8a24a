"""The header rows that survey programs write: codes, questions, what was asked about, identifiers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cx.intake.words import LONGEST
from cx.process import steps
from cx.records.file import Cell, Sheet

_MOST_ROWS = 8
FEW = 64
"""So many cells are little work."""
_IMPORTED = re.compile(r"^\s*\{\s*\"+ImportId", re.IGNORECASE)
_RESPONSE = re.compile(r"^(?:open-ended )?response$|^antwoord$|^(?:open )?antwort$|^reponse$", re.IGNORECASE)
"""What survey programs write below a question that has one column."""


def shown(sheet: Sheet, row: int) -> list[str]:
    """Return the texts of a row, blank where there is none."""
    return [
        " ".join(column.cell(row - sheet.top).shown[:LONGEST].split()) for column in steps(sheet.columns, FEW)
    ]


def line(sheet: Sheet, row: int) -> list[Cell]:
    """Return the cells of a row; none where the sheet has no such row."""
    if not 0 <= row - sheet.top < sheet.height:
        return []
    return list(_cells(sheet, row - sheet.top))


def _cells(sheet: Sheet, place: int) -> Iterator[Cell]:
    return (column.cell(place) for column in steps(sheet.columns, FEW))


def import_row(sheet: Sheet) -> int | None:
    """Return the row of identifiers that a survey program writes below its names and questions."""
    for row in range(sheet.top + 1, min(sheet.top + _MOST_ROWS, sheet.top + sheet.height)):
        filled = [text for text in shown(sheet, row) if text]
        if filled and 2 * sum(_IMPORTED.match(text) is not None for text in filled) > len(filled):
            return row
    return None


def question_row(sheet: Sheet, row: int) -> int | None:
    """Return the row of questions, where the row below names what each of their columns is about.

    A survey program writes a question once, above the first of its columns, and below it the things that were
    asked about, or ``Response``.
    """
    for first in (row, row - 1):
        above, below = line(sheet, first), line(sheet, first + 1)
        if not above or not below or any(cell.kind not in ("text", "blank") for cell in (*above, *below)):
            continue
        groups = [place for place, cell in enumerate(above) if cell.kind == "text"]
        under = [place for place, cell in enumerate(below) if cell.kind == "text"]
        gaps = [place for place in under if above[place].kind == "blank"]
        plain_ones = [place for place in groups if below[place].kind == "blank"]
        spelled = any(_RESPONSE.match(below[place].shown.strip()) for place in under)
        if gaps and plain_ones and under and spelled and gaps[0] > groups[0]:
            return first
    return None


def answers_under(questions: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return what was asked about; a question that has one column only by itself."""
    often = Counter(text for text in below if text and not _RESPONSE.match(text))
    texts, question = [], ""
    for above, text in zip(questions, below, strict=True):
        question = above or (question if text else "")
        if not text or _RESPONSE.match(text):
            texts.append(question)
        else:
            texts.append(text if often[text] == 1 else f"{question} {text}".strip())
    return texts
