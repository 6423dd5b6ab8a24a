"""The data of a session or a draft: as it was kept, without the files that it came from."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records import NUMBER_COLUMNS, TEXT_COLUMNS, Touchpoints
from cx.text import Language
from pages.parts.computed import all_files
from pages.parts.data import names
from pages.parts.open_session import autosave
from pages.parts.shell import findings, history, numbers, state
from pages.parts.upload import boxes


def draw(lang: Language) -> None:
    """Draw the page of data where nothing can be changed in place: of a session, or under a lock."""
    of_draft = autosave.opened() is None
    st.title(text.say("draft.saved.title" if of_draft else "saved.title", lang), anchor=False)
    with st.sidebar:
        history.draw(lang)
    held = state.lock() is not None
    icon = ":material/lock:" if held else ":material/info:"
    said = "draft.saved" if of_draft else "saved.what"
    st.info(text.say("lock.held" if held else said, lang), icon=icon)
    try:
        found = all_files.touchpoints(state.current())
    except errors.CxError as error:
        st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return
    st.markdown(text.for_markdown(state.current().names))
    _table(found, lang)
    saved = state.current().saved
    if saved and not held:
        names.of_saved(saved, lang)
    if found.findings:
        st.header(text.say("data.findings", lang), anchor=False)
        findings.draw(found.findings, lang)
    if not held:
        with st.expander(text.say("saved.add", lang), icon=":material/upload_file:"):
            boxes.take_files(lang, add=True)


def beside(lang: Language) -> None:
    """Say that the data of the session, or of the draft, stand beside the files on the page."""
    name = text.for_markdown(autosave.session_name())
    said = text.say("saved.beside", lang, name=name) if name else text.say("draft.saved.beside", lang)
    st.info(said, icon=":material/info:")


def _table(found: Touchpoints, lang: Language) -> None:
    rows = found.rows
    texts = [name for name in TEXT_COLUMNS if rows[name].astype(bool).any()]
    shown = [*texts, *(name for name in NUMBER_COLUMNS if rows[name].notna().any())]
    columns = {name: _column(name, lang) for name in shown}
    numbers.table(rows, columns, text.say("saved.title", lang), lang, height=_TALL)


def _column(name: str, lang: Language) -> numbers.Column:
    label = text.say(f"role.{name}", lang)
    if name in NUMBER_COLUMNS:
        return numbers.Column(label)
    return numbers.Column(label, "name" if name == "touchpoint" else "words")


_TALL = 400
"""Pixels that the table takes at most."""
