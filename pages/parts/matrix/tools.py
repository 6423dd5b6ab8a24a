"""What stands below the chart: the touchpoint to look at, and the picture to take along as it is."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cx import text
from cx.records import Matrix
from cx.text import Language
from pages.parts.computed import screen
from pages.parts.matrix import card, zoom
from pages.parts.matrix.on_chart import hands, notes
from pages.parts.shell import keys, state
from pages.parts.shell.state import Workspace
from pages.parts.take_away import clipboard, downloads


def draw(workspace: Workspace, matrix: Matrix, lang: Language, sight: screen.Sight) -> None:
    """Draw the row below the chart, as wide as the chart."""
    source = downloads.source(workspace, lang)
    # Set side by side by our own style: five columns of Streamlit would be six more parts to draw.
    with st.container(key=hands.TOOLS, width=sight.width, horizontal=True):
        _touchpoint_box(matrix, lang)
        zoom.button(workspace, lang)
        notes.button(lang)
        words = {name: text.say(f"copy.{name}", lang) for name in _COPY_WORDS}
        clipboard.draw("copy_image", words, partial(downloads.image, source))
        downloads.image_button(source, lang)
    downloads.warn(source, lang)


def _touchpoint_box(matrix: Matrix, lang: Language) -> None:
    """Draw the list in which a touchpoint can be chosen without a pointer."""
    names = {bubble.id: bubble.label for bubble in matrix.by_priority}
    chosen = st.session_state.get(keys.CHOSEN)
    tied = state.control("touchpoint", chosen if chosen in names else None, card.choose, names)
    st.selectbox(
        text.say("matrix.touchpoint", lang),
        list(names),
        index=None,
        format_func=lambda id_: names.get(id_, ""),
        placeholder=text.say("matrix.touchpoint.none", lang),
        label_visibility="collapsed",
        **tied,
    )


_COPY_WORDS = ("copy", "making", "copied", "refused", "impossible")
