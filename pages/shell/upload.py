"""Getting data in: a file, the sample, a table pasted from Excel, or an empty one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from cx import errors, text
from cx.records.workbook import Workbook
from cx.text import Language
from pages.shell import autosave, cached, keys, limits, remembered, state
from pages.shell.state import LoadedFile

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

KINDS: Final = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt")
_SAMPLES: Final[dict[Language, str]] = {
    "en": "energy-touchpoints-en.xlsx",
    "nl": "energie-contactmomenten-nl.xlsx",
}
_DATA = Path(__file__).parents[2] / "data"
_SESSION_SHEET: Final = "cx-session"


@dataclass(frozen=True)
class Failure:
    """A file that could not be used."""

    file: str
    error: errors.CxError
    kept: bool
    """Whether something was loaded before, which is still there."""
    held_back: tuple[Workbook, ...] = ()
    """What was read all the same, and can be loaded to say what its columns are."""
    add: bool = False
    """Whether that would come beside what is loaded."""


@dataclass(frozen=True)
class Locked:
    """A protected file that waits for its password."""

    name: str
    content: bytes
    add: bool
    """Whether it comes beside what is loaded."""


_FORM_WIDTH: Final = 560
_ASKED: Final = ("password_needed", "password_wrong")


def intake() -> Any:  # noqa: ANN401 - a module
    """Return :mod:`cx.intake`, which the first page does not wait for."""
    from cx import intake as reading

    return reading


def offer(lang: Language) -> None:
    """Draw the two quickest ways to begin: a file of one's own, and the sample."""
    take_files(lang)
    sample_button(lang)


def take_files(lang: Language, *, add: bool = False, place: str = "page") -> None:
    """Draw the uploader; what comes in is read, loaded, and shown on the page where it goes on.

    ``place`` tells two uploaders of one page apart.
    """
    turn = st.session_state.setdefault(keys.UPLOAD_ROUND, 0)
    label = text.say("upload.add" if add else "upload.files", lang)
    files = st.file_uploader(
        label,
        KINDS,
        accept_multiple_files=True,
        key=f"upload_{place}_{turn}",
        help=text.say("upload.help", lang),
    )
    if place == "page":
        limits.draw(lang)
    if files:
        st.session_state[keys.UPLOAD_ROUND] = turn + 1
        _read(files, lang, add=add)


def another_file(lang: Language, *, keep: bool = True) -> None:
    """Draw the uploader for a further file, and the choice whether what is loaded stays."""
    label, help_ = text.say("upload.keep", lang), text.say("upload.keep.help", lang)
    take_files(lang, add=st.toggle(label, value=keep, help=help_))


def sample_button(lang: Language) -> None:
    """Draw the button that loads the sample in the language of the screens."""
    if st.button(text.say("upload.sample", lang), icon=":material/science:"):
        name = _SAMPLES[lang]
        content = (_DATA / name).read_bytes()
        _take(name, lambda: intake().read(content, name), content=content)


def paste_box(lang: Language) -> None:
    """Draw the box into which a table is pasted as Excel copies it."""
    with st.form("paste", border=False):
        typed = st.text_area(
            text.say("upload.paste", lang), placeholder=text.say("upload.paste.example", lang)
        )
        sent = st.form_submit_button(
            text.say("upload.paste.button", lang), icon=":material/content_paste_go:"
        )
    if sent:
        _take(text.say("upload.paste.name", lang), lambda: intake().pasted(typed, lang))


def tell_failures(lang: Language, page: str) -> None:
    """Say what could not be used, and that what was loaded before is still there."""
    if st.session_state.setdefault(keys.FAILURES_PAGE, page) != page:
        st.session_state.pop(keys.FAILURES, None)
    failures: tuple[Failure, ...] = st.session_state.get(keys.FAILURES, ())
    for failure in failures:
        title = text.say("upload.failed", lang, file=text.for_markdown(failure.file))
        kept = f" {text.say('upload.kept', lang)}" if failure.kept else ""
        message = text.for_markdown(failure.error.message(lang))
        st.error(f"{message}{kept}", title=title, icon=":material/error:")
        if failure.held_back:
            _open_all_the_same(failure, lang)
    for place, locked in enumerate(st.session_state.get(keys.LOCKED, ())):
        _ask_password(place, locked, lang)


def _open_all_the_same(failure: Failure, lang: Language) -> None:
    if st.button(text.say("upload.all_the_same", lang), icon=":material/table:"):
        _forget_failures()
        state.load(tuple(LoadedFile(workbook) for workbook in failure.held_back), add=failure.add)
        st.switch_page("pages/data.py")


def _ask_password(place: int, locked: Locked, lang: Language) -> None:
    with st.form(f"password_{place}", width=_FORM_WIDTH):
        st.markdown(text.say("upload.locked", lang, file=text.for_markdown(locked.name)))
        label = text.say("upload.password", lang)
        password = st.text_input(label, type="password", key=f"password_of_{locked.name}")
        with st.container(horizontal=True):
            icon = ":material/lock_open:"
            opened = st.form_submit_button(text.say("upload.open", lang), icon=icon, type="primary")
            left = st.form_submit_button(text.say("upload.leave", lang))
    if opened or left:
        _unlock(locked)
    if opened:
        make = partial(intake().read, locked.content, locked.name, password=password)
        _take(locked.name, make, content=locked.content, add=locked.add, asked=True)
    elif left:
        st.rerun()


