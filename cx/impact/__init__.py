"""Responses to the impact of each touchpoint, with intervals; and what would happen if one improved."""

from cx.impact.answers_again import trials_of_answers
from cx.impact.automatic_impact import AtOnce, at_once
from cx.impact.chosen_drivers import about_many, chosen, left_out
from cx.impact.database_study import of_table
from cx.impact.drivers import drivers
from cx.impact.large_study import (
    ends_of,
    holds_the_same,
    may_be_of_all,
    of_all,
    of_sums,
    straight_questions,
)
from cx.impact.likely_outcomes import LikelyOutcome, likely_outcomes
from cx.impact.measures import outcome_measure, rating_measure
from cx.impact.model import Change, Possible, Shrunk, WhatIf, scaled, shrunk, what_if
from cx.impact.on_matrix import names_of, satisfaction_draws, touchpoints
from cx.impact.reading import (
    by_segment,
    largest,
    segment_column,
    stated_importance,
    values_of,
    within,
    without,
)
from cx.impact.results import result, with_intervals
from cx.impact.study import Study, prepare
from cx.impact.telling import (
    change_words,
    contrast_words,
    diagnostics,
    effect_words,
    exposure_words,
    fit_words,
    for_the_worse,
    headline,
    method_name,
    outcome_question,
    outcome_words,
    ranks_in_words,
)
from cx.impact.within_segments import SegmentEffects, segment_effects, with_segment_effects

__all__ = [
    "AtOnce",
    "Change",
    "LikelyOutcome",
    "Possible",
    "SegmentEffects",
    "Shrunk",
    "Study",
    "WhatIf",
    "about_many",
    "at_once",
    "by_segment",
    "change_words",
    "chosen",
    "contrast_words",
    "diagnostics",
    "drivers",
    "effect_words",
    "ends_of",
    "exposure_words",
    "fit_words",
    "for_the_worse",
    "headline",
    "holds_the_same",
    "largest",
    "left_out",
    "likely_outcomes",
    "may_be_of_all",
    "method_name",
    "names_of",
    "of_all",
    "of_sums",
    "of_table",
    "outcome_measure",
    "outcome_question",
    "outcome_words",
    "prepare",
    "ranks_in_words",
    "rating_measure",
    "result",
    "satisfaction_draws",
    "scaled",
    "segment_column",
    "segment_effects",
    "shrunk",
    "stated_importance",
    "straight_questions",
    "touchpoints",
    "trials_of_answers",
    "values_of",
    "what_if",
    "with_intervals",
    "with_segment_effects",
    "within",
    "without",
]
