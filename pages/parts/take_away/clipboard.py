"""A button that puts the picture on the clipboard, where the browser allows it.

A browser lets a page write to the clipboard only while it answers a click, so the button is its own:
it hands the browser a promise of an image, asks Python for the image, and keeps the promise when it arrives.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from pages.parts.dress import shades
from pages.parts.shell import keys

_HERE = Path(__file__).parent
_button = st.components.v2.component(
    "cx_clipboard",
    html="<button type='button'><span></span></button>",
    css=shades.sheet(_HERE / "clipboard.css"),
    js=(_HERE / "clipboard.js").read_text(encoding="utf-8"),
)


def draw(key: str, words: dict[str, str], image: Callable[[], bytes]) -> None:
    """Draw the button; ``image`` makes the PNG once it is asked for.

    Parameters
    ----------
    words
        What the button says: ``copy``, ``making``, ``copied``, ``refused``; ``impossible`` explains
        why it is switched off where the browser has no clipboard for images.
    """
    wanted = st.session_state.pop(keys.COPYING, False)
    data = {"words": words, "image": base64.b64encode(image()).decode() if wanted else ""}
    _button(key=key, data=data, on_wanted_change=_ask)


def _ask() -> None:
    st.session_state[keys.COPYING] = True
