"""The box in which a session is named and started with what is loaded."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.computed import matrices
from pages.parts.open_session import autosave
from pages.parts.shell import clock, state, trouble


def draw(lang: Language) -> None:
    """Draw the box in which a session is named and started with what is loaded."""
    try:
        found = matrices.matrix(state.current())
    except errors.CxError as error:
        st.info(text.for_markdown(error.message(lang)), icon=":material/info:")
        st.page_link("pages/data.py", label=text.say("failure.to_data", lang), icon=":material/table:")
        return
    from cx import matrix as building

    proposed = text.say("sessions.proposed", lang, source=building.source_name(found), day=clock.today())
    with st.form("start_session"):
        st.markdown(text.say("sessions.start.what", lang))
        with st.container(horizontal=True, vertical_alignment="bottom", key="name_and_start"):
            name = st.text_input(text.say("sessions.name", lang), value=proposed, max_chars=200)
            label = text.say("sessions.start", lang)
            sent = st.form_submit_button(label, type="primary", icon=":material/save:", key="start")
    if sent:
        with trouble.told(lang):
            autosave.begin(name.strip() or proposed)
            st.rerun()
