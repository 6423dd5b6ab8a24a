"""Answers of people, one row a respondent, a rating or a contact, become rows of a touchpoint table."""

from cx.intake.survey.columns_out_of_model import set_aside
from cx.intake.survey.contacts import extra_columns
from cx.intake.survey.dispatch import surveyed
from cx.intake.survey.expectations import core_values
from cx.intake.survey.record import Survey
from cx.intake.survey.shape import ShapeReading, shape_of
from cx.intake.survey.short_names import short_names_of, under_headers
from cx.intake.survey.summary import scored
from cx.intake.survey.times import outcome_scales, quartered

__all__ = [
    "ShapeReading",
    "Survey",
    "core_values",
    "extra_columns",
    "outcome_scales",
    "quartered",
    "scored",
    "set_aside",
    "shape_of",
    "short_names_of",
    "surveyed",
    "under_headers",
]
