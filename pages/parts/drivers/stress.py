"""The stress panel: what was changed, one thing at a time, and which conclusions survive it."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.records import Stress
from cx.text import Language


def draw(stress: Stress | None, lang: Language) -> None:
    """Draw one sentence, what does not survive, and everything that was changed."""
    from cx.matrix.comparison import stress as told

    if stress is None or not stress.conclusions:
        words = text.say("stress.unknown", lang) if stress is None else told.verdict(stress, lang)
        st.info(text.for_markdown(words), icon=":material/info:")
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(text.say("stress.changed", lang), anchor=False)
        _listed(told.strain_words(stress, lang))
        st.markdown(f":small[{text.say('stress.help', lang)}]")
    with right:
        st.markdown(f"**{text.for_markdown(told.verdict(stress, lang))}**")
        _listed(told.lost_words(stress, lang))


def _listed(sentences: tuple[str, ...]) -> None:
    st.markdown("\n".join(f"- {text.for_markdown(sentence)}" for sentence in sentences))
