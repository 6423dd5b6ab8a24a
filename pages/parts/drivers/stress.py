"""The stress panel: what was changed, one thing at a time, and which conclusions survive it."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.records import Stress
from cx.text import Language


def draw(stress: Stress | None, lang: Language) -> None:
    """Draw one sentence, what does not survive, and everything that was changed."""
    from cx.matrix.comparison import stress as told

    if stress is None:
        st.info(text.say("stress.unknown", lang), icon=":material/info:")
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(text.say("stress.changed", lang), anchor=False)
        _listed(told.strain_words(stress, lang))
        st.markdown(f":small[{text.say('stress.help', lang)}]")
    with right:
        st.subheader(text.for_markdown(told.verdict(stress, lang)), anchor=False)
        _listed(told.lost_words(stress, lang))


def _listed(sentences: tuple[str, ...]) -> None:
    st.markdown("\n".join(f"- {text.for_markdown(sentence)}" for sentence in sentences))
