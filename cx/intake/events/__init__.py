"""Files with one row an event: which columns say case, time and touchpoint, and the events they hold."""

from cx.intake.events.at_size import (
    Watch,
    are_known,
    check_columns_agree,
    headers_of,
    large_log,
    table_log,
)
from cx.intake.events.beside import contact_events
from cx.intake.events.customers import outcome_books
from cx.intake.events.read import EventChoices, events

__all__ = [
    "EventChoices",
    "Watch",
    "are_known",
    "check_columns_agree",
    "contact_events",
    "events",
    "headers_of",
    "large_log",
    "outcome_books",
    "table_log",
]
