"""Files with one row an event: which columns say case, time and touchpoint, and the events they hold."""

from cx.intake.events.beside import contact_events
from cx.intake.events.large import large_log
from cx.intake.events.read import EventChoices, events
from cx.intake.events.warehouse import table_log

__all__ = ["EventChoices", "contact_events", "events", "large_log", "table_log"]
