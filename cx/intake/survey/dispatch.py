"""Rows that are no touchpoints: each shape read its own way."""

from __future__ import annotations

from cx.intake.columns import Subject
from cx.intake.survey import contacts, ratings, respondents
from cx.intake.survey.record import Survey
from cx.records.file import Shape


def surveyed(subject: Subject, shape: Shape) -> Survey:
    """Return what a table of responses, ratings or contacts gives; its shape says what a row stands for."""
    reader = {"responses": respondents, "ratings": ratings, "contacts": contacts}[shape]
    survey: Survey = reader.survey_of(subject)
    return survey
