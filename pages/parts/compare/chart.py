"""The later matrix, with an arrow from where each touchpoint stood."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cx.records import Companions, Comparison
from pages.parts.around import frame
from pages.parts.compare.choice import Pair
from pages.parts.computed import matrices, screen
from pages.parts.shell import clock, plain_chart
from pages.parts.shell.state import Workspace


def draw(page: frame.Frame, workspace: Workspace, pair: Pair, found: Comparison) -> None:
    """Draw the chart at the width that the page has."""
    from cx import picture as drawing

    look = replace(pair.after.settings.look, arrows=True, ghost=None, title=None)
    board = page.window.board(look)
    sheet, width = drawing.screen_sheet(board.width, board.height), board.width
    moves = [one for one in found.movements if one.before and one.after]
    earlier = {one.id: (one.before.satisfaction, one.before.impact) for one in moves if one.before}
    picture = drawing.compute(
        pair.after,
        lang=page.lang,
        day=clock.today(),
        size=sheet.size,
        type_scale=sheet.type_scale,
        headings=False,
        groups=matrices.groups(workspace),
        options=look,
        listed=True,
        numbered=board.numbered,
        companions=Companions(earlier=earlier, earlier_name=pair.names[0], roster=screen.roster(workspace)),
    )
    figure = drawing.screen_figure(picture, width=width)
    with st.container(width=width):
        plain_chart.draw(figure, "compare_chart", picture.alt)
        plain_chart.names_below(picture, page.lang)
