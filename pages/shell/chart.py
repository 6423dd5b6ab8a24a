"""The chart of the matrix, and the card of the touchpoint that was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from cx.records import Matrix
from cx.text import Language
from pages.shell import cached, card, frame, keys
from pages.shell.state import Workspace

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_CONFIG: Final = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False}


def draw(page: frame.Frame, workspace: Workspace, matrix: Matrix) -> None:
    """Draw the chart at the width that the page has, the chosen touchpoint outlined."""
    chosen = matrix.bubble(st.session_state.get(keys.CHOSEN) or "")
    width = page.window.chart_width
    with st.container(key="board", width=width):
        figure = cached.figure(workspace, page.lang, width=width, chosen=chosen.id if chosen else None)
        plot(figure, alt(workspace, page.lang, width))
    if chosen and not page.window.has_sidebar:
        card.draw(chosen, matrix, page.lang)


def card_beside(page: frame.Frame, matrix: Matrix) -> None:
    """Draw the card of the chosen touchpoint in the sidebar: beside the chart, which it would cover."""
    chosen = matrix.bubble(st.session_state.get(keys.CHOSEN) or "")
    if chosen and page.window.has_sidebar:
        with st.sidebar:
            card.draw(chosen, matrix, page.lang)


def plot(figure: Figure, words: str) -> None:
    """Draw a figure of the matrix; ``words`` are for those who do not see it."""
    st.plotly_chart(
        figure,
        key=keys.CHART,
        width="content",
        theme=None,
        config=_CONFIG,
        on_select=_picked,
        selection_mode="points",
        alt=words,
    )


def alt(workspace: Workspace, lang: Language, width: int, enlarged: float = 1.0) -> str:
    """Return the picture in words."""
    return cached.picture(workspace, lang, width=width, enlarged=enlarged).alt


def _picked() -> None:
    points = st.session_state[keys.CHART]["selection"]["points"]
    if points:
        id_ = points[0]["customdata"]
        card.choose(id_[0] if isinstance(id_, list) else id_)
