"""One click to a round in which the room guesses, before anything of the matrix is shown."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.records import Matrix
from cx.session.voting import guessing
from cx.text import Language
from pages.parts.room import guess_question, opening

_MOST: Final = 200
_FIRST: Final = ("guess_satisfaction", "guess_expectation", "guess_impact")


def draw(session_id: str, matrix: Matrix, lang: Language) -> None:
    """Draw a button for each figure that can be guessed: it opens the round about all touchpoints at once."""
    chosen = guessing.in_order(matrix)
    with st.container(border=True, key="guess_first", gap="small"):
        st.markdown(f"**{text.say('guess.first.title', lang)}**  \n{text.say('guess.first.what', lang)}")
        if len(chosen) > _MOST:
            st.markdown(text.say("guess.first.too_many", lang, most=_MOST))
            return
        with st.container(horizontal=True, gap="small"):
            for asked in (one for one in guess_question.askable(matrix) if one in _FIRST):
                label = text.say(f"guess.first.{asked}", lang)
                if st.button(label, icon=":material/psychology_alt:", key=f"first_{asked}"):
                    question = guessing.of_matrix(asked, matrix)
                    opening.begin(session_id, "guess", chosen, lang, guess=question)
