"""What customers say matters, against what moves the outcome."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import streamlit as st

from cx import text
from cx.records import Touchpoints
from cx.text import Language
from pages.shell import numbers

_CONFIG: Final = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False}
_COLUMNS: Final = ("touchpoint", "stated", "derived", "stated_rank", "derived_rank")


def draw(touchpoints: Touchpoints, width: int, lang: Language) -> None:
    """Draw stated importance against derived impact: in words, as ranks and as a table."""
    from cx.matrix import stated
    from cx.picture import stated_ranks

    found = stated.against_derived(touchpoints)
    if found is None:
        st.info(text.say("stated.empty", lang), icon=":material/info:")
        return
    chart, words = st.columns([7, 4], gap="large")
    with chart:
        st.plotly_chart(
            stated_ranks.figure(found, lang=lang, width=width),
            key="stated_ranks",
            width="content",
            theme=None,
            config=_CONFIG,
            alt=stated_ranks.in_words(found, lang),
        )
    with words:
        for sentence in stated.stated_words(found, lang):
            st.markdown(text.for_markdown(sentence))
    rows = stated.table(found)
    _table(rows, shares=touchpoints.impact_kind in ("derived", "composed"), lang=lang)


def _table(rows: pd.DataFrame, *, shares: bool, lang: Language) -> None:
    ranks = numbers.plain(1, lang)
    writing = {
        "stated": numbers.plain(2, lang),
        "derived": numbers.percent(1, lang) if shares else numbers.plain(2, lang),
        "stated_rank": ranks,
        "derived_rank": ranks,
    }
    columns = {name: _column(name, lang) for name in _COLUMNS}
    numbers.table(rows, columns, writing, text.say("stated.table.alt", lang))


def _column(name: str, lang: Language) -> Any:  # noqa: ANN401 - Streamlit's own type
    label = text.say(f"stated.column.{name}", lang)
    if name == "touchpoint":
        return st.column_config.TextColumn(label, width=220, pinned=True)
    return st.column_config.NumberColumn(label)
