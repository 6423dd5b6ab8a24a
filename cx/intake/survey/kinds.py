"""The roles of the columns of responses, while they are decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cx.intake.survey.answers import Answered
from cx.intake.survey.evidence import Settled
from cx.intake.survey.met import Met
from cx.records.file import Role


@dataclass
class Kinds:
    """The role and the reason of each column, while they are decided."""

    columns: Sequence[Answered]
    height: int
    roles: dict[int, tuple[Role, float, str, str]] = field(default_factory=dict)
    """Position to role, confidence, reason and the other column that the reason names."""
    settled: dict[int, Settled] = field(default_factory=dict)
    """Position to what the evidence says, where no person did."""
    met: dict[int, Met] = field(default_factory=dict)
    """Position of a rating to what another column says about who met its touchpoint."""
    _given: dict[Role, int] = field(default_factory=dict)
    """How many columns have a role: asked for at every column, so they are not counted each time."""

    def give(self, place: int, role: Role, confidence: float, reason: str, other: str = "") -> None:
        """Give a column its role, unless it has one."""
        if place not in self.roles:
            self.roles[place] = (role, confidence, reason, other)
            self._given[role] = self._given.get(role, 0) + 1

    def gave(self, role: Role) -> bool:
        """Return whether some column has got a role."""
        return role in self._given

    def beside(self, place: int, role: Role) -> Answered | None:
        """Return the one column of a role that asks about the same thing as another column; else ``None``."""
        about = self.settled[place].about if place in self.settled else ""
        same = self._by_subject.get((role, about), []) if about else []
        return same[0] if len(same) == 1 else None

    @cached_property
    def _by_subject(self) -> dict[tuple[Role, str], list[Answered]]:
        """Role and what is asked about to the columns; to be asked for once all roles are given."""
        found: dict[tuple[Role, str], list[Answered]] = {}
        for column in self.columns:
            if column.place in self.settled and column.place in self.roles:
                key = self.roles[column.place][0], self.settled[column.place].about
                found.setdefault(key, []).append(column)
        return found

    def of(self, role: Role) -> list[Answered]:
        """Return the columns of a role, from left to right."""
        return [column for column in self.columns if self.roles.get(column.place, ("",))[0] == role]

    @property
    def open(self) -> list[Answered]:
        """The columns without a role yet."""
        return [column for column in self.columns if column.place not in self.roles]
