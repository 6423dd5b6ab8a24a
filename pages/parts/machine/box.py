"""The ways to what is too large for an upload, drawn beside it where this machine is one's own."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.access import machine
from pages.parts.machine import chooser, columns, database, work
from pages.parts.shell import keys


def draw(lang: Language, *, add: bool) -> None:
    """Draw the choice of a file and of a table, and read what was chosen; nothing where others reach it.

    ``add``: files that are read as an upload is come beside what is loaded.
    """
    if not machine.is_ones_own():
        return
    place = work.wanted()
    above = st.container(key="machine_work")  # always there: what is below it stays as it is
    if place is None:
        with above:
            work.say_why(lang)
            columns.unread(lang)
    title, icon = text.say("machine.title", lang), ":material/folder_open:"
    files = st.expander(title, icon=icon, key=keys.MACHINE_BOX, on_change="rerun")
    if files.open:  # what lies there is looked for only when somebody opens it
        with files:
            chooser.draw(lang, reading=place is not None)
    title, icon = text.say("database.title", lang), ":material/database:"
    tables = st.expander(title, icon=icon, key=keys.DATABASE_BOX, on_change="rerun")
    if tables.open:
        with tables:
            database.draw(lang)
    if place is not None:
        with above:
            work.go_on(place, lang, add=add)


def going_on(lang: Language) -> None:
    """Read anew what is shown, where that was asked for."""
    place = work.wanted()
    if place is not None:
        work.go_on(place, lang, add=True)
    work.say_why(lang)
