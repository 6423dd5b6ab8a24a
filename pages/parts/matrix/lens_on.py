"""The lens that is on: one at a time, as marks on the bubbles."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cx import text
from cx.records import Settings
from cx.records.lenses import LENSES
from cx.text import Language
from pages.parts.computed import screen
from pages.parts.shell import state


def draw(settings: Settings, lang: Language) -> None:
    """Draw the choice of a lens; where the one that is on has nothing to show, say so and where to get it."""
    among = (None, *LENSES)
    tied = state.control("lens", settings.look.lens, _put, among)
    st.selectbox(
        text.say("view.lens", lang),
        among,
        format_func=lambda lens: text.say(f"lens.{lens}" if lens else "view.lens.none", lang),
        help=text.say("view.lens.help", lang),
        **tied,
    )
    if settings.look.lens is None:
        return
    beside = screen.companions(state.current())
    if not beside.readings and not beside.wished:
        st.page_link("pages/lenses.py", label=text.say("view.lens.nothing", lang), icon=":material/info:")


def _put(lens: object) -> None:
    state.set_settings(look=replace(state.current().settings.look, lens=lens))
