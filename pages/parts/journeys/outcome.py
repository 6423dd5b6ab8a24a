"""How the outcome differs with each step, adjusted for the other touchpoints: an association."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cx import journeys, text
from cx.process import Beat
from cx.text import Language
from pages.parts.computed import paths as computed
from pages.parts.computed.places import Logs
from pages.parts.shell import numbers
from pages.parts.shell.paths import PathQuestion

_MOST = 40
"""Rows of the table: those that differ most."""


def draw(files: Logs, asked: PathQuestion, lang: Language, beat: Beat) -> None:
    """Draw the table of steps, what differs beyond chance first; say what is missing where there is none."""
    outcome = computed.events(files, asked.split, asked.within, beat).facts.outcome
    if outcome is None:
        st.info(text.say("journeys.outcome.unknown", lang), icon=":material/info:")
        return
    found = computed.journeys(files, asked, beat, effects=True)
    if not found.outcomes:
        said = text.say("journeys.outcome.few", lang, outcome=text.for_markdown(outcome))
        st.info(said, icon=":material/info:")
        return
    values = {"outcome": text.for_markdown(outcome), "tested": len(found.outcomes)}
    told = [one for one in found.outcomes if one.told]
    key = "deliver.paths.outcome.title" if told else "deliver.paths.outcome.title.none"
    st.markdown(text.say(key, lang, **{**values, "n": len(told or found.outcomes)}))
    st.markdown(f":small[{text.say('deliver.paths.outcome.legend', lang, **values)}]")
    rows = pd.DataFrame(journeys.outcome_rows(found, _MOST))
    numbers.table(rows, _columns(lang), text.say("journeys.tab.outcome", lang), lang)


def _columns(lang: Language) -> dict[str, numbers.Column]:
    plain = numbers.plain(0, lang)

    def write(value: float) -> str:
        return text.fine(value, lang)

    return {
        "step": numbers.Column(text.say("journeys.column.step", lang), "name"),
        "difference": numbers.Column(text.say("deliver.column.paths.difference", lang), write=write),
        "low": numbers.Column(text.say("journeys.column.low", lang), write=write),
        "high": numbers.Column(text.say("journeys.column.high", lang), write=write),
        "with": numbers.Column(text.say("deliver.column.paths.with", lang), write=plain),
        "without": numbers.Column(text.say("deliver.column.paths.without", lang), write=plain),
        "told": numbers.Column(text.say("journeys.column.told", lang), "tick"),
    }
