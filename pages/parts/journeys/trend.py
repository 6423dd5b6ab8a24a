"""How every figure goes from one period to the next."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.process import Beat
from cx.records.journeys import FIGURES
from cx.text import Language
from pages.parts.computed import paths as computed
from pages.parts.computed.places import Logs
from pages.parts.shell import plain_chart
from pages.parts.shell.paths import PathQuestion

_LINES = 6


def draw(files: Logs, asked: PathQuestion, width: int, lang: Language, beat: Beat) -> None:
    """Draw the choice of a figure, and its lines."""
    from cx import picture

    found = computed.trends(files, asked, beat)
    if found is None:
        st.info(text.say("journeys.trend.one", lang), icon=":material/info:")
        return
    label = text.say("journeys.trend.figure", lang)
    figure = st.selectbox(
        label, FIGURES, format_func=lambda one: text.say(f"journeys.changes.{one}", lang), key=f"trend_{lang}"
    )
    rows = [row for row in found.rows if row.figure == figure]
    named = {picture.trend_name(row, lang): row for row in rows}
    chosen = st.multiselect(
        text.say("journeys.trend.lines", lang),
        list(named),
        default=list(named)[:_LINES],
        max_selections=_LINES,
        key=f"trend_lines_{figure}_{lang}",
    )
    drawn = [named[name] for name in chosen]
    st.markdown(f":small[{text.say('journeys.trend.said', lang)}]")
    chart = picture.trend_lines(found, drawn, lang=lang, width=width)
    plain_chart.draw(chart, "paths_trend", picture.trend_in_words(found, drawn, lang))
