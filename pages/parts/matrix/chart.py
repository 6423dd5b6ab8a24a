"""The chart of the matrix, what can be taken hold of on it, and the card of the touchpoint clicked."""

from __future__ import annotations

import streamlit as st

from cx.records import Matrix
from pages.parts.around import frame
from pages.parts.computed import screen
from pages.parts.matrix import card, impact_on, zoom
from pages.parts.matrix.on_chart import hands, notes
from pages.parts.shell import keys, plain_chart
from pages.parts.shell.state import Workspace


def draw(page: frame.Frame, workspace: Workspace, matrix: Matrix) -> None:
    """Draw the chart at the width that the page has, the chosen touchpoint outlined, its card beside it."""
    chosen = matrix.bubble(st.session_state.get(keys.CHOSEN) or "")
    sight = sight_of(page, workspace)
    with st.container(key=hands.BOARD, width=sight.width):
        figure = screen.figure(workspace, page.lang, sight, chosen=chosen.id if chosen else None)
        picture = screen.picture(workspace, page.lang, sight)
        plain_chart.draw(figure, keys.CHART, picture.alt)
        hands.lay(workspace, matrix, page.lang, sight)
        if chosen:
            card.draw(chosen, matrix, page.lang)
    notes.draw(picture, page.lang)


def sight_of(page: frame.Frame, workspace: Workspace) -> screen.Sight:
    """Return how the page looks at the matrix: as wide as there is room, and what was zoomed into."""
    above = impact_on.height(workspace)
    return screen.Sight(
        page.window.board(workspace.settings.look, above=above), window=zoom.current(workspace)
    )
