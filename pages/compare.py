"""Compare: two periods, two segments, or today against a saved session."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records import Comparison
from cx.text import Language
from pages.shell import (
    compare_alerts,
    compare_chart,
    compare_choice,
    compare_missions,
    compare_table,
    failure,
    findings,
    frame,
)
from pages.shell.state import Workspace


def show(drawn: frame.Frame, workspace: Workspace) -> None:
    """Draw the page around what is compared."""
    lang = drawn.lang
    title = st.empty()
    pair = compare_choice.draw(workspace, lang)
    if pair is None:
        title.title(text.say("page.compare", lang), anchor=False)
        st.markdown(text.say("compare.nothing", lang))
        compare_alerts.draw(None, lang)
        return
    found = compare_choice.compared(workspace, pair)
    title.title(text.for_markdown(compare_table.headline(found, lang)), anchor=False)
    compare_chart.draw(drawn, workspace, pair, found)
    compare_choice.names_box(pair, found, lang)
    tell(found, lang)
    compare_missions.draw(workspace, pair, lang)
    compare_alerts.draw(found, lang)
    findings.draw(found.findings, lang)


def tell(found: Comparison, lang: Language) -> None:
    """Draw the table of movements, with what its test means."""
    st.dataframe(
        compare_table.table(found, lang),
        height="content",
        hide_index=True,
        placeholder="",
        column_config=compare_table.columns(found, lang),
        alt=text.say("compare.alt", lang),
    )
    st.markdown(f":small[{text.say('compare.explained', lang)}]")


page = frame.draw("compare")
loaded = frame.data_or_stop(page, "compare")
try:
    show(page, loaded)
except errors.CxError as error:
    failure.draw(error, page.lang)
