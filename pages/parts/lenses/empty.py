"""What a lens says where there is nothing for it yet: what it needs, and how to get that."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.records.lenses import Lens
from cx.text import Language

_WAYS = (1, 2)


def draw(lens: Lens, lang: Language, *, said: str = "lenses.empty") -> None:
    """Draw what is needed, and the ways to get it; ``said``: how little there is."""
    with st.container(width=820):
        needed = text.say(f"lens.{lens}.needs", lang)
        st.info(f"{text.say(said, lang)} {needed}", icon=":material/info:")
        ways = "\n".join(f"- {text.say(f'lens.{lens}.get.{way}', lang)}" for way in _WAYS)
        st.markdown(f"**{text.say('lenses.empty.how', lang)}**\n\n{ways}")
