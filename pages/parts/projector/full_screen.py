"""A button that gives the page the whole screen, which a browser grants only to a click of its own."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.parts.dress import shades

_HERE = Path(__file__).parent
_button = st.components.v2.component(
    "cx_full_screen",
    html="<button type='button'></button>",
    css=shades.sheet(_HERE / "full_screen.css"),
    js=(_HERE / "full_screen.js").read_text(encoding="utf-8"),
)


def draw(key: str, enter: str, leave: str) -> None:
    """Draw the button, which says ``enter`` or ``leave``; it hides where a browser has no full screen."""
    _button(key=key, data={"enter": enter, "leave": leave}, width="content")
