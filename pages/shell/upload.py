"""Getting data in: a file, the sample, a table pasted from Excel, or an empty one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors, text
from cx.records import Choices
from cx.text import Language
from pages.shell import cached, keys, state
from pages.shell.state import LoadedFile

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

KINDS: Final = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt")
_SAMPLES: Final[dict[Language, str]] = {"en": "energy-touchpoints-en.xlsx", "nl": "energie-contactmomenten-nl.xlsx"}
_DATA = Path(__file__).parents[2] / "data"


def offer(lang: Language) -> None:
    """Draw the two quickest ways to begin: a file of one's own, and the sample."""
    take_files(lang)
    sample_button(lang)


def take_files(lang: Language, *, add: bool = False) -> None:
    """Draw the uploader; what comes in is read, loaded, and shown on the page where it goes on."""
    turn = st.session_state.setdefault(keys.UPLOAD_ROUND, 0)
    label = text.say("upload.add" if add else "upload.files", lang)
    files = st.file_uploader(
        label, KINDS, accept_multiple_files=True, key=f"upload_{turn}_{add}", help=text.say("upload.help", lang)
    )
    _ask_password(lang, add=add)
    if files:
        st.session_state[keys.UPLOAD_ROUND] = turn + 1
        with st.spinner(text.say("upload.reading", lang)):
            _read(files, add=add)


def sample_button(lang: Language) -> None:
    """Draw the button that loads the sample in the language of the screens."""
    if st.button(text.say("upload.sample", lang), icon=":material/science:"):
        content = (_DATA / _SAMPLES[lang]).read_bytes()
        _load([cached.read(content, _SAMPLES[lang])], add=False)


def paste_box(lang: Language) -> None:
    """Draw the box into which a table is pasted as Excel copies it."""
    with st.form("paste", border=False):
        typed = st.text_area(text.say("upload.paste", lang), placeholder=text.say("upload.paste.example", lang))
        sent = st.form_submit_button(text.say("upload.paste.button", lang), icon=":material/content_paste_go:")
    if sent:
        _attempt(text.say("upload.paste.name", lang), lambda: cached.pasted(typed, lang))


def empty_button(lang: Language) -> None:
    """Draw the button that begins with an empty table."""
    if st.button(text.say("upload.empty", lang), icon=":material/add_box:"):
        _load([cached.blank(lang)], add=False)


def tell_failures(lang: Language) -> None:
    """Say what could not be used, and that what was loaded before is still there."""
    failures: tuple[tuple[str, errors.CxError], ...] = st.session_state.pop(keys.FAILURES, ())
    kept = f" {text.say('upload.kept', lang)}" if failures and state.current().loaded else ""
    for name, error in failures:
        title = text.say("upload.failed", lang, file=text.for_markdown(name))
        st.error(text.for_markdown(error.message(lang)) + kept, title=title, icon=":material/error:")


def _read(files: Sequence[UploadedFile], *, add: bool) -> None:
    loaded, failures = [], []
    for file in files:
        try:
            loaded.append(cached.read(file.getvalue(), file.name))
        except errors.ProtectedFile:
            st.session_state[keys.LOCKED] = (file.name, file.getvalue())
        except errors.CxError as error:
            failures.append((file.name, error))
    st.session_state[keys.FAILURES] = tuple(failures)
    _load(loaded, add=add)


def _ask_password(lang: Language, *, add: bool) -> None:
    if keys.LOCKED not in st.session_state:
        return
    name, content = st.session_state[keys.LOCKED]
    with st.form("password"):
        st.markdown(text.say("upload.locked", lang, file=text.for_markdown(name)))
        password = st.text_input(text.say("upload.password", lang), type="password")
        opened = st.form_submit_button(text.say("upload.open", lang), icon=":material/lock_open:")
    if opened:
        del st.session_state[keys.LOCKED]
        try:
            _load([cached.read(content, name, password)], add=add)
        except errors.ProtectedFile as error:
            st.session_state[keys.LOCKED] = (name, content)
            st.error(text.for_markdown(error.message(lang)))


def _load(workbooks: Sequence[LoadedFile], *, add: bool) -> None:
    if not workbooks:
        st.rerun()
    state.load(tuple(workbooks), add=add)
    st.switch_page("pages/matrix.py" if cached.is_clear(state.current()) else "pages/data.py")
