"""The session as it is on the screen, as a file: for when the store does not take it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from cx import text
from cx.records import Session
from cx.text import Language


def button(session: Session, lang: Language) -> None:
    """Draw the button; the file is made on the click, and needs no store."""
    from cx.deliver.ground import file_stem

    st.download_button(
        text.say("sessions.export.file", lang),
        partial(content, session),
        file_name=f"{file_stem(session.name)}.cxsession",
        mime="application/json",
        icon=":material/download:",
        key="rescue",
        on_click="ignore",
        width="stretch",
    )


def content(session: Session) -> bytes:
    """Return the file: a session without the history and the rounds, which lie in the store."""
    from cx.session.sessions import aggregates, document

    kept = aggregates.kept(session.touchpoints)
    return document.leaving(replace(session, touchpoints=kept)).encode()
