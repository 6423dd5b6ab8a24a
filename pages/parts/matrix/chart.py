"""The chart of the matrix, and the card of the touchpoint that was clicked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from cx.records import Matrix
from pages.parts.around import frame
from pages.parts.computed import screen
from pages.parts.matrix import card, clicked, zoom
from pages.parts.shell import keys, plain_chart
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from cx.picture import Picture


def draw(page: frame.Frame, workspace: Workspace, matrix: Matrix) -> None:
    """Draw the chart at the width that the page has, the chosen touchpoint outlined."""
    chosen = matrix.bubble(st.session_state.get(keys.CHOSEN) or "")
    sight = sight_of(page, workspace)
    with st.container(key="board", width=sight.width):
        figure = screen.figure(workspace, page.lang, sight, chosen=chosen.id if chosen else None)
        picture = screen.picture(workspace, page.lang, sight)
        plot(figure, picture, partial(_picked, workspace, picture, sight))
    clicked.listen(keys.CHART, card.choose)
    if chosen and not page.window.has_sidebar:
        card.draw(chosen, matrix, page.lang)


def sight_of(page: frame.Frame, workspace: Workspace) -> screen.Sight:
    """Return how the page looks at the matrix: as wide as there is room, and what was zoomed into."""
    return screen.Sight(page.window.board(workspace.settings.look), window=zoom.current(workspace))


def card_beside(page: frame.Frame, matrix: Matrix) -> None:
    """Draw the card of the chosen touchpoint in the sidebar: beside the chart, which it would cover."""
    chosen = matrix.bubble(st.session_state.get(keys.CHOSEN) or "")
    if chosen and page.window.has_sidebar:
        with st.sidebar:
            card.draw(chosen, matrix, page.lang)


def plot(figure: Figure, picture: Picture, picked: Callable[[], None]) -> None:
    """Draw a figure of the picture; ``picked`` is called when something on it was chosen."""
    plain_chart.draw(figure, keys.CHART, picture.alt, picked=picked)


def chosen_point() -> str | None:
    """Return the id of the bubble that was clicked; ``None``: none was."""
    points = st.session_state[keys.CHART]["selection"]["points"]
    if not points:
        return None
    id_ = points[0]["customdata"]
    return str(id_[0] if isinstance(id_, list) else id_)


def _picked(workspace: Workspace, picture: Picture, sight: screen.Sight) -> None:
    boxes = st.session_state[keys.CHART]["selection"].get("box", [])
    if boxes:
        zoom.into(workspace, picture, sight.width, boxes[0])
    elif point := chosen_point():
        card.choose(point)
