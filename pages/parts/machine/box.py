"""The ways to what is too large for an upload, drawn beside it where this machine is one's own."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.access import machine
from pages.parts.machine import chooser, columns, database, work


def draw(lang: Language, *, add: bool) -> None:
    """Draw what is being read, or else the choice of a file and of a table; nothing where others reach this server.

    ``add``: files that are read as an upload is come beside what is loaded.
    """
    if not machine.is_ones_own() or going_on(lang, add=add):
        return
    columns.unread(lang)
    with st.expander(text.say("machine.title", lang), icon=":material/folder_open:"):
        chooser.draw(lang)
    with st.expander(text.say("database.title", lang), icon=":material/database:"):
        database.draw(lang)


def going_on(lang: Language, *, add: bool = True) -> bool:
    """Read what was chosen, where something was: return whether that is so."""
    place = work.wanted()
    if place is None:
        return False
    work.go_on(place, lang, add=add)
    return True
