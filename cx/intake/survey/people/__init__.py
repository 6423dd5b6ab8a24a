"""The people behind the rows: who counts, who did not finish, who ticked one answer all along."""

from cx.intake.survey.people.kept import kept_of
from cx.intake.survey.people.straight import batteries, notice_straight
from cx.intake.survey.people.unfinished import notice_unfinished

__all__ = ["batteries", "kept_of", "notice_straight", "notice_unfinished"]
