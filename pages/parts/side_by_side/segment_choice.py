"""Impact derived within each segment, against the crosshair of all respondents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from cx import text
from cx.records import DriverResult
from cx.text import Language
from pages.parts.computed import derived_impact
from pages.parts.shell import state
from pages.parts.side_by_side import segment_changes

if TYPE_CHECKING:
    from cx.matrix.comparison import Segments

_FEWEST = 2


def draw(file: state.LoadedFile, question: state.Question, result: DriverResult, lang: Language) -> None:
    """Draw the choice of what to compare by, and what changes between its segments."""
    columns = derived_impact.segment_columns(file)
    if not columns:
        st.info(text.say("segments.empty", lang), icon=":material/info:")
        return
    st.markdown(f":small[{text.say('segments.help', lang)}]")
    column = columns[0]
    if len(columns) > 1:
        label = text.say("segments.column", lang)
        column = st.selectbox(
            label, columns, format_func=text.for_markdown, key=f"segment_column_{lang}", width=320
        )
    compare(file, question, column, partial(derived_impact.within_segments, result=result), lang)


def compare(
    file: state.LoadedFile,
    question: state.Question,
    column: str,
    find: partial[tuple[Segments, dict[str, str]]],
    lang: Language,
) -> None:
    """Draw what changes between the segments of a column, saying that it takes a moment."""
    with st.spinner(text.say("segments.working", lang)):
        found, failed = find(file, question, column, lang=lang)
    if len(found.matrices) >= _FEWEST:
        segment_changes.draw(found, state.current().settings, lang)
    else:
        st.info(text.say("segments.nothing", lang), icon=":material/info:")
    for segment, reason in failed.items():
        words = text.say("segments.unusable", lang, segment=segment, reason=reason)
        st.markdown(f":small[{text.for_markdown(words)}]")
