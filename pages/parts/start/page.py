"""The start page: what this is, the ways to begin, and the latest sessions."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.around import frame, next_step
from pages.parts.drafts import offer
from pages.parts.machine import box
from pages.parts.shell import state
from pages.parts.start import reopen, tour
from pages.parts.upload import boxes, empty_table, samples

_PICTURES = Path(__file__).parent


def _template(lang: Language) -> bytes:
    from cx import deliver

    return deliver.template(lang)


def begin(lang: Language) -> None:
    """Draw the ways to begin: the own file first, then what is quick, then what is for few."""
    loaded = state.current().loaded
    st.header(text.say("start.own", lang), anchor=False)
    with st.container(key="further_way" if loaded else "first_way"):
        if loaded:
            boxes.another_file(lang, keep=False)
        else:
            boxes.take_files(lang)
    st.markdown(f"**{text.say('start.other', lang)}**")
    with st.container(key="other_ways", gap="xsmall"):
        with st.container(horizontal=True, gap="small"):
            samples.button(lang, quiet=True)
            st.download_button(
                text.say("start.template", lang),
                lambda: _template(lang),
                file_name=text.say("start.template.file", lang),
                icon=":material/download:",
                key=f"template_{lang}",
                on_click="ignore",
                type="tertiary",
            )
            empty_table.empty_button(lang)
        with st.expander(text.say("upload.paste.title", lang), icon=":material/content_paste:"):
            boxes.paste_box(lang)
        box.draw(lang, add=False)
    st.markdown(f":small[{text.say('start.privacy', lang)} {offer.at_first(lang)}]")


def go_on(lang: Language) -> None:
    """Draw the way on with what is loaded already: the one primary action, once there is something."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        names = state.current().names
        st.markdown(text.say("start.loaded", lang, files=text.for_markdown(names)))
        next_step.lead(next_step.of(state.current()), lang, primary=True)


def draw() -> None:
    """Draw the page."""
    page = frame.draw("start")
    st.title(text.say("start.title", page.lang), anchor=False)
    if state.current().loaded:
        go_on(page.lang)
    words, drawing = st.columns([9, 11], gap="large")
    with words:
        st.markdown(text.say("start.what", page.lang))
        begin(page.lang)
    with drawing:
        st.image(_PICTURES / f"example-{page.lang}.png", alt=text.say("start.picture", page.lang))
        st.markdown(f":small[{text.say('start.picture.caption', page.lang)}]")
        if not state.current().loaded:
            tour.draw(page.lang)
        reopen.draw(page.lang)  # last: nothing of the page waits for the store
