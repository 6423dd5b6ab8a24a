"""The session in the address: opened where a page comes with it, and kept there from page to page.

An id opens nothing that the list of sessions would not: the gate of a room and the facilitator's key come
first.
"""

from __future__ import annotations

import re
from typing import Final

import streamlit as st

from cx import errors, text
from cx.session import place
from cx.text import Language
from pages.parts.open_session import autosave
from pages.parts.shell import keys, state

_PARAMETER: Final = "session"
_ID: Final = re.compile(r"[0-9a-f]{32}")


def take() -> str:
    """Open the session that the address names: once, when the page comes; after that the address follows.

    Returns
    -------
    str
        The id of the session that was opened; empty where none was.
    """
    if keys.ARRIVED in st.session_state:
        return ""
    st.session_state[keys.ARRIVED] = True
    asked = st.query_params.get(_PARAMETER, "")
    if not asked or keys.SESSION in st.session_state or state.current().loaded:
        return ""
    not_here = errors.SessionGone("session_not_here")
    if not (_ID.fullmatch(asked) and place.anything_kept()):
        st.session_state[keys.ARRIVAL_FAULT] = not_here
        return ""
    try:
        autosave.open_(asked)
    except errors.SessionGone:
        st.session_state[keys.ARRIVAL_FAULT] = not_here
    except errors.CxError as error:
        st.session_state[keys.ARRIVAL_FAULT] = error
    else:
        return asked
    return ""


def notice(lang: Language) -> None:
    """Say why the session of the address is not open, until something else is.

    A page is drawn twice when it comes, since the browser says then how large it is: nobody would see what
    is said once.
    """
    error: errors.CxError | None = st.session_state.get(keys.ARRIVAL_FAULT)
    if error is None:
        return
    if keys.SESSION in st.session_state or state.current().loaded:
        st.session_state.pop(keys.ARRIVAL_FAULT)
        return
    st.warning(text.for_markdown(error.message(lang)), icon=":material/warning:")
    st.page_link("pages/sessions.py", label=text.say("arrived.to_sessions", lang), icon=":material/groups:")


def address() -> dict[str, str]:
    """Return what stands behind the address of each page: the session that is open."""
    session = autosave.opened()
    return {_PARAMETER: session.id} if session else {}


def follow() -> None:
    """Let the address name the session that is open, or none."""
    wanted = address().get(_PARAMETER)
    fault: errors.CxError | None = st.session_state.get(keys.ARRIVAL_FAULT)
    if st.query_params.get(_PARAMETER) == wanted or (fault and not isinstance(fault, errors.SessionGone)):
        return  # one that cannot be opened now is asked for again by whoever draws the page anew
    if wanted:
        st.query_params[_PARAMETER] = wanted
    else:
        del st.query_params[_PARAMETER]
