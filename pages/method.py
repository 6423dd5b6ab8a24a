"""Method: how to read the matrix, its words in both languages, and every formula with its source."""

from __future__ import annotations

import streamlit as st

from cx import text
from pages.parts.around import frame
from pages.parts.dress import list_search
from pages.parts.method import sections

page = frame.draw("method")
st.title(text.say("method.title", page.lang), anchor=False)
with st.container(width=1040):
    list_search.draw(sections.BODY, sections.ENTRIES, sections.COUNT, page.lang)
    sections.contents(page.lang)
    sections.reading(page.lang)
    with st.container(key=sections.BODY):
        for name, draw in sections.SECTIONS.items():
            st.header(text.say(f"method.{name}", page.lang), anchor=name)
            draw(page.lang)
    st.markdown(f":small[{text.say('method.credit', page.lang)}]")
