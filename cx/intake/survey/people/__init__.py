"""The people behind the rows: who counts, who did not finish, who ticked one answer all along."""

from cx.intake.survey.people.respondents_that_count import kept_of
from cx.intake.survey.people.straight_lines import Lines, batteries, lines_expected, notice_straight
from cx.intake.survey.people.unfinished import notice_unfinished

__all__ = ["Lines", "batteries", "kept_of", "lines_expected", "notice_straight", "notice_unfinished"]
