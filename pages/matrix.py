"""The matrix: every touchpoint as a bubble in its quadrant, with the strategies below."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.records import Matrix
from cx.text import Language
from pages.parts.around import cells, frame, no_result
from pages.parts.computed import matrices, screen
from pages.parts.matrix import behind_matrix, chart, from_log, impact_on, stage, strategies, tools, view
from pages.parts.open_session import lock, new_period
from pages.parts.shell import filters, findings, keys
from pages.parts.shell.state import Workspace
from pages.parts.take_away import downloads

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def show(drawn: frame.Frame, workspace: Workspace, matrix: Matrix) -> None:
    """Draw the page around a matrix."""
    lang = drawn.lang
    options = matrices.options(workspace)
    behind_matrix.method_switch(workspace, lang)
    view.sidebar(workspace, matrix, options, lang)
    st.title(text.for_markdown(building.headline(matrix, lang)), anchor=False)
    stamp = text.for_html(lock.stamp(lang))
    held = f" <span class='cx-lock'>{stamp}</span>" if stamp else ""
    st.html(f"<p class='cx-lead'>{text.for_html(building.subtitle(matrix, lang))}{held}</p>")
    impact_on.draw(workspace, lang)
    new_period.tell(workspace, lang)
    present, away = filters.draw(options, matrix.settings, lang, buttons=2)
    label = text.say("matrix.present", lang)
    present.button(label, icon=":material/present_to_all:", on_click=stage.enter, width="stretch")
    with away:
        downloads.draw(workspace, lang)
    from_log.followed(workspace, lang)
    chart.draw(drawn, workspace, matrix)
    sight = chart.sight_of(drawn, workspace)
    tools.draw(workspace, matrix, lang, sight)
    if matrix.has_impact:
        strategies.draw(matrix, lang, screen.picture(workspace, lang, sight).key_numbers)
    else:
        no_result.no_impact(matrix, lang)
    behind_matrix.draw(workspace, matrix, lang)
    findings.draw(matrix.findings, lang, cells.link)
    cells.follow()


def waiting(place: DeltaGenerator, workspace: Workspace, lang: Language) -> AbstractContextManager[object]:
    """Say what is being done, but only the first time: drawn again for a control it would only flicker."""
    if st.session_state.get(keys.DRAWN) == workspace.identity:
        return nullcontext()
    with place:
        return st.spinner(text.say("matrix.computing", lang))


if st.session_state.get(keys.PRESENT):
    stage.draw()
else:
    page = frame.draw("matrix")
    loaded = frame.data_or_stop(page, "matrix")
    try:
        with waiting(st.empty(), loaded, page.lang):
            found = matrices.matrix(loaded)
            screen.figure(loaded, page.lang, chart.sight_of(page, loaded))
        st.session_state[keys.DRAWN] = loaded.identity
    except errors.CxError as error:
        no_result.draw(error, page.lang)
    else:
        show(page, loaded, found)
