"""Scores that a spreadsheet program has made dates of: 4/5 became 5 April."""

from __future__ import annotations

import re

import numpy as np

from cx.intake.cells import day_count
from cx.intake.columns.roles import Roles
from cx.intake.sheet import Table
from cx.intake.words import MONTHS, named, plain
from cx.records.file import BLANK, TEXT, Column

_DAY_MONTH = re.compile(r"(\d{1,2})[-/. ]{1,2}([^\W\d_]{3,10})\.?|([^\W\d_]{3,10})\.?[-/. ]{1,2}(\d{1,2})")
_HALF, _LONGEST = 0.5, 20


def dates_for_scores(table: Table, roles: Roles) -> int | None:
    """Return the position of a column that is called satisfaction and holds dates; ``None``: none."""
    for place, column in enumerate(table.columns):
        filled = int(np.count_nonzero(column.kinds != BLANK))
        if not filled or roles.readings[place].role not in ("ignore", "satisfaction", "period"):
            continue
        if named(table.headers[place])[0] == "satisfaction" and _days(column) > _HALF * filled:
            return place
    return None


def _days(column: Column) -> int:
    """How many cells hold a date, or a day and a month in a text."""
    said = [code for code in column.different(column.kinds == TEXT) if _is_day(column.texts[code])]
    return max(day_count(column), int(np.count_nonzero(np.isin(column.codes, said) & (column.kinds == TEXT))))


def _is_day(text: str) -> bool:
    found = _DAY_MONTH.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return found is not None and plain(found.group(2) or found.group(3)) in MONTHS
