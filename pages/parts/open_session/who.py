"""The name under which somebody's changes stand in a session's history."""

from __future__ import annotations

import getpass

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.shell import keys


def name() -> str:
    """Return the name: as typed, else that of the account on this computer."""
    typed: str | None = st.session_state.get(keys.WHO)
    return _account() if typed is None else typed.strip()


def box(lang: Language) -> None:
    """Draw the box in which the name is typed."""
    if keys.WHO not in st.session_state:
        st.session_state[keys.WHO] = _account()
    label, help_ = text.say("who.label", lang), text.say("who.help", lang)
    st.text_input(label, key=keys.WHO, max_chars=60, help=help_, persist_state="session")


def shown(who: str, lang: Language) -> str:
    """Return a name as it is shown; somebody without one has a word too."""
    return who or text.say("who.nobody", lang)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
