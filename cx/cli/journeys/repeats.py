"""Repeat contacts beside the touchpoints of a matrix, where one of the files is a log."""

from __future__ import annotations

from collections.abc import Sequence

from cx import intake, journeys
from cx.records import Touchpoints
from cx.records.file import Workbook
from cx.records.journeys import SHARED_LEAST


def with_repeats(workbooks: Sequence[Workbook], table: Touchpoints) -> Touchpoints:
    """Return the table with customers and repeat contacts from the logs among its files."""
    events = intake.contact_events(workbooks, table)
    if events is None:
        return table
    found = journeys.contacts(events, journeys.Options(least=SHARED_LEAST))
    return intake.with_contacts(table, found, known=events.facts.unit == "customer")
