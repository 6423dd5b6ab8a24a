"""Surveys for tests: respondents whose ratings hang together, written as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from cx import intake
from cx.intake.columns import Roles, roles_of
from cx.intake.sheet import Table, table_of
from cx.intake.survey.answers import answered
from cx.intake.survey.evidence import Profile
from cx.process import Budget
from cx.records import Choices, Finding
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


ENDLESS = Budget("survey.xlsx", 60, float("inf"))


def table_with_roles(headers: Sequence[str], *columns: Sequence[Any]) -> tuple[Table, Roles]:
    """Return a table of raw cells, and what the headers say of its columns."""
    table = table_of(book(rows_of(headers, *columns)).sheets[0], (1,))
    assert table is not None
    return table, roles_of(table, Choices(), ENDLESS)


def profiles(headers: Sequence[str], *columns: Sequence[Any]) -> list[Profile]:
    """Return columns as the witnesses see them."""
    table, roles = table_with_roles(headers, *columns)
    found = answered(table, roles, budget=ENDLESS)
    return [Profile(one, table.columns[one.place], table.height) for one in found]


def codes(findings: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def with_code(values: np.ndarray, code: float, every: int) -> np.ndarray:
    """Return the values with a code in every so many rows."""
    changed = values.copy()
    changed[::every] = code
    return changed
