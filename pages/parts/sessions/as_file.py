"""A session as a file: taken away, and brought back."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from cx import errors, text
from cx.records import Matrix, Session
from cx.text import Language
from pages.parts.computed import matrices
from pages.parts.open_session import autosave
from pages.parts.shell import keys, state
from pages.parts.shell.database import store

KINDS: Final = ("cxsession", "xlsx")
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def exports(session: Session, lang: Language) -> None:
    """Draw the two ways to take a session away: one file, and a workbook that a person can read."""
    from cx.deliver.ground import file_stem

    stem, opened = file_stem(session.name), store()
    st.download_button(
        text.say("sessions.export.file", lang),
        lambda: _file(opened, session.id),
        file_name=f"{stem}.cxsession",
        mime="application/json",
        icon=":material/download:",
        key="export_file",
        on_click="ignore",
    )
    st.download_button(
        text.say("sessions.export.workbook", lang),
        partial(_workbook, opened, session.id, matrices.decisions_matrix(state.current()), lang),
        file_name=f"{stem}.xlsx",
        mime=_XLSX,
        icon=":material/table_view:",
        key=f"export_workbook_{lang}",
        on_click="ignore",
    )


def _file(opened, session_id: str) -> bytes:  # noqa: ANN001 - a Store, whose library the first page does not load
    from cx.session import portable

    return portable.exported(opened, session_id).encode()


def _workbook(opened, session_id: str, matrix: Matrix, lang: Language) -> bytes:  # noqa: ANN001 - as above
    from cx.deliver.workbook import session as session_workbook
    from cx.session import portable
    from cx.session.sessions import change_words, stored

    session = stored.load(opened, session_id)
    history = [(one, change_words.told(one, lang)) for one in stored.history(opened, session_id)]
    whole = portable.exported(opened, session_id)
    return session_workbook.session_workbook(session, matrix, history, document=whole, lang=lang)


def importer(lang: Language) -> None:
    """Draw the box for a file of a session; it is kept beside the others, and opened."""
    st.markdown(f":small[{text.say('sessions.import.what', lang)}]")
    turn = st.session_state.setdefault(keys.SESSION_ROUND, 0)
    label = text.say("sessions.import.file", lang)
    file = st.file_uploader(label, KINDS, key=f"session_file_{turn}")
    if file is None:
        return
    try:
        _bring_back(file.getvalue(), file.name)
    except errors.CxError as error:
        st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return
    st.session_state[keys.SESSION_ROUND] = turn + 1
    st.switch_page("pages/matrix.py")


def _bring_back(content: bytes, name: str) -> None:
    from cx.intake.saved import document

    autosave.bring_back(document.document_of(content, name), name)
