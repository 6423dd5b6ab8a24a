"""What the outcome would become when touchpoints improve or reach more customers."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cx import impact, text
from cx.records import DriverResult
from cx.text import Language
from pages.shell import findings, keys


def draw(result: DriverResult, identity: str, lang: Language) -> None:
    """Draw the table of improvements, the factor, and what is expected of them.

    ``identity`` tells results apart, so that what was typed belongs to its own touchpoints.
    """
    st.header(text.say("drivers.what_if", lang), anchor=False)
    st.markdown(f":small[{text.say('drivers.what_if.help', lang)}]")
    typed, said = st.columns([7, 4], gap="large")
    with typed:
        edited = _table(result, identity, lang)
    changes = {
        row.touchpoint: impact.Change.typed(row.points or 0.0, row.reach or 0.0)
        for row in edited.fillna(0.0).itertuples()
        if row.points or row.reach
    }
    with said:
        factor = st.number_input(
            text.say("drivers.factor", lang),
            value=None,
            help=text.say("drivers.factor.help", lang),
            key=keys.FACTOR,
            persist_state="session",
        )
        _expected(result, changes, factor, lang)


def _expected(
    result: DriverResult, changes: dict[str, impact.Change], factor: float | None, lang: Language
) -> None:
    if not changes:
        st.info(text.say("drivers.what_if.nothing", lang), icon=":material/edit:")
        return
    found = impact.what_if(result, changes, factor=factor)
    for sentence in impact.change_words(found, result, lang):
        st.markdown(f"**{text.for_markdown(sentence)}**")
    findings.brief(found.findings, lang)


def _table(result: DriverResult, identity: str, lang: Language) -> pd.DataFrame:
    rows = pd.DataFrame(
        {
            "touchpoint": [driver.name for driver in result.ranked],
            "now": [text.rounded(driver.satisfaction) for driver in result.ranked],
            "points": 0.0,
            "met": [text.rounded(driver.exposure, 4) for driver in result.ranked],
            "reach": 0.0,
        }
    )
    named = {name: text.say(f"drivers.what_if.{name}", lang) for name in ("now", "points", "met", "reach")}
    number = st.column_config.NumberColumn
    edited: pd.DataFrame = st.data_editor(
        rows,
        key=f"{keys.WHAT_IF}_{identity}",
        hide_index=True,
        height=320,
        disabled=("touchpoint", "now", "met"),
        column_config={
            "touchpoint": st.column_config.TextColumn(text.say("drivers.column.touchpoint", lang), width=180),
            "now": number(named["now"], format="localized", width=110),
            "points": number(named["points"], step=0.1, format="localized", width=80),
            "met": number(named["met"], format="percent", width=80),
            "reach": number(named["reach"], step=1.0, format="localized", width=110),
        },
    )
    return edited
