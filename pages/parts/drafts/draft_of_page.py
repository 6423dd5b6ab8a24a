"""What one does without a session, kept as a draft beside the page: noted in a run, written by a thread."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from cx.errors import StoreFailed
from cx.records import Session
from pages.parts.computed import memory
from pages.parts.computed.memory import MadeTable
from pages.parts.drafts import file_prints, owner, screen, shipped_samples, views
from pages.parts.drafts.file_prints import FilePrint
from pages.parts.drafts.screen import AboutFile, Screen
from pages.parts.shell import keys, state
from pages.parts.shell.workspace import LoadedFile, Workspace

if TYPE_CHECKING:
    from cx.session.drafts import record
    from pages.parts.drafts.found_drafts import Awaited


@dataclass(frozen=True)
class _Noted:
    """What a run of the page saw: all frozen, so that a thread may read it while the next run goes on."""

    id: str
    moment: dt.datetime
    workspace: Workspace
    screen: Screen
    prints: Mapping[str, FilePrint]
    awaited: Awaited | None


def note() -> None:
    """Take note of what is loaded and set, where that changed; a session that was started takes it over."""
    name = owner.name()
    if not name:
        return
    workspace = state.current()
    is_work = workspace.loaded or workspace.log is not None or keys.AWAITED in st.session_state
    session: Session | None = st.session_state.get(keys.SESSION)
    if session is not None or st.session_state.get(keys.DRAFT_REFUSED) or not is_work:
        forget()
    if session is not None:
        views.note(session.id)
        return
    if st.session_state.get(keys.DRAFT_REFUSED) or not is_work:
        return
    _let_go_of_what_was_replaced(workspace)
    seen = screen.now()
    awaited: Awaited | None = st.session_state.get(keys.AWAITED)
    before: tuple[Any, ...] = st.session_state.get(keys.DRAFT_NOTED, ())
    if before and before[0] is workspace and before[1] == seen and before[-1] is awaited:
        return
    st.session_state[keys.DRAFT_NOTED] = (workspace, seen, awaited)
    if awaited:
        seen = replace(seen, **awaited.asked)
    moment = dt.datetime.now(dt.UTC).replace(microsecond=0)
    noted = _Noted(owner.draft(), moment, workspace, seen, file_prints.known(), awaited)
    owner.writer().note(name, noted.id, partial(_document, noted, memory.tables()))


def _let_go_of_what_was_replaced(workspace: Workspace) -> None:
    """Where other data took the place of a draft that still waited for files, it stays a draft of its own."""
    awaited: Awaited | None = st.session_state.get(keys.AWAITED)
    if awaited is None or not workspace.files or workspace.saved is not None:
        return
    st.session_state.pop(keys.AWAITED)
    st.session_state.pop(keys.OFFERED, None)
    anew()


def forget() -> None:
    """Keep nothing of this page any more, and remove what was kept."""
    id_: str | None = st.session_state.pop(keys.DRAFT, None)
    if id_:
        st.session_state.pop(keys.DRAFT_NOTED, None)
        owner.writer().drop(owner.name(), id_)


def anew() -> None:
    """Let what comes now be a draft of its own, and leave the one before as it is."""
    st.session_state.pop(keys.DRAFT, None)
    st.session_state.pop(keys.DRAFT_NOTED, None)


def fault() -> StoreFailed | None:
    """Return why the draft of this page could not be written; ``None`` where it could, or none is kept."""
    name, id_ = owner.name(), st.session_state.get(keys.DRAFT)
    return owner.writer().fault(name, id_) if name and id_ else None


def _document(noted: _Noted, tables: Mapping[str, MadeTable], as_it_is: bool) -> str | None:  # noqa: FBT001 - as Make has it
    """The document of a draft; nothing yet where the page still computes its table."""
    from cx.session.drafts import record
    from cx.session.sessions import aggregates, codec

    workspace = noted.workspace
    made = tables.get(workspace.identity)
    if made is None and workspace.loaded and not as_it_is:
        return None
    if made is None and workspace.saved and not workspace.files:
        made = MadeTable(workspace.saved.touchpoints)
    if made is not None and made.plain is None:
        made.plain = codec.plain(aggregates.kept(made.table))
    awaited = noted.awaited
    draft = record.Draft(
        noted.id,
        noted.moment,
        (*(awaited.draft.files if awaited else ()), *_files(noted)),
        None,
        awaited.draft.saved if awaited else workspace.saved and workspace.saved.touchpoints,
        workspace.settings,
        workspace.assessments,
        workspace.lens_settings,
    )
    table = made.plain if made else None
    return record.written(draft, table=table, screen=codec.plain(noted.screen))


def _files(noted: _Noted) -> tuple[record.DraftFile, ...]:
    from cx.session.drafts import record

    log = noted.workspace.log
    found = tuple(_file(file, noted.prints) for file in noted.workspace.files)
    return (*found, record.DraftFile(log.name, "elsewhere")) if log else found


def _file(file: LoadedFile, known: Mapping[str, FilePrint]) -> record.DraftFile:
    """A file as a draft names it, with what was set about it sealed by the file itself."""
    from cx.session.drafts import record, sealing
    from cx.session.sessions import codec

    book = file.workbook
    if file.whole is not None:
        return record.DraftFile(file.name, "elsewhere")
    said = json.dumps(codec.plain(AboutFile(file.choices, file.edits, file.at_rest)))
    if book.notes.get("kind") == "blank":
        return record.DraftFile(file.name, "blank", sha256=book.sha256, plain=said if _is_table(file) else "")
    own = shipped_samples.content(book.sha256)
    found = file_prints.print_of(own) if own is not None else known.get(book.sha256)
    if found is None:
        return record.DraftFile(file.name, "file", sha256=book.sha256)
    origin = "shipped" if own is not None else "pasted" if book.notes.get("kind") == "pasted" else "file"
    return record.DraftFile(file.name, origin, found.size, found.sha256, sealing.sealed(said, found.key))


def _is_table(file: LoadedFile) -> bool:
    """Whether what somebody typed are touchpoints: answers of people stay in memory."""
    from cx import intake

    return intake.understand(intake.edited(file.workbook, file.edits), file.choices).shape == "touchpoints"
