"""The latest sessions on the start page, one click from where they were left."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import errors, text
from cx.session import place
from cx.text import Language
from pages.parts.open_session import autosave, facts
from pages.parts.shell import keys
from pages.parts.shell.database import store

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
    from cx.session.sessions import stored

    current = autosave.opened()
    known = [one for one in stored.listed(store()) if not one.archived]
    closed = [one for one in known if current is None or one.id != current.id]
    if not closed:
        return
    st.header(text.say("start.reopen", lang), anchor=False)
    for one in closed[:_LATEST]:
        what, way = st.columns([3, 1], vertical_alignment="center")
        what.markdown(f"**{text.for_markdown(one.name)}**  \n:small[{facts.of_kept(one, lang)}]")
        label, key = text.say("sessions.open", lang), f"reopen_open_{one.id}"
        if way.button(label, key=key, icon=":material/folder_open:", width="stretch"):
            _open(one.id)
    if len(known) > _LATEST:
        label = text.say("start.all_sessions", lang, n=len(known))
        st.page_link("pages/sessions.py", label=label, icon=":material/groups:")


def _open(session_id: str) -> None:
    """Open a session; one that cannot be opened is dealt with on the page of sessions."""
    try:
        autosave.open_(session_id)
    except errors.CxError as error:
        st.session_state[keys.TROUBLE] = error
        st.switch_page("pages/sessions.py")
    st.switch_page("pages/matrix.py")
