"""What one file may cost, said where files are taken in."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.text import Language


def draw(lang: Language) -> None:
    """Draw the limits behind a word; nothing of the reader is loaded until they are looked at."""
    box = st.popover(text.say("limits.title", lang), type="tertiary", key=f"limits_{lang}", on_change="rerun")
    if box.open:
        from cx import intake

        with box:
            st.markdown("\n".join(f"- {sentence}" for sentence in intake.limits_set().sentences(lang)))
            st.markdown(text.say("limits.why", lang))
