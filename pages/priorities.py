"""Priorities: the touchpoints in the order in which they deserve attention, with the score's terms."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.records import Matrix
from cx.text import Language
from pages.parts.around import frame, no_result
from pages.parts.computed import lenses, matrices
from pages.parts.priorities import score
from pages.parts.shell import clock, filters, history, numbers
from pages.parts.shell.state import Workspace
from pages.parts.take_away import downloads


def headline(matrix: Matrix, lang: Language) -> str:
    """Return the Pareto line: how few touchpoints hold how much of the priority."""
    if not matrix.has_impact:
        return text.say("priorities.unknown" if matrix.impact_unknown else "priorities.no_impact", lang)
    if matrix.claims.impact == "unclear":
        return building.headline(matrix, lang)
    if not building.any_priority(matrix):
        return text.say("priorities.nothing", lang)
    pareto = building.pareto_told(matrix)
    if pareto is None:
        return building.headline(matrix, lang)
    share = text.percent(pareto.share, lang)
    return text.say("priorities.pareto", lang, n=pareto.count, total=pareto.total, share=share)


def show(workspace: Workspace, matrix: Matrix, lang: Language) -> None:
    """Draw the page around a matrix."""
    options = matrices.options(workspace)
    with st.sidebar:
        if matrix.has_impact:
            score.terms(matrix, lang)
        history.draw(lang)
    st.title(headline(matrix, lang), anchor=False)
    st.html(f"<p class='cx-lead'>{text.for_html(building.subtitle(matrix, lang))}</p>")
    (away,) = filters.draw(options, matrix.settings, lang, buttons=1)
    with away:
        downloads.draw(workspace, lang)
    if not matrix.has_impact:
        no_result.no_impact(matrix, lang)
    shown, seen = score.strategy_filter(matrix, lang), lenses.cells(workspace, lang)
    columns = score.columns(matrix, lang)
    asked = {name: columns[name] for name in score.order(matrix, lens=bool(seen))}
    rows, alt = score.table(matrix, shown, lang, seen), text.say("priorities.alt", lang)
    numbers.table(rows, asked, alt, lang, picked=score.pick)
    score.rename_box(matrix, shown, lang)
    if matrix.has_impact:
        st.markdown(f":small[{text.say('priorities.explained', lang)}]")
    st.html(f"<p class='cx-foot'>{text.for_html(building.footnote(matrix, lang, clock.today()))}</p>")


page = frame.draw("priorities")
loaded = frame.data_or_stop(page, "priorities")
try:
    found = matrices.matrix(loaded)
except errors.CxError as error:
    no_result.draw(error, page.lang)
else:
    show(loaded, found, page.lang)
