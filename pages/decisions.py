"""Decisions: per touchpoint what is done, by whom and until when; by keyboard, while the room is there."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records import Matrix, Session
from cx.text import Language
from pages.parts.around import frame, no_result
from pages.parts.computed import matrices
from pages.parts.decisions import entry, log, pick
from pages.parts.open_session import autosave, start_box


def headline(session: Session, matrix: Matrix, lang: Language) -> str:
    """Return how far the room is."""
    done = [one for one in matrix.bubbles if session.decision(one.id)]
    if not done:
        return text.say("decisions.none", lang, n=len(matrix.bubbles))
    return text.say("decisions.some", lang, n=len(done), total=len(matrix.bubbles))


def show(session: Session, matrix: Matrix, lang: Language) -> None:
    """Draw the page of a session."""
    st.title(headline(session, matrix, lang), anchor=False)
    st.html(f"<p class='cx-lead'>{text.for_html(text.say('decisions.lead', lang, name=session.name))}</p>")
    bubble = pick.draw(session, matrix, lang)
    about, form = st.columns([4, 7], gap="large")
    with about:
        entry.about(bubble, matrix, lang)
    with form:
        entry.draw(session, bubble, matrix, lang)
    log.draw(session, matrix, lang)


page = frame.draw("decisions")
loaded = frame.data_or_stop(page, "decisions")
try:
    found = matrices.decisions_matrix(loaded)
except errors.CxError as error:
    no_result.draw(error, page.lang)
else:
    opened = autosave.opened()
    if opened is None:
        st.title(text.say("page.decisions", page.lang), anchor=False)
        st.markdown(text.say("decisions.no_session", page.lang))
        with st.container(width=820):
            start_box.draw(page.lang)
    else:
        show(opened, found, page.lang)
