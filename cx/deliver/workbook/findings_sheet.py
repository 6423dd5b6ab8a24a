"""The sheet with what was noticed in the files."""

from __future__ import annotations

from cx.deliver.ground import Book, Field, Kind, Value
from cx.records import Finding, by_severity
from cx.text import Language, say


def add_findings(book: Book, findings: tuple[Finding, ...], lang: Language) -> None:
    """Add the sheet: errors first, each with its place in the user's file."""
    sheet = book.sheet(say("deliver.sheet.findings", lang))
    widths = {"severity": 14, "sheet": 18, "cell": 9, "header": 22, "row": 8, "value": 22}
    fields = [
        *(
            Field(say(f"deliver.column.{key}", lang), width, kind_of_place(key))
            for key, width in widths.items()
        ),
        Field(say("deliver.column.message", lang), 100, "long"),
    ]
    book.table(sheet, fields, (_finding(finding, lang) for finding in by_severity(findings)))


def _finding(finding: Finding, lang: Language) -> tuple[Value, ...]:
    return (
        say(f"deliver.severity.{finding.severity}", lang),
        finding.sheet,
        finding.cell,
        finding.column,
        finding.row,
        finding.value,
        finding.message(lang),
    )


def kind_of_place(name: str) -> Kind:
    """Return what a column with a place in a file holds."""
    return "whole" if name == "row" else "text"
