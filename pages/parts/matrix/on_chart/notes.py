"""Notes pinned to places of the chart: written in a box of their own, moved on the chart, taken away."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from cx import text
from cx.records import LONGEST_NOTE, MOST_NOTES, PinnedNote
from cx.text import Language
from pages.parts.shell import keys, state

if TYPE_CHECKING:
    from cx.picture import Picture


@dataclass(frozen=True)
class _Writing:
    """The note that is being written."""

    id: str
    """Empty: a new one."""
    place: tuple[float, float] | None = None
    """Satisfaction and height of a new one; ``None``: the middle of the plot."""


def button(lang: Language) -> None:
    """Draw the button that begins a note in the middle of the chart."""
    full = len(state.current().settings.look.notes) >= MOST_NOTES
    key = "note.full" if full else "note.add.help"
    st.button(
        text.say("note.add", lang),
        icon=":material/add_comment:",
        key="note_add",
        help=text.say(key, lang, n=MOST_NOTES),
        on_click=partial(_begin, _Writing("")),
        disabled=full,
        width="stretch",
    )


def heard(picture: Picture, width: int, told: Any) -> None:  # noqa: ANN401 - what the chart's component sends
    """Take over what was done to a note on the chart: moved, opened, taken away, or a new one begun."""
    from cx import picture as drawing

    id_ = str(told.get("id", ""))
    if told.get("gone"):
        _put([one for one in _notes() if one.id != id_])
    elif told.get("open") and id_:
        _begin(_Writing(id_))
    elif all(isinstance(told.get(side), (int, float)) for side in ("x", "y")):
        place = drawing.pinned_at(picture, width=width, x=told["x"], y=told["y"])
        if told.get("open"):
            _begin(_Writing("", place))
        else:
            _put([_moved(one, place, picture) if one.id == id_ else one for one in _notes()])


def draw(picture: Picture, lang: Language) -> None:
    """Draw the box in which a note is written, where one is."""
    writing: _Writing | None = st.session_state.get(keys.NOTE)
    known = {one.id: one for one in _notes()}
    if writing is None or (writing.id and writing.id not in known):
        return
    title = text.say("note.change" if writing.id else "note.add", lang)
    box = st.dialog(title, on_dismiss=_end)(_written)
    box(writing, known.get(writing.id), picture, lang)


def _written(writing: _Writing, known: PinnedNote | None, picture: Picture, lang: Language) -> None:
    typed = st.text_area(
        text.say("note.words", lang),
        known.words if known else "",
        max_chars=LONGEST_NOTE,
        key=f"note_words_{writing.id}",
        help=text.say("note.words.help", lang),
    )
    words = " ".join(typed.split())
    with st.container(horizontal=True):
        if st.button(text.say("note.keep", lang), key="note_keep", type="primary", disabled=not words):
            _keep(writing, known, words, picture)
            st.rerun()
        if known and st.button(text.say("note.remove", lang), key="note_remove", icon=":material/delete:"):
            _put([one for one in _notes() if one.id != known.id])
            _end()
            st.rerun()


def _keep(writing: _Writing, known: PinnedNote | None, words: str, picture: Picture) -> None:
    if known:
        _put([replace(one, words=words) if one.id == known.id else one for one in _notes()])
    else:
        place = writing.place or picture.values_at(*picture.plot.centre)
        note = PinnedNote(secrets.token_hex(4), words, *place, picture.y_stands_for)
        _put([*_notes(), note])
    _end()


def _moved(note: PinnedNote, place: tuple[float, float], picture: Picture) -> PinnedNote:
    return replace(note, satisfaction=place[0], height=place[1], upwards=picture.y_stands_for)


def _begin(writing: _Writing) -> None:
    if writing.id or len(_notes()) < MOST_NOTES:
        st.session_state[keys.NOTE] = writing


def _end() -> None:
    st.session_state.pop(keys.NOTE, None)


def _notes() -> tuple[PinnedNote, ...]:
    return state.current().settings.look.notes


def _put(notes: list[PinnedNote]) -> None:
    """Take these notes, as one step that can be taken back."""
    look = replace(state.current().settings.look, notes=tuple(notes))
    state.set_settings(look=look)
