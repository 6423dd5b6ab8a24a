"""Rows that are no touchpoints: each shape read its own way."""

from __future__ import annotations

from collections.abc import Mapping

from cx.intake.noticed import Noticed
from cx.intake.roles import Roles
from cx.intake.survey import contacts, people, single
from cx.intake.survey.record import Survey
from cx.intake.table import Table
from cx.records.choices import Choices, Shape


def surveyed(
    where: Mapping[str, object], table: Table, roles: Roles, shape: Shape, choices: Choices, noticed: Noticed
) -> Survey:
    """Return what a table of responses, ratings or contacts gives.

    Parameters
    ----------
    where
        The file and the sheet, for messages.
    table, roles
        The table, and what its columns were taken for.
    shape
        What a row stands for.
    choices
        What a person set by hand.
    noticed
        Collects the findings.
    """
    reader = {"responses": people, "ratings": single, "contacts": contacts}[shape]
    survey: Survey = reader.survey_of(where, table, roles, choices, noticed)
    return survey
