"""The name under which somebody's changes stand in a session's history."""

from __future__ import annotations

import getpass
import os
import sys
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.shell import keys

_FIRST_PERSON: Final = 1_000
_FIRST_PERSON_MAC: Final = 500
"""The least numbers of accounts that people have."""


def name() -> str:
    """Return the name: as typed, else that of the account on this computer; empty where nobody is known."""
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
    """The name of the account; none of one that belongs to the system, which is nobody who decides."""
    try:
        return "" if _of_the_system() else getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _of_the_system() -> bool:
    """Whether the program runs as an account of the system itself: on Unix those have low numbers."""
    number = getattr(os, "getuid", None)
    return number is not None and number() < (
        _FIRST_PERSON_MAC if sys.platform == "darwin" else _FIRST_PERSON
    )
