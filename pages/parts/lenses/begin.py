"""What the page says where nothing is loaded: what it is for, and files of one's own or the sample."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.upload import boxes, samples


def draw(lang: Language) -> None:
    """Say what the page is for, and offer an upload and the sample of lenses."""
    st.title(text.say("page.lenses", lang), anchor=False)
    st.markdown(text.say("empty.lenses", lang))
    with st.container(width=640):
        boxes.take_files(lang, add=False, label=text.say("lenses.upload", lang), stay=True)
        samples.lenses_button(lang)
