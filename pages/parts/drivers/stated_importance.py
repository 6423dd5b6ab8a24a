"""What customers say matters, against what moves the outcome."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.records import Touchpoints
from cx.text import Language
from pages.parts.shell import numbers, plain_chart

_COLUMNS: Final = ("touchpoint", "stated", "derived", "stated_rank", "derived_rank")


def draw(touchpoints: Touchpoints, width: int, lang: Language) -> None:
    """Draw stated importance against derived impact: in words, as ranks and as a table."""
    from cx.matrix.comparison import stated
    from cx.picture.charts import stated_ranks

    found = stated.against_derived(touchpoints)
    if found is None:
        st.info(text.say("stated.empty", lang), icon=":material/info:")
        return
    if found.claim == "none":
        st.info(" ".join(stated.stated_words(found, lang)), icon=":material/info:")
        return
    chart, words = st.columns([7, 4], gap="large")
    with chart:
        plain_chart.draw(
            stated_ranks.figure(found, lang=lang, width=width),
            "stated_ranks",
            stated_ranks.in_words(found, lang),
        )
    with words:
        for sentence in stated.stated_words(found, lang):
            st.markdown(text.for_markdown(sentence))
    rows = stated.table(found)
    shares = touchpoints.impact_kind in ("derived", "composed")
    columns = {name: _column(name, shares=shares, lang=lang) for name in _COLUMNS}
    numbers.table(rows, columns, text.say("stated.table.alt", lang), lang)


def _column(name: str, *, shares: bool, lang: Language) -> numbers.Column:
    label = text.say(f"stated.column.{name}", lang)
    if name == "touchpoint":
        return numbers.Column(label, "name")
    if name == "derived" and shares:
        return numbers.Column(label, write=numbers.percent(1, lang))
    return numbers.Column(label, write=numbers.plain(2 if name in ("stated", "derived") else 1, lang))
