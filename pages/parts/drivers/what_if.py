"""What the outcome would become when touchpoints improve or reach more customers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from cx import impact, text
from cx.impact import Change
from cx.records import DriverResult
from cx.text import Language, NumberBounds
from pages.parts.drivers import currency
from pages.parts.shell import findings, keys, number_cells, number_field, numbers

_Cells = tuple[number_cells.NumberCell, ...]
_TYPED: Final = {"points": NumberBounds(), "reach": NumberBounds(-100, 100), "cost": NumberBounds(low=0.0)}
"""The columns in which people type; reach in percentage points."""


@dataclass(frozen=True)
class Typed:
    """What was typed about the touchpoints."""

    changes: Mapping[str, Change]
    """Touchpoint to its improvement; those without one are left out."""
    costs: Mapping[str, float]
    """Touchpoint to the cost of its improvement, where there is one."""
    factor: float | None
    """What one unit of the outcome is worth."""


def draw(result: DriverResult, costs: Mapping[str, float], identity: str, lang: Language, code: str) -> Typed:
    """Draw the table of improvements, the factor, and what is expected of them; return what was typed.

    ``costs`` are those of the file. ``identity`` tells results apart, so that what was typed belongs to its
    own touchpoints; ``code`` is the currency of the costs, by ISO 4217.
    """
    st.header(text.say("drivers.what_if", lang), anchor=False)
    st.markdown(f":small[{text.say('drivers.what_if.help', lang)}]")
    table, said = st.columns([8, 3], gap="medium")
    with table:
        cells = _table(result, costs, (identity, code), lang)
    with said:
        factor: float | None = st.session_state.get(keys.FACTOR)
        label, help_ = text.say("drivers.factor", lang), text.say("drivers.factor.help", lang)
        number_field.draw(keys.FACTOR, label, factor, _keep_factor, lang, help_=help_)
        currency.box(code, lang)
        typed = Typed(_changes(cells), _costs(cells), factor)
        _expected(result, typed.changes, factor, lang)
    return typed


def _keep_factor(factor: float | None) -> None:
    st.session_state[keys.FACTOR] = factor


def _changes(cells: _Cells) -> dict[str, Change]:
    points, reach = _numbers(cells, "points"), _numbers(cells, "reach")
    return {
        name: Change.typed(points.get(name, 0.0), reach.get(name, 0.0))
        for name in dict.fromkeys(cell.row for cell in cells)
        if points.get(name) or reach.get(name)
    }


def _costs(cells: _Cells) -> dict[str, float]:
    return _numbers(cells, "cost")


def _numbers(cells: _Cells, column: str) -> dict[str, float]:
    return {one.row: one.value for one in cells if one.column == column and one.value is not None}


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


def _table(
    result: DriverResult, costs: Mapping[str, float], about: tuple[str, str], lang: Language
) -> _Cells:
    identity, code = about
    rows = pd.DataFrame(
        {
            "touchpoint": [driver.name for driver in result.in_order],
            "now": [driver.satisfaction for driver in result.in_order],
            "points": "",
            "met": [driver.exposure for driver in result.in_order],
            "reach": "",
            "cost": [_TYPED["cost"].shown(costs.get(driver.name), lang) for driver in result.in_order],
        }
    )
    heads = ("now", "points", "met", "reach", "cost")
    sign = text.currency_sign(code, lang)
    named = {name: text.say(f"drivers.what_if.{name}", lang, currency=sign) for name in heads}
    widget = f"{keys.WHAT_IF}_{lang}_{identity}_{'|'.join(sorted(rows['touchpoint']))}"
    shown = numbers.written(
        _begun(rows, widget, identity, lang), {"now": numbers.plain(2, lang), "met": numbers.percent(0, lang)}
    )
    edited: pd.DataFrame = st.data_editor(
        shown,
        placeholder="",
        key=widget,
        hide_index=True,
        disabled=("touchpoint", "now", "met"),
        column_config={
            "touchpoint": st.column_config.TextColumn(text.say("drivers.column.touchpoint", lang), width=136),
            "now": numbers.number_column(named["now"], width=76),
            "points": number_cells.column(named["points"], 84),
            "met": numbers.number_column(named["met"], width=80),
            "reach": number_cells.column(named["reach"], 108),
            "cost": number_cells.column(named["cost"], 88),
        },
        alt=text.say("drivers.what_if", lang),
    )
    cells = tuple(
        number_cells.cell(keys.WHAT_IF, row["touchpoint"], name, row[name], allowed)
        for row in edited.to_dict("records")
        for name, allowed in _TYPED.items()
    )
    st.session_state[keys.TYPED] = {identity: cells}
    number_cells.tell(cells, named, lang)
    return cells


def _begun(rows: pd.DataFrame, widget: str, identity: str, lang: Language) -> pd.DataFrame:
    """What the table starts from: what was typed before another page, method or language.

    While the table stands its start stays, in its order: what is typed is kept by the place of the row.
    """
    if widget not in st.session_state:
        st.session_state[keys.TYPED_BASE] = _typed_before(rows, identity, lang)
    begun: pd.DataFrame = st.session_state.get(keys.TYPED_BASE, rows)
    now = rows.set_index("touchpoint").reindex(begun["touchpoint"])
    return begun.assign(now=now["now"].to_numpy(), met=now["met"].to_numpy())


def _typed_before(rows: pd.DataFrame, identity: str, lang: Language) -> pd.DataFrame:
    cells: _Cells = st.session_state.get(keys.TYPED, {}).get(identity, ())
    known = {(one.row, one.column): one.shown(lang) for one in cells}
    return rows.assign(
        **{
            name: [
                known.get((row, name)) or before
                for row, before in zip(rows["touchpoint"], rows[name], strict=True)
            ]
            for name in _TYPED
        }
    )
