"""Sessions: the one that is open, all that are kept, and how long they are."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.around import frame
from pages.parts.drafts import offer
from pages.parts.open_session import autosave, start_box, who
from pages.parts.sessions import as_file, backups, current, listing, retention
from pages.parts.shell import state, trouble
from pages.parts.shell.database import store


def top(lang: Language) -> None:
    """Draw the open session, or the way to start one."""
    session = autosave.opened()
    if session:
        current.draw(session, lang)
    elif state.current().loaded:
        start_box.draw(lang)
    else:
        st.markdown(text.say("empty.sessions", lang))
        with st.container(horizontal=True):
            label = text.say("sessions.to_start", lang)
            st.page_link("app.py", label=label, icon=":material/home:")


page = frame.draw("sessions")
st.title(text.say("sessions.title", page.lang), anchor=False)
backups.notice(page.lang)
with trouble.told(page.lang):
    top(page.lang)
with trouble.told(page.lang):
    store()
    with trouble.told(page.lang):
        listing.draw(page.lang)
    with st.expander(text.say("sessions.import", page.lang), icon=":material/upload_file:"):
        as_file.importer(page.lang)
    with st.expander(text.say("sessions.settings", page.lang), icon=":material/tune:"):
        who.box(page.lang)
        with trouble.told(page.lang):
            retention.draw(page.lang)
with st.expander(text.say("drafts.title", page.lang), icon=":material/edit_note:"):
    offer.manage(page.lang)
with st.expander(text.say("backups.title", page.lang), icon=":material/settings_backup_restore:"):
    backups.draw(page.lang)
