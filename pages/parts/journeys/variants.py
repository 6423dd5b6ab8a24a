"""The most common paths, with how much of all they cover."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cx import journeys, text
from cx.records.journeys import Journeys
from cx.text import Language
from pages.parts.shell import numbers

SHOWN = 25


def draw(found: Journeys, lang: Language) -> None:
    """Draw the table of paths."""
    rows = pd.DataFrame(journeys.variant_rows(found, SHOWN))
    columns = {
        "path": numbers.Column(text.say("journeys.column.path", lang), "words"),
        "cases": numbers.Column(text.say("journeys.column.cases", lang), write=numbers.plain(0, lang)),
        "share": numbers.Column(text.say("journeys.column.share", lang), write=numbers.percent(1, lang)),
        "covered": numbers.Column(text.say("journeys.column.covered", lang), write=numbers.percent(1, lang)),
    }
    st.markdown(text.say("journeys.variants.said", lang, n=found.variant_count))
    numbers.table(rows, columns, text.say("journeys.tab.variants", lang))
