"""Findings about measures that have a column per period."""

from __future__ import annotations

from cx.intake.columns.period_headers import measure, moment
from cx.intake.columns.roles import Roles
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.records.file import Role

DATED: tuple[Role, ...] = ("satisfaction", "volume")


def notice_periods(table: Table, roles: Roles, noticed: Noticed) -> None:
    """Say which period is used where a measure has a column for each of several."""
    used: dict[Role, int] = {}
    for role in DATED:
        for place in roles.of(role)[:1]:
            if place in table.arrangement.known:
                continue
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
