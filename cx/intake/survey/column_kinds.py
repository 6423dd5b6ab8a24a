"""What each column of responses is: a rating, an outcome, something about the respondent, or none."""

from __future__ import annotations

from collections.abc import Sequence

from cx.intake.sheet import Table
from cx.intake.survey.answers import Answered
from cx.intake.survey.evidence import KINDS, Settled, profiles_of, settled
from cx.intake.survey.kinds import Kinds
from cx.intake.words.headers import overall
from cx.process import Budget
from cx.records.file import Role


def kinds_of(columns: Sequence[Answered], table: Table, fixed: dict[int, Role], budget: Budget) -> Kinds:
    """Return what each column of responses is.

    Parameters
    ----------
    columns
        All columns of the table, as answers.
    table
        Their cells.
    fixed
        Position to role, where a person said so.
    budget
        The time for the file.
    """
    kinds = Kinds(columns, table.height)
    for place, role in fixed.items():
        kinds.give(place, "rating" if role == "satisfaction" else role, 1.0, "by_hand")
    profiles = profiles_of(columns, table)
    found = settled(profiles, table.height, frozenset(fixed), budget)
    for place, one in sorted(found.items()):
        role, reason = KINDS[one.kind]
        kinds.give(place, role, round(one.confidence, 2), _reason(one, reason), one.other)
    kinds.settled.update(found)
    return kinds


def _reason(one: Settled, usual: str) -> str:
    """The key of the reason: an identifier by its cells has another than one by its name."""
    if one.kind == "respondent" and "few_share" in one.said:
        return "survey_id"
    return usual


def ordered_outcomes(outcomes: Sequence[Answered]) -> list[Answered]:
    """Return the outcomes with the overall judgement first."""
    return sorted(outcomes, key=lambda column: not overall(column.header))
