"""What a page does in the browser around its content: drops, leaving, a lost server, the language kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.shell import keys, language

_guard = st.components.v2.component(
    "cx_guard", js=(Path(__file__).parent / "guard.js").read_text(encoding="utf-8")
)
_WORDS: Final = ("drop.nowhere", "drop.folder", "lost.title", "lost.what", "lost.back")


def draw(lang: Language, *, takes: bool = True, unsaved: bool = False, phone: bool = False) -> None:
    """Draw it; nothing of it is seen before something happens.

    Parameters
    ----------
    takes
        Whether files that are dropped are taken; else that is said.
    unsaved
        Whether leaving is asked.
    phone
        Whether it is the page of a phone, on which the program does not run.
    """
    if not takes:  # of what was dropped on the page before it is said that nothing was taken
        st.session_state.pop(keys.CATCHING, None)
    words = {key.replace(".", "_"): text.say(key, lang) for key in _WORDS}
    if phone:
        words["lost_what"] = text.say("lost.what.phone", lang)
    data = {
        "lang": lang,
        "first": language.first(),
        "cookie": language.COOKIE,
        "takes": takes,
        "unsaved": unsaved,
        "words": words,
    }
    # In a list: of anything else Streamlit looks whether it holds tables, and loads pandas to know one.
    _guard(key=keys.GUARD, data=[data], on_dropped_change=_catch, on_back_change=_ignore)


def _ignore() -> None:
    """Do nothing: the rerun itself is what is wanted."""


def _catch() -> None:
    from pages.parts.upload import dropped_files  # only here: the page of a phone takes no files

    dropped_files.catch()
