"""The methods side by side: the share and the quadrant of each touchpoint by each, and how far they agree."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.records import DriverResult, Settings, Touchpoints
from cx.text import Language
from pages.parts.shell import numbers


def draw(touchpoints: Touchpoints, result: DriverResult, settings: Settings, lang: Language) -> None:
    """Draw how far the quadrants agree, in words and as a table."""
    from cx.matrix.comparison import methods

    found = methods.compared(touchpoints, result, settings)
    for sentence in methods.comparison_words(found, lang):
        st.markdown(text.for_markdown(sentence))
    rows = methods.table(found, settings, lang)
    columns = {name: _column(name, lang) for name in rows}
    numbers.table(rows, columns, text.say("methods.alt", lang), lang)


def _column(name: str, lang: Language) -> numbers.Column:
    method, _, kind = name.partition(" ")
    if not kind:
        label = text.say(f"methods.column.{name}", lang)
        return numbers.Column(label, "tick") if name == "same" else numbers.Column(label, "name")
    label = text.say(f"methods.column.{kind}", lang, method=text.say(f"methods.short.{method}", lang))
    if kind == "share":
        return numbers.Column(label, write=numbers.percent(1, lang))
    return numbers.Column(label, "words")
