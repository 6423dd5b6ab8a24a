"""Responses to the impact of each touchpoint, with intervals; and what would happen if one improved."""

from cx.impact.asked import stated_importance
from cx.impact.drivers import drivers
from cx.impact.on_matrix import satisfaction_draws, touchpoints
from cx.impact.results import result, with_intervals
from cx.impact.segments import by_segment, values_of, within
from cx.impact.study import Study, prepare
from cx.impact.telling import change_words, diagnostics, fit_words, headline
from cx.impact.what_if import Change, WhatIf, what_if
from cx.impact.wording import contrast_words, effect_words, exposure_words, method_name

__all__ = [
    "Change",
    "Study",
    "WhatIf",
    "by_segment",
    "change_words",
    "contrast_words",
    "diagnostics",
    "drivers",
    "effect_words",
    "exposure_words",
    "fit_words",
    "headline",
    "method_name",
    "prepare",
    "result",
    "satisfaction_draws",
    "stated_importance",
    "touchpoints",
    "values_of",
    "what_if",
    "with_intervals",
    "within",
]
