"""A box that searches a list while one types: the browser hides what does not hold the words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.dress import shades

_HERE = Path(__file__).parent
_box = st.components.v2.component(
    "cx_list_search",
    html="<label><span></span><input type='search' autocomplete='off'></label><output></output><p></p>",
    css=shades.sheet(_HERE / "list_search.css"),
    js=(_HERE / "list_search.js").read_text(encoding="utf-8"),
)
LEAST: Final = 10
"""A list with more entries than this gets a box; a shorter one is seen at once."""


def draw(place: str, entries: str, count: int, lang: Language, rest: Sequence[str] = ()) -> None:
    """Draw the box above a list of more than :data:`LEAST` entries; nothing for a shorter one.

    Parameters
    ----------
    place
        The key of the container that holds the list.
    entries
        What is one entry of it, as a CSS selector.
    count
        How many entries there are.
    rest
        Entries that the list does not draw, in words: those that are sought are told below the box.
    """
    if count <= LEAST:
        return
    holes = {"shown": "{shown}", "n": "{n}", "names": "{names}"}
    words = {name: text.say(f"search.{name}", lang, **holes) for name in ("label", "found", "rest")}
    about = {"place": f".st-key-{place}", "entries": entries, "words": words, "rest": list(rest)}
    _box(key=f"search_{place}", data=about)
