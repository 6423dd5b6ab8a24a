"""All columns of a table as answers: by their cells, by legends, and by what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass

from cx.intake.columns import Roles
from cx.intake.sheet import Table
from cx.intake.survey.answers.column import Answered, rated_by_hand, read_alone
from cx.intake.survey.answers.legends import with_legends
from cx.intake.survey.answers.recodes import with_recodes
from cx.process import Budget
from cx.records.file import Choices


@dataclass(frozen=True)
class Read:
    """The columns of a table as answers, and what they were read by: they need not be read twice."""

    columns: tuple[Answered, ...]
    roles: Roles
    choices: Choices

    def is_by(self, roles: Roles, choices: Choices) -> bool:
        """Return whether other roles and choices of the same table would give the same columns."""
        same = roles.numbers is self.roles.numbers and rated_by_hand(roles) == rated_by_hand(self.roles)
        return same and _about_answers(choices) == _about_answers(self.choices)


def _about_answers(choices: Choices) -> tuple[object, ...]:
    return choices.codes, choices.text_scales, choices.missing_codes


def answered(
    table: Table,
    roles: Roles,
    choices: Choices | None = None,
    *,
    budget: Budget,
    known: Read | None = None,
) -> list[Answered]:
    """Return every column of a table as answers.

    Of the choices those about codes and answers in words count.

    Parameters
    ----------
    known
        What was read of the same table before.
    """
    said = choices or Choices()
    if known is not None and known.is_by(roles, said):
        return list(known.columns)
    columns = read_alone(table, roles, said, budget=budget)
    budget.check()
    return with_recodes(with_legends(columns, table, said))
