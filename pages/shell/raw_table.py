"""The raw cells of a sheet as an editable table, and its changes as edits of cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from cx import text
from cx.records.understanding import Understanding
from cx.records.workbook import CellEdit, Workbook
from cx.text import Language
from pages.shell import cached, keys, state
from pages.shell.state import LoadedFile

_ROW = "row"
_MOST_ROWS = 2_000
_RIGHT = ("satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance")


def draw(position: int, lang: Language) -> None:
    """Draw the table of one file; what is changed in it becomes edits of that file.

    The widget keeps its own changes since it was drawn first. So the table that it is given stays the one of
    that moment (its base), and every change is counted from there: feeding the result back would lose edits.
    """
    file = state.current().files[position]
    turn = st.session_state.setdefault(keys.TABLE_ROUND, 0)
    key = f"table_{turn}_{position}"
    if key not in st.session_state or keys.TABLE_BASE not in st.session_state:
        st.session_state[keys.TABLE_BASE] = file
    base: LoadedFile = st.session_state[keys.TABLE_BASE]
    seen = cached.understanding(base)
    frame = table(cached.edited(base), seen)
    st.data_editor(
        frame.head(_MOST_ROWS),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        disabled=[_ROW],
        column_config=_columns(seen, lang),
        on_change=lambda: _apply(position, base, seen, list(frame[_ROW]), st.session_state[key]),
        placeholder="",
        alt=text.say("data.table.alt", lang, sheet=seen.sheet),
    )
    if len(frame) > _MOST_ROWS:
        st.caption(text.say("data.table.cut", lang, shown=_MOST_ROWS, n=len(frame)))


def table(workbook: Workbook, seen: Understanding) -> pd.DataFrame:
    """Return the rows of the chosen sheet as text: one column a letter, after the user's row numbers."""
    sheet = workbook.sheet(seen.sheet)
    rows = range(seen.first_row, seen.last_row + 1) if sheet and seen.first_row else range(0)
    letters = [column.letter for column in seen.columns]
    cells = {letter: [sheet.cell(row, letter).shown for row in rows] for letter in letters if sheet}
    frame = pd.DataFrame(cells, index=range(len(rows)), columns=letters, dtype="string")
    frame.insert(0, _ROW, list(rows))
    return frame


def edits_of(
    pending: Mapping[str, Any], sheet: str, rows: Sequence[int], letters: Sequence[str], first_free: int
) -> tuple[CellEdit, ...]:
    """Return what was changed in the table as edits of cells.

    Parameters
    ----------
    pending
        ``edited_rows``, ``added_rows`` and ``deleted_rows``, as ``st.data_editor`` keeps them.
    rows
        The user's row numbers, in the order of the table.
    first_free
        The user's row number below the table, where added rows go.
    """
    changed = [
        CellEdit(sheet, rows[int(place)], letter, _typed(value))
        for place, cells in pending.get("edited_rows", {}).items()
        for letter, value in cells.items()
    ]
    added = [
        CellEdit(sheet, first_free + offset, letter, _typed(value))
        for offset, cells in enumerate(pending.get("added_rows", ()))
        for letter, value in cells.items()
        if letter in letters
    ]
    cleared = [
        CellEdit(sheet, rows[place], letter, "")
        for place in pending.get("deleted_rows", ())
        for letter in letters
    ]
    return (*changed, *added, *cleared)


def _apply(
    position: int, base: LoadedFile, seen: Understanding, rows: Sequence[int], pending: Mapping[str, Any]
) -> None:
    letters = [column.letter for column in seen.columns]
    first_free = max(seen.last_row, *seen.header_rows, 0) + 1
    state.set_file(position, edits=(*base.edits, *edits_of(pending, seen.sheet, rows, letters, first_free)))


def _columns(seen: Understanding, lang: Language) -> dict[str, Any]:
    row = {
        "_index": st.column_config.NumberColumn(text.say("data.table.row", lang), format="%d", width="small")
    }
    return row | {
        column.letter: st.column_config.TextColumn(
            column.header,
            help=text.for_markdown(column.why(lang)),
            alignment="right" if column.role in _RIGHT else "left",
        )
        for column in seen.columns
    }


def _typed(value: object) -> str:
    return "" if value is None else str(value)
