"""The list below a chart that says what its numbers stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from cx import text
from cx.text import Language

if TYPE_CHECKING:
    from cx.picture import Picture


def draw(picture: Picture, lang: Language) -> None:
    """Draw the numbers that the chart does not name itself, in order; nothing where it names them all."""
    if not picture.beyond_key:
        return
    with_number = [one for one in picture.beyond_key if one.number is not None]
    without = [one for one in picture.beyond_key if one.number is None]
    rows = "".join(f"<li value='{one.number}'>{text.for_html(one.name)}</li>" for one in with_number)
    rows += "".join(f"<li class='cx-bare'>{text.for_html(one.name)}</li>" for one in without)
    label = text.for_html(text.say("picture.key", lang))
    st.html(f"<ol class='cx-numbered' aria-label='{label}'>{rows}</ol>")
