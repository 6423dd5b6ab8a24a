"""What the room is to guess: chosen in the form of a round."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.lenses import assessed_words
from cx.records import Matrix
from cx.records.lenses import Assessed
from cx.records.session import Guess
from cx.session.voting import guessing
from cx.text import Language
from pages.parts.computed import all_files
from pages.parts.shell import state

_ASKED: Final = "round_asked"


def askable(matrix: Matrix) -> tuple[Assessed, ...]:
    """Return what the room can be asked of what is loaded."""
    return guessing.askable(matrix, all_files.touchpoints(state.current()))


def draw(matrix: Matrix, lang: Language) -> Guess:
    """Draw the choice; return what is asked, with the answers that there are."""
    offered = askable(matrix)
    asked: Assessed = st.selectbox(
        text.say("guess.asked", lang),
        offered,
        format_func=lambda one: assessed_words.name(one, lang),
        key=f"{_ASKED}_{lang}",
        width=360,
    )
    return guessing.of_matrix(asked, matrix)
