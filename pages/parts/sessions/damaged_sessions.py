"""Sessions of which a part cannot be read: marked in the list, and what is left of them taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.open_session import autosave
from pages.parts.shell import keys
from pages.parts.shell.database import store

if TYPE_CHECKING:
    from cx.session.sessions import Summary
    from cx.session.store import Store


def open_(session_id: str) -> None:
    """Open a session; one that cannot be read is marked from then on, and why is said on top of the page."""
    try:
        autosave.open_(session_id)
    except errors.CxError as error:
        if isinstance(error, errors.SessionDamaged):
            known: frozenset[str] = st.session_state.get(keys.DAMAGED, frozenset())
            st.session_state[keys.DAMAGED] = known | {session_id}
        st.session_state[keys.TROUBLE] = error
        st.rerun()
    st.switch_page("pages/matrix.py")


def mark(one: Summary, lang: Language) -> None:
    """Draw the mark, and the button that takes away what can be read."""
    st.badge(text.say("sessions.damaged", lang), icon=":material/broken_image:", color="orange")
    from cx.deliver.ground import file_stem

    st.download_button(
        text.say("sessions.remains", lang),
        partial(remains, store(), one.id),
        file_name=f"{file_stem(one.name or one.id)}.cxsession",
        mime="application/json",
        icon=":material/download:",
        key=f"remains_{one.id}",
        on_click="ignore",
    )


def remains(opened: Store, session_id: str) -> bytes:
    """Return what can be read of a session, as a file."""
    from cx.session import remains as left

    return left.of(opened, session_id).content.encode()
