"""Events to paths: which ones are taken, where people turn back and leave, and what that says."""

from cx.journeys.calendar import calendar, trend_periods
from cx.journeys.options import Options
from cx.journeys.repeats import RepeatContacts, repeat_contacts
from cx.journeys.study import journeys

__all__ = ["Options", "RepeatContacts", "calendar", "journeys", "repeat_contacts", "trend_periods"]
