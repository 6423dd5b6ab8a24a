"""Taking in what somebody gave: read, loaded, and shown on the page where it goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NoReturn

import streamlit as st

from cx import errors, text
from cx.process import Beat, begun
from cx.records.file import Workbook
from cx.text import Language
from pages.parts.computed import all_files
from pages.parts.drafts import found_drafts, resume
from pages.parts.open_session import autosave
from pages.parts.shell import keys, state
from pages.parts.shell.state import LoadedFile
from pages.parts.upload import failures, remembered_files
from pages.parts.upload.waiting import told

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_SESSION_SHEET: Final = "cx-session"
_ASKED: Final = ("password_needed", "password_wrong")


def intake() -> Any:  # noqa: ANN401 - a module
    """Return :mod:`cx.intake`, which the first page does not wait for."""
    from cx import intake as reading

    return reading


def read(
    files: Sequence[UploadedFile],
    lang: Language,
    *,
    add: bool,
    stay: bool = False,
    only_awaited: bool = False,
) -> None:
    """Read files one after the other, saying which; what fails is told, and the others are loaded.

    A click meanwhile ends this run (no error, but what Streamlit raises): the files stay where they are,
    and the next run reads them anew. With ``stay`` the page goes on with what is loaded; ``only_awaited``
    refuses what the draft does not wait for.
    """
    failures.forget()
    try:
        workbooks = _read(files, lang, add=add)
    except Exception:
        next_round()
        raise
    next_round()
    _go_on(workbooks, add=add, stay=stay, only_awaited=only_awaited)


def next_round() -> None:
    """Let each box for files be an empty one."""
    st.session_state[keys.UPLOAD_ROUND] = st.session_state.get(keys.UPLOAD_ROUND, 0) + 1


def _read(files: Sequence[UploadedFile], lang: Language, *, add: bool) -> list[Workbook]:
    read = []
    with st.status(text.say("upload.reading", lang), expanded=True) as box:
        for place, file in enumerate(files, start=1):
            size = text.size(file.size, lang)
            words = text.say(
                "upload.reading.file", lang, file=file.name, size=size, place=place, n=len(files)
            )
            box.update(label=text.for_markdown(words))
            beat = told(lambda label: box.update(label=label), text.for_markdown(words), lang)
            with st.spinner(text.for_markdown(words), show_time=True):
                make = partial(opened, file.getvalue(), file.name, beat=beat)
                workbook = _opened(file.name, make, file.getvalue(), add=add, beat=beat)
            key = "upload.done" if workbook else "upload.not_done"
            st.markdown(text.say(key, lang, file=text.for_markdown(file.name)))
            read.append(workbook)
        box.update(label=text.say("upload.understanding", lang))
    return [workbook for workbook in read if workbook]


def opened(content: bytes, name: str, *, password: str | None = None, beat: Beat | None = None) -> Workbook:
    """Return a file's raw cells, read when its turn comes.

    Raises
    ------
    cx.errors.FileError
        When it cannot be used.
    """
    workbook: Workbook = intake().read(content, name, password=password, beat=beat)
    return workbook


def take(
    name: str,
    make: Callable[[], Workbook],
    *,
    content: bytes = b"",
    add: bool = False,
    asked: bool = False,
    stay: bool = False,
) -> None:
    """Take in one workbook that ``make`` gives.

    ``content`` are its bytes, where it came as a file; ``asked``: its password was given already; ``stay``:
    the page goes on with it.
    """
    failures.forget()
    workbook = _opened(name, make, content, add=add, asked=asked)
    _go_on([workbook] if workbook else [], add=add, stay=stay)


def take_all(
    files: Mapping[str, bytes],
    *,
    add: bool,
    stay: bool = False,
    one_table: bool = False,
    beat: Beat | None = None,
) -> None:
    """Take in several files together, by their names; what fails is told, and the others are loaded.

    With ``one_table`` they are parts of one: where their columns differ, none is loaded, and it is said.
    """
    failures.forget()
    read = [
        _opened(name, partial(opened, content, name, beat=beat), content, add=add, beat=beat)
        for name, content in files.items()
    ]
    found = [workbook for workbook in read if workbook]
    if one_table and len(files) > 1:
        found = _parts_of_one(found)
    _go_on(found, add=add, stay=stay)


def _parts_of_one(workbooks: list[Workbook]) -> list[Workbook]:
    """The parts of one table; none where they are no such parts."""
    try:
        if workbooks:
            intake().check_columns_agree(workbooks)
    except errors.TableError as error:
        failures.note(", ".join(workbook.name for workbook in workbooks), error)
        return []
    return workbooks


def _opened(
    name: str,
    make: Callable[[], Workbook],
    content: bytes,
    *,
    add: bool,
    asked: bool = False,
    beat: Beat | None = None,
) -> Workbook | None:
    """Return what was read; a file in which no table is found does not take the place of one that has one.

    ``asked``: a password was given already, so that a protected file means that it was wrong.
    """
    try:
        workbook = make()
        whole = workbook.sheet(_SESSION_SHEET)
        if not whole:
            _check(workbook, beat)
        if not whole and state.current().loaded and not intake().understand(workbook).columns:
            intake().touchpoints(workbook)
    except errors.ProtectedFile as error:
        if error.key in _ASKED:
            waiting: tuple[failures.Locked, ...] = st.session_state.get(keys.LOCKED, ())
            st.session_state[keys.LOCKED] = tuple(
                dict.fromkeys((*waiting, failures.Locked(name, content, add)))
            )
        if asked or error.key not in _ASKED:
            failures.note(name, error)
    except errors.CxError as error:
        failures.note(name, error)
    else:
        remembered_files.keep_content(workbook, content)
        return workbook
    return None


def _check(workbook: Workbook, beat: Beat | None) -> None:
    """Refuse a file that cannot be understood in what is left of its time; what is found is remembered."""
    budget = begun(workbook.name, workbook.seconds, left=workbook.left, beat=beat)
    intake().source(workbook, budget=budget)
    if len(workbook.sheets) > 1:
        try:
            intake().touchpoints(workbook, budget=budget)
        except errors.TableError:
            return  # the Data page says what is missing


def _go_on(
    workbooks: Sequence[Workbook], *, add: bool, stay: bool = False, only_awaited: bool = False
) -> None:
    """Load what was read and show it; without anything new, draw the page again with what went wrong."""
    left = resume.met(workbooks)
    if len(left) < len(workbooks) or only_awaited:
        _say_others(left)
        _show(stay=stay or only_awaited)
    if len(workbooks) == 1 and workbooks[0].sheet(_SESSION_SHEET):
        _open_session(workbooks[0])
    if add and workbooks and state.lock():
        held = errors.SessionLocked("session_locked", name=autosave.session_name())
        failures.note(workbooks[0].name, held)
        st.rerun()
    files = remembered_files.loaded_files(workbooks)
    error = _harm(files, add=add)
    if error:
        name = ", ".join(workbook.name for workbook in workbooks)
        failures.note(name, error, tuple(workbooks), add=add)
    if error or not files:
        st.rerun()
    state.load(files, add=add)
    _show(files, stay=stay)


def _show(files: Sequence[LoadedFile] = (), *, stay: bool) -> NoReturn:
    """Draw the page where what is loaded goes on; with ``stay`` this one."""
    if stay:
        st.rerun()
    told = any(remembered_files.how_applied(file) for file in files)
    now = state.current()
    clear = all_files.is_clear(now) and not told and not all_files.asks(now)
    st.switch_page("pages/matrix.py" if clear else "pages/data.py")


def _say_others(workbooks: Sequence[Workbook]) -> None:
    """Say of files that came for a draft that they are others than it waits for."""
    waits = found_drafts.awaited()
    if waits is None:
        return
    wanted = ", ".join(one.name for one in waits.missing)
    for workbook in workbooks:
        failures.note(workbook.name, errors.FileError("draft_other", file=workbook.name, wanted=wanted))


def _open_session(workbook: Workbook) -> None:
    """Open the session that a workbook holds; where it cannot be used, say so."""
    from cx.intake.saved import workbook as session_workbook

    try:
        autosave.bring_back(session_workbook.document_of(workbook), workbook.name)
    except errors.CxError as error:
        failures.note(workbook.name, error)
        st.rerun()
    st.switch_page("pages/matrix.py")


def _harm(files: tuple[LoadedFile, ...], *, add: bool) -> errors.CxError | None:
    """Return why new files would leave no matrix where there is one now; ``None`` where they do not."""
    now = state.current()
    if not files or not now.loaded or all_files.refusal(now):
        return None
    return all_files.refusal(replace(now, files=(*now.files, *files)) if add else state.Workspace(files))
