"""The logo: chosen from a file, wished on files or not, taken away."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cx import errors, text
from cx.records import Logo
from cx.text import Language
from pages.parts.shell import keys, state

_KINDS = ("png", "jpg", "jpeg")


def draw(lang: Language) -> None:
    """Draw the box for a file; with a logo what can be done with it."""
    known = state.current().settings.look.logo
    turn = st.session_state.setdefault(keys.LOGO_ROUND, 0)
    help_ = text.say("logo.help", lang)
    file = st.file_uploader(text.say("logo.title", lang), _KINDS, key=f"logo_{turn}", help=help_)
    if file is not None:
        with st.spinner(text.say("logo.reading", lang)):
            taken = _read(file.getvalue(), file.name, lang)
        if taken:
            st.session_state[keys.LOGO_ROUND] = turn + 1
            st.rerun()
    if known is None:
        return
    tied = state.control("logo_on_files", known.on_files, lambda on: _put(replace(known, on_files=on)))
    st.toggle(text.say("logo.on_files", lang), **tied)
    label = text.say("logo.remove", lang)
    st.button(
        label, icon=":material/delete:", key="logo_remove", on_click=_put, args=(None,), width="stretch"
    )


def _read(content: bytes, name: str, lang: Language) -> bool:
    """Take the logo of a file and return whether there is one; of a refusal the one before stays."""
    from cx import intake

    try:
        _put(intake.logo(content, name))
    except errors.CxError as error:
        st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return False
    return True


def _put(logo: Logo | None) -> None:
    look = state.current().settings.look
    state.set_settings(look=replace(look, logo=logo))
