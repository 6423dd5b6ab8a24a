"""Which rows of a sheet are the header, and what each column is called.

One row, found by its names and by what stands below it; and with it the rows that belong to it: a row of
groups above ("2026" merged over "Score" and "Volume"), rows that its merged cells reach down into, a row of
units below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from cx.intake.cells import numerals
from cx.intake.sheet import questionnaire, second_row, witnesses
from cx.intake.sheet.head import Head, head_of
from cx.intake.words import LONGEST, row_phrases
from cx.process import steps
from cx.records.file import Cell, Sheet

_MOST_ROWS = 8
_LEVELS = 2
_YEARS = (1900, 2100)
_BRACKETED = re.compile(r"[(\[].*[)\]]")
_RANGE = re.compile(r"-?\d+\s*(?:-|–|to|tot|t/m)\s*\d+")
_NO_ANSWERS = frozenset(
    ("-", "–", "?", ".", "x", "n/a", "na", "n.v.t.", "nvt", "onbekend", "unknown", "none")
)


def rows_of(sheet: Sheet, hidden: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """Return the user's row numbers of the header; empty where no row looks like one.

    Parameters
    ----------
    sheet
        The sheet's raw cells.
    hidden
        The user's numbers of rows that are not looked at.
    """
    marked = questionnaire.import_row(sheet)
    if marked:
        return tuple(range(sheet.top, marked + 1))
    head = head_of(sheet, hidden)
    at = _best(head) if len(head.places) else None
    if at is None:
        return ()
    row = int(head.places[at]) + sheet.top
    question = questionnaire.question_row(sheet, row)
    if question:
        return (question, question + 1)
    for upper in (at, at - 1):
        if second_row.answers_below(head, upper) or second_row.names_again(head, upper):
            first = upper + 1 if second_row.is_legend(head, upper) else upper
            return _with_more_names(head, first, upper + 1, sheet.top)
    return _with_groups_and_units(sheet, row, hidden)


def _with_more_names(head: Head, first: int, last: int, top: int) -> tuple[int, ...]:
    """The rows of names, and those right below them that name the same columns as well."""
    while last - first < _LEVELS and second_row.names_again(head, last):
        last += 1
    row = int(head.places[first]) + top
    return tuple(range(row, row + last - first + 1))


def _with_groups_and_units(sheet: Sheet, row: int, hidden: frozenset[int]) -> tuple[int, ...]:
    """A header row with the rows of groups above it, those it is merged over, and one of units below."""
    first = row
    while row - first < _LEVELS and first - 1 not in hidden and _is_group_row(sheet, first - 1, first):
        first -= 1
    last = max(row, _reach(sheet, first, row))
    if _is_unit_row(sheet, row, last + 1):
        last += 1
    return tuple(range(first, last + 1))


def texts_of(sheet: Sheet, rows: Sequence[int]) -> list[str]:
    """Return the header of each column; of several header rows their texts, one behind the other."""
    inside = [row for row in rows if 0 <= row - sheet.top < sheet.height]
    lines = [questionnaire.shown(sheet, row) for row in inside]
    if len(inside) > 1 and questionnaire.import_row(sheet) == inside[-1]:
        return [text or code for code, text in zip(lines[0], lines[-2], strict=True)]
    if len(inside) == _LEVELS and inside[1] == inside[0] + 1 and (told := _of_two(sheet, inside[0], lines)):
        return told
    if len(lines) > 1:
        for place in range(len(lines) - 1):
            lines[place] = _spread(sheet, inside[place], lines[place], lines[-1])
    return [
        " ".join(dict.fromkeys(text for text in parts if text)) for parts in zip(*lines, strict=True)
    ] or [""] * len(sheet.columns)


def _of_two(sheet: Sheet, row: int, lines: Sequence[Sequence[str]]) -> list[str] | None:
    """The names where the lower row of two says what a question's columns are about, or names all anew."""
    if questionnaire.question_row(sheet, row):
        return questionnaire.answers_under(lines[0], lines[1])
    head = head_of(sheet, frozenset())
    at = int(np.searchsorted(head.places, row - sheet.top))
    if at == len(head.places) or head.places[at] != row - sheet.top:
        return None  # named by hand, below the rows that are looked at
    if second_row.answers_below(head, at) and not _merged_over(sheet, row):
        return questionnaire.answers_under(lines[0], lines[1])
    return second_row.told_better(lines[0], lines[1]) if second_row.names_again(head, at) else None


def _merged_over(sheet: Sheet, row: int) -> list[tuple[int, int, int, int]]:
    return [cells for cells in sheet.merged if cells[0] == row - 1 and cells[3] > cells[1]]


def _spread(sheet: Sheet, row: int, line: Sequence[str], below: Sequence[str]) -> list[str]:
    """A group's name over the columns it is merged over, else over those up to the next group."""
    spread = list(line)
    merged = _merged_over(sheet, row)
    for _, first, _, last in merged:
        left, right = max(first - sheet.left, 0), min(last - sheet.left, len(line) - 1)
        for place in range(left + 1, right + 1):
            spread[place] = spread[place] or spread[left]
    if merged or not _repeats(below):
        return spread
    often = Counter(below)
    for place in range(1, len(spread)):
        if not spread[place] and below[place] and often[below[place]] > 1:
            spread[place] = spread[place - 1]
    return spread


