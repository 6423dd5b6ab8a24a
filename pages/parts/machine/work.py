"""Reading what was chosen: with words for what is done, and a button that ends it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NoReturn

import streamlit as st

from cx import errors, text
from cx.process import Paced, Stage
from cx.text import Language
from pages.parts.access import machine
from pages.parts.computed import paths as computed
from pages.parts.computed import places, whole_files
from pages.parts.open_session import autosave
from pages.parts.shell import keys, paths, state
from pages.parts.shell.workspace import LoadedFile, LoadedLog, Place
from pages.parts.upload import taking

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from cx.engine import Log

Step = Literal["columns", "counting", "paths", "cells", "answers", "adding"]
_DIFFERENT: Final = ("columns_lacking", "columns_further")
"""Why several files are no parts of one table, however they are read."""


def begin(place: Place) -> None:
    """Let a place be read by the run that begins now, and by every one until it is read or given up.

    Raises
    ------
    cx.errors.ArgumentError
        When others reach this server.
    """
    machine.check()
    forget()
    st.session_state[keys.WANTED] = place


def forget() -> None:
    """Say no more why something could not be read."""
    for key in (keys.UNREAD, keys.PLACE_FAULT):
        st.session_state.pop(key, None)


def refused(name: str, error: errors.CxError) -> None:
    """Keep why something could not be read: it is said where it was chosen."""
    st.session_state[keys.PLACE_FAULT] = (name, error)


def say_why(lang: Language) -> None:
    """Say why what was chosen could not be read; nothing where nothing went wrong."""
    found: tuple[str, errors.CxError] | None = st.session_state.get(keys.PLACE_FAULT)
    if found is not None:
        title = text.say("upload.failed", lang, file=text.for_markdown(found[0]))
        st.error(text.for_markdown(found[1].message(lang)), title=title, icon=":material/error:")


def again(place: Place) -> None:
    """Read a place anew, as it is now; where that cannot be, say why."""
    from cx import engine

    forget()
    turn: int = st.session_state.get(keys.PLACES, 0)
    st.session_state[keys.PLACES] = turn + 1
    try:
        marks = engine.marks_of([mark.path for mark in place.marks])
        begin(replace(place, marks=marks, turn=turn + 1))
    except errors.CxError as error:
        refused(place.name, error)


def wanted() -> Place | None:
    """Return what is being read."""
    found: Place | None = st.session_state.get(keys.WANTED)
    return found


def give_up() -> None:
    """Read it no more: what was loaded before is as it was."""
    st.session_state.pop(keys.WANTED, None)


class Progress:
    """Says twice a second what is being done; that is also how a click ends the work.

    Parameters
    ----------
    box
        Where it stands.
    """

    def __init__(self, box: DeltaGenerator, place: Place, lang: Language) -> None:
        self.box = box
        self.place = place
        self.lang = lang
        self.words = ""
        self.beat = Paced(self._beat)

    def tell(self, step: Step) -> None:
        """Say what is done from now on."""
        name = text.for_markdown(self.place.name)
        self.words = text.say(f"machine.doing.{step}", self.lang, name=name)
        self._show(self.words)

    def _beat(self, stage: Stage) -> None:
        self._show(text.say("upload.waiting", self.lang) if stage == "waiting" else self.words)

    def _show(self, words: str) -> None:
        self.box.markdown(words)


def go_on(place: Place, lang: Language, *, add: bool) -> None:
    """Read what was chosen and show it where it belongs; where it cannot be read, say why.

    A click meanwhile ends this run, and with it the process or the query that works for it.
    """
    with st.container(border=True):
        line = st.empty()
        row = st.container(horizontal=True, vertical_alignment="center")
        label = text.say("machine.cancel", lang)
        row.button(label, icon=":material/stop_circle:", key="machine_cancel", on_click=give_up)
        with row, st.spinner(text.say("machine.reading", lang), show_time=True):
            try:
                found = _read(place, Progress(line, place, lang), add=add)
            except errors.CxError as error:
                give_up()
                _note(place, error)
                st.rerun()
    give_up()
    if isinstance(found, LoadedFile):
        state.load_whole(found, add=add)
        st.switch_page("pages/drivers.py")
    state.show_log(found)
    st.switch_page("pages/journeys.py")


def _note(place: Place, error: errors.CxError) -> None:
    """Keep why it could not be read for the page to say; where columns are to be said, that is asked."""
    headers = error.values.get("headers")
    if isinstance(error, errors.RoleMissing) and isinstance(headers, tuple):
        error = errors.RoleMissing("no_events_here", **error.values)
    if isinstance(headers, tuple):
        st.session_state[keys.UNREAD] = (place, headers)
    refused(place.name, error)


def _read(place: Place, progress: Progress, *, add: bool) -> LoadedLog | LoadedFile:
    """Return the log that lies at a place, or a part of answers; other files come as an upload does."""
    from cx import intake

    try:
        log = places.log_at(place, intake.Watch(progress.tell, progress.beat))
    except errors.TableError as error:
        if place.address is not None and not place.roles:
            return _answers_at(place, progress, error, add=add)
        if error.key in _DIFFERENT or place.address is not None:
            raise
        why = errors.TableError("large_neither", **{**error.values, "file": place.name})
        return _no_log(place, progress, why, add=add)
    if log is not None:
        return _with_paths(place, log, progress)
    return _no_log(place, progress, errors.TableError("large_log_needs_rows", file=place.name), add=add)


def _answers_at(place: Place, progress: Progress, why: errors.TableError, *, add: bool) -> LoadedFile:
    """Return the answers that a table in a database holds; ``why``: what is said where there are none."""
    try:
        part = whole_files.table_at(place, progress.tell, progress.beat)
    except errors.TableError as error:
        raise why from error
    _check_open(add=add)
    return part


def _check_open(*, add: bool) -> None:
    if add and state.lock():
        raise errors.SessionLocked("session_locked", name=autosave.session_name())


def _no_log(place: Place, progress: Progress, why: errors.TableError, *, add: bool) -> LoadedFile:
    """Return the part of answers that are added up; where there are none, read the files cell by cell.

    ``why``: what is said where they are too large for that.
    """
    if whole_files.may_be(place):
        try:
            part = whole_files.part_at(place, progress.tell, progress.beat)
        except errors.TableError:
            if places.is_too_large(place):
                raise
            part = None
        if part is not None:
            _check_open(add=add)
            return part
    if places.is_for_the_engine(place) and places.is_too_large(place):
        raise why
    return _by_cells(place, progress, add=add)


def _by_cells(place: Place, progress: Progress, *, add: bool) -> NoReturn:
    """Take files in as an upload is; the page goes on from there."""
    progress.tell("cells")
    content = places.content_at(place)
    give_up()
    taking.take_all(content, add=add, one_table=True, beat=progress.beat)
    raise errors.TableError("large_neither", file=place.name)  # never: taking them in draws another page


def _with_paths(place: Place, log: Log, progress: Progress) -> LoadedLog:
    """Return a log with what the page of journeys draws first."""
    found = LoadedLog(place, log)
    progress.tell("paths")
    asked = computed.fitting((found,), paths.current(), progress.beat)
    computed.journeys((found,), computed.everything(asked), progress.beat)
    computed.journeys((found,), asked, progress.beat)
    return found
