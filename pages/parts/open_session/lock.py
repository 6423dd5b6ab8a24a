"""The lock of a session: data, crosshair and strategies stay as they are, and the stamp says so."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cx import text
from cx.records import Lock
from cx.text import Language
from pages.parts.open_session import autosave, who
from pages.parts.shell import clock, keys, state


def button(lang: Language) -> None:
    """Draw the button that locks the open session, or unlocks it."""
    held = state.lock()
    name, act = ("unlock", unlock) if held else ("lock", lock)
    label, help_ = text.say(f"lock.{name}", lang), text.say(f"lock.{name}.help", lang)
    icon = ":material/lock_open:" if held else ":material/lock:"
    waits = keys.MEETING in st.session_state
    st.button(
        label,
        icon=icon,
        key=f"{name}_session",
        on_click=autosave.later(act),
        help=help_,
        disabled=waits,
        width="stretch",
    )


def lock() -> None:
    """Freeze data, crosshair and strategies; filters move the lines no more."""
    from cx.session.sessions import stored

    state.set_settings(freeze=True)
    stamp = Lock(stored.moment_now(), who.name())
    autosave.keep(lambda session: replace(session, locked=stamp))


def unlock() -> None:
    """Let data, crosshair and strategies be changed again; the history keeps who did it."""
    autosave.set_fields(locked=None)


def stamp(lang: Language) -> str:
    """Return who locked the session and when, in words; empty where it is not locked."""
    held = state.lock()
    if held is None:
        return ""
    name, moment = who.shown(held.who, lang), clock.day_and_time(held.moment, lang)
    return text.say("lock.stamp", lang, who=name, moment=moment)
