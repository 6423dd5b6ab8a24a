"""Undo, redo and reset: the way back from what was changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.shell import state

_RESETS: Final[dict[str, Callable[[], None]]] = {
    "view": state.reset_view,
    "strategies": state.reset_strategies,
    "edits": state.reset_edits,
}


def draw(lang: Language) -> None:
    """Draw undo, redo and reset."""
    with st.container(horizontal=True, gap="small"):
        for name, can, act in (
            ("undo", state.can_undo(), state.undo),
            ("redo", state.can_redo(), state.redo),
        ):
            label = text.say(f"view.{name}", lang)
            st.button(
                label, icon=f":material/{name}:", key=name, on_click=act, disabled=not can, width="stretch"
            )
    st.menu_button(
        text.say("view.reset", lang),
        [what for what in _RESETS if what == "view" or state.lock() is None],
        icon=":material/restart_alt:",
        key=f"reset_{lang}",
        format_func=lambda what: text.say(f"view.reset.{what}", lang),
        on_click=partial(_reset, lang),
        width="stretch",
    )


def _reset(lang: Language) -> None:
    what = st.session_state[f"reset_{lang}"]
    if what in _RESETS:
        _RESETS[what]()
