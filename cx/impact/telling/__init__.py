"""Drivers in words."""

from cx.impact.telling.driver_words import (
    contrast_words,
    effect_words,
    exposure_words,
    method_name,
    ranks_in_words,
)
from cx.impact.telling.outcomes import outcome_question, outcome_words
from cx.impact.telling.result_words import change_words, diagnostics, fit_words, for_the_worse, headline

__all__ = [
    "change_words",
    "contrast_words",
    "diagnostics",
    "effect_words",
    "exposure_words",
    "fit_words",
    "for_the_worse",
    "headline",
    "method_name",
    "outcome_question",
    "outcome_words",
    "ranks_in_words",
]
