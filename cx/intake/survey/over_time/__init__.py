"""Answers over time: the quarters that moments fall in, and outcomes whose scale changes midway."""

from cx.intake.survey.over_time.outcome_changes import notice_changes, outcome_scales
from cx.intake.survey.over_time.quarters import MOST_PERIODS, quartered, quarters_of

__all__ = ["MOST_PERIODS", "notice_changes", "outcome_scales", "quartered", "quarters_of"]
