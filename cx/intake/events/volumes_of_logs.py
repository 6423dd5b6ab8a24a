"""The events of the logs that give a table of touchpoints its volumes."""

from __future__ import annotations

from collections.abc import Sequence

from cx.errors import CxError
from cx.intake.events.customers import outcome_books
from cx.intake.events.joined_logs import EventChoices, events
from cx.records.file import Touchpoints, Workbook
from cx.records.journeys import Events

_ROLES = ("respondent", "touchpoint", "time", "direction", "result", "standard")


def contact_events(
    workbooks: Sequence[Workbook],
    touchpoints: Touchpoints,
    *,
    case: str | None = None,
    within: Sequence[tuple[str, str]] = (),
) -> Events | None:
    """Return the events of the files that a table took for contacts, by the same columns.

    Parameters
    ----------
    case
        The column that makes the paths; ``None``: the customer's where there is one.
    within
        Columns with the value that the first event of a path has to have in each.

    Raises
    ------
    CxError
        When the logs do not have what was asked for.

    Notes
    -----
    ``None`` where there are none, or where they do not say who came when: they give volumes all the same.
    """
    logs = {source.file: source for source in touchpoints.sources if source.shape == "contacts"}
    books = [book for book in workbooks if book.name in logs]
    if not books:
        return None
    books += outcome_books(workbooks, logs.keys())
    roles = [
        (source.file, column, role)
        for source in logs.values()
        for column, role in source.roles.items()
        if role in _ROLES
    ]
    sheet = logs[books[0].name].sheet or None
    try:
        return events(books, EventChoices(roles=roles, case=case, within=within, sheet=sheet))
    except CxError:
        if case is None and not within:
            return None
        raise
