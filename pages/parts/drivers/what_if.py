"""What the outcome would become when touchpoints improve or reach more customers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from cx import impact, text
from cx.impact import Change
from cx.records import DriverResult
from cx.text import Language
from pages.parts.shell import findings, keys, numbers


@dataclass(frozen=True)
class Typed:
    """What was typed about the touchpoints."""

    changes: Mapping[str, Change]
    """Touchpoint to its improvement; those without one are left out."""
    costs: Mapping[str, float]
    """Touchpoint to the cost of its improvement, where there is one."""
    factor: float | None
    """What one unit of the outcome is worth."""


def draw(result: DriverResult, costs: Mapping[str, float], identity: str, lang: Language) -> Typed:
    """Draw the table of improvements, the factor, and what is expected of them; return what was typed.

    ``costs`` are those of the file. ``identity`` tells results apart, so that what was typed belongs to its
    own touchpoints.
    """
    st.header(text.say("drivers.what_if", lang), anchor=False)
    st.markdown(f":small[{text.say('drivers.what_if.help', lang)}]")
    table, said = st.columns([8, 3], gap="large")
    with table:
        edited = _table(result, costs, identity, lang)
    with said:
        factor = st.number_input(
            text.say("drivers.factor", lang),
            value=None,
            help=text.say("drivers.factor.help", lang),
            key=keys.FACTOR,
            persist_state="session",
        )
        typed = Typed(_changes(edited), _costs(edited), factor)
        _expected(result, typed.changes, factor, lang)
    return typed


def _changes(edited: pd.DataFrame) -> dict[str, Change]:
    return {
        row.touchpoint: Change.typed(row.points or 0.0, row.reach or 0.0)
        for row in edited.fillna({"points": 0.0, "reach": 0.0}).itertuples()
        if row.points or row.reach
    }


def _costs(edited: pd.DataFrame) -> dict[str, float]:
    return {row.touchpoint: float(row.cost) for row in edited[edited["cost"].notna()].itertuples()}


def _expected(
    result: DriverResult, changes: Mapping[str, Change], factor: float | None, lang: Language
) -> None:
    if not changes:
        st.info(text.say("drivers.what_if.nothing", lang), icon=":material/edit:")
        return
    found = impact.what_if(result, changes, factor=factor)
    for sentence in impact.change_words(found, result, lang):
        st.markdown(f"**{text.for_markdown(sentence)}**")
    findings.brief(found.findings, lang)


def _table(result: DriverResult, costs: Mapping[str, float], identity: str, lang: Language) -> pd.DataFrame:
    rows = pd.DataFrame(
        {
            "touchpoint": [driver.name for driver in result.in_order],
            "now": [driver.satisfaction for driver in result.in_order],
            "points": 0.0,
            "met": [driver.exposure for driver in result.in_order],
            "reach": 0.0,
            "cost": pd.Series([costs.get(driver.name) for driver in result.in_order], dtype=float),
        }
    )
    heads = ("now", "points", "met", "reach", "cost")
    named = {name: text.say(f"drivers.what_if.{name}", lang) for name in heads}
    number = st.column_config.NumberColumn
    widget = f"{keys.WHAT_IF}_{lang}_{identity}_{'|'.join(sorted(rows['touchpoint']))}"
    shown = numbers.written(
        _begun(rows, widget, identity), {"now": numbers.plain(2, lang), "met": numbers.percent(0, lang)}
    )
    edited: pd.DataFrame = st.data_editor(
        shown,
        placeholder="",
        key=widget,
        hide_index=True,
        disabled=("touchpoint", "now", "met"),
        column_config={
            "touchpoint": st.column_config.TextColumn(text.say("drivers.column.touchpoint", lang), width=160),
            "now": number(named["now"], width=90),
            "points": number(named["points"], step=0.1, format="localized", width=92),
            "met": number(named["met"], width=84),
            "reach": number(named["reach"], step=1.0, format="localized", width=116),
            "cost": number(named["cost"], min_value=0.0, format="localized", width=90),
        },
    )
    st.session_state[keys.TYPED] = {identity: edited}
    return edited


def _begun(rows: pd.DataFrame, widget: str, identity: str) -> pd.DataFrame:
    """What the table starts from: what was typed before another page, method or language.

    While the table stands its start stays, in its order: what is typed is kept by the place of the row.
    """
    if widget not in st.session_state:
        st.session_state[keys.TYPED_BASE] = _typed_before(rows, identity)
    begun: pd.DataFrame = st.session_state.get(keys.TYPED_BASE, rows)
    now = rows.set_index("touchpoint").reindex(begun["touchpoint"])
    return begun.assign(now=now["now"].to_numpy(), met=now["met"].to_numpy())


def _typed_before(rows: pd.DataFrame, identity: str) -> pd.DataFrame:
    typed = st.session_state.get(keys.TYPED, {}).get(identity)
    if typed is None:
        return rows
    known = typed.set_index("touchpoint").reindex(rows["touchpoint"]).reset_index()
    return rows.assign(
        points=known["points"].fillna(0.0),
        reach=known["reach"].fillna(0.0),
        cost=known["cost"].fillna(rows["cost"]),
    )
