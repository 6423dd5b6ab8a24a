"""Findings about how a table lies on its sheet."""

from __future__ import annotations

from cx.intake.findings.noticed import Noticed
from cx.intake.sheet import Table

_MOST_RANGES = 12


def notice_table(table: Table, noticed: Noticed) -> None:
    """Say what stands on the sheet and is not used, and which merged cells were repeated."""
    if table.hidden_rows:
        noticed.sheet("warning", "hidden_rows", n=len(table.hidden_rows), rows=_ranges(table.hidden_rows))
    if table.hidden_columns:
        noticed.sheet("warning", "hidden_columns", columns=", ".join(table.hidden_columns)[:300])
    for row in table.repeated:
        noticed.sheet("info", "repeated_header", row=row)
    for columns in table.beside:
        noticed.sheet("warning", "table_beside", columns=columns)
    for place, count in table.merged.items():
        noticed.column("info", "merged_repeated", place, n=count)
    if table.gathered:
        ends = [f"{one.letters[0]}–{one.letters[-1]}" for one in table.gathered.values()]
        shown = ", ".join(ends[:_MOST_RANGES]) + (" …" if len(ends) > _MOST_RANGES else "")
        noticed.sheet("info", "answers_gathered", n=len(ends), columns=shown)


def _ranges(rows: tuple[int, ...]) -> str:
    """Row numbers as people write them: ``5, 8–12``; a long list ends in dots."""
    found: list[list[int]] = []
    for row in rows:
        if found and row == found[-1][-1] + 1:
            found[-1] = [found[-1][0], row]
        else:
            found.append([row])
    shown = ["–".join(str(row) for row in ends) for ends in found[:_MOST_RANGES]]
    return ", ".join(shown) + (" …" if len(found) > _MOST_RANGES else "")
