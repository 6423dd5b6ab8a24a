"""What goes back to the user's own desk: the workbook with its findings, and the choices made for it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors, text
from cx.records import Choices, Finding
from cx.records.file import Understanding
from cx.text import Language
from pages.parts.around import next_step
from pages.parts.shell import state
from pages.parts.upload import remembered_files

if TYPE_CHECKING:
    from cx.deliver import Marked

_MIME: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
}


def draw(
    position: int, seen: Understanding, findings: tuple[Finding, ...], lang: Language, *, ready: bool
) -> None:
    """Draw the note on choices taken from before, the way to the matrix, and what goes back to the desk.

    ``ready`` tells whether there is a matrix to go to.
    """
    remembered_files.keep_choices(position, seen)
    _note(position, lang)
    with st.container(horizontal=True):
        if ready:
            _way_on(lang)
        if state.current().files[position].whole is None:  # else these are not the cells that people have
            _workbook(position, findings, lang)
        _mapping(position, seen, lang)


def _way_on(lang: Language) -> None:
    """Draw the way to the matrix; where impact has to be derived first, the way there before it."""
    derive = next_step.of(state.current()) == "drivers"
    if derive:
        next_step.lead("drivers", lang, primary=True)
    next_step.lead("matrix", lang, primary=not derive)


def _note(position: int, lang: Language) -> None:
    """Say that the choices came from before, as long as they are those, with the way back."""
    how = remembered_files.how_applied(state.current().files[position])
    if how:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(text.say(f"corrections.{how}", lang), icon=":material/history:")
            label = text.say("corrections.undo", lang)
            st.button(label, key="without_choices", on_click=remembered_files.take_back, args=(position,))


def _workbook(position: int, findings: tuple[Finding, ...], lang: Language) -> None:
    label = text.say("corrections.marked", lang)
    box = st.popover(label, icon=":material/rate_review:", key="marked", on_change="rerun")
    if not box.open:
        return
    with box:
        with st.spinner(text.say("corrections.marked.making", lang)):
            made = remembered_files.marked(state.current().files[position], findings, lang)
        st.markdown(_words(made, lang))
        st.download_button(
            label,
            made.content,
            file_name=made.name,
            mime=_MIME[made.name.rpartition(".")[2]],
            icon=":material/download:",
            key=f"marked_{lang}",
            on_click="ignore",
        )


def _words(made: Marked, lang: Language) -> str:
    """Return what the marked workbook is, and what is not in it."""
    lost = "".join(f"\n- {text.say(f'marked.lost.{key}', lang)}" for key in made.lost)
    key = "instead" if made.failed else "anew" if made.anew else "own" if lost else "whole"
    return f"{text.say(f'corrections.marked.{key}', lang)}\n{lost}"


def _mapping(position: int, seen: Understanding, lang: Language) -> None:
    label = text.say("corrections.mapping", lang)
    box = st.popover(label, icon=":material/bookmark:", key="mapping", on_change="rerun")
    if not box.open:
        return
    with box:
        st.markdown(text.say("corrections.mapping.help", lang))
        _save(seen, lang)
        _load(position, lang)


def _save(seen: Understanding, lang: Language) -> None:
    if seen.choices == Choices():
        st.markdown(f":small[{text.say('corrections.mapping.none', lang)}]")
        return
    from cx.deliver.ground import file_stem
    from cx.intake import mapping

    st.download_button(
        text.say("corrections.mapping.save", lang),
        mapping.mapping_of(seen.choices, seen),
        file_name=f"{file_stem(PurePath(seen.file).stem)}-{text.say('corrections.mapping.file', lang)}.json",
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
    )


def _load(position: int, lang: Language) -> None:
    label = text.say("corrections.mapping.load", lang)
    given = st.file_uploader(label, ["json"], key=f"mapping_{remembered_files.turn()}")
    if given is None:
        return
    try:
        remembered_files.take(position, given.getvalue())
    except errors.CxError as error:
        st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
    else:
        st.rerun()
