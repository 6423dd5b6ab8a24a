"""Scores that a spreadsheet program has made dates of: 4/5 became 5 April."""

from __future__ import annotations

import re

import numpy as np

from cx.intake.cells import day_count, days_of
from cx.intake.columns.roles import Roles
from cx.intake.sheet import Table
from cx.intake.words import MONTHS, named, plain
from cx.records.file import BLANK, TEXT, Column

_DAY_MONTH = re.compile(r"(\d{1,2})[-/. ]{1,2}([^\W\d_]{3,10})\.?|([^\W\d_]{3,10})\.?[-/. ]{1,2}(\d{1,2})")
_HALF, _LONGEST = 0.5, 20
_FEWEST, _NEARLY_ALL, _MOST = 4, 0.9, 12
_ENDS = frozenset({4, 5, 6, 7, 10})
"""Where scales end that people type as 4/5."""


def dates_for_scores(table: Table, roles: Roles) -> int | None:
    """Return the position of a column that is called satisfaction and holds dates; ``None``: none."""
    for place, column in enumerate(table.columns):
        filled = int(np.count_nonzero(column.kinds != BLANK))
        if not filled or roles.readings[place].role not in ("ignore", "satisfaction", "period"):
            continue
        if named(table.headers[place])[0] == "satisfaction" and _days(column) > _HALF * filled:
            return place
    return None


def like_scores(table: Table) -> int | None:
    """Return the position of the first column whose dates can only be scores such as 4/5; ``None``: none.

    All of them share the day, or the month, which is then the end of a usual scale, and the other runs from
    1 up to it; no list of moments looks like that.
    """
    return next((place for place, column in enumerate(table.columns) if _are_scores(column)), None)


def _are_scores(column: Column) -> bool:
    filled = int(np.count_nonzero(column.kinds != BLANK))
    if filled < _FEWEST or day_count(column) < _NEARLY_ALL * filled:
        return False
    different = column.different(column.codes >= 0)
    if not 1 < len(different) <= _MOST:
        return False
    moments = [moment for moment in days_of([column.texts[code] for code in different]).moments if moment]
    pairs = ({(one.day, one.month) for one in moments}, {(one.month, one.day) for one in moments})
    return len({one.year for one in moments}) == 1 and any(map(_out_of_one, pairs))


def _out_of_one(pairs: set[tuple[int, int]]) -> bool:
    """Whether all have one end of a scale in common, and none lies beyond it."""
    ends = {end for _, end in pairs}
    return len(ends) == 1 and ends <= _ENDS and all(score <= end for score, end in pairs)


def _days(column: Column) -> int:
    """How many cells hold a date, or a day and a month in a text."""
    said = [code for code in column.different(column.kinds == TEXT) if _is_day(column.texts[code])]
    return max(day_count(column), int(np.count_nonzero(np.isin(column.codes, said) & (column.kinds == TEXT))))


def _is_day(text: str) -> bool:
    found = _DAY_MONTH.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return found is not None and plain(found.group(2) or found.group(3)) in MONTHS
