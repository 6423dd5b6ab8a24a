"""What a page puts on before anything else of it is drawn."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from cx.text import Language
from pages.parts.dress import library_words, shades

_HERE = Path(__file__).parent
_script = st.components.v2.component("cx_put_on", js=(_HERE / "put_on.js").read_text(encoding="utf-8"))


def draw(sheet: Path, lang: Language) -> None:
    """Draw the styles of our own parts for light and dark, and say Streamlit's own words in a language."""
    styles = "\n".join(shades.sheet(path) for path in (sheet, _HERE / "library.css"))
    st.html(f"<style>{styles}</style>")
    _script(key="put_on", data={"words": library_words.words(lang) + library_words.of_a_broken_page(lang)})
