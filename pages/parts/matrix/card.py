"""The card of the touchpoint that was chosen: what the matrix says about it, and its findings."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import matrix as building
from cx import text
from cx.records import Bubble, Matrix
from cx.text import Language
from pages.parts.around import cells, rename
from pages.parts.computed import lenses, paths
from pages.parts.shell import about_touchpoint, findings, keys, state

KEY: Final = "card"


def draw(bubble: Bubble, matrix: Matrix, lang: Language) -> None:
    """Draw the card where it is called."""
    with st.container(key=KEY, gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False, key="card_head"):
            st.markdown(f"**{text.for_markdown(bubble.label)}**")
            label = text.say("card.close", lang)
            st.button(label, icon=":material/close:", key="close_card", on_click=close, type="tertiary")
        said = paths.of_touchpoints(state.current(), [bubble]).get(bubble.id)
        more = building.contact_advice(bubble, said, lang)
        seen = lenses.lines(state.current(), bubble.name, lang) if not bubble.group else ()
        st.html(about_touchpoint.in_html(bubble, matrix, lang, more, seen))
        findings.brief(building.findings_about(matrix, bubble), lang, cells.link)
        rename.draw(bubble.name, lang)


def choose(bubble_id: str | None) -> None:
    """Choose a touchpoint, or none."""
    st.session_state[keys.CHOSEN] = bubble_id


def close() -> None:
    """Choose no touchpoint."""
    choose(None)
