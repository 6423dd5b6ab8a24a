"""What a page says when there is data but no result, with the way on."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records import Matrix
from cx.text import Language
from pages.parts.shell import history

_REASONS = ("impact_explains_little", "impact_explains_nothing")
"""Why the data do not show the impact, and about how many answers would do."""


def draw(error: errors.CxError, lang: Language) -> None:
    """Say what stands in the way, and lead to where it is mended."""
    st.title(text.say("failure.title", lang), anchor=False)
    st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
    if not isinstance(error, errors.SessionError):
        to_data(lang)
    with st.sidebar:
        history.draw(lang)


def to_data(lang: Language) -> None:
    """Draw the link to the page on which the table is understood and mended."""
    st.page_link("pages/data.py", label=text.say("failure.to_data", lang), icon=":material/table:")


def no_impact(matrix: Matrix, lang: Language) -> None:
    """Say that there is no impact yet, or that the data do not show it, and lead to the ways to get it."""
    key = "failure.impact_unknown" if matrix.impact_unknown else "failure.no_impact"
    reasons = [one.message(lang) for one in matrix.findings if one.code in _REASONS]
    st.info(text.for_markdown(" ".join([*reasons, text.say(key, lang)])), icon=":material/info:")
    with st.container(horizontal=True):
        to_data(lang)
        label = text.say("ways.derive.link", lang)
        st.page_link("pages/drivers.py", label=label, icon=":material/bar_chart:")
