"""What the page says where there is no log yet, and the ways to get one in."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records.journeys import SHARED_LEAST
from cx.text import Language
from pages.parts.machine import box, columns, work
from pages.parts.shell import state
from pages.parts.shell.workspace import LoadedLog
from pages.parts.upload import boxes, samples


def draw(lang: Language) -> None:
    """Say what the page is for, and offer files of one's own and the sample log."""
    loaded = state.current().loaded
    st.title(text.say("page.journeys", lang), anchor=False)
    st.markdown(text.say("empty.journeys", lang))
    if loaded:
        st.info(text.say("journeys.none", lang), icon=":material/info:")
    with st.container(width=640):
        take(lang)
        samples.contacts_button(lang, add=loaded)
        box.draw(lang, add=loaded)


def take(lang: Language) -> None:
    """Draw the uploader of logs: several at once, beside what is loaded."""
    label = text.say("journeys.upload", lang)
    boxes.take_files(lang, add=state.current().loaded, label=label, stay=True)


def further(lang: Language) -> None:
    """Offer further logs in the sidebar."""
    with st.sidebar, st.popover(text.say("journeys.further", lang), icon=":material/upload_file:"):
        boxes.take_files(lang, add=True, place="logs", label=text.say("journeys.upload", lang), stay=True)
        box.draw(lang, add=True)


def kept_there(log: LoadedLog, lang: Language) -> None:
    """Say in the sidebar which log is shown that stays where it lies, and what its columns are."""
    with st.sidebar, st.container(key="machine_log", gap="small"):
        st.markdown(text.say("machine.shown", lang, name=text.for_markdown(log.name)))
        if log.place.elsewhere:
            st.caption(text.say("machine.folded", lang, least=SHARED_LEAST))
        columns.of_log(log, lang)
        st.button(
            text.say("machine.again", lang),
            icon=":material/refresh:",
            key="machine_again",
            on_click=work.again,
            args=(log.place,),
        )
        st.button(
            text.say("machine.put_away", lang),
            icon=":material/close:",
            key="machine_put_away",
            on_click=state.show_log,
            args=(None,),
        )


def refused(log: LoadedLog, error: errors.CxError, lang: Language) -> None:
    """Say why a log that stays where it lies cannot be asked; what was drawn of it before stands above."""
    title = text.say("machine.refused", lang, name=text.for_markdown(log.name))
    st.error(text.for_markdown(error.message(lang)), title=title, icon=":material/error:")
