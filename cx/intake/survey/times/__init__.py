"""When answers were given: the quarters that they are counted by, and outcomes whose scale changes."""

from cx.intake.survey.times.outcome_changes import notice_changes, outcome_scales
from cx.intake.survey.times.quarters import MOST_PERIODS, quartered, quarters_of

__all__ = ["MOST_PERIODS", "notice_changes", "outcome_scales", "quartered", "quarters_of"]