def _unlock(locked: Locked) -> None:
    waiting: tuple[Locked, ...] = st.session_state.get(keys.LOCKED, ())
    st.session_state[keys.LOCKED] = tuple(one for one in waiting if one != locked)


def _read(files: Sequence[UploadedFile], lang: Language, *, add: bool) -> None:
    """Read files one after the other, saying which; what fails is told, and the others are loaded."""
    _forget_failures()
    read = []
    with st.status(text.say("upload.reading", lang), expanded=True) as box:
        for place, file in enumerate(files, start=1):
            size = text.size(file.size, lang)
            words = text.say(
                "upload.reading.file", lang, file=file.name, size=size, place=place, n=len(files)
            )
            box.update(label=text.for_markdown(words))
            with st.spinner(text.for_markdown(words), show_time=True):
                workbook = _opened(file.name, partial(_workbook_of, file), file.getvalue(), add=add)
            key = "upload.done" if workbook else "upload.not_done"
            st.markdown(text.say(key, lang, file=text.for_markdown(file.name)))
            read.append(workbook)
        box.update(label=text.say("upload.understanding", lang))
        _go_on([workbook for workbook in read if workbook], add=add)


def _workbook_of(file: UploadedFile) -> Workbook:
    workbook: Workbook = intake().read(file.getvalue(), file.name)
    return workbook


def _take(
    name: str,
    make: Callable[[], Workbook],
    *,
    content: bytes = b"",
    add: bool = False,
    asked: bool = False,
) -> None:
    _forget_failures()
    workbook = _opened(name, make, content, add=add, asked=asked)
    _go_on([workbook] if workbook else [], add=add)


def _forget_failures() -> None:
    st.session_state.pop(keys.FAILURES, None)


def _opened(
    name: str, make: Callable[[], Workbook], content: bytes, *, add: bool, asked: bool = False
) -> Workbook | None:
    """Return what was read; a file in which no table is found does not take the place of one that has one.

    ``asked``: a password was given already, so that a protected file means that it was wrong.
    """
    try:
        workbook = make()
        whole = workbook.sheet(_SESSION_SHEET)
        if not whole and state.current().loaded and not intake().understand(workbook).columns:
            intake().touchpoints(workbook)
    except errors.ProtectedFile as error:
        if error.key in _ASKED:
            waiting: tuple[Locked, ...] = st.session_state.get(keys.LOCKED, ())
            st.session_state[keys.LOCKED] = (*waiting, Locked(name, content, add))
        if asked or error.key not in _ASKED:
            _note_failure(name, error)
    except errors.CxError as error:
        _note_failure(name, error)
    else:
        remembered.keep_content(workbook, content)
        return workbook
    return None


def _note_failure(
    name: str, error: errors.CxError, held_back: tuple[Workbook, ...] = (), *, add: bool = False
) -> None:
    failure = Failure(name, error, state.current().loaded, held_back, add)
    st.session_state[keys.FAILURES] = (*st.session_state.get(keys.FAILURES, ()), failure)
    st.session_state.pop(keys.FAILURES_PAGE, None)


def _go_on(workbooks: Sequence[Workbook], *, add: bool) -> None:
    """Load what was read and show it; without anything new, draw the page again with what went wrong."""
    if len(workbooks) == 1 and workbooks[0].sheet(_SESSION_SHEET):
        _open_session(workbooks[0])
    if add and workbooks and state.lock():
        _note_failure(workbooks[0].name, errors.SessionLocked("session_locked", name=autosave.session_name()))
        st.rerun()
    files = remembered.loaded_files(workbooks)
    error = _harm(files, add=add)
    if error:
        name = ", ".join(workbook.name for workbook in workbooks)
        _note_failure(name, error, tuple(workbooks), add=add)
    if error or not files:
        st.rerun()
    state.load(files, add=add)
    told = any(remembered.how_applied(file) for file in files)
    now = state.current()
    clear = cached.is_clear(now) and not told and not cached.asks(now)
    st.switch_page("pages/matrix.py" if clear else "pages/data.py")


def _open_session(workbook: Workbook) -> None:
    """Open the session that a workbook holds; where it cannot be used, say so."""
    from cx.intake import session_workbook
    from pages.shell import sessions_file

    try:
        sessions_file.bring_back_document(session_workbook.document_of(workbook), workbook.name)
    except errors.CxError as error:
        _note_failure(workbook.name, error)
        st.rerun()
    st.switch_page("pages/matrix.py")


def _harm(files: tuple[LoadedFile, ...], *, add: bool) -> errors.CxError | None:
    """Return why new files would leave no matrix where there is one now; ``None`` where they do not."""
    now = state.current()
    if not files or not now.loaded or cached.refusal(now):
        return None
    return cached.refusal(replace(now, files=(*now.files, *files)) if add else state.Workspace(files))
