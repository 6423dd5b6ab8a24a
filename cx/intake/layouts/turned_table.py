"""A table that lies on its side: touchpoints or respondents across the top, measures down the side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cx.intake.cells import numbers_of
from cx.intake.layouts.dated_headers import dated
from cx.intake.layouts.figures import Values, header_at
from cx.intake.layouts.made_columns import free_letter, of_texts
from cx.intake.layouts.recommending import group_of
from cx.intake.sheet import Arrangement, Known, Origin, Table, Told
from cx.intake.words import folded, named
from cx.records.bounds import MOST_TOUCHPOINTS
from cx.records.file import BLANK, BOOL, DATE, NUMBER, TEXT, Cell, Column, Role, letter_of, position_of

MEASURES: tuple[Role, ...] = (
    "satisfaction",
    "impact",
    "volume",
    "n",
    "sd",
    "cost",
    "importance",
    "expectation",
)
_MOST_MEASURES, _MOST_CELLS = 40, 400_000
_FEWEST_ACROSS, _FEWEST_RESPONDENTS = 2, 5
_SOME = 40
"""So many columns tell whether it is worth to look at all."""
_SURE, _MOSTLY, _NEARLY_ALL, _LONGEST_SCALE, _WIDEST = 0.65, 0.6, 0.9, 11, 100
_NUMBERED = re.compile(r"(\D{0,40}?)[\s._#-]*(\d{1,9})")
_LONGEST, _FEW_SIGNS = 200, 4
_STATISTIC = re.compile(
    r"min(?:imum)?|max(?:imum)?|median|mode|range|\d{1,2} ?%|q[1-4]|p\d{1,2}|skew(?:ness)?|kurtosis|se"
)
"""What is told of numbers beside their mean."""


def of(table: Table) -> Table | None:
    """Return a table with its rows and columns exchanged, where it lies on its side."""
    width = len(table.headers) - 1
    if width < _FEWEST_ACROSS or not 1 <= table.height * width <= _MOST_CELLS or not _is_side(table):
        return None
    if table.height <= _MOST_MEASURES and width <= MOST_TOUCHPOINTS and _measures_down(table):
        return _exchanged(table, "touchpoint")
    if width >= _FEWEST_RESPONDENTS and table.height <= MOST_TOUCHPOINTS and _respondents_across(table):
        return _exchanged(table, "respondent")
    return None


def _is_side(table: Table) -> bool:
    """Whether the first column holds a text of its own in each row, and all others have a header."""
    column = table.columns[0]
    texts = column.codes[np.isin(column.kinds, (TEXT, DATE))]
    headed = [header_at(table, place) for place in range(1, len(table.headers))]
    return len(texts) == table.height == len(np.unique(texts)) and all(headed)


def _measures_down(table: Table) -> bool:
    """Names of measures down the side, or rows that hold numbers of another size each."""
    across = [measure_of(header) for header in table.headers[1:]]
    down = [measure_of(text) for text in _side(table)]
    if sum(role is not None for role in across) > 1:
        return False
    if not _mostly_numbers(table):
        return False
    if {group_of(text[:_LONGEST]) for text in _side(table)} >= {"promoters", "passives", "detractors"}:
        return True
    if not any(across) and all((found := dated(text)) and not found.vague for text in _side(table)):
        return _are_scores(_grid(table, _SOME))
    beside = sum(bool(_STATISTIC.fullmatch(folded(text))) for text in _side(table))
    known = sum(role is not None for role in down)
    known += beside if beside > 1 else 0
    if "satisfaction" in down and known >= _MOSTLY * len(down) and not any(across):
        return True
    across_are_periods = all((found := dated(one)) and not found.measure for one in table.headers[1:])
    return not across_are_periods and _rows_differ(_grid(table, _SOME)) and _rows_differ(_grid(table))


def measure_of(text: str) -> Role | None:
    """Return the measure that a text names, and nothing else could be meant by."""
    role, confidence, reason = named(text[:_LONGEST])
    sure = confidence >= _SURE or reason == "name_weak"
    return role if role in MEASURES and sure else None


def _side(table: Table) -> list[str]:
    column = table.columns[0]
    return [column.texts[code] for code in column.codes.tolist()]


def _mostly_numbers(table: Table) -> bool:
    numbers = [numbers_of(column).share for column in table.columns[1 : 1 + _MOST_MEASURES]]
    return float(np.mean(numbers)) >= _MOSTLY


def _grid(table: Table, most: int | None = None) -> Values:
    """The numbers, of the first columns or of all; shape (rows, columns but the first)."""
    last = None if most is None else 1 + most
    return np.stack([numbers_of(column).values for column in table.columns[1:last]], axis=1)


def _are_scores(grid: Values) -> bool:
    """Whether the numbers of a side of periods are means: mostly broken, none beyond a scale."""
    there = grid[np.isfinite(grid)]
    return bool(np.mean(there != np.rint(there)) > 1 - _NEARLY_ALL and np.abs(there).max() <= _WIDEST)


def _rows_differ(grid: Values) -> bool:
    """Each row keeps to a size of its own, and no column does: as in a table that lies on its side."""
    if min(grid.shape) < _FEWEST_ACROSS or not np.isfinite(grid).all():
        return False
    return _apart(grid) and not _overlap_free(grid.T)


def _apart(grid: Values) -> bool:
    """Whether the ranges of the rows lie one above the other, the largest far above the smallest."""
    order = np.argsort(grid.mean(axis=1))
    low, high = grid.min(axis=1)[order], grid.max(axis=1)[order]
    return bool((low[1:] > high[:-1]).all()) and bool(low[-1] >= 5 * max(high[0], 1))


def _overlap_free(grid: Values) -> bool:
    order = np.argsort(grid.mean(axis=1))
    return bool((grid.min(axis=1)[order][1:] > grid.max(axis=1)[order][:-1]).all())


def _respondents_across(table: Table) -> bool:
    """Headers of one stem with a number each, above whole answers on a scale that no longer than others."""
    found = [_NUMBERED.fullmatch(header.strip()[:_LONGEST]) for header in table.headers[1:]]
    stems = {folded(one.group(1)) for one in found if one}
    numbers = [int(one.group(2)) for one in found if one]
    if len(numbers) < len(found) or len(stems) != 1 or len(set(numbers)) < len(numbers):
        return False
    if (
        not stems.pop()
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and len(numbers) <= _LONGEST_SCALE
    ):
        return False  # they may number the answers of a scale
    if any(measure_of(header) for header in table.headers[1:2]):
        return False
    return _are_answers(table.columns[1 : 1 + _SOME]) and _are_answers(table.columns[1:])


def _are_answers(columns: Sequence[Column]) -> bool:
    """Whether nearly all cells are whole numbers of one short scale."""
    often: dict[float, int] = {}
    filled = 0
    for column in columns:
        filled += int(np.count_nonzero(column.kinds != BLANK))
        for number in column.numbers[column.kinds == NUMBER].tolist():
            often[number] = often.get(number, 0) + 1
        for code in column.codes[column.kinds == TEXT].tolist():
            told = column.texts[code].strip()
            if len(told) <= _FEW_SIGNS and told.lstrip("-").isdecimal():
                often[float(told)] = often.get(float(told), 0) + 1
    values = np.array(list(often))
    whole = sum(often.values()) >= _NEARLY_ALL * filled > 0 and bool((values == np.rint(values)).all())
    return whole and len(values) <= _LONGEST_SCALE and float(np.ptp(values)) < _LONGEST_SCALE


def _exchanged(table: Table, role: Role) -> Table:
    """The table with rows for columns; each cell keeps its address."""
    side, across = _side(table), [header_at(table, place) for place in range(1, len(table.headers))]
    places = _places(table)
    columns = [of_texts(across), *(_row(table, row) for row in range(table.height))]
    head = np.full(len(across), table.header_rows[-1], np.int64)
    origins = {0: Origin(head, places)}
    origins |= {
        row + 1: Origin(np.full(len(across), number, np.int64), places)
        for row, number in enumerate(table.rows.tolist())
    }
    corner = header_at(table, 0)
    told = Told(
        "info",
        "turned_respondents" if role == "respondent" else "turned_touchpoints",
        None,
        {"n": len(across), "measures": len(side)},
    )
    return replace(
        table,
        headers=(corner or table.headers[0], *_different(side)),
        letters=_letters(table),
        columns=tuple(columns),
        rows=places + 1,
        aliases=(),
        merged={},
        gathered={},
        arrangement=Arrangement(
            known={0: Known(role, "turned")},
            told=(told,),
            origins=origins,
            shape="responses" if role == "respondent" else None,
            moved=True,
        ),
    )


def _letters(table: Table) -> tuple[str, ...]:
    """Letters that no column of the sheet has: each stands for a row of it."""
    found: list[str] = []
    for _ in range(table.height + 1):
        found.append(free_letter(table, found[-1:]) if not found else letter_of(position_of(found[-1]) + 1))
    return tuple(found)


def _different(names: Sequence[str]) -> list[str]:
    return [" ".join(name.split()) for name in names]


def _places(table: Table) -> npt.NDArray[np.int64]:
    return np.array([position_of(letter) for letter in table.letters[1:]], np.int64)


def _row(table: Table, row: int) -> Column:
    """One row as a column."""
    cells = [column.cell(row) for column in table.columns[1:]]
    texts = {text: place for place, text in enumerate(dict.fromkeys(map(_text, cells))) if text is not None}
    order = {text: place for place, text in enumerate(texts)}
    kinds = np.array([column.kinds[row] for column in table.columns[1:]], np.uint8)
    numbers = np.array([column.numbers[row] for column in table.columns[1:]], float)
    codes = np.array([order.get(_text(cell) or "", -1) for cell in cells], np.int32)
    codes[np.isin(kinds, (BLANK, NUMBER, BOOL))] = -1
    shown = any(column.percent for column in table.columns[1:]) and _in_per_cent(table, row, kinds)
    return Column(kinds, numbers, codes, tuple(order), percent=shown)


def _in_per_cent(table: Table, row: int, kinds: npt.NDArray[np.uint8]) -> bool:
    """Whether the numbers of a row stand in columns with a per cent format and are shares."""
    values = np.array([c.numbers[row] for c in table.columns[1:] if c.percent])
    return bool(np.all(kinds == NUMBER)) and bool(len(values)) and bool((np.abs(values) <= 1).all())


def _text(cell: Cell) -> str | None:
    return cell.value if isinstance(cell.value, str) else None
