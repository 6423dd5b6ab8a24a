"""The most common paths, with how much of all they cover."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cx import journeys, text
from cx.records.journeys import Journeys
from cx.text import Language
from pages.parts.shell import numbers, paths, state

SHOWN = 25


def draw(found: Journeys, lang: Language) -> None:
    """Draw the table of paths."""
    rows = pd.DataFrame(journeys.variant_rows(found, SHOWN))
    columns = {
        "path": numbers.Column(text.say("journeys.column.path", lang), "words"),
        "cases": numbers.Column(text.say("journeys.column.cases", lang), write=numbers.plain(0, lang)),
        "share": numbers.Column(text.say("journeys.column.share", lang), write=numbers.percent(1, lang)),
        "covered": numbers.Column(text.say("journeys.column.covered", lang), write=numbers.percent(1, lang)),
    }
    st.markdown(text.say("journeys.variants.said", lang, n=found.variant_count))
    numbers.table(rows, columns, text.say("journeys.tab.variants", lang), lang)
    _follow(found, lang)


def _follow(found: Journeys, lang: Language) -> None:
    """Offer to draw one of the paths between touchpoints through the bubbles of the matrix."""
    known = {
        " → ".join(one.path): one.path
        for one in found.variants[:SHOWN]
        if one.path and len(set(one.path)) > 1
    }
    if not known:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(text.say("journeys.follow", lang), list(known), key=f"follow_{lang}")
        label = text.say("journeys.follow.button", lang)
        if st.button(label, icon=":material/bubble_chart:", disabled=not state.current().loaded):
            paths.ask(followed=known.get(chosen, ()))
            st.switch_page("pages/matrix.py")
