"""Files with one row an event: which columns say case, time and touchpoint, and the events they hold."""

from cx.intake.events.at_size import (
    Watch,
    are_known,
    check_columns_agree,
    headers_of,
    large_log,
    table_log,
)
from cx.intake.events.customers import outcome_books
from cx.intake.events.joined_logs import EventChoices, events
from cx.intake.events.volumes_of_logs import contact_events

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
