"""The part of the plot that is in view: a box drawn on the chart, until the whole is asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from cx import text
from cx.records import Window
from cx.text import Language
from pages.parts.shell import keys
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from cx.picture import Picture


def current(workspace: Workspace) -> Window | None:
    """Return the part of the plot that is in view; ``None``: all of it."""
    data, window = st.session_state.get(keys.ZOOM, ("", None))
    return window if data == workspace.identity else None


def into(workspace: Workspace, picture: Picture, width: int, drawn: dict[str, Any]) -> None:
    """Look at the part that a box on the chart encloses; its corners are in CSS pixels."""
    from cx import picture as drawing

    window = drawing.window_of(picture, width=width, x=tuple(drawn["x"]), y=tuple(drawn["y"]))
    st.session_state[keys.ZOOM] = (workspace.identity, window)
    st.session_state.pop(keys.ZOOMING, None)


def out() -> None:
    """Look at the whole again."""
    st.session_state.pop(keys.ZOOM, None)
    st.session_state.pop(keys.ZOOMING, None)


def button(workspace: Workspace, lang: Language) -> None:
    """Draw the switch that lets a box be drawn on the chart; of a part, the way back to the whole."""
    if current(workspace) is None:
        on = bool(st.session_state.get(keys.ZOOMING))
        st.button(
            text.say("zoom.stop" if on else "zoom.in", lang),
            icon=":material/zoom_in:",
            key="zoom_in",
            help=text.say("zoom.hint", lang),
            on_click=_switch,
            type="primary" if on else "secondary",
            width="stretch",
        )
    else:
        label = text.say("zoom.out", lang)
        st.button(label, icon=":material/zoom_out_map:", key="zoom_out", on_click=out, width="stretch")


def _switch() -> None:
    st.session_state[keys.ZOOMING] = not st.session_state.get(keys.ZOOMING)
