"""Sessions: the one that is open, all that are kept, and how long they are."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.shell import (
    autosave,
    frame,
    session_start,
    sessions_file,
    sessions_keep,
    sessions_list,
    sessions_open,
    state,
    who,
)
from pages.shell.store import store


def top(lang: Language) -> None:
    """Draw the open session, or the way to start one."""
    session = autosave.opened()
    if session:
        sessions_open.draw(session, lang)
    elif state.current().loaded:
        session_start.draw(lang)
    else:
        st.markdown(text.say("empty.sessions", lang))
        with st.container(horizontal=True):
            label = text.say("sessions.to_start", lang)
            st.page_link("app.py", label=label, icon=":material/home:")


page = frame.draw("sessions")
st.title(text.say("sessions.title", page.lang), anchor=False)
try:
    store()
    top(page.lang)
    sessions_list.draw(page.lang)
    with st.expander(text.say("sessions.import", page.lang), icon=":material/upload_file:"):
        sessions_file.importer(page.lang)
    with st.expander(text.say("sessions.settings", page.lang), icon=":material/tune:"):
        who.box(page.lang)
        sessions_keep.draw(page.lang)
except errors.StoreRefused as error:
    st.error(text.for_markdown(error.message(page.lang)), icon=":material/error:")
