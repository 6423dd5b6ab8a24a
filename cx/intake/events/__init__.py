"""Files with one row an event: which columns say case, time and touchpoint, and the events they hold."""

from cx.intake.events.beside import contact_events
from cx.intake.events.glance import are_known
from cx.intake.events.large import large_log
from cx.intake.events.parts import check_columns_agree, headers_of
from cx.intake.events.read import EventChoices, events
from cx.intake.events.warehouse import table_log
from cx.intake.events.watch import Watch

__all__ = [
    "EventChoices",
    "Watch",
    "are_known",
    "check_columns_agree",
    "contact_events",
    "events",
    "headers_of",
    "large_log",
    "table_log",
]
