"""A box that searches a list while one types: the browser hides what does not hold the words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.dress import shades

_HERE = Path(__file__).parent
_box = st.components.v2.component(
    "cx_list_search",
    html="<label><span></span><input type='search' autocomplete='off'></label><output></output>",
    css=shades.sheet(_HERE / "list_search.css"),
    js=(_HERE / "list_search.js").read_text(encoding="utf-8"),
)
LEAST: Final = 10
"""A list with more entries than this gets a box; a shorter one is seen at once."""


def draw(place: str, entries: str, count: int, lang: Language) -> None:
    """Draw the box above a list of more than :data:`LEAST` entries; nothing for a shorter one.

    Parameters
    ----------
    place
        The key of the container that holds the list.
    entries
        What is one entry of it, as a CSS selector.
    count
        How many entries there are.
    """
    if count <= LEAST:
        return
    words = {name: text.say(f"search.{name}", lang, shown="{shown}", n="{n}") for name in ("label", "found")}
    _box(key=f"search_{place}", data={"place": f".st-key-{place}", "entries": entries, "words": words})
