"""What else there is to know about the drivers, one tab a question."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.records import DriverResult
from pages.parts.around import frame
from pages.parts.computed import derived_impact
from pages.parts.drivers import budget, estimates, stated_importance, stress, what_if
from pages.parts.shell import state
from pages.parts.shell.state import LoadedFile, Question
from pages.parts.side_by_side import methods, segment_choice

_ON_DEMAND: Final = ("methods", "stress", "segments", "stated")


def draw(page: frame.Frame, file: LoadedFile, question: Question, result: DriverResult) -> None:
    """Draw what else there is to know, one tab a question; what takes time only where it is open."""
    lang, width = page.lang, page.window.bars_width
    labels = [text.say(f"drivers.tab.{name}", lang) for name in ("numbers", *_ON_DEMAND, "improve")]
    tabs = st.tabs(labels, key=f"drivers_tabs_{lang}", on_change="rerun")
    with tabs[0]:
        estimates.table(result, lang)
    beside, refused = derived_impact.beside(state.current(), file, result)
    if refused is not None:
        st.warning(text.for_markdown(refused.message(lang)), icon=":material/warning:")
    for tab, name in zip(tabs[1:], _ON_DEMAND, strict=False):
        if tab.open:
            with tab:
                if name == "methods":
                    methods.draw(beside, result, state.current().settings, lang)
                elif name == "stress":
                    stress.draw(derived_impact.stressed(file, question, result, beside), lang)
                elif name == "stated":
                    stated_importance.draw(beside, width, lang)
                else:
                    segment_choice.draw(file, question, result, lang)
    with tabs[-1]:
        costs = derived_impact.costs(beside)
        code = text.currency(state.current().settings.currency, lang)
        typed = what_if.draw(result, costs, f"{file.identity} {result.outcome}", lang, code)
        budget.draw(result, typed, width, lang, code)
