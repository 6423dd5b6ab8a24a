"""Responses to the impact of each touchpoint, with intervals; and what would happen if one improved."""

from cx.impact.at_once import AtOnce, at_once
from cx.impact.at_size import ends_of, of_sums, outcome_measure, rating_measure
from cx.impact.drivers import drivers
from cx.impact.likely_outcomes import LikelyOutcome, likely_outcomes
from cx.impact.model import Change, Possible, Shrunk, WhatIf, scaled, shrunk, what_if
from cx.impact.on_matrix import names_of, satisfaction_draws, touchpoints
from cx.impact.reading import by_segment, largest, stated_importance, values_of, within, without
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
)
from cx.impact.trials import of_part, parts_of

__all__ = [
    "AtOnce",
    "Change",
    "LikelyOutcome",
    "Possible",
    "Shrunk",
    "Study",
    "WhatIf",
    "at_once",
    "by_segment",
    "change_words",
    "contrast_words",
    "diagnostics",
    "drivers",
    "effect_words",
    "ends_of",
    "exposure_words",
    "fit_words",
    "for_the_worse",
    "headline",
    "largest",
    "likely_outcomes",
    "method_name",
    "names_of",
    "of_part",
    "of_sums",
    "outcome_measure",
    "outcome_question",
    "outcome_words",
    "parts_of",
    "prepare",
    "rating_measure",
    "result",
    "satisfaction_draws",
    "scaled",
    "shrunk",
    "stated_importance",
    "touchpoints",
    "values_of",
    "what_if",
    "with_intervals",
    "within",
    "without",
]
