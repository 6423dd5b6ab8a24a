"""What could not be used, and the ways to use it all the same: as it is, or with its password."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.shell import keys, state
from pages.parts.shell.state import LoadedFile
from pages.parts.upload import failures, taking

_FORM_WIDTH: Final = 560


def draw(lang: Language, page: str) -> None:
    """Say what could not be used, and that what was loaded before is still there."""
    if st.session_state.setdefault(keys.FAILURES_PAGE, page) != page:
        st.session_state.pop(keys.FAILURES, None)
    failed: tuple[failures.Failure, ...] = st.session_state.get(keys.FAILURES, ())
    for failure in failed:
        title = text.say("upload.failed", lang, file=text.for_markdown(failure.file))
        kept = f" {text.say('upload.kept', lang)}" if failure.kept else ""
        message = text.for_markdown(failure.error.message(lang))
        st.error(f"{message}{kept}", title=title, icon=":material/error:")
        if failure.held_back:
            _open_all_the_same(failure, lang)
    for place, locked in enumerate(st.session_state.get(keys.LOCKED, ())):
        _ask_password(place, locked, lang)


def _open_all_the_same(failure: failures.Failure, lang: Language) -> None:
    if st.button(text.say("upload.all_the_same", lang), icon=":material/table:"):
        failures.forget()
        state.load(tuple(LoadedFile(workbook) for workbook in failure.held_back), add=failure.add)
        st.switch_page("pages/data.py")


def _ask_password(place: int, locked: failures.Locked, lang: Language) -> None:
    with st.form(f"password_{place}", width=_FORM_WIDTH):
        st.markdown(text.say("upload.locked", lang, file=text.for_markdown(locked.name)))
        label = text.say("upload.password", lang)
        password = st.text_input(label, type="password", key=f"password_of_{locked.name}")
        with st.container(horizontal=True):
            icon = ":material/lock_open:"
            opened = st.form_submit_button(text.say("upload.open", lang), icon=icon, type="primary")
            left = st.form_submit_button(text.say("upload.leave", lang))
    if opened or left:
        failures.unlock(locked)
    if opened:
        make = partial(taking.opened, locked.content, locked.name, password=password)
        taking.take(locked.name, make, content=locked.content, add=locked.add, asked=True)
    elif left:
        st.rerun()
