"""Paths of one segment alone: chosen by the value of a column that their first contact has."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.computed import paths as computed
from pages.parts.computed.places import Logs
from pages.parts.shell import paths, state
from pages.parts.shell.paths import PathQuestion

_ALL: Final = ""
"""Chosen is nothing: a box of Streamlit shows ``None`` as if nothing had been chosen yet."""
_WIDE = 240


def draw(files: Logs, asked: PathQuestion, lang: Language) -> None:
    """Draw the choice of a column, and of one of its values; nothing where no column has any."""
    columns = computed.splits(files)
    if not columns:
        return
    column = asked.within[0] if asked.within else _ALL
    offered = (_ALL, *columns)
    tied = state.control("paths_within", column, _set_column, offered)
    st.selectbox(
        text.say("journeys.within", lang),
        offered,
        format_func=lambda name: name or text.say("journeys.within.none", lang),
        help=text.say("journeys.within.help", lang),
        label_visibility="collapsed",
        width=_WIDE,
        **tied,
    )
    if asked.within:
        known = computed.values_in(files, column)
        place = f"paths_within_{columns.index(column)}"
        tied = state.control(place, asked.within[1], lambda value: _set_value(column, value), known)
        label = text.say("journeys.within.value", lang)
        st.selectbox(label, known, label_visibility="collapsed", width=_WIDE, **tied)


def _set_column(name: str) -> None:
    """Choose a column; its first value is meant until another one is chosen."""
    paths.ask(within=(name, "") if name else None)


def _set_value(column: str, value: str) -> None:
    paths.ask(within=(column, value))
