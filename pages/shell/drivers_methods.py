"""The methods side by side: the share and the quadrant of each touchpoint by each, and how far they agree."""

from __future__ import annotations

from typing import Any

import streamlit as st

from cx import text
from cx.records import DriverResult, Settings, Touchpoints
from cx.text import Language
from pages.shell import numbers


def draw(touchpoints: Touchpoints, result: DriverResult, settings: Settings, lang: Language) -> None:
    """Draw how far the quadrants agree, in words and as a table."""
    from cx.matrix import methods

    found = methods.compared(touchpoints, result, settings)
    for sentence in methods.comparison_words(found, lang):
        st.markdown(text.for_markdown(sentence))
    rows = methods.table(found, settings, lang)
    written = {name: numbers.percent(1, lang) for name in rows if name.endswith(" share")}
    columns = {name: _column(name, lang) for name in rows}
    numbers.table(rows, columns, written, text.say("methods.alt", lang))


def _column(name: str, lang: Language) -> Any:  # noqa: ANN401 - Streamlit's own type
    method, _, kind = name.partition(" ")
    if not kind:
        label = text.say(f"methods.column.{name}", lang)
        return (
            st.column_config.CheckboxColumn(label, width=70)
            if name == "same"
            else st.column_config.TextColumn(label, width=200, pinned=True)
        )
    label = text.say(f"methods.column.{kind}", lang, method=text.say(f"methods.short.{method}", lang))
    return (
        st.column_config.NumberColumn(label, width=110)
        if kind == "share"
        else st.column_config.TextColumn(label, width=150)
    )
