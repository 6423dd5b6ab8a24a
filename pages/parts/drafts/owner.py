"""Whose drafts these are: those of the browser that asks, and of nobody else."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import streamlit as st

from cx.session.drafts import place
from pages.parts.access import browser, facilitator
from pages.parts.shell import keys

if TYPE_CHECKING:
    from cx.session.drafts import writer as writing


def name() -> str:
    """Return what this browser's drafts are named by; empty where none are kept: switched off, or a room."""
    if facilitator.key() or not place.wanted():
        return ""
    token = st.context.cookies.get(browser.COOKIE)
    return place.owner(token) if isinstance(token, str) and place.is_token(token) else ""


def draft() -> str:
    """Return the sign of the draft of this page."""
    found: str = st.session_state.setdefault(keys.DRAFT, secrets.token_hex(8))
    return found


def writer() -> writing.Writer:
    """Return what writes drafts; one for each folder that they lie in."""
    found: writing.Writer = _writer(str(place.folder().parent))
    return found


@st.cache_resource(show_spinner=False)
def _writer(data: str) -> writing.Writer:
    from cx.session.drafts import writer as writing

    made = writing.Writer({"CX_DATA": data})
    made.start()
    return made
