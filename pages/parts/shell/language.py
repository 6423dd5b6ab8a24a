"""The language of the screens, and that of what is taken away."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.text import LANGUAGES, Language
from pages.parts.shell import keys

COOKIE: Final = "cx_language"
"""In which a browser keeps the language that somebody chose."""
_NAMES: dict[Language, str] = {"en": "English", "nl": "Nederlands"}


def switch() -> Language:
    """Draw the language switch and return the language of the screens; the browser's at first."""
    lang = current()
    if st.session_state.get(keys.LANGUAGE) != lang:
        st.session_state[keys.LANGUAGE] = lang
    st.segmented_control(
        text.say("frame.language", lang),
        LANGUAGES,
        required=True,
        format_func=_NAMES.__getitem__,
        key=keys.LANGUAGE,
        label_visibility="collapsed",
        width="stretch",
        persist_state="session",
    )
    return lang


def current() -> Language:
    """Return the language of the screens before the switch is drawn."""
    known: Language | None = st.session_state.get(keys.LANGUAGE)
    return known or kept() or first()


def first() -> Language:
    """Return the language of the browser, which pages speak until somebody chooses another one."""
    return text.language_from(st.context.locale)


def kept() -> Language | None:
    """Return the language that somebody chose in this browser before; ``None`` where nobody did."""
    found = st.context.cookies.get(COOKIE)
    return next((lang for lang in LANGUAGES if lang == found), None)


def for_files(lang: Language) -> Language:
    """Draw the choice of the language of what is taken away; that of the screens at first."""
    st.session_state.setdefault(keys.DECK_LANGUAGE, lang)
    chosen: Language | None = st.segmented_control(
        text.say("take.language", lang),
        LANGUAGES,
        required=True,
        format_func=_NAMES.__getitem__,
        key=keys.DECK_LANGUAGE,
        persist_state="session",
    )
    return chosen or lang
