"""A table on its way to rows of touchpoints, with all that is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cx.intake.cells import Numbers
from cx.intake.columns.roles import Roles
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.process import Budget
from cx.records.file import Choices


@dataclass(frozen=True)
class Subject:
    """One table that is read; what makes rows of it is handed this."""

    where: Mapping[str, str]
    """The file and the sheet, for messages."""
    table: Table
    roles: Roles
    """What its columns were taken for, with their numbers."""
    choices: Choices
    noticed: Noticed
    """Collects the findings."""
    budget: Budget
    """The time for the file."""

    def numbers(self, place: int) -> Numbers:
        """Return a column, by its position, read as numbers."""
        return self.roles.numbers[self.table.letters[place]]
