"""Findings about how a table lies on its sheet, and about measures with a column per period."""

from __future__ import annotations

from cx.intake.dated import measure, moment
from cx.intake.noticed import Noticed
from cx.intake.roles import Roles
from cx.intake.table import Table
from cx.records.choices import Role

_MOST_RANGES = 12
DATED: tuple[Role, ...] = ("satisfaction", "volume")


def notice_table(table: Table, noticed: Noticed) -> None:
    """Say what stands on the sheet and is not used, and which merged cells were repeated."""
    if table.hidden_rows:
        noticed.sheet("warning", "hidden_rows", n=len(table.hidden_rows), rows=_ranges(table.hidden_rows))
    if table.hidden_columns:
        noticed.sheet("warning", "hidden_columns", columns=", ".join(table.hidden_columns)[:300])
    for columns in table.beside:
        noticed.sheet("warning", "table_beside", columns=columns)
    for place, count in table.merged.items():
        noticed.column("info", "merged_repeated", place, n=count)


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


def notice_periods(table: Table, roles: Roles, noticed: Noticed) -> None:
    """Say which period is used where a measure has a column for each of several."""
    used: dict[Role, int] = {}
    for role in DATED:
        for place in roles.of(role)[:1]:
            if others := _others(table, place):
                used[role] = place
                noticed.column("info", "period_column", place, n=len(others), others=", ".join(others)[:300])
    if len(used) == len(DATED):
        score, volume = (table.headers[place] for place in used.values())
        if moment(score) != moment(volume):
            noticed.column("warning", "periods_differ", used["satisfaction"], other=volume)


def _others(table: Table, place: int) -> list[str]:
    """The headers of the same measure in other periods."""
    header = table.headers[place]
    if not moment(header)[0]:
        return []
    same = [other for other in table.headers if other != header and measure(other) == measure(header)]
    return [other for other in same if moment(other)[0]]
