"""The drivers as bars, as a table with all numbers, and the model in words."""

from __future__ import annotations

from typing import Final

import pandas as pd
import streamlit as st

from cx import impact, picture, text
from cx.records import Driver, DriverResult
from cx.text import Language
from pages.parts.shell import numbers, plain_chart

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


def bars(result: DriverResult, width: int, lang: Language) -> None:
    """Draw the ranked bars."""
    plain_chart.draw(
        picture.driver_bars(result, lang=lang, width=width),
        "driver_bars",
        picture.bars_in_words(result, lang),
    )
    said = picture.bars_not_shown(result, lang) or text.say("bars.order", lang)
    st.markdown(f":small[{text.for_markdown(said)}]")


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
    """Draw the table with all numbers, the largest impact first where it is shown."""
    rows = pd.DataFrame([_line(driver, result, lang) for driver in result.in_order])
    columns = {name: _column(name, rows[name], result, lang) for name in _PLAIN if name in rows}
    numbers.table(rows[list(columns)], columns, text.say("drivers.table.alt", lang), lang)


def _line(driver: Driver, result: DriverResult, lang: Language) -> dict[str, object]:
    numbers_of = {name: getattr(driver, name) for name in _PLAIN if hasattr(driver, name)}
    place = result.drivers.index(driver)
    by_method = {
        column: result.shares[method][place]
        for method, column in (("shapley", "shapley"), ("johnson", "johnson"), ("correlation", "alone_share"))
        if method in result.shares
    }
    contrast = impact.contrast_words(driver.contrast, lang) if driver.contrast else ""
    sign = text.say(f"drivers.sign.{result.toward(driver)}", lang)
    return {**numbers_of, **by_method, "touchpoint": driver.name, "contrast": contrast, "sign": sign}


def _column(name: str, cells: pd.Series, result: DriverResult, lang: Language) -> numbers.Column:
    label = text.say(f"drivers.column.{name}", lang)
    if name == "touchpoint":
        return numbers.Column(label, "name")
    if name in _WORDS:
        return numbers.Column(label, "words")
    return numbers.Column(label, write=_writing(name, cells, result, lang))


def _writing(name: str, cells: pd.Series, result: DriverResult, lang: Language) -> numbers.Write:
    share = name in _EFFECTS and result.positive is not None
    if name in _PERCENTS or share:
        return numbers.percent(1, lang)
    return numbers.fitting(cells, lang) if name in _EFFECTS else numbers.plain(_DECIMALS.get(name, 2), lang)
