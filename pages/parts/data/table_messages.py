"""What was done in the raw table, made part of the workspace: cells typed, roles chosen, links followed.

A message comes from the browser, so nothing in it is taken for granted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from cx.records import ROLES
from cx.records.file import CellEdit
from pages.parts.around import shown_sheet
from pages.parts.shell import keys, state

_LETTERS = re.compile(r"[A-Z]{1,3}")
_LAST_ROW = 1_048_576
_LONGEST = 32_767
_MOST = 50_000
_THREE = 3


def take() -> None:
    """Take over what was done, before the page reads the workspace."""
    for message in st.session_state.pop(keys.SENT, ()):
        do = _DO.get(str(message.get("kind")))
        if do is not None:
            do(message)


def _edit(message: Mapping[str, Any]) -> None:
    position = _position(message.get("place"))
    cells = message.get("cells")
    if position is None or not isinstance(cells, Sequence):
        return
    file = state.current().files[position]
    if file.whole is not None:  # a part of a file: what is changed in it would be no change of the file
        return
    sheet = shown_sheet.understood(position).sheet
    known = {(edit.sheet, edit.row, edit.column): edit for edit in file.edits}
    known |= {(edit.sheet, edit.row, edit.column): edit for edit in _edits(cells, sheet)}
    state.set_file(position, edits=tuple(known.values()))


def _edits(cells: Sequence[Any], sheet: str) -> Iterator[CellEdit]:
    for cell in cells[:_MOST]:
        if isinstance(cell, Sequence) and len(cell) == _THREE:
            row, letter, words = cell
            if _is_place(row, letter) and isinstance(words, str):
                yield CellEdit(sheet, row, letter, words[:_LONGEST])


def _is_place(row: object, letter: object) -> bool:
    return (
        isinstance(row, int)
        and 1 <= row <= _LAST_ROW
        and isinstance(letter, str)
        and bool(_LETTERS.fullmatch(letter))
    )


def _role(message: Mapping[str, Any]) -> None:
    position, role = _position(message.get("place")), message.get("role")
    if position is None or role not in ROLES:
        return
    file = state.current().files[position]
    headers = {column.letter: column.header for column in shown_sheet.understood(position).columns}
    header = headers.get(str(message.get("letter")))
    if header is not None:
        state.set_choices(position, roles={**file.choices.roles, header: role})


def _go(message: Mapping[str, Any]) -> None:
    """Show another file or sheet, at the cell that a link names."""
    position = _position(message.get("to"))
    row, column = message.get("row"), message.get("column")
    if position is not None and isinstance(row, int) and isinstance(column, int):
        st.session_state[keys.SHOWN_FILE] = position
        shown_sheet.show(position, str(message["to"]))
        aim(str(message["to"]), row, column)


def aim(place: str, row: int, column: int) -> None:
    """Let the table show a cell when it is drawn next."""
    before = st.session_state.get(keys.TARGET) or {"turn": 0}
    st.session_state[keys.TARGET] = {
        "place": place,
        "row": row,
        "column": column,
        "turn": before["turn"] + 1,
    }


def _position(place: object) -> int | None:
    """Return the position of the file that a message is about; ``None`` where it is not loaded any more."""
    position = str(place).split(".")[0]
    known = position.isdecimal() and int(position) in range(len(state.current().files))
    return int(position) if known else None


_DO: Final[Mapping[str, Callable[[Mapping[str, Any]], None]]] = {"edit": _edit, "role": _role, "go": _go}
