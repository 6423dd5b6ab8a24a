"""Files that were dropped on a page where nothing takes them: taken as the start page takes them.

The browser hands them to a box that is drawn for them and goes again. Where something is loaded already,
nobody knows whether they are to come beside it or in its place, and a slip of the hand is not to end a
meeting: it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.open_session import autosave
from pages.parts.shell import keys, state
from pages.parts.upload import failures, taking

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_SESSION: Final = ".cxsession"


def catch() -> None:
    """Draw the box for what was dropped, from the next run on."""
    st.session_state[keys.CATCHING] = True


def draw(lang: Language) -> None:
    """Draw the box for dropped files, and take what comes; nothing where nothing was dropped."""
    if not st.session_state.get(keys.CATCHING):
        return
    turn = st.session_state.setdefault(keys.UPLOAD_ROUND, 0)
    with st.container(border=True, key="caught", gap="small"):
        files = st.file_uploader(
            text.say("drop.label", lang), accept_multiple_files=True, key=f"upload_dropped_{turn}"
        )
        if not files:
            return
        if any(file.name.lower().endswith(_SESSION) for file in files):
            _session(files)
        elif not state.current().loaded:
            _take(files, lang, add=False)
        else:
            _ask(files, lang)


def _ask(files: Sequence[UploadedFile], lang: Language) -> None:
    names = text.for_markdown(", ".join(file.name for file in files))
    st.markdown(text.say("drop.came", lang, n=len(files), files=names))
    with st.container(horizontal=True):
        for name, add, icon in (("add", True, "add"), ("replace", False, "swap_horiz")):
            label = text.say(f"drop.{name}", lang)
            if st.button(label, icon=f":material/{icon}:", key=f"drop_{name}"):
                _take(files, lang, add=add)
        label = text.say("drop.leave", lang)
        st.button(label, icon=":material/close:", key="drop_leave", on_click=_leave)


def _take(files: Sequence[UploadedFile], lang: Language, *, add: bool) -> None:
    st.session_state.pop(keys.CATCHING, None)
    taking.read(files, lang, add=add)


def _leave() -> None:
    st.session_state.pop(keys.CATCHING, None)
    taking.next_round()


def _session(files: Sequence[UploadedFile]) -> None:
    """Open the session that a file holds; where it holds none, say so."""
    from cx.intake.saved import document

    _leave()
    failures.forget()
    file = next(file for file in files if file.name.lower().endswith(_SESSION))
    try:
        autosave.bring_back(document.document_of(file.getvalue(), file.name), file.name)
    except errors.CxError as error:
        failures.note(file.name, error)
        st.rerun()
    st.switch_page("pages/matrix.py")
