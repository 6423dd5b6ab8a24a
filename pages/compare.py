"""Compare: two periods, two segments, or today against a saved session."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records import Comparison, Settings
from cx.text import Language
from pages.parts.around import frame, no_result
from pages.parts.compare import alert_rules, chart, choice, lens_changes, missions, movements
from pages.parts.shell import findings, numbers
from pages.parts.shell.state import Workspace


def show(drawn: frame.Frame, workspace: Workspace) -> None:
    """Draw the page around what is compared."""
    lang = drawn.lang
    title = st.empty()
    pair = choice.draw(workspace, lang)
    if pair is None:
        title.title(text.say("page.compare", lang), anchor=False)
        st.markdown(text.say("compare.nothing", lang))
        alert_rules.draw(None, lang)
        return
    found = choice.compared(workspace, pair)
    title.title(text.for_markdown(movements.headline(found, lang)), anchor=False)
    chart.draw(drawn, workspace, pair, found)
    choice.names_box(pair, found, lang)
    tell(found, pair.after.settings, lang)
    lens_changes.draw(workspace, pair, lang)
    missions.draw(workspace, pair, lang)
    alert_rules.draw(found, lang)
    findings.draw(found.findings, lang)


def tell(found: Comparison, settings: Settings, lang: Language) -> None:
    """Draw the table of movements, with what its test means."""
    rows, columns = movements.table(found, settings, lang), movements.columns(found, lang)
    numbers.table(rows, columns, text.say("compare.alt", lang), lang)
    st.markdown(f":small[{text.say('compare.explained', lang)}]")


page = frame.draw("compare")
loaded = frame.data_or_stop(page, "compare")
try:
    show(page, loaded)
except errors.CxError as error:
    no_result.draw(error, page.lang)
