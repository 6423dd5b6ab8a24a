"""Roles on their way to the columns of one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cx.intake.cells import Numbers
from cx.intake.sheet import Table
from cx.process import steps
from cx.records.file import ColumnReading, Role

Rival = tuple[Role, str, str]
"""(role, chosen header, the other header) where two columns were likely."""
_IGNORED = 0.5


@dataclass
class Assignment:
    """The readings of a table's columns while they are decided; at first every column is ignored."""

    table: Table
    numbers: Mapping[str, Numbers]
    """Letter to the column read as numbers."""
    fixed: Mapping[int, Role]
    """Position to role, where a person said so."""
    readings: list[ColumnReading] = field(default_factory=list)
    rivals: list[Rival] = field(default_factory=list)
    _held: dict[Role, set[int]] = field(default_factory=dict)
    """Role to the positions that have it: asked for at every column, so it is not looked for in all."""

    def __post_init__(self) -> None:
        """Start with every column ignored, except those that a person named."""
        headers = self.table.headers
        self.readings = [
            self._reading(place, "ignore", _IGNORED, "unknown") for place in steps(range(len(headers)))
        ]
        self._held["ignore"] = set(range(len(headers)))
        for place, role in self.fixed.items():
            self._set(self._reading(place, role, 1.0, "by_hand"), place)

    def of(self, role: Role) -> list[int]:
        """Return the positions of the columns that have a role so far."""
        return sorted(self._held.get(role, ()))

    def first(self, role: Role) -> int | None:
        """Return the first of them; ``None`` where there is none."""
        return min(self._held.get(role, ()), default=None)

    def give(self, place: int, role: Role, confidence: float, reason: str) -> None:
        """Give a column its role."""
        self._set(self._reading(place, role, confidence, reason), place)

    def ignore(self, place: int, reason: str, other: str = "") -> None:
        """Leave a column out, and say why."""
        self._set(self._reading(place, "ignore", _IGNORED, reason, other), place)

    def contest(self, role: Role, winner: int, place: int) -> None:
        """Note that another column was as likely; one a role is told."""
        if not any(rival[0] == role for rival in self.rivals):
            self.rivals.append((role, self.table.headers[winner], self.table.headers[place]))

    def _set(self, reading: ColumnReading, place: int) -> None:
        self._held[self.readings[place].role].discard(place)
        self._held.setdefault(reading.role, set()).add(place)
        self.readings[place] = reading

    def _reading(
        self, place: int, role: Role, confidence: float, reason: str, other: str = ""
    ) -> ColumnReading:
        header = self.table.headers[place]
        values = {"column": header, **({"other": other} if other else {})}
        return ColumnReading(header, self.table.letters[place], role, round(confidence, 2), reason, values)
