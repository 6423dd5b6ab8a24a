"""The matrix: every touchpoint as a bubble in its quadrant, with the strategies below."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.records import Matrix
from pages.shell import cached, chart, downloads, failure, findings, frame, keys, strategies, view
from pages.shell.state import Workspace


def show(drawn: frame.Frame, workspace: Workspace, matrix: Matrix) -> None:
    """Draw the page around a matrix."""
    lang = drawn.lang
    options = cached.options(workspace)
    view.sidebar(matrix, options, lang)
    st.title(text.for_markdown(building.headline(matrix, lang)), anchor=False)
    st.html(f"<p class='cx-lead'>{text.for_html(building.subtitle(matrix, lang))}</p>")
    present, away = view.bar(options, matrix.settings, lang, buttons=2)
    label = text.say("matrix.present", lang)
    present.button(label, icon=":material/present_to_all:", on_click=chart.present, width="stretch")
    with away:
        downloads.draw(workspace, lang)
    chart.draw(drawn, workspace, matrix)
    chart.touchpoint_box(matrix, lang)
    if matrix.has_impact:
        strategies.draw(matrix, lang)
    else:
        failure.no_impact(lang)
    findings.draw(matrix.findings, lang)


if st.session_state.get(keys.PRESENT):
    chart.stage()
else:
    page = frame.draw("matrix")
    loaded = frame.data_or_stop(page, "matrix")
    try:
        with st.spinner(text.say("matrix.computing", page.lang)):
            found = cached.matrix(loaded)
            cached.figure(loaded, page.lang, width=page.window.chart_width)
    except errors.CxError as error:
        failure.draw(error, page.lang)
    else:
        show(page, loaded, found)
