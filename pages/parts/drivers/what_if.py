"""What the outcome would become when touchpoints improve or reach more customers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st

from cx import impact, text
from cx.impact import Change
from cx.records import DriverResult
from cx.text import Language, NumberBounds
from pages.parts.drivers import currency
from pages.parts.shell import findings, keys, number_cells, number_field

_Cells = tuple[number_cells.NumberCell, ...]
_TYPED: Final = {"points": NumberBounds(), "reach": NumberBounds(-100, 100), "cost": NumberBounds(low=0.0)}
"""The columns in which people type; reach in percentage points."""
_WIDTHS: Final = {"now": 48, "points": 64, "met": 48, "reach": 72, "cost": 84}


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
    sign = text.currency_sign(code, lang)
    columns = tuple(
        number_cells.NumberColumn(
            name, text.say(f"drivers.what_if.{name}", lang, currency=sign), width, _TYPED.get(name)
        )
        for name, width in _WIDTHS.items()
    )
    rows = {
        one.name: {
            "now": text.score(one.satisfaction, lang, one.scale.width, "table"),
            "met": text.share(one.exposure, lang, "table"),
            "cost": costs.get(one.name),
        }
        for one in result.in_order
    }
    label, corner = text.say("drivers.what_if", lang), text.say("drivers.column.touchpoint", lang)
    name = f"{keys.WHAT_IF}_{identity}"
    return number_cells.draw(number_cells.NumberTable(name, label, corner, columns, rows), lang)
