"""Surveys for tests: respondents whose ratings hang together, written as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from cx import intake
from cx.records import Finding
from cx.records.file.workbook import Cell, Sheet, Workbook, column_of


def book(rows: Sequence[Sequence[Any]], name: str = "survey.xlsx", sheet: str = "Sheet1") -> intake.Workbook:
    """Return a workbook of raw cells without a file behind it."""
    columns = [column_of([cell(value) for value in values]) for values in zip(*rows, strict=True)]
    filled = Sheet(sheet, hidden=False, top=1, left=0, height=len(rows), columns=tuple(columns))
    return Workbook(name, f"{name}{len(rows)}", (filled,))


def cell(value: Any) -> Cell:
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return Cell("blank", None)
    if isinstance(value, bool):
        return Cell("bool", value)
    return Cell("number", float(value)) if isinstance(value, (int, float)) else Cell("text", str(value))


def ratings(count: int, columns: int, high: int = 5, seed: int = 1) -> np.ndarray:
    """Return ratings from 1 up, rising with what a respondent thinks of the whole."""
    random = np.random.default_rng(seed)
    mood = random.normal(0, 1, (count, 1))
    middle, width = (1 + high) / 2, (high - 1) / 4
    return np.clip(np.rint(middle + width * (mood + random.normal(0, 0.8, (count, columns)))), 1, high)


def rows_of(headers: Sequence[str], *columns: Sequence[Any]) -> list[list[Any]]:
    """Return the header and one row a respondent."""
    return [list(headers), *(list(row) for row in zip(*columns, strict=True))]


def codes(findings: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def with_code(values: np.ndarray, code: float, every: int) -> np.ndarray:
    """Return the values with a code in every so many rows."""
    changed = values.copy()
    changed[::every] = code
    return changed
