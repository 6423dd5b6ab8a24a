"""The start page: what this is, the ways to begin, and the latest sessions."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.around import frame
from pages.parts.computed import all_files
from pages.parts.drafts import offer
from pages.parts.machine import box
from pages.parts.shell import state
from pages.parts.start import reopen
from pages.parts.upload import boxes, empty_table, samples

_PICTURES = Path(__file__).parent


def _template(lang: Language) -> bytes:
    from cx import deliver

    return deliver.template(lang)


def begin(lang: Language) -> None:
    """Draw the ways to begin: a file, the sample, the template, a pasted table, an empty one."""
    st.header(text.say("start.begin", lang), anchor=False)
    if state.current().loaded:
        boxes.another_file(lang, keep=False)
    else:
        boxes.take_files(lang)
    with st.container(horizontal=True):
        samples.button(lang)
        st.download_button(
            text.say("start.template", lang),
            lambda: _template(lang),
            file_name=text.say("start.template.file", lang),
            icon=":material/download:",
            key=f"template_{lang}",
            on_click="ignore",
        )
        empty_table.empty_button(lang)
    with st.expander(text.say("upload.paste.title", lang), icon=":material/content_paste:"):
        boxes.paste_box(lang)
    box.draw(lang, add=False)
    st.markdown(f":small[{text.say('start.privacy', lang)} {offer.at_first(lang)}]")


def go_on(lang: Language) -> None:
    """Draw the way back to what is loaded already."""
    names = state.current().names
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(text.say("start.loaded", lang, files=text.for_markdown(names)))
        ready = all_files.is_clear(state.current())
        target, key = ("pages/matrix.py", "start.to_matrix") if ready else ("pages/data.py", "start.to_data")
        st.page_link(target, label=text.say(key, lang), icon=":material/arrow_forward:")


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
        reopen.draw(page.lang)  # last: nothing of the page waits for the store
