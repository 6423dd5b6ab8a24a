"""Moments as the person at the screen reads them: in the time of the browser."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from cx import text
from cx.text import Language


def time(moment: dt.datetime) -> str:
    """Return the time of a moment, such as ``14:02``."""
    return moment.astimezone(_zone()).strftime("%H:%M")


def day_and_time(moment: dt.datetime, lang: Language) -> str:
    """Return day and time of a moment, such as ``5 Oct 2026, 14:02``; of today the time only."""
    local = moment.astimezone(_zone())
    if local.date() == dt.datetime.now(_zone()).date():
        return text.say("clock.today", lang, time=time(moment))
    return f"{text.short_date(local.date(), lang)}, {time(moment)}"


def _zone() -> dt.tzinfo | None:
    """The zone of the browser; that of this computer where it does not say, or is not known here."""
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def today() -> dt.date:
    """Return the day that stands in footnotes and file names."""
    return dt.datetime.now().astimezone().date()
