"""Responses to answers: which columns rate, codes, the outcome, and what guards against a wrong reading."""

from cx.impact.reading.batteries import MANY, about_many, batteries_of
from cx.impact.reading.codes import suspected
from cx.impact.reading.enough_answers import about_base, about_events, advised_rows
from cx.impact.reading.guards import (
    WEAK_MOOD,
    Seen,
    about_exposure,
    about_intervals,
    about_model,
    about_mood,
    rating_correlation,
)
from cx.impact.reading.importance_columns import stated_importance
from cx.impact.reading.names import told
from cx.impact.reading.outcome import outcome_of
from cx.impact.reading.responses import Codes, Options, read
from cx.impact.reading.segments import by_segment, largest, segment_column, values_of, within, without
from cx.impact.reading.twins import TWIN

__all__ = [
    "MANY",
    "TWIN",
    "WEAK_MOOD",
    "Codes",
    "Options",
    "Seen",
    "about_base",
    "about_events",
    "about_exposure",
    "about_intervals",
    "about_many",
    "about_model",
    "about_mood",
    "advised_rows",
    "batteries_of",
    "by_segment",
    "largest",
    "outcome_of",
    "rating_correlation",
    "read",
    "segment_column",
    "stated_importance",
    "suspected",
    "told",
    "values_of",
    "within",
    "without",
]
