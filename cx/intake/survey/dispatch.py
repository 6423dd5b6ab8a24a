"""Rows that are no touchpoints: each shape read its own way."""

from __future__ import annotations

from cx.intake.columns import Subject
from cx.intake.survey import contacts, ratings, respondents
from cx.intake.survey.answers import Read
from cx.intake.survey.record import Survey
from cx.records.file import Shape


def surveyed(subject: Subject, shape: Shape, known: Read | None = None) -> Survey:
    """Return what a table of responses, ratings or contacts gives; its shape says what a row stands for.

    Parameters
    ----------
    known
        The columns as answers, where they were read before.
    """
    if shape == "contacts":
        return contacts.survey_of(subject)
    if shape == "responses":
        return respondents.survey_of(subject, known)
    return ratings.survey_of(subject, known)
