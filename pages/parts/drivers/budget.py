"""What a budget buys of the improvements that were typed, and gain against budget as a curve."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import text
from cx.records import DriverResult
from cx.text import Language, NumberBounds
from pages.parts.drivers.what_if import Typed
from pages.parts.shell import findings, keys, number_field, numbers, plain_chart

if TYPE_CHECKING:
    from cx.matrix.strategy import Measure, Plan

_COLUMNS: Final = ("touchpoint", "bought", "cost", "gain", "low", "high", "chance")


def draw(result: DriverResult, typed: Typed, width: int, lang: Language, code: str) -> None:
    """Draw the budget, the best set that it buys, and the curve; ``code`` is the currency, by ISO 4217."""
    from cx.matrix.strategy import budget

    st.header(text.say("budget.title", lang), anchor=False)
    st.markdown(f":small[{text.say('budget.help', lang)}]")
    measures = tuple(
        budget.Measure(name, typed.costs[name], change)
        for name, change in typed.changes.items()
        if name in typed.costs
    )
    if not measures:
        st.info(text.say("budget.nothing", lang), icon=":material/edit:")
        return
    _uncosted(typed, lang)
    chart, said = st.columns([7, 4], gap="large")
    with said:
        amount, only_shown = _asked(lang, code)
    found = _plan(result, measures, amount, typed, code, only_shown=only_shown)
    with said:
        _told(found, result, amount, lang)
    with chart:
        _curve(found, result, amount, width, lang)
    _table(found, result, amount, typed, lang)


def _plan(
    result: DriverResult,
    measures: tuple[Measure, ...],
    amount: float | None,
    typed: Typed,
    code: str,
    *,
    only_shown: bool,
) -> Plan:
    from cx.matrix.strategy import budget

    return budget.plan(
        result, measures, amount or 0.0, factor=typed.factor, only_shown=only_shown, currency=code
    )


def _uncosted(typed: Typed, lang: Language) -> None:
    names = [name for name in typed.changes if name not in typed.costs]
    if names:
        words = text.say("budget.uncosted", lang, touchpoints=", ".join(names))
        st.warning(text.for_markdown(words), icon=":material/sell:")


def _asked(lang: Language, code: str) -> tuple[float | None, bool]:
    amount: float | None = st.session_state.get(keys.BUDGET)
    label = text.for_markdown(text.say("budget.amount", lang, currency=text.currency_sign(code, lang)))
    number_field.draw(keys.BUDGET, label, amount, _keep, lang, allowed=NumberBounds(low=0.0))
    only_shown = st.toggle(
        text.say("budget.shown", lang),
        help=text.say("budget.shown.help", lang),
        key=keys.ONLY_SHOWN,
        persist_state="session",
    )
    return amount, only_shown


def _keep(amount: float | None) -> None:
    st.session_state[keys.BUDGET] = amount


def _told(found: Plan, result: DriverResult, amount: float | None, lang: Language) -> None:
    from cx.matrix.strategy import buying

    if amount is None and any(option.open for option in found.options):
        st.info(text.say("budget.give", lang), icon=":material/edit:")
    else:
        for sentence in buying.plan_words(found, result, lang):
            st.markdown(text.for_markdown(sentence))
    if found.chosen:
        st.markdown(f":small[{text.say('budget.chance', lang)}]")
    if not found.curve.exact:
        st.markdown(f":small[{text.say('budget.thinned', lang)}]")
    findings.brief(found.findings, lang)


def _curve(found: Plan, result: DriverResult, amount: float | None, width: int, lang: Language) -> None:
    from cx.picture.charts import gain_curve

    if not any(option.open for option in found.options):
        return
    plain_chart.draw(
        gain_curve.figure(
            found.curve,
            result,
            None if amount is None else found,
            lang=lang,
            width=width,
            currency=found.currency,
        ),
        "gain_curve",
        gain_curve.in_words(found.curve, result, lang, found.currency),
    )


def _table(found: Plan, result: DriverResult, amount: float | None, typed: Typed, lang: Language) -> None:
    from cx import deliver
    from cx.matrix.strategy import buying

    percent = result.positive is not None
    shown = _COLUMNS if amount is not None else ("touchpoint", *_COLUMNS[2:-1])
    columns = {name: _column(name, lang, found.currency, percent=percent) for name in shown}
    numbers.table(buying.table(found, result), columns, text.say("budget.measures", lang), lang)
    st.download_button(
        text.say("budget.take", lang),
        partial(deliver.best_set_csv, found, result, typed.factor, lang),
        file_name=f"{text.say('budget.file', lang)}.csv",
        mime="text/csv",
        icon=":material/download:",
        key=f"take_best_set_{lang}",
        on_click="ignore",
        disabled=amount is None,
    )


def _column(name: str, lang: Language, code: str | None, *, percent: bool) -> numbers.Column:
    unit = "_points" if percent and name == "gain" else ""
    sign = text.currency_sign(text.currency(code, lang), lang)
    label = text.say(f"budget.column.{name}{unit}", lang, currency=sign)
    if name == "touchpoint":
        return numbers.Column(label, "name")
    if name == "bought":
        return numbers.Column(label, "tick")
    return numbers.Column(label, write=numbers.percent(1, lang) if name == "chance" else None)
