"""One lens: its picture, what else there is to say, its place on the matrix, and all its figures."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from cx import text
from cx.matrix.telling import lenses as telling
from cx.records.lenses import LensResult
from cx.text import Language
from pages.parts.around import frame
from pages.parts.computed import lenses as computed
from pages.parts.computed import screen
from pages.parts.lenses import empty
from pages.parts.shell import numbers, plain_chart, state
from pages.parts.shell.state import Workspace


def draw(page: frame.Frame, workspace: Workspace, result: LensResult, told: computed.Told) -> None:
    """Draw a lens that has something to show."""
    lang = page.lang
    if result.is_read:
        st.markdown(f":small[{text.for_markdown(told.how)}]")
    if told.more:
        st.markdown(text.for_markdown(" ".join(told.more)))
    if not result.is_read:
        empty.draw(result.lens, lang, said="lenses.empty.touchpoints")
        return
    if result.lens == "moments":
        _on_matrix(page, workspace)
    else:
        _rows(page, workspace, result)
    _months(page, workspace, result)
    _switch(workspace, result, lang)
    _table(result, lang)


def _rows(page: frame.Frame, workspace: Workspace, result: LensResult) -> None:
    width = page.window.picture_width
    drawn = computed.picture(workspace, result, page.lang, width)
    with st.container(key="lens_board", width=width):
        plain_chart.draw(computed.figure(drawn, width), f"lens_{result.lens}", drawn.alt)
    if drawn.shown < drawn.count:
        said = text.say("lenses.shown", page.lang, shown=drawn.shown, count=drawn.count)
        st.markdown(f":small[{said}]")


def _months(page: frame.Frame, workspace: Workspace, result: LensResult) -> None:
    """Draw how all contacts went, month by month, where a log tells."""
    trend = computed.trend(workspace, result, page.lang, page.window.picture_width)
    if trend is None:
        return
    width = page.window.picture_width
    st.subheader(text.for_markdown(trend.title), anchor=False)
    with st.container(key="lens_months_board", width=width):
        plain_chart.draw(computed.figure(trend.drawn, width), "lens_months", trend.drawn.alt)


def _on_matrix(page: frame.Frame, workspace: Workspace) -> None:
    """Draw moments where they are: as symbols on the matrix."""
    look = replace(workspace.settings.look, lens="moments")
    marked = replace(workspace, settings=replace(workspace.settings, look=look))
    sight = screen.Sight(page.window.board(look))
    figure = screen.figure(marked, page.lang, sight)
    with st.container(key="lens_board", width=sight.width):
        picture = screen.picture(marked, page.lang, sight)
        plain_chart.draw(figure, "lens_moments", picture.alt)
        plain_chart.names_below(picture, page.lang)


def _switch(workspace: Workspace, result: LensResult, lang: Language) -> None:
    """Draw the button that puts the lens on the matrix, or takes it off."""
    on = workspace.settings.look.lens == result.lens
    label = text.say("lenses.off_matrix" if on else "lenses.on_matrix", lang)
    st.button(
        label,
        icon=":material/bubble_chart:",
        key=f"lens_on_matrix_{result.lens}",
        on_click=put,
        args=(None if on else result.lens,),
    )


def put(lens: object) -> None:
    """Put a lens on the matrix; ``None``: take it off."""
    state.set_settings(look=replace(state.current().settings.look, lens=lens))


def _table(result: LensResult, lang: Language) -> None:
    label = text.say("lenses.table", lang)
    box = st.expander(label, key=f"lens_table_{result.lens}", on_change="rerun")
    if not box.open:
        return
    found = telling.table(result, lang)
    rows = pd.DataFrame(list(found.rows), columns=list(found.columns))
    with box:
        columns = {key: _column(key, kind, rows[key], lang) for key, kind in found.columns.items()}
        numbers.table(rows, columns, text.say(f"lens.{result.lens}", lang), lang)


def _column(key: str, kind: str, cells: pd.Series, lang: Language) -> numbers.Column:
    label = text.say(f"lens.column.{key}", lang)
    match kind:
        case "name":
            return numbers.Column(label, "name")
        case "words":
            return numbers.Column(label, "words")
        case "percent":
            return numbers.Column(label, write=numbers.percent(1, lang))
        case "whole":
            return numbers.Column(label, write=numbers.plain(0, lang))
        case _:
            return numbers.Column(label, write=numbers.fitting(cells.astype(float), lang))
