"""Which rows of a sheet are the header, and what each column is called.

One row, found by its names and by what stands below it; and with it the rows that belong to it: a row of
groups above ("2026" merged over "Score" and "Volume"), rows that its merged cells reach down into, a row of
units below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np

from cx.intake.cells import numerals
from cx.intake.sheet import questionnaire
from cx.intake.words import LONGEST, named, row_phrases
from cx.records.file import BLANK, Cell, Sheet

_LOOK_ROWS = 60
_LOOK_COLUMNS = 300
_VAGUE = 0.65
_LONG = 60
_ONE_NAME = 3.0
_MOST_ROWS = 8
_LEVELS = 2
_YEARS = (1900, 2100)
_FEWEST_YEARS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
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
    row = _best_row(sheet, hidden)
    if row is None:
        return ()
    question = questionnaire.question_row(sheet, row)
    if question:
        return (question, question + 1)
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
    if len(inside) == _LEVELS and questionnaire.question_row(sheet, inside[0]):
        return questionnaire.answers_under(lines[0], lines[1])
    if len(lines) > 1:
        for place in range(len(lines) - 1):
            lines[place] = _spread(sheet, inside[place], lines[place], lines[-1])
    return [
        " ".join(dict.fromkeys(text for text in parts if text)) for parts in zip(*lines, strict=True)
    ] or [""] * len(sheet.columns)


def _spread(sheet: Sheet, row: int, line: Sequence[str], below: Sequence[str]) -> list[str]:
    """A group's name over the columns it is merged over, else over those up to the next group."""
    spread = list(line)
    merged = [cells for cells in sheet.merged if cells[0] == row - 1 and cells[3] > cells[1]]
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


def lines_of(sheet: Sheet, rows: Sequence[int]) -> list[tuple[str, ...]]:
    """Return for each column the texts of its header rows one by one, by which a person may name it."""
    shown = [questionnaire.shown(sheet, row) for row in rows if 0 <= row - sheet.top < sheet.height]
    return [tuple(text for text in parts if text) for parts in zip(*shown, strict=True)] if shown else []


def _best_row(sheet: Sheet, hidden: frozenset[int]) -> int | None:
    """The row that looks most like a header among the first rows that hold anything."""
    columns = sheet.columns[:_LOOK_COLUMNS]
    filled = np.stack([column.kinds != BLANK for column in columns], axis=1).any(axis=1)
    shown = (int(place) for place in np.flatnonzero(filled) if int(place) + sheet.top not in hidden)
    places = list(islice(shown, _LOOK_ROWS))
    head = [[_seen(column.cell(place)) for column in columns] for place in places]
    scores = [_score(head, position) for position in range(len(head))]
    best = max(range(len(head)), key=lambda position: (scores[position], -position), default=None)
    return None if best is None or scores[best] <= 0 else places[best] + sheet.top


@dataclass(frozen=True, slots=True)
class _Seen:
    """A cell of the first rows, looked at once: each row is compared with many others."""

    kind: str
    shown: str
    is_number: bool
    is_year: bool


def _seen(cell: Cell) -> _Seen:
    shown = cell.shown
    return _Seen(cell.kind, shown, _is_number(cell), _is_year(shown))


def _score(head: Sequence[Sequence[_Seen]], position: int) -> float:
    """How much a row looks like a header: known names, texts above other kinds, and rows that follow."""
    row = head[position]
    below = head[position + 1 : position + 9]
    years = _years(row)
    others = [place for place, cell in enumerate(row) if cell.kind == "text" and cell.is_number]
    others += [place for place, cell in enumerate(row) if cell.kind not in ("text", "blank")]
    others = [place for place in others if place not in years]
    apart = {*others, *years}
    texts = [place for place, cell in enumerate(row) if cell.kind == "text" and place not in apart]
    known = weight_of(row[place].shown for place in texts)
    if not (texts or years) or not below:
        return max(0.0, known - _ONE_NAME)  # a header without rows yet: more names than one
    contrast = sum(_mostly_numbers([line[place] for line in below]) for place in [*texts, *years])
    carried = sum(any(line[place].kind != "blank" for line in below) for place in texts)
    long = sum(len(row[place].shown) > _LONG for place in texts)
    alone = 4 if len(texts) == 1 and max(_width(line) for line in below) > 1 else 0
    late = min(0.25 * position, 3)
    again = sum(_recurs(head, position, place) for place in texts)
    return known + contrast + 0.3 * carried - len(others) - long - alone - late - 3 * again


def _recurs(head: Sequence[Sequence[_Seen]], position: int, place: int) -> bool:
    """Whether a text stands again and again below or above, as answers in words do and headers do not."""
    column = [line[place].shown for line in head]
    text = column[position]
    return column[position + 1 :].count(text) > 1 or column[:position].count(text) > 1


def _years(row: Sequence[_Seen]) -> list[int]:
    """The places of at least three years in a row, one behind the other."""
    places = [place for place, cell in enumerate(row) if cell.is_year]
    if len(places) < _FEWEST_YEARS:
        return []
    years = [int(row[place].shown) for place in places]
    steps = {after - before for before, after in pairwise(years)}
    return places if min(steps) > 0 or max(steps) < 0 else []


def _is_year(text: str) -> bool:
    return len(text) <= _LONG and _YEAR.fullmatch(text.strip()) is not None


def weight_of(texts: Iterable[str]) -> float:
    """Return what the known names in a row weigh: sure ones much, vague ones little, each role once."""
    found: dict[str, float] = {}
    for text in texts:
        role, confidence, _ = named(text)
        if role:
            found[role] = max(found.get(role, 0.0), 3 * confidence if confidence > _VAGUE else 1.0)
    return sum(found.values())


def _width(line: Sequence[_Seen]) -> int:
    return sum(cell.kind != "blank" for cell in line)


def _mostly_numbers(cells: Sequence[_Seen]) -> bool:
    filled = [cell for cell in cells if cell.kind != "blank"]
    return 2 * sum(cell.is_number for cell in filled) >= max(1, len(filled))


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
    merged = [cells for cells in sheet.merged if cells[0] == row - 1 and cells[3] > cells[1]]
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
    return cell.kind == "text" and len(cell.shown) <= _LONG


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
    below = [[cells[place] for cells in following if cells] for place in range(len(line))]
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
