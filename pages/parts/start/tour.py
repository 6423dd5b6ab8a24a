"""The short tour of a first visit: four steps beside the ways to begin, which can be left at once.

The browser keeps that it was seen, from the first moment on, so that it never comes back; where a browser
keeps nothing, it is not shown. It covers nothing, takes no focus, and points at what it speaks of.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.dress import shades

_HERE = Path(__file__).parent
_tour = st.components.v2.component(
    "cx_tour",
    css=shades.sheet(_HERE / "tour.css"),
    js=(_HERE / "tour.js").read_text(encoding="utf-8"),
)
_STEPS: Final = {
    "file": ".st-key-first_way",
    "data": "[data-testid='stSidebar'] a[href$='data']",
    "matrix": "[data-testid='stSidebar'] a[href$='matrix']",
    "room": "[data-testid='stSidebar'] a[href$='room']",
}
"""Each step, and what it shows on the page."""
_WORDS: Final = ("label", "next", "back", "leave", "done")


def draw(lang: Language) -> None:
    """Draw the tour where this browser has not seen it; nothing otherwise."""
    steps = [
        {
            "shows": shows,
            "title": text.say(f"tour.{name}", lang),
            "words": text.say(f"tour.{name}.words", lang),
            "place": text.say("tour.place", lang, place=place, total=len(_STEPS)),
        }
        for place, (name, shows) in enumerate(_STEPS.items(), start=1)
    ]
    words = {name: text.say(f"tour.{name}", lang) for name in _WORDS}
    _tour(key="tour", data={"steps": steps, "words": words})
