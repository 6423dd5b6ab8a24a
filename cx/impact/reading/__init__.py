"""Responses to answers: which columns rate, codes, the outcome, and what guards against a wrong reading."""

from cx.impact.reading.asked import stated_importance
from cx.impact.reading.base import about_base, about_events, advised_rows
from cx.impact.reading.batteries import MANY, about_many
from cx.impact.reading.codes import suspected
from cx.impact.reading.guards import (
    Seen,
    about_exposure,
    about_intervals,
    about_model,
    rating_correlation,
)
from cx.impact.reading.responses import Codes, Options, read
from cx.impact.reading.segments import by_segment, values_of, within

__all__ = [
    "MANY",
    "Codes",
    "Options",
    "Seen",
    "about_base",
    "about_events",
    "about_exposure",
    "about_intervals",
    "about_many",
    "about_model",
    "advised_rows",
    "by_segment",
    "rating_correlation",
    "read",
    "stated_importance",
    "suspected",
    "values_of",
    "within",
]
