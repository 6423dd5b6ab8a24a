"""Whether leaving the page would lose something that nobody can get back with one click."""

from __future__ import annotations

import streamlit as st

from pages.parts.drafts import file_prints
from pages.parts.shell import keys, state


def is_there() -> bool:
    """Return whether there is work that no session holds: data of one's own, or something that was changed.

    Neither an untouched sample is any, nor a session that is saved.
    """
    if keys.SESSION in st.session_state:
        return keys.PENDING in st.session_state or keys.MEETING in st.session_state
    workspace = state.current()
    own = any(file_prints.is_own(file.workbook) for file in workspace.files)
    return bool(workspace.log or workspace.saved or own or (workspace.loaded and state.can_undo()))
