"""The drivers as bars, as a table with all numbers, and the model in words."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import streamlit as st

from cx import impact, picture, text
from cx.records import Driver, DriverResult
from cx.text import Language
from pages.shell import numbers

_CONFIG: Final = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False}
_PERCENTS: Final = ("share", "low", "high", "exposure", "shapley", "johnson", "alone_share")
_PLAIN: Final = (
    *("touchpoint", "share", "low", "high", "effect", "effect_low", "effect_high", "exposure"),
    *("exposure_effect", "exposure_effect_low", "exposure_effect_high", "satisfaction", "n", "impact"),
    *(
        "sign",
        "satisfaction_low",
        "satisfaction_high",
        "sd",
        "alone",
        "correlation",
        "vif",
        "contrast",
        "shapley",
        "johnson",
        "alone_share",
    ),
)


_WORDS: Final = ("touchpoint", "contrast", "sign")
_EFFECTS: Final = (
    *("effect", "effect_low", "effect_high"),
    *("exposure_effect", "exposure_effect_low", "exposure_effect_high"),
)
_DECIMALS: Final = {"impact": 4, "alone": 4, "n": 0, "vif": 1}
_SIGNS: Final = {1: "positive", 0: "unknown", -1: "negative"}


def bars(result: DriverResult, width: int, lang: Language) -> None:
    """Draw the ranked bars."""
    st.plotly_chart(
        picture.driver_bars(result, lang=lang, width=width),
        key="driver_bars",
        width="content",
        theme=None,
        config=_CONFIG,
        alt=picture.bars_in_words(result, lang),
    )


def meaning(result: DriverResult, lang: Language) -> None:
    """Say how well the touchpoints explain the outcome, for a manager and for an analyst."""
    st.header(text.say("drivers.meaning", lang), anchor=False)
    for sentence in impact.fit_words(result, lang):
        st.markdown(text.for_markdown(sentence))
    with st.expander(text.say("drivers.analyst", lang), icon=":material/query_stats:"):
        rows = "".join(
            f"<tr><th scope='row'>{text.for_html(name)}</th><td>{text.for_html(value)}</td></tr>"
            for name, value in impact.diagnostics(result, lang)
        )
        st.html(f"<table class='cx-table'><tbody>{rows}</tbody></table>")


def table(result: DriverResult, lang: Language) -> None:
    """Draw the table with all numbers, the largest impact first."""
    rows = pd.DataFrame([_line(driver, result, lang) for driver in result.ranked])
    columns = [name for name in _PLAIN if name in rows]
    writing = {name: _writing(name, rows[name], result, lang) for name in columns}
    heads = {name: _column(name, lang) for name in columns}
    numbers.table(rows[columns], heads, writing, text.say("drivers.table.alt", lang))


def _line(driver: Driver, result: DriverResult, lang: Language) -> dict[str, object]:
    numbers_of = {name: getattr(driver, name) for name in _PLAIN if hasattr(driver, name)}
    place = result.drivers.index(driver)
    by_method = {
        column: result.shares[method][place]
        for method, column in (("shapley", "shapley"), ("johnson", "johnson"), ("correlation", "alone_share"))
        if method in result.shares
    }
    contrast = impact.contrast_words(driver.contrast, lang) if driver.contrast else ""
    sign = text.say(f"drivers.sign.{_SIGNS[driver.sign]}", lang)
    return {**numbers_of, **by_method, "touchpoint": driver.name, "contrast": contrast, "sign": sign}


def _writing(name: str, column: pd.Series, result: DriverResult, lang: Language) -> numbers.Write:
    if name in _WORDS:
        return str
    if name in _PERCENTS:
        return numbers.percent(1, lang)
    if name in _EFFECTS:
        share = result.positive is not None
        return numbers.percent(1, lang) if share else numbers.fitting(column, lang)
    return numbers.plain(_DECIMALS.get(name, 2), lang)


def _column(name: str, lang: Language) -> Any:  # noqa: ANN401 - Streamlit's own type
    label = text.say(f"drivers.column.{name}", lang)
    if name == "touchpoint":
        return st.column_config.TextColumn(label, width=220, pinned=True)
    if name in _WORDS:
        return st.column_config.TextColumn(label, width=320 if name == "contrast" else 130)
    return st.column_config.NumberColumn(label)
