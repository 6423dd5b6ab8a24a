"""Small files for the tests of intake, written from rows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

from cx import intake
from cx.records import Choices, Finding, Touchpoints, Understanding


def workbook_bytes(rows: Sequence[Sequence[Any]], *, name: str = "Sheet1", **others: Any) -> bytes:
    """Return an .xlsx with the rows on its first sheet; further sheets by name."""
    book = openpyxl.Workbook()
    book.active.title = name
    for title, content in {name: rows, **others}.items():
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        for row in content:
            sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def table(rows: Sequence[Sequence[Any]], **others: Any) -> intake.Workbook:
    return intake.read(workbook_bytes(rows, **others), "table.xlsx")


def csv(text: str, encoding: str = "utf-8") -> intake.Workbook:
    return intake.read(text.encode(encoding), "table.csv")


def points(rows: Sequence[Sequence[Any]], choices: Choices | None = None) -> Touchpoints:
    return intake.touchpoints(table(rows), choices)


def understood(rows: Sequence[Sequence[Any]], choices: Choices | None = None) -> Understanding:
    return intake.understand(table(rows), choices)


def roles(understanding: Understanding) -> dict[str, str]:
    return {column.header: column.role for column in understanding.columns}


def places(findings: Sequence[Finding]) -> list[tuple[str, str, str | None]]:
    """Return severity, code and cell of each finding."""
    return [(finding.severity, finding.code, finding.cell) for finding in findings]


def of_code(findings: Sequence[Finding], code: str) -> list[Finding]:
    return [finding for finding in findings if finding.code == code]
