"""The raw cells of a sheet as an editable table, and its changes as edits of cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from cx import text
from cx.records.understanding import Understanding
from cx.records.workbook import Cell, CellEdit, Workbook, letter_of
from cx.text import Language
from pages.shell import cached, keys, state
from pages.shell.state import LoadedFile

_ROW = "row"
_MOST_ROWS = 2_000
_RIGHT = ("satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance")


@dataclass(frozen=True)
class Area:
    """The part of a sheet that the table shows."""

    sheet: str
    rows: tuple[int, ...]
    """The user's row numbers."""
    letters: tuple[str, ...]
    first_free: int
    """The user's row number below the table, where added rows go."""


def draw(position: int, lang: Language) -> None:
    """Draw the table of one file; what is changed in it becomes edits of that file.

    The widget keeps its own changes since it was drawn first. So the table that it is given stays the one
    of that moment (its base), and every change is counted from there: feeding the result back loses edits.
    """
    base, key = _base(state.current().files[position], lang)
    seen = cached.understanding(base)
    workbook = cached.edited(base)
    shown = area(workbook, seen)
    st.data_editor(
        table(workbook, shown, lang).head(_MOST_ROWS),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        disabled=[_ROW],
        column_config=_columns(seen, lang),
        placeholder="",
        alt=text.say("data.table.alt", lang, sheet=shown.sheet),
    )
    if len(shown.rows) > _MOST_ROWS:
        st.markdown(f":small[{text.say('data.table.cut', lang, shown=_MOST_ROWS, n=len(shown.rows))}]")


def take_edits(position: int, lang: Language) -> None:
    """Make what was typed in the table part of the workspace, before the page reads that."""
    file = state.current().files[position]
    base, key = _base(file, lang)
    pending = st.session_state.get(key)
    if pending:
        shown = area(cached.edited(base), cached.understanding(base))
        edits = (*base.edits, *edits_of(pending, shown))
        if edits != file.edits:
            state.set_file(position, edits=edits)


def area(workbook: Workbook, seen: Understanding) -> Area:
    """Return the table that was found in the chosen sheet; the whole sheet where none was."""
    if seen.columns:
        letters = tuple(column.letter for column in seen.columns)
        return Area(seen.sheet, tuple(seen.rows_to_type), letters, seen.rows_to_type.stop)
    sheet = workbook.sheet(seen.sheet) or workbook.sheets[0]
    letters = tuple(letter_of(place) for place, _ in enumerate(sheet.columns, start=sheet.left))
    return Area(sheet.name, tuple(range(sheet.top, sheet.row_count + 1)), letters, sheet.row_count + 1)


def table(workbook: Workbook, shown: Area, lang: Language) -> pd.DataFrame:
    """Return an area of a sheet as text: one column a letter, after the user's row numbers."""
    sheet = workbook.sheet(shown.sheet) or workbook.sheets[0]
    cells = {
        letter: [_shown(sheet.cell(row, letter), lang) for row in shown.rows] for letter in shown.letters
    }
    frame = pd.DataFrame(cells, index=range(len(shown.rows)), columns=list(shown.letters), dtype="string")
    frame.insert(0, _ROW, list(shown.rows))
    return frame


def _base(file: LoadedFile, lang: Language) -> tuple[LoadedFile, str]:
    """Return the file as the widget got it, and the widget's key.

    The widget forgets its changes whenever anything that it is given changes (another role or language),
    or when another page was shown. Then the file as it is now becomes the base.
    """
    turn = st.session_state.setdefault(keys.TABLE_ROUND, 0)
    base: LoadedFile | None = st.session_state.get(keys.TABLE_BASE)
    same = base is not None and base.workbook is file.workbook and base.choices == file.choices
    if base is None or not same or _key(base, turn, lang) not in st.session_state:
        base = st.session_state[keys.TABLE_BASE] = file
    return base, _key(base, turn, lang)


def _key(base: LoadedFile, turn: int, lang: Language) -> str:
    return f"table_{turn}_{lang}_{base.identity}"


def edits_of(pending: Mapping[str, Any], shown: Area) -> tuple[CellEdit, ...]:
    """Return what was changed in the table as edits of cells.

    Parameters
    ----------
    pending
        ``edited_rows``, ``added_rows`` and ``deleted_rows``, as ``st.data_editor`` keeps them.
    shown
        The area of the sheet that the table shows.
    """
    changed = [
        CellEdit(shown.sheet, shown.rows[int(place)], letter, _typed(value))
        for place, cells in pending.get("edited_rows", {}).items()
        for letter, value in cells.items()
    ]
    added = [
        CellEdit(shown.sheet, row, letter, _typed(value))
        for row, cells in enumerate(pending.get("added_rows", ()), start=shown.first_free)
        for letter, value in cells.items()
        if letter in shown.letters
    ]
    cleared = [
        CellEdit(shown.sheet, shown.rows[place], letter, "")
        for place in pending.get("deleted_rows", ())
        for letter in shown.letters
    ]
    return (*changed, *added, *cleared)


def _columns(seen: Understanding, lang: Language) -> dict[str, Any]:
    row = {_ROW: st.column_config.NumberColumn(text.say("data.table.row", lang), format="%d", width=60)}
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


def _shown(cell: Cell, lang: Language) -> str:
    """Return what a cell holds, a number with the language's decimal mark; typed, either is understood."""
    return cell.shown.replace(".", ",") if lang == "nl" and cell.kind == "number" else cell.shown
