"""The latest sessions on the start page, one click from where they were left."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import errors, text
from cx.session import place
from cx.text import Language
from pages.shell import autosave
from pages.shell.store import store

_LATEST: Final = 3


def draw(lang: Language) -> None:
    """Draw the last sessions that are not open; nothing, and no database, where none was ever kept."""
    if not place.anything_kept():
        return
    try:
        _list(lang)
    except errors.StoreRefused as error:
        st.warning(text.for_markdown(error.message(lang)), icon=":material/warning:")


def _list(lang: Language) -> None:
    from cx.session import sessions
    from pages.shell import sessions_list

    current = autosave.opened()
    known = [one for one in sessions.listed(store()) if not one.archived]
    closed = [one for one in known if current is None or one.id != current.id]
    if not closed:
        return
    st.header(text.say("start.reopen", lang), anchor=False)
    for one in closed[:_LATEST]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"reopen_{one.id}"):
            said = f"**{text.for_markdown(one.name)}**  \n:small[{sessions_list.facts(one, lang)}]"
            st.markdown(said, width="stretch")
            label = text.say("sessions.open", lang)
            if st.button(label, key=f"reopen_open_{one.id}", icon=":material/folder_open:"):
                autosave.open_(one.id)
                st.switch_page("pages/matrix.py")
    if len(known) > _LATEST:
        label = text.say("start.all_sessions", lang, n=len(known))
        st.page_link("pages/sessions.py", label=label, icon=":material/groups:")
