"""What was understood: every column with its role, what speaks for it and against it, and what it changes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cx import text
from cx.intake import column_words
from cx.records.file import Understanding
from cx.text import Language

_MOST = 100
"""Columns that are shown at once; the others open below them."""
_HEADS = ("column", "role", "because", "although", "changes")


def draw(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the columns of one file in a box that opens."""
    if not seen.columns:
        return
    every = column_words.every(seen, lang)
    label = text.say("understood.columns", lang, n=len(every))
    box = st.expander(label, icon=":material/view_column:", key=f"columns_{position}", on_change="rerun")
    if not box.open:
        return
    with box:
        st.html(_table(every[:_MOST], lang))
    rest = every[_MOST:]
    if rest:
        label = text.say("understood.rest", lang, n=len(rest))
        more = st.expander(label, key=f"more_columns_{position}", on_change="rerun")
        if more.open:
            with more:
                st.html(_table(rest, lang))


def _table(columns: Sequence[column_words.ColumnWords], lang: Language) -> str:
    heads = "".join(f"<th scope='col'>{text.say(f'understood.{name}', lang)}</th>" for name in _HEADS)
    rows = "".join(f"<tr>{_cells(column, lang)}</tr>" for column in columns)
    return f"<table class='cx-table cx-columns'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(column: column_words.ColumnWords, lang: Language) -> str:
    other = column.touchpoint not in (None, column.name)
    words = (
        f"{column.name} → {column.touchpoint}" if other else column.name,
        text.say(f"role.{column.role}", lang),
        _clauses(column.because),
        _clauses(column.although),
        column.changes,
    )
    return "".join(f"<td>{text.for_html(one)}</td>" for one in words)


def _clauses(clauses: Sequence[str]) -> str:
    return "; ".join(clauses) or text.NOTHING
