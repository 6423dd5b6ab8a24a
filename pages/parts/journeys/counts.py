"""Tables of what every path has: touchpoints and their repeats, times of steps, and where customers leave."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cx import journeys, text
from cx.records.journeys import Journeys
from cx.text import Language
from pages.parts.shell import numbers

_STEPS = 50


def again(found: Journeys, lang: Language) -> None:
    """Draw each touchpoint with its counts, and how many of those who meet it do so twice or more."""
    share = text.percent(found.repeat_share, lang)
    st.markdown(text.say("journeys.again.said", lang, share=share))
    plain, share_of = numbers.plain(0, lang), numbers.percent(1, lang)
    columns = {
        "name": numbers.Column(text.say("journeys.column.touchpoint", lang), "name"),
        "events": numbers.Column(text.say("journeys.column.contacts", lang), write=plain),
        "cases": numbers.Column(text.say("journeys.column.cases", lang), write=plain),
        "share": numbers.Column(text.say("journeys.column.share", lang), write=share_of),
        "starts": numbers.Column(text.say("journeys.column.starts", lang), write=plain),
        "ends": numbers.Column(text.say("journeys.column.ends", lang), write=plain),
        "repeats": numbers.Column(text.say("journeys.column.repeats", lang), write=share_of),
        "place": numbers.Column(text.say("journeys.column.place", lang), write=numbers.plain(1, lang)),
    }
    rows = pd.DataFrame(journeys.touchpoint_rows(found))
    numbers.table(rows, columns, text.say("journeys.tab.again", lang), lang)


def times(found: Journeys, lang: Language) -> None:
    """Draw the steps taken most with the time that they take."""
    whole = {
        "median": text.duration(found.median_seconds, lang),
        "mean": text.duration(found.mean_seconds, lang),
    }
    st.markdown(text.say("journeys.times.said", lang, **whole))
    rows = pd.DataFrame(journeys.edge_rows(found, _STEPS))
    if rows.empty:
        return
    plain = numbers.plain(0, lang)
    columns = {
        "step": numbers.Column(text.say("journeys.column.step", lang), "name"),
        "events": numbers.Column(text.say("journeys.column.often", lang), write=plain),
        "cases": numbers.Column(text.say("journeys.column.cases", lang), write=plain),
        "median": numbers.Column(text.say("journeys.column.median", lang), write=_time(lang)),
        "late": numbers.Column(text.say("journeys.column.late", lang), write=_time(lang)),
    }
    numbers.table(rows, columns, text.say("journeys.tab.times", lang), lang)


def _time(lang: Language) -> numbers.Write:
    def write(seconds: float) -> str:
        return text.duration(seconds, lang)

    return write


def leaving(found: Journeys, lang: Language) -> None:
    """Draw the last contact of those who left, where the log says who did."""
    if not found.drop_off:
        st.info(text.say("journeys.leaving.unknown", lang), icon=":material/info:")
        return
    st.markdown(text.say("journeys.leaving.said", lang))
    rows = pd.DataFrame([one.as_json() for one in found.drop_off])
    columns = {
        "touchpoint": numbers.Column(text.say("journeys.column.touchpoint", lang), "name"),
        "cases": numbers.Column(text.say("journeys.column.cases", lang), write=numbers.plain(0, lang)),
        "share": numbers.Column(text.say("journeys.column.share", lang), write=numbers.percent(1, lang)),
    }
    numbers.table(rows, columns, text.say("journeys.tab.leaving", lang), lang)
