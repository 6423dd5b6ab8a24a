"""The session in the address: opened where a page comes with it, and kept there from page to page.

An id opens nothing that the list of sessions would not: the gate of a room and the facilitator's key come first.
"""

from __future__ import annotations

import re
from typing import Final

import streamlit as st

from cx import errors
from cx.session import place
from pages.parts.open_session import autosave
from pages.parts.shell import keys, state

_PARAMETER: Final = "session"
_ID: Final = re.compile(r"[0-9a-f]{32}")


def take() -> None:
    """Open the session that the address names: once, when the page comes; from then on the address follows."""
    if keys.ARRIVED in st.session_state:
        return
    st.session_state[keys.ARRIVED] = True
    asked = st.query_params.get(_PARAMETER, "")
    if not asked or keys.SESSION in st.session_state or state.current().loaded:
        return
    if not (_ID.fullmatch(asked) and place.anything_kept()):
        st.session_state[keys.SESSION_NOTICE] = "not_here"
        return
    try:
        autosave.open_(asked)
    except errors.SessionGone:
        st.session_state[keys.SESSION_NOTICE] = "not_here"
    except errors.CxError as error:
        st.session_state[keys.TROUBLE] = error


def address() -> dict[str, str]:
    """Return what stands behind the address of each page: the session that is open."""
    session = autosave.opened()
    return {_PARAMETER: session.id} if session else {}


def follow() -> None:
    """Let the address name the session that is open, or none."""
    wanted = address().get(_PARAMETER)
    if st.query_params.get(_PARAMETER) == wanted:
        return
    if wanted:
        st.query_params[_PARAMETER] = wanted
    else:
        del st.query_params[_PARAMETER]
