"""What differs between two periods or values, and which of it beyond chance."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cx import journeys, text
from cx.process import Beat
from cx.records.journeys import FIGURES, Difference, Figure
from cx.text import Language
from pages.parts.computed import paths as computed
from pages.parts.computed.places import Logs
from pages.parts.shell import numbers
from pages.parts.shell.paths import PathQuestion

_MOST = 40
"""Rows of each table: those that differ most."""


def draw(files: Logs, asked: PathQuestion, lang: Language, beat: Beat) -> None:
    """Draw one table a figure; what differs beyond chance comes first and has a tick."""
    if asked.a is None or asked.b is None:
        st.info(text.say("journeys.changes.choose", lang), icon=":material/compare_arrows:")
        return
    found = computed.journeys(files, asked, beat)
    told = [one for one in found.differences if one.told]
    sides = {"a": asked.a, "b": asked.b}
    st.markdown(text.say("journeys.changes.said", lang, n=len(told), all=len(found.differences), **sides))
    st.markdown(f":small[{text.say('journeys.changes.most', lang, n=_MOST)}]")
    for figure in FIGURES:
        rows = [_row(one, lang) for one in journeys.change_rows(found, figure, _MOST)]
        if rows:
            st.markdown(f"**{text.say(f'journeys.changes.{figure}', lang)}**")
            numbers.table(
                pd.DataFrame(rows),
                _columns(figure, asked, lang),
                text.say(f"journeys.changes.{figure}", lang),
                lang,
            )


def _row(one: Difference, lang: Language) -> dict[str, object]:
    about = " → ".join(one.about) if isinstance(one.about, tuple) else one.about
    about = about or text.say("journeys.changes.whole", lang)
    return {"about": about, "a": one.a, "b": one.b, "low": one.low, "high": one.high, "told": one.told}


def _columns(figure: Figure, asked: PathQuestion, lang: Language) -> dict[str, numbers.Column]:
    write = numbers.percent(1, lang)
    if figure == "median_seconds":

        def write(seconds: float) -> str:
            return text.duration(seconds, lang)

    return {
        "about": numbers.Column(text.say("journeys.column.about", lang), "name"),
        "a": numbers.Column(str(asked.a), write=write),
        "b": numbers.Column(str(asked.b), write=write),
        "low": numbers.Column(text.say("journeys.column.low", lang), write=write),
        "high": numbers.Column(text.say("journeys.column.high", lang), write=write),
        "told": numbers.Column(text.say("journeys.column.told", lang), "tick"),
    }
