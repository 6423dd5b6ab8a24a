"""Responses to the impact of each touchpoint, with intervals; and what would happen if one improved."""

from cx.impact.drivers import drivers
from cx.impact.on_matrix import satisfaction_draws, touchpoints
from cx.impact.results import result
from cx.impact.study import Study, prepare
from cx.impact.what_if import Change, WhatIf, what_if
from cx.impact.wording import contrast_words, effect_words, exposure_words, method_name

__all__ = [
    "Change",
    "Study",
    "WhatIf",
    "contrast_words",
    "drivers",
    "effect_words",
    "exposure_words",
    "method_name",
    "prepare",
    "result",
    "satisfaction_draws",
    "touchpoints",
    "what_if",
]
