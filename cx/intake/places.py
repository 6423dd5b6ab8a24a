"""Where rows of several files come from."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from cx.records.finding import Finding, Severity
from cx.records.touchpoints import Touchpoints


def file_of(part: Touchpoints) -> str:
    """Return the name of a table's file, or of its files."""
    return ", ".join(dict.fromkeys(source.file for source in part.sources))


def about_row(
    part: Touchpoints, row: pd.Series, severity: Severity, code: str, details: Mapping[str, object]
) -> Finding:
    """Return a finding about one row of a table, at the cell of its touchpoint."""
    sheet, number = str(row["sheet"]), int(row["row"])
    return Finding(
        severity,
        code,
        sheet=sheet or None,
        cell=part.cells.get((sheet, number, "touchpoint")),
        row=number,
        value=str(row["touchpoint"]),
        details=details,
    )
