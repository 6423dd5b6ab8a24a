"""All columns of a table as answers: by their cells, by legends, and by what stands beside them."""

from __future__ import annotations

from cx.intake.columns import Roles
from cx.intake.sheet import Table
from cx.intake.survey.answers.column import Answered, read_alone
from cx.intake.survey.answers.legends import with_legends
from cx.intake.survey.answers.recodes import with_recodes
from cx.process import Budget
from cx.records.file import Choices


def answered(table: Table, roles: Roles, choices: Choices | None = None, *, budget: Budget) -> list[Answered]:
    """Return every column of a table as answers.

    Of the choices those about codes and answers in words count.
    """
    columns = read_alone(table, roles, choices, budget=budget)
    budget.check()
    return with_recodes(with_legends(columns, table, choices or Choices()))