def _repeats(texts: Sequence[str]) -> bool:
    return any(count > 1 for text, count in Counter(texts).items() if text)


def questions_of(sheet: Sheet, rows: Sequence[int]) -> list[tuple[str, str]]:
    """Return for each column the question above it and what stands below that; blank with one header row."""
    inside = [row for row in rows if 0 <= row - sheet.top < sheet.height]
    if len(inside) < _LEVELS or questionnaire.import_row(sheet) == inside[-1]:
        return [("", "")] * len(sheet.columns)
    above, below = (questionnaire.shown(sheet, row) for row in inside[-_LEVELS:])
    question, found = "", []
    for upper, lower in zip(above, below, strict=True):
        question = upper or (question if lower else "")
        found.append((question, lower))
    return found


def lines_of(sheet: Sheet, rows: Sequence[int]) -> list[tuple[str, ...]]:
    """Return for each column the texts of its header rows one by one, by which a person may name it."""
    shown = [questionnaire.shown(sheet, row) for row in rows if 0 <= row - sheet.top < sheet.height]
    return [tuple(text for text in parts if text) for parts in zip(*shown, strict=True)] if shown else []


def _best(head: Head) -> int | None:
    """The position of the row that looks most like a header among the first rows that hold anything."""
    scores = witnesses.scores(head)
    best = max(range(len(scores)), key=lambda position: (scores[position], -position), default=None)
    return None if best is None or scores[best] <= 0 else best


def _is_number(cell: Cell) -> bool:
    if cell.kind != "text":
        return cell.kind in ("number", "date")
    return numerals.looks_numeric(cell.shown)


def _is_group_row(sheet: Sheet, row: int, below: int) -> bool:
    """Names of groups: merged over columns, or above columns whose names come back; never a lone title."""
    line, header = questionnaire.line(sheet, row), questionnaire.shown(sheet, below)
    filled = [cell for cell in line if cell.kind != "blank"]
    if not filled or not all(_may_name(cell) for cell in filled):
        return False
    if filled[0].shown.rstrip().endswith(":"):
        return False  # a label with its value, as reports have them above a table
    merged = _merged_over(sheet, row)
    if _repeats(header):
        return len(filled) > 1 or bool(merged and merged[0][1] > sheet.left)
    wide = {cells[1] - sheet.left for cells in merged}
    places = [place for place, cell in enumerate(line) if cell.kind != "blank"]
    fits = [place in wide or not header[place] for place in places]
    return bool(wide) and len(places) > 1 and fits[0] and 2 * sum(fits) > len(fits)


def _may_name(cell: Cell) -> bool:
    if cell.kind == "number":
        return (
            isinstance(cell.value, float) and _YEARS[0] < cell.value < _YEARS[1] and cell.value.is_integer()
        )
    return cell.kind == "text"


def _reach(sheet: Sheet, first: int, row: int) -> int:
    """The last row that a merged cell of the header reaches down into, if rows follow it."""
    ends = [end + 1 for top, _, end, _ in sheet.merged if first - 1 <= top <= row - 1 < end]
    last = max((end for end in ends if end < sheet.top + sheet.height - 1), default=row)
    return last if last - first < _MOST_ROWS and not _has_numbers(sheet, row, last) else row


def _has_numbers(sheet: Sheet, row: int, last: int) -> bool:
    return any(
        _is_number(cell) for line in range(row + 1, last + 1) for cell in questionnaire.line(sheet, line)
    )


def _is_unit_row(sheet: Sheet, header: int, row: int) -> bool:
    """Words above numbers and nothing in the columns of names; or nothing but units."""
    line, above = questionnaire.line(sheet, row), questionnaire.line(sheet, header)
    following = [questionnaire.line(sheet, row + step) for step in range(1, 9)]
    below = [
        [cells[place] for cells in following if cells] for place in steps(range(len(line)), questionnaire.FEW)
    ]
    texts = [place for place, cell in enumerate(line) if cell.kind != "blank"]
    if not texts or any(line[place].kind != "text" or _is_number(line[place]) for place in texts):
        return False
    if any(line[place].shown.strip().casefold() in _NO_ANSWERS for place in texts):
        return False
    over_numbers = [place for place in texts if _all_numbers(below[place])]
    if not over_numbers:
        return False
    if all(_is_unit(line[place].shown) for place in texts):
        return True
    names = [
        place for place, cell in enumerate(above) if cell.kind == "text" and not _all_numbers(below[place])
    ]
    return bool(names) and len(over_numbers) == len(texts) and not any(place in texts for place in names)


def _all_numbers(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if cell.kind != "blank"]
    return bool(filled) and 5 * sum(_is_number(cell) for cell in filled) >= 4 * len(filled)


def _is_unit(text: str) -> bool:
    words = text.strip().casefold() if len(text) <= LONGEST else ""
    return bool(_BRACKETED.fullmatch(words) or _RANGE.fullmatch(words)) or words in row_phrases.UNITS
