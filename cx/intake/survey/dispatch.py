"""Rows that are no touchpoints: each shape read its own way."""

from __future__ import annotations

from cx.errors import TableError
from cx.intake.noticed import Noticed
from cx.intake.roles import Roles
from cx.intake.survey import contacts, people, single
from cx.intake.survey.record import Survey
from cx.intake.table import Table
from cx.records.choices import Choices, Shape


def surveyed(
    file: str, table: Table, roles: Roles, shape: Shape, choices: Choices, noticed: Noticed
) -> Survey:
    """Return what a table of responses, ratings or contacts gives.

    Parameters
    ----------
    file
        The file's name, for messages.
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
    survey: Survey = reader.survey_of(file, table, roles, choices, noticed)
    return survey


def only_volumes(file: str, table: Table) -> TableError:
    """Return the error for contacts that stand alone."""
    return TableError("shape_contacts", file=file, sheet=table.sheet.name)
