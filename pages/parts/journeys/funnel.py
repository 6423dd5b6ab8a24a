"""How many come through a row of chosen touchpoints, in that order, with others between."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from cx import text
from cx.process import Beat
from cx.records.journeys import Journeys
from cx.text import Language
from pages.parts.computed import paths as computed
from pages.parts.computed.places import Logs
from pages.parts.shell import numbers, paths, state
from pages.parts.shell.paths import PathQuestion

_FEWEST = 2


def draw(files: Logs, asked: PathQuestion, found: Journeys, lang: Language, beat: Beat) -> None:
    """Draw the choice of touchpoints in their order, and the funnel over them."""
    names = tuple(one.name for one in found.touchpoints)
    chosen = [name for name in asked.funnel if name in names]
    tied = state.control("paths_funnel", chosen, lambda row: paths.ask(funnel=tuple(row)), names)
    st.multiselect(
        text.say("journeys.funnel.of", lang), names, help=text.say("journeys.funnel.help", lang), **tied
    )
    if len(chosen) < _FEWEST:
        st.markdown(text.say("journeys.funnel.empty", lang))
        return
    counted = computed.journeys(files, replace(asked, funnel=tuple(chosen)), beat)
    share = numbers.percent(1, lang)
    columns = {
        "touchpoint": numbers.Column(text.say("journeys.column.touchpoint", lang), "name"),
        "cases": numbers.Column(text.say("journeys.column.cases", lang), write=numbers.plain(0, lang)),
        "of_start": numbers.Column(text.say("journeys.column.of_start", lang), write=share),
        "of_before": numbers.Column(text.say("journeys.column.of_before", lang), write=share),
    }
    rows = pd.DataFrame([one.as_json() for one in counted.funnel])
    numbers.table(rows, columns, text.say("journeys.tab.funnel", lang), lang)
