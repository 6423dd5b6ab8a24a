"""Going on with a draft: what it holds is shown at once, and its files take their places as they come."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors
from pages.parts.drafts import draft_of_page, file_prints, found_drafts, owner, shipped_samples
from pages.parts.drafts import screen as screens
from pages.parts.drafts.found_drafts import Awaited, Offer
from pages.parts.drafts.screen import AboutFile
from pages.parts.shell import keys, state
from pages.parts.shell.workspace import LoadedFile, SavedData, Workspace

if TYPE_CHECKING:
    from cx.records import Touchpoints
    from cx.records.file import Workbook
    from cx.session.drafts import record


def begin(offer: Offer) -> None:
    """Show what a draft holds, in place of whatever was loaded; it is that of this page from now on."""
    draft = offer.draft
    if draft is None:
        return
    state.leave_session()
    for key in (keys.PAST, keys.FUTURE, keys.CHOSEN, keys.CONTENTS, keys.MARKED, keys.RESULTS, keys.AWAITED):
        st.session_state.pop(key, None)
    waits = _with_what_comes_by_itself(Awaited(draft, offer.screen))
    st.session_state[keys.WORKSPACE] = _whole(waits) if not waits.missing else _aggregates(draft)
    if waits.missing:
        st.session_state[keys.AWAITED] = waits
    screens.show(offer.screen)
    _take_over(offer)


def met(workbooks: Sequence[Workbook]) -> Sequence[Workbook]:
    """Let files that were read take their places in a draft; return those that have none there.

    A draft that is only offered is gone on with where all of them belong to it.
    """
    if not workbooks:
        return workbooks
    waits = found_drafts.awaited()
    if waits is None or not any(_place(waits, book) is not None for book in workbooks):
        offer = _fitting(workbooks)
        if offer is None:
            return workbooks
        begin(offer)
        waits = found_drafts.awaited()
    return workbooks if waits is None else _placed(waits, workbooks)


def _placed(waits: Awaited, workbooks: Sequence[Workbook]) -> Sequence[Workbook]:
    left = []
    for book in workbooks:
        position = _place(waits, book)
        if position is None:
            left.append(book)
        else:
            waits = waits.with_file(position, _as_left(waits.draft.files[position], book))
    st.session_state[keys.AWAITED] = waits
    if not waits.missing:
        _complete(waits)
    return left


def go_without() -> None:
    """Wait for no file any more: what the draft holds itself stays."""
    st.session_state.pop(keys.AWAITED, None)


def _complete(waits: Awaited) -> None:
    """All files are there: they take the place of the aggregates; what was set meanwhile stays."""
    now, whole = state.current(), _whole(waits)
    settled = replace(
        whole,
        files=(*whole.files, *now.files),  # what came beside the aggregates meanwhile stays
        settings=now.settings,
        assessments=now.assessments,
        lens_settings=now.lens_settings,
    )
    st.session_state.pop(keys.AWAITED, None)
    st.session_state[keys.SESSION_NOTICE] = "complete"
    state.change(settled if now.loaded else whole)


def _whole(waits: Awaited) -> Workspace:
    draft, asked = waits.draft, waits.screen
    files = tuple(waits.here[place] for place in sorted(waits.here))
    return Workspace(
        files,
        draft.settings,
        asked.question,
        asked.derived,
        asked.impact_on,
        _saved(draft.saved),
        draft.assessments,
        draft.lens_settings,
    )


def _aggregates(draft: record.Draft) -> Workspace:
    """What a draft shows without its files: what a saved session would."""
    return Workspace(
        settings=draft.settings,
        saved=_saved(draft.touchpoints),
        assessments=draft.assessments,
        lens_settings=draft.lens_settings,
    )


def _saved(table: Touchpoints | None) -> SavedData | None:
    from cx.session.sessions import document

    return None if table is None else SavedData(table, document.fingerprint(table))


def _with_what_comes_by_itself(waits: Awaited) -> Awaited:
    for position, file in enumerate(waits.draft.files):
        book = _by_itself(file)
        if book is not None:
            waits = waits.with_file(position, _as_left(file, book))
    return waits


def _by_itself(file: record.DraftFile) -> Workbook | None:
    """The workbook of one of our own samples, or of a table that was begun here."""
    from cx import intake
    from cx.text import LANGUAGES

    if file.origin == "blank" and file.plain:
        return next((book for book in map(intake.blank, LANGUAGES) if book.sha256 == file.sha256), None)
    content = shipped_samples.content(file.sha256) if file.origin == "shipped" else None
    if content is None:
        return None
    try:
        book = intake.read(content, file.name)
    except errors.FileError:
        return None
    file_prints.note(book, content)
    return book


def _place(waits: Awaited, workbook: Workbook) -> int | None:
    """The position of a file among those that a draft waits for; ``None`` where it is another one."""
    known = file_prints.known().get(workbook.sha256)
    places = (
        place
        for place, file in enumerate(waits.draft.files)
        if place not in waits.here and known and known.is_of(file)
    )
    return next(places, None)


def _as_left(file: record.DraftFile, workbook: Workbook) -> LoadedFile:
    """A file with what was set and changed about it; as it is read where that cannot be opened."""
    from cx.session.drafts import sealing
    from cx.session.sessions import codec

    known = file_prints.known().get(workbook.sha256)
    book = workbook if workbook.name == file.name else replace(workbook, name=file.name)
    try:
        said = file.plain or (sealing.opened(file.sealed, known.key) if known else "")
        about = codec.record(json.loads(said), AboutFile)
    except (ValueError, TypeError, OverflowError):
        return LoadedFile(book)
    return LoadedFile(book, about.choices, about.edits, at_rest=about.at_rest)


def _fitting(workbooks: Sequence[Workbook]) -> Offer | None:
    """The draft on offer that all of these files belong to."""
    if state.current().loaded:
        return None
    for offer in found_drafts.offered():
        if offer.draft and all(
            _place(Awaited(offer.draft, offer.screen), book) is not None for book in workbooks
        ):
            return offer
    return None


def _take_over(offer: Offer) -> None:
    """Keep the draft under this page's own sign; a page that shows it still keeps one of its own again."""
    from cx.session.drafts import place

    draft_of_page.anew()
    target = place.file(owner.name(), owner.draft())
    with suppress(OSError):  # gone meanwhile: what is on the screen is kept anew
        offer.path.replace(target)
    found_drafts.dealt_with(offer)
