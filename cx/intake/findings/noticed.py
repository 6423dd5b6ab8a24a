"""Findings as they are made: each with its sheet, cell, column, row and value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from cx.intake.sheet import Table
from cx.records.finding import Finding, Severity

MOST_ALIKE = 200
"""So many findings of one kind in one column are told one by one; the rest are counted in one more."""


@dataclass
class Noticed:
    """Collects findings about one table."""

    table: Table
    findings: list[Finding] = field(default_factory=list)
    counts: Counter[tuple[Severity, str, str | None]] = field(default_factory=Counter)

    def cell(self, severity: Severity, code: str, row: int, column: int, **details: object) -> None:
        """Add a finding about one cell.

        Parameters
        ----------
        severity, code
            As in :class:`~cx.records.Finding`.
        row, column
            Positions from 0 in the table.
        **details
            What else the message needs.
        """
        table = self.table
        if code == "no_name" and table.columns[column].cell(row).kind == "formula":
            code = "formula_unstored"  # the name is there, its result was not saved
        if self._is_told(severity, code, table.headers[column]):
            self.findings.append(
                Finding(
                    severity=severity,
                    code=code,
                    sheet=table.sheet.name or None,
                    cell=table.address(row, column),
                    column=table.headers[column],
                    row=table.row_of(row, column),
                    value=table.columns[column].cell(row).shown or None,
                    details=details,
                )
            )

    def column(self, severity: Severity, code: str, column: int, **details: object) -> None:
        """Add a finding about a whole column."""
        header, letter = self.table.headers[column], self.table.letters[column]
        sheet = self.table.sheet.name or None
        self._add(Finding(severity, code, sheet=sheet, column=header, details={"letter": letter, **details}))

    def sheet(self, severity: Severity, code: str, row: int | None = None, **details: object) -> None:
        """Add a finding about the sheet, or one of its rows."""
        self._add(Finding(severity, code, sheet=self.table.sheet.name or None, row=row, details=details))

    def _add(self, finding: Finding) -> None:
        if self._is_told(finding.severity, finding.code, finding.column):
            self.findings.append(finding)

    def _is_told(self, severity: Severity, code: str, column: str | None) -> bool:
        """Count one more, and say whether it is told: what only counts is not made, of very many rows."""
        kind = (severity, code, column)
        self.counts[kind] += 1
        return self.counts[kind] <= MOST_ALIKE

    def all(self) -> tuple[Finding, ...]:
        """Return the findings; what was not told one by one is counted."""
        sheet = self.table.sheet.name or None
        rest = [
            Finding(
                severity,
                "more_alike",
                sheet=sheet,
                column=column,
                details={"code": code, "n": n - MOST_ALIKE},
            )
            for (severity, code, column), n in self.counts.items()
            if n > MOST_ALIKE
        ]
        return (*self.findings, *rest)
