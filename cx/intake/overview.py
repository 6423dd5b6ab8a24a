"""A table of touchpoints at a glance: the columns that say something; of a survey one row a touchpoint."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from cx.intake.cells import LONGEST
from cx.records.file import (
    KEY_COLUMNS,
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    DecimalMark,
    Sheet,
    Touchpoints,
    Understanding,
    position_of,
)

_SURVEYS = ("responses", "ratings", "contacts")
_SUMMED = ("volume", "n")


def columns(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the names of the columns that hold anything.

    The touchpoint comes first, then what tells its rows apart, then the numbers, then the other texts.

    Parameters
    ----------
    rows
        As :func:`at_a_glance` gives them.
    """
    texts = [name for name in TEXT_COLUMNS if name in rows and (rows[name] != "").any()]
    numbers = [name for name in NUMBER_COLUMNS if name in rows and rows[name].notna().any()]
    apart = [name for name in texts[1:] if name in KEY_COLUMNS and _differs(rows, name)]
    return (*texts[:1], *apart, *numbers, *(name for name in texts[1:] if name not in apart))


def decimal_mark(sheet: Sheet, seen: Understanding) -> DecimalMark | None:
    """Return the decimal mark of numbers that were typed as text; ``None`` where none has decimals."""
    letters = {column.header: column.letter for column in seen.columns}
    found = {
        mark
        for header, mark in seen.decimal_marks.items()
        if (place := position_of(letters[header]) - sheet.left) in range(len(sheet.columns))
        and any(_has_decimals(words, mark) for words in sheet.columns[place].texts if mark in words)
    }
    return found.pop() if len(found) == 1 else None


def _has_decimals(words: str, mark: DecimalMark) -> bool:
    if len(words) > LONGEST:
        return False
    return bool(re.search(rf"\d{re.escape(mark)}\d", words)) and not words[-1:].isalpha()


def _differs(rows: pd.DataFrame, name: str) -> bool:
    """Whether rows of the same touchpoint differ in a column."""
    return len(rows[["touchpoint", name]].drop_duplicates()) > rows["touchpoint"].nunique()


def at_a_glance(table: Touchpoints) -> pd.DataFrame:
    """Return the rows of a table; of a survey one per touchpoint, over all its groups together.

    Satisfaction is the mean weighted by what stands behind each group (its weight, else its answers).
    """
    rows = table.rows
    if not any(source.shape in _SURVEYS for source in table.sources) or rows["touchpoint"].is_unique:
        return rows
    groups = rows.groupby("touchpoint", sort=False)
    behind = rows["weight"] if "weight" in rows else rows["n"]
    behind = behind.where(rows["satisfaction"].notna())
    summed = (rows["satisfaction"] * behind).groupby(rows["touchpoint"], sort=False).sum(min_count=1)
    found = pd.DataFrame({"satisfaction": summed / behind.groupby(rows["touchpoint"], sort=False).sum()})
    for name in _SUMMED:
        found[name] = groups[name].sum(min_count=1)
    found = found.replace([np.inf, -np.inf], np.nan)
    return found.assign(sheet=groups["sheet"].first(), row=groups["row"].first()).reset_index()
