"""The chart of the matrix on the page, and alone on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.records import Matrix
from cx.text import Language
from pages.shell import cached, card, frame, keys, language, lock, state, window
from pages.shell.state import Workspace

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_CONFIG: Final = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False}
_STAGE_TYPE: Final = 1.5


def draw(page: frame.Frame, workspace: Workspace, matrix: Matrix) -> None:
    """Draw the chart at the width that the page has, and the card of the touchpoint that is chosen."""
    chosen = matrix.bubble(st.session_state.get(keys.CHOSEN) or "")
    width = page.window.chart_width
    with st.container(key="board", width=width):
        figure = cached.figure(workspace, page.lang, width=width, chosen=chosen.id if chosen else None)
        _plot(figure, _alt(workspace, page.lang, width))
        if chosen:
            card.draw(chosen, matrix, page.lang)


def touchpoint_box(matrix: Matrix, lang: Language) -> None:
    """Draw the list in which a touchpoint can be chosen without a pointer."""
    names = {bubble.id: bubble.label for bubble in matrix.by_priority}
    chosen = st.session_state.get(keys.CHOSEN)
    tied = state.control("touchpoint", chosen if chosen in names else None, card.choose, names)
    label = text.say("matrix.touchpoint", lang)
    st.selectbox(
        label,
        list(names),
        index=None,
        format_func=lambda id_: names.get(id_, ""),
        placeholder=text.say("matrix.touchpoint.none", lang),
        label_visibility="collapsed",
        width=336,
        **tied,
    )


def present() -> None:
    """Show nothing but the chart from now on."""
    st.session_state[keys.PRESENT] = True


def leave() -> None:
    """Show the whole page again."""
    st.session_state[keys.PRESENT] = False


def stage() -> None:
    """Draw the chart alone, in type for a projector, until Escape is pressed."""
    lang = language.current()
    frame.dress("matrix", lang)
    with st.container(key=keys.STAGE, gap="small"):
        seen = window.measure(lang, presenting=True)
        try:
            _fill_stage(state.current(), lang, seen)
        except errors.CxError:
            leave()
            st.rerun()


def _fill_stage(workspace: Workspace, lang: Language, seen: window.Window) -> None:
    matrix = cached.matrix(workspace)
    width = seen.stage_width
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<h1 class='cx-stage-title'>{text.for_html(building.headline(matrix, lang))}</h1>")
        if state.lock():
            st.html(f"<p class='cx-lead'><span class='cx-lock'>{text.for_html(lock.stamp(lang))}</span></p>")
        st.button(
            text.say("matrix.leave", lang), key="leave", shortcut="Esc", on_click=leave, type="tertiary"
        )
    figure = cached.figure(workspace, lang, width=width, enlarged=_STAGE_TYPE)
    _plot(figure, _alt(workspace, lang, width, _STAGE_TYPE))


def _plot(figure: Figure, alt: str) -> None:
    st.plotly_chart(
        figure,
        key=keys.CHART,
        width="content",
        theme=None,
        config=_CONFIG,
        on_select=_picked,
        selection_mode="points",
        alt=alt,
    )


def _alt(workspace: Workspace, lang: Language, width: int, enlarged: float = 1.0) -> str:
    return cached.picture(workspace, lang, width=width, enlarged=enlarged).alt


def _picked() -> None:
    points = st.session_state[keys.CHART]["selection"]["points"]
    if points:
        id_ = points[0]["customdata"]
        card.choose(id_[0] if isinstance(id_, list) else id_)
