"""What lies behind the matrix: how certain the quadrants are, what another method or a segment would say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from cx import impact, text
from cx import matrix as building
from cx.records import METHODS, QUADRANTS, Matrix
from cx.text import Language
from pages.parts.computed import all_files, matrices, paths
from pages.parts.matrix import from_log
from pages.parts.shell import numbers, state
from pages.parts.shell.state import Workspace
from pages.parts.side_by_side import methods, segment_changes, segment_choice


def method_switch(workspace: Workspace, lang: Language) -> None:
    """Draw the choice of the method, where the matrix draws derived impact."""
    question = workspace.derived
    if question is None:
        return
    with st.sidebar:
        tied = state.control("matrix_method", question.method, _take_method, METHODS)
        st.selectbox(
            text.say("drivers.method", lang),
            METHODS,
            format_func=lambda method: impact.method_name(method, lang),
            help=text.say("drivers.method.help", lang),
            **tied,
        )


def draw(workspace: Workspace, matrix: Matrix, lang: Language) -> None:
    """Draw what there is to know behind the matrix, one tab a question; each only where it is open."""
    names = _known(workspace, matrix)
    if not names:
        return
    st.header(text.say("behind.title", lang), anchor=False)
    labels = [text.say(f"behind.tab.{name}", lang) for name in names]
    tabs = st.tabs(labels, key=f"behind_{'_'.join(names)}_{lang}", on_change="rerun")
    for tab, name in zip(tabs, names, strict=True):
        if tab.open:
            with tab:
                _DRAWN[name](workspace, matrix, lang)


def _known(workspace: Workspace, matrix: Matrix) -> list[str]:
    logged = ["contacts"] if paths.logs(workspace) else []
    if not matrix.has_impact:
        return logged
    return [*_of_impact(workspace, matrix), *logged]


def _of_impact(workspace: Workspace, matrix: Matrix) -> list[str]:
    names = ["chances"] if any(bubble.certainty is not None for bubble in matrix.bubbles) else []
    if all_files.answer(workspace) is not None:
        return [*names, "methods", "segments"]
    return [*names, "segments"] if len(matrices.options(workspace).segments) > 1 else names


def _take_method(method: Any) -> None:  # noqa: ANN401 - one of METHODS, from a widget
    question = state.current().derived
    if question is not None:
        state.derive(replace(question, method=method))


def _chances(_: Workspace, matrix: Matrix, lang: Language) -> None:
    from cx.matrix.telling import chance_table

    st.markdown(chance_table.words(matrix, lang))
    st.markdown(f":small[{text.say('chances.help', lang)}]")
    rows = chance_table.table(matrix, lang)
    columns = {name: _column(name, matrix, lang) for name in rows}
    numbers.table(rows, columns, text.say("chances.alt", lang), lang)


def _column(name: str, matrix: Matrix, lang: Language) -> numbers.Column:
    percent = numbers.percent(0, lang)
    if name in QUADRANTS:
        return numbers.Column(building.strategy(matrix.settings, name, lang).name, write=percent)
    label = text.say(f"chances.{name}", lang)
    if name == "touchpoint":
        return numbers.Column(label, "name")
    if name == "borderline":
        return numbers.Column(label, "tick")
    return numbers.Column(label, write=percent) if name == "certainty" else numbers.Column(label, None)


def _methods(workspace: Workspace, matrix: Matrix, lang: Language) -> None:
    derived = all_files.answer(workspace)
    if derived is not None:
        methods.draw(all_files.touchpoints(workspace), derived[-1], matrix.settings, lang)


def _segments(workspace: Workspace, matrix: Matrix, lang: Language) -> None:
    derived = all_files.answer(workspace)
    if derived is not None:
        segment_choice.draw(*derived, lang)
        return
    from cx.matrix.comparison import segments

    st.markdown(f":small[{text.say('segments.help.table', lang)}]")
    found = segments.of_table(all_files.touchpoints(workspace), matrix.settings)
    if found is None:
        st.info(text.say("segments.nothing", lang), icon=":material/info:")
    else:
        segment_changes.draw(found, matrix.settings, lang)


_DRAWN = {"chances": _chances, "methods": _methods, "segments": _segments, "contacts": from_log.table}
