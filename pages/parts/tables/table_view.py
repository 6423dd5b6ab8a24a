"""A table that is only read, drawn by a component of our own.

A table on a canvas cuts what is wider than its column, shows paper the part that was in view, and says
little to who does not see it. Here a name wraps, a number never does, the names stay in view where there is
no room for all columns, and whoever prints gets every row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Literal

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.dress import shades

Kind = Literal["name", "words", "tick", "number", "bar"]
Cell = str | bool | tuple[str, float | None]
"""Words; whether it is ticked; or a number as it is written, and as it sorts."""
Picked = Callable[[int, str], None]

_SEARCHED_FROM: Final = 12
"""Rows from which on there is a field to search in."""
_HERE = Path(__file__).parent
_table = st.components.v2.component(
    "cx_table",
    html="<div class='table'></div>",
    css=shades.sheet(_HERE / "table_view.css"),
    js=(_HERE / "table_view.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class TableColumn:
    """A column of such a table."""

    name: str
    label: str
    kind: Kind
    """``name``: of what the row is about, always in view."""
    help: str = ""
    top: float = 1.0
    """The number of a bar that fills its cell."""


@dataclass(frozen=True)
class TableView:
    """A table as it is read."""

    key: str
    """Its own on the page."""
    label: str
    """What it is, for who cannot see it."""
    columns: tuple[TableColumn, ...]
    rows: Sequence[Sequence[Cell]]
    """A cell for each column."""
    height: int | None = None
    """In pixels, at most; ``None``: as high as its rows."""


def draw(view: TableView, lang: Language, picked: Picked | None = None) -> None:
    """Draw the table; ``picked`` is called with row and column of a cell that was clicked."""
    data = {
        "label": view.label,
        "columns": [[one.name, one.label, one.kind, one.help, one.top] for one in view.columns],
        "rows": [list(row) for row in view.rows],
        "height": view.height or 0,
        "search": text.say("table.search", lang) if len(view.rows) >= _SEARCHED_FROM else "",
        "none": text.say("table.search.none", lang),
        "picked": picked is not None,
    }
    # In a list: of anything else Streamlit looks whether it holds tables, and loads pandas to know one.
    heard = {"on_picked_change": partial(_hear, view, picked)} if picked else {}
    _table(key=view.key, data=[data], **heard)


def _hear(view: TableView, picked: Picked) -> None:
    sent = getattr(st.session_state.get(view.key), "picked", None)
    names = [one.name for one in view.columns]
    if isinstance(sent, Sequence) and len(sent) == len(("row", "column", "moment")):
        row, column, _ = sent
        if isinstance(row, int) and 0 <= row < len(view.rows) and column in names:
            picked(row, column)
